import { ringsOf } from "../../geo/rings.ts";
import { HEIGHT, WIDTH } from "../../geo/size.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import { MARKER_ROOM } from "../markers.ts";
import type { Layer, Scene } from "../scene.ts";
import {
	creditBlock,
	legendBlock,
	notes,
	roundOf,
	titleBlock,
} from "./blocks.ts";
import { Grid } from "./grid.ts";
import { labels } from "./labels.ts";
import { LAYOUTS, MARGIN } from "./layouts.ts";
import { mapLayers } from "./map.ts";
import { pickedLines, selection } from "./selection.ts";
import type { FigureData, FigureState } from "./state.ts";

/** Cells of the map in pixels: as names need them, and as the one box of a call-out does. */
const FINE = 2;
const COARSE = 4;

/** A figure: the map with its title, legend, notes and credit, in one of the layouts. The map's top is at 0. */
export function figureScene(data: FigureData, state: FigureState): Scene {
	const { type, height: fixed } = LAYOUTS[state.layout];
	// Where the height is fixed, the type gives way until all fits.
	for (let scale = type; ; scale -= 0.05) {
		const gap = 14 * scale;
		const title = titleBlock(data, state, 0, scale).height;
		const legend = legendBlock(data, state, 0, scale).height;
		const credit = creditBlock(data, state, 0, scale).height;
		const content =
			MARGIN + title + gap + HEIGHT + gap + legend + gap + credit + MARGIN;
		if (fixed && content > fixed && scale > 0.5) continue;
		const spare = fixed ? fixed - content : 0;
		const top = -(title + gap + spare / 4);
		const below = HEIGHT + gap + spare / 4;
		// Even, so that half of it is whole pixels too.
		const height = fixed ?? 2 * Math.ceil(content / 2);
		const start = Math.floor(top - MARGIN - spare / 4);
		return {
			width: WIDTH,
			height,
			top: start,
			layers: [
				ground(data, start, height),
				titleBlock(data, state, top, scale).layer,
				...onMap(data, state),
				legendBlock(data, state, below, scale).layer,
				creditBlock(data, state, below + legend + gap, scale).layer,
			],
		};
	}
}

/** The map alone, as Wikipedia wants it: no text in it. */
export function blankScene(data: FigureData, state: FigureState): Scene {
	return {
		width: WIDTH,
		height: HEIGHT,
		layers: mapLayers(data, { ...state, layout: "wide" }),
	};
}

function onMap(data: FigureData, state: FigureState): Layer[] {
	const { atlas } = data;
	const { picked, layout } = state;
	const layers = mapLayers(data, state);
	if (!picked && !state.labels) return layers;
	const rings = new Map(
		Object.entries(atlas.shapes).map(([id, d]) => [id, ringsOf(d)]),
	);
	const grid = new Grid(
		ringsOf(atlas.sphere),
		rings,
		state.labels ? FINE : COARSE,
	);
	const r = MARKER_ROOM * LAYOUTS[layout].weight;
	for (const [id, at] of Object.entries(atlas.placed[layout])) {
		const [x, y] = at;
		grid.take({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
		grid.takeLine(at, atlas.markers[id] ?? at);
	}
	// What is picked has the first choice of room; its box stands on top of all the same.
	const onTop = picked ? [selection(data, state, picked, grid)] : [];
	return [
		...layers,
		...(state.labels ? [labels(data, state, grid, rings)] : []),
		...onTop,
	];
}

function ground({ core }: FigureData, y: number, height: number): Layer {
	return {
		name: "ground",
		title: figureStringsFor(core).layers.ground,
		marks: [{ kind: "rect", look: "ground", x: 0, y, width: WIDTH, height }],
	};
}

/** The figure in words: its title, and what it shows, with everything that is printed around it. */
export function figureWords(
	data: FigureData,
	state: FigureState,
): {
	readonly title: string;
	readonly description: string;
	readonly notes: readonly string[];
} {
	const { core, texts } = data;
	const strings = figureStringsFor(core);
	const round = roundOf(core, state.round);
	const counts = core.tiers.flatMap(({ id, name }) => {
		const count = [...state.levels.values()].filter(
			(level) => level === id,
		).length;
		return count ? [[name, count] as const] : [];
	});
	const only = core.tiers.find(({ id }) => id === state.tier)?.name;
	const { picked } = state;
	const namesOf = (marked: ReadonlyMap<string, unknown>) =>
		core.places.flatMap(({ id, name }) => (marked.has(id) ? [name] : []));
	const embargoed = namesOf(embargoesIn(core, state.round));
	const relieved = namesOf(reliefIn(core, state.round));
	return {
		title: strings.aside(texts.title, round),
		description: [
			strings.describe(round, counts),
			...(embargoed.length ? [strings.embargoed(embargoed)] : []),
			...(relieved.length ? [strings.relieved(relieved)] : []),
			...(only ? [strings.only(only)] : []),
			...(picked
				? [
						strings.picked(
							picked.name,
							pickedLines(data, state, picked).join(strings.gap ? "; " : "；"),
						),
					]
				: []),
		].join(strings.gap),
		notes: notes(data, state),
	};
}
