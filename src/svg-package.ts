/** The npm entry `./svg`: figures of the built-in data, or of one's own, as SVG without a DOM. */
export {
	drawFigure,
	figureData,
	languages,
	toSVG,
} from "./figures/built-in.ts";
export * from "./svg/index.ts";
