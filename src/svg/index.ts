/** Figures as SVG without a DOM: the same bytes in a page, in Node and in a build. */
export { type FigureAtlas, figureAtlas } from "../scene/figure/atlas.ts";
export { figureScene } from "../scene/figure/figure-scene.ts";
export type { FigureData, FigureState } from "../scene/figure/state.ts";
export type { Layer, Mark, Scene } from "../scene/scene.ts";
export {
	type FigureOptions,
	PROFILES,
	type Profile,
	readOptions,
} from "./options.ts";
export { drawSVG, renderSVG } from "./render.ts";
