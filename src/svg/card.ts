import { WIDTH } from "../geo/size.ts";
import { levelsIn } from "../model/levels.ts";
import { CARD_HEIGHT, type Card, cardScene } from "../scene/figure/card.ts";
import { LAYOUTS } from "../scene/figure/layouts.ts";
import type { FigureData } from "../scene/figure/state.ts";
import type { Layer, Mark, TextMark } from "../scene/scene.ts";
import { element, type SvgElement } from "./attributes.ts";
import { group, serialise } from "./markup.ts";
import { painter } from "./paint.ts";

const LAYOUT = "wide";

/**
 * The picture that social media show beside a link to the page, as SVG of 1200 by 630 pixels.
 *
 * @param letters draws a line of text as path data; null leaves out title and legend
 */
export function cardSVG(
	data: FigureData,
	letters: ((mark: TextMark) => string) | null,
): string {
	const card = sceneOf(data, letters !== null);
	const style = {
		kind: "painted" as const,
		paint: painter("light", data.core.tiers, LAYOUTS[LAYOUT].weight, true),
		forDrawing: false,
	};
	const groups = (layers: readonly Layer[]) =>
		layers.flatMap((layer) => group(layer, style, () => ({})) ?? []);
	const ground = element(card.ground, style);
	const { layers, x, y, scale } = card.map;
	const map: SvgElement = {
		name: "g",
		attributes: { transform: `translate(${x} ${y}) scale(${scale})` },
		children: groups(layers),
	};
	const drawn = (mark: Mark) =>
		mark.kind === "text" && letters
			? {
					name: "path",
					attributes: { ...style.paint(mark), d: letters(mark) },
				}
			: (element(mark, style) ?? []);
	return serialise({
		name: "svg",
		attributes: {
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: `0 0 ${WIDTH} ${CARD_HEIGHT}`,
			width: 1200,
			height: 630,
		},
		children: [
			...(ground ? [ground] : []),
			map,
			...marksOf(card.texts).flatMap(drawn),
		],
	});
}

/** All text of that picture. */
export function cardText(data: FigureData): string {
	return marksOf(sceneOf(data, true).texts)
		.flatMap((mark) => (mark.kind === "text" ? mark.runs : []))
		.map(({ text }) => text)
		.join("");
}

function sceneOf(data: FigureData, worded: boolean): Card {
	const { core } = data;
	const state = {
		round: core.round,
		levels: levelsIn(core, core.round),
		tier: null,
		picked: null,
		labels: false,
		layout: LAYOUT,
	} as const;
	return cardScene(data, state, worded);
}

function marksOf(layers: readonly (Layer | Mark)[]): Mark[] {
	return layers.flatMap((each) =>
		"marks" in each ? marksOf(each.marks) : each,
	);
}
