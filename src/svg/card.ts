import { WIDTH } from "../geo/size.ts";
import { levelsIn } from "../model/levels.ts";
import { CARD_HEIGHT, cardScene } from "../scene/figure/card.ts";
import { LAYOUTS } from "../scene/figure/layouts.ts";
import type { FigureData } from "../scene/figure/state.ts";
import { widthOf } from "../scene/figure/text.ts";
import type { Layer, Mark } from "../scene/scene.ts";
import { element, type SvgElement } from "./attributes.ts";
import { group, serialise } from "./markup.ts";
import { painter } from "./paint.ts";

/**
 * The picture that social media show beside a link to the page, as SVG of 1200 by 630 pixels.
 *
 * @param worded whether it has a title and a legend, for which a font is needed
 */
export function cardSVG(data: FigureData, worded: boolean): string {
	const { core } = data;
	const layout = "wide";
	const card = cardScene(
		data,
		{
			round: core.round,
			levels: levelsIn(core, core.round),
			tier: null,
			picked: null,
			labels: false,
			layout,
		},
		worded,
	);
	const style = {
		kind: "painted" as const,
		paint: painter("light", core.tiers, LAYOUTS[layout].weight, true),
		// A place and a font for every run: resvg takes one font for a whole line.
		forDrawing: true,
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
	return serialise({
		name: "svg",
		attributes: {
			xmlns: "http://www.w3.org/2000/svg",
			"xmlns:inkscape": "http://www.inkscape.org/namespaces/inkscape",
			viewBox: `0 0 ${WIDTH} ${CARD_HEIGHT}`,
			width: 1200,
			height: 630,
		},
		children: [
			...(ground ? [ground] : []),
			map,
			...marksOf(card.texts).flatMap(
				(mark) => fitted(mark, element(mark, style)) ?? [],
			),
		],
	});
}

function marksOf(layers: readonly (Layer | Mark)[]): Mark[] {
	return layers.flatMap((each) =>
		"marks" in each ? marksOf(each.marks) : each,
	);
}

/** Text as wide as it was reckoned, so that nothing runs into another in a machine's wider font. */
function fitted(mark: Mark, drawn: SvgElement | null): SvgElement | null {
	if (!drawn || mark.kind !== "text" || mark.runs.length !== 1) return drawn;
	const width = widthOf(mark.runs[0]?.text ?? "", mark.size, mark.bold);
	return {
		...drawn,
		attributes: {
			...drawn.attributes,
			textLength: Math.round(width),
			lengthAdjust: "spacingAndGlyphs",
		},
	};
}
