import { figureStringsFor } from "../i18n/figure.ts";
import { levelsIn, namedIn } from "../model/levels.ts";
import type { Result } from "../model/types.ts";
import {
	blankScene,
	figureScene,
	figureWords,
} from "../scene/figure/figure-scene.ts";
import { LAYOUTS } from "../scene/figure/layouts.ts";
import type { FigureData, FigureState } from "../scene/figure/state.ts";
import type { Layer, Scene } from "../scene/scene.ts";
import type { Attributes, SvgElement } from "./attributes.ts";
import { blankMapStyle } from "./blank-map.ts";
import { group, hoist, serialise } from "./markup.ts";
import { type Figure, type FigureOptions, readOptions } from "./options.ts";
import { painter } from "./paint.ts";

/**
 * A figure as the text of an SVG file.
 *
 * @param data one language's places, texts and projected world
 * @param options what to draw
 * @throws {TypeError} that lists everything wrong with the options and what is allowed
 */
export function renderSVG(
	data: FigureData,
	options: FigureOptions = {},
): string {
	const result = drawSVG(data, options);
	if (result.ok) return result.value;
	throw new TypeError(
		result.problems
			.map(({ path, message }) => `${path}: ${message}`)
			.join("\n"),
	);
}

/** The same, with problems as values. */
export function drawSVG(
	data: FigureData,
	options: FigureOptions,
): Result<string> {
	const read = readOptions(data.core, options);
	return read.ok ? { ok: true, value: svgOf(data, read.value) } : read;
}

/** What the figure shows, with the levels of its round. */
export function stateOf({ core }: FigureData, figure: Figure): FigureState {
	return { ...figure, levels: levelsIn(core, figure.round) };
}

function svgOf(all: FigureData, figure: Figure): string {
	const data = { ...all, core: namedIn(all.core, figure.round) };
	const { profile } = figure;
	const state = stateOf(data, figure);
	const blank = profile === "wikipedia";
	const scene = blank ? blankScene(data, state) : figureScene(data, state);
	const { weight, pixels } = LAYOUTS[blank ? "wide" : figure.layout];
	const style = blank
		? blankMapStyle(data, state, figure.theme)
		: {
				kind: "painted" as const,
				paint: painter(
					figure.theme,
					data.core.tiers,
					weight,
					profile === "web",
				),
				forDrawing: profile === "print",
			};
	const layers = scene.layers.flatMap((layer) => {
		const made = group(layer, style, attributesOf(profile === "print"));
		return made ? [made] : [];
	});
	const root: SvgElement = {
		name: "svg",
		attributes: frame(scene, pixels, data.core.lang, profile === "print"),
		children: [
			...words(data, state),
			...("sheet" in style
				? [{ name: "style", attributes: {}, children: [style.sheet] }]
				: []),
			...(profile === "web" ? layers.map(hoist) : layers),
		],
	};
	return `${serialise(root)}\n`;
}

function attributesOf(inkscape: boolean): (layer: Layer) => Attributes {
	return ({ name, title = name }) => ({
		id: name,
		...(inkscape && {
			"inkscape:groupmode": "layer",
			"inkscape:label": title,
		}),
	});
}

function frame(
	{ width, height, top = 0 }: Scene,
	pixels: number,
	lang: string,
	inkscape: boolean,
): Attributes {
	return {
		xmlns: "http://www.w3.org/2000/svg",
		...(inkscape && {
			"xmlns:inkscape": "http://www.inkscape.org/namespaces/inkscape",
		}),
		viewBox: `0 ${top} ${width} ${height}`,
		width: pixels,
		height: Math.round((height * pixels) / width),
		lang: figureStringsFor({ lang }).tag,
		role: "img",
	};
}

/** Title and description; what isn't printed in the picture stands here too. */
function words(data: FigureData, state: FigureState): SvgElement[] {
	const { title, description, notes } = figureWords(data, state);
	const gap = figureStringsFor(data.core).gap;
	return [
		{ name: "title", attributes: {}, children: [title] },
		{
			name: "desc",
			attributes: {},
			children: [[description, ...notes].join(gap)],
		},
	];
}
