import { HEIGHT, WIDTH } from "../../geo/size.ts";
import type { Layer, Mark } from "../scene.ts";
import { legendBlock } from "./blocks.ts";
import { MARGIN } from "./layouts.ts";
import { mapLayers } from "./map.ts";
import type { FigureData, FigureState } from "./state.ts";
import { isLeftward, type Type, textAt, widthOf } from "./text.ts";

/** Height of the card at the figure's width: 1200 by 630, as social media crop a picture. */
export const CARD_HEIGHT = (WIDTH * 630) / 1200;

/** Largest size of the title's type in pixels, and what the legend's type is multiplied by. */
const TITLE = 34;
const LEGEND = 1.3;

/** A picture to be seen small, beside a link: the map between its title and its legend, or alone. */
export interface Card {
	readonly ground: Mark;
	/** Scale of the map, and where its left upper corner lies. */
	readonly map: {
		readonly layers: readonly Layer[];
		readonly x: number;
		readonly y: number;
		readonly scale: number;
	};
	readonly texts: readonly Layer[];
}

/**
 * @param worded whether it has text, for which a font is needed
 */
export function cardScene(
	data: FigureData,
	state: FigureState,
	worded: boolean,
): Card {
	const legend = legendBlock(data, state, 0, LEGEND, false);
	const above = worded ? TITLE + MARGIN : 0;
	const below = worded ? legend.height + MARGIN / 2 : 0;
	const scale = (CARD_HEIGHT - above - below - MARGIN) / HEIGHT;
	return {
		ground: {
			kind: "rect",
			look: "ground",
			x: 0,
			y: 0,
			width: WIDTH,
			height: CARD_HEIGHT,
		},
		map: {
			layers: mapLayers(data, state),
			x: (WIDTH - WIDTH * scale) / 2,
			y: above + MARGIN / 2,
			scale,
		},
		texts: worded
			? [
					title(data),
					legendBlock(data, state, CARD_HEIGHT - below, LEGEND, false).layer,
				]
			: [],
	};
}

/** The title in one line. */
function title({ core, texts }: FigureData): Layer {
	const size = Math.min(
		TITLE,
		(WIDTH - 2 * MARGIN) / widthOf(texts.title, 1, true),
	);
	const leftward = isLeftward(core);
	const type: Type = { look: "title", size, bold: true, leftward };
	const x = leftward ? WIDTH - MARGIN : MARGIN;
	return {
		name: "title",
		marks: [textAt(x, MARGIN / 2 + TITLE, texts.title, type)],
	};
}
