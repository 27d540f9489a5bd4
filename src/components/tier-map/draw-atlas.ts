import type { BundlePicture } from "../../model/bundle.ts";
import type { Core } from "../../model/edition.ts";
import { mapScene } from "../../scene/map-scene.ts";
import type { Scene } from "../../scene/scene.ts";
import { draw } from "../picture/draw.ts";

/** The map out of a bundle's outlines. */
export function drawAtlas(core: Core, picture: BundlePicture): SVGSVGElement {
	return draw(atlasScene(core, picture));
}

/** What that map consists of. */
export function atlasScene(core: Core, picture: BundlePicture): Scene {
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
	return mapScene(core, atlas);
}
