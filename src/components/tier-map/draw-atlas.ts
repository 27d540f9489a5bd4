import type { BundlePicture } from "../../model/bundle.ts";
import type { Core } from "../../model/edition.ts";
import { levelsIn } from "../../model/levels.ts";
import { mapScene } from "../../scene/map-scene.ts";
import { markup } from "../../svg/markup.ts";

/** The map's markup out of a bundle's outlines; only our own emitter writes it. */
export function drawAtlas(core: Core, picture: BundlePicture): string {
	const { sphere, graticule, shapes, markers } = picture;
	const atlas = {
		center: core.center,
		scale: 1,
		anchors: {},
		sphere,
		graticule,
		shapes,
		markers,
	};
	return markup(mapScene(core, levelsIn(core, core.round), atlas));
}
