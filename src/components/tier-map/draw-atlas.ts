import type { BundleEdition, BundlePicture } from "../../model/bundle.ts";
import type { Core } from "../../model/edition.ts";
import { figureTexts } from "../../model/figure-texts.ts";
import { levelsIn } from "../../model/levels.ts";
import type { FigureData } from "../../scene/figure/state.ts";
import { mapScene } from "../../scene/map-scene.ts";
import { markup } from "../../svg/markup.ts";

/** The map's markup out of a bundle's outlines; only our own emitter writes it. */
export function drawAtlas(core: Core, picture: BundlePicture): string {
	const { sphere, graticule, shapes, markers } = picture;
	const atlas = {
		center: core.center,
		anchors: {},
		sphere,
		graticule,
		shapes,
		markers,
	};
	return markup(mapScene(core, levelsIn(core, core.round), atlas));
}

/** What pictures to save are made from; undefined where the bundle was made without. */
export function figureOf({
	core,
	argument,
	picture,
	figure,
}: BundleEdition): FigureData | undefined {
	if (!figure) return;
	const atlas = { center: core.center, ...picture, ...figure };
	return { core, texts: figureTexts(core, argument), atlas };
}
