import type { Point } from "../../geo/project.ts";
import { areaOf, type Ring, ringsOf, scan } from "../../geo/rings.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import type { Layer, TextMark } from "../scene.ts";
import type { Box, Grid } from "./grid.ts";
import { LAYOUTS } from "./layouts.ts";
import type { FigureData, FigureState } from "./state.ts";
import { textAt, widthOf, wrap } from "./text.ts";

/** Sizes of the type in pixels, at the wide layout: the biggest that a place gets, and the smallest there is. */
const BIGGEST = 13;
const SMALLEST = 7;
/** Height of a line, and the room around a name, as multiples of the type's size. */
const LINE = 1.06;
const ROOM = 0.1;
/** How far apart the spots lie that are tried, in pixels. */
const STEP = 2;
/** How far a name in the sea is from its place, in pixels. */
const NEAR = 3;
/** Height above the base line that a line takes up. */
const ASCENT = 0.78;

/** Names of places, biggest first: within the place where they fit, else in the sea beside it, else none. */
export function labels(
	{ core, atlas }: FigureData,
	state: FigureState,
	grid: Grid,
): Layer {
	const { type, weight } = LAYOUTS[state.layout];
	const markers = atlas.placed[state.layout];
	const places = core.places
		.map((place) => {
			const rings = ringsOf(atlas.shapes[place.id] ?? "");
			const main = biggest(rings);
			return { ...place, main, area: areaOf(main ? [main] : []) };
		})
		.sort((a, b) => b.area - a.area);
	const marks = places.flatMap(({ id, name, main, area }): TextMark[] => {
		const tier = state.levels.get(id);
		const anchor = markers[id] ?? atlas.anchors[id];
		// What steps back isn't named, and what is picked has its name in the call-out.
		const back = state.tier && tier !== state.tier;
		const named = state.picked?.kind === "place" && state.picked.id === id;
		if (!tier || !anchor || back || named) return [];
		const shown = { id: `label-${id}`, title: name };
		const most = Math.min(BIGGEST, 4 + Math.sqrt(area) / 5);
		if (main)
			for (const size of sizes(most * type, SMALLEST * type)) {
				const spot = broken(name, size)
					.map((lines) => ({
						lines,
						at: inside(id, main, lines, size, anchor, grid),
					}))
					.find(({ at }) => at);
				if (spot?.at)
					return set(spot.lines, spot.at, size, grid).map((mark) => ({
						...mark,
						...shown,
						tier,
					}));
			}
		const size = SMALLEST * type;
		const spots = markers[id]
			? aroundMarker(name, size, anchor, 5 * weight)
			: besideCoast(name, size, anchor, main ?? []);
		const { width, height } = sizeOf([name], size);
		const at = spots.find(([x, y]) =>
			grid.fits({ x: x - width / 2, y: y - height / 2, width, height }, null),
		);
		return at
			? set([name], at, size, grid).map((mark) => ({ ...mark, ...shown }))
			: [];
	});
	return {
		name: "labels",
		title: figureStringsFor(core).layers.labels,
		marks: marks.map((mark, i) =>
			marks[i - 1]?.id === mark.id ? withoutId(mark) : mark,
		),
	};
}

/** A name of several lines is several texts, and an id stands once. */
function withoutId({ id, ...mark }: TextMark): TextMark {
	return id ? mark : { ...mark };
}

/** Sizes of type to try, in pixels. */
function sizes(most: number, least: number): number[] {
	const tried = [];
	for (let size = most; size > least; size -= 1) tried.push(size);
	return [...tried, least];
}

/** A name in one line, in two, in three. */
function broken(name: string, size: number): string[][] {
	const whole = widthOf(name, size);
	const ways = [[name]];
	for (const share of [0.62, 0.4]) {
		const lines = wrap(name, whole * share, size);
		if (lines.length > (ways.at(-1)?.length ?? 1)) ways.push(lines);
	}
	return ways;
}

function sizeOf(lines: readonly string[], size: number) {
	return {
		width:
			Math.max(...lines.map((line) => widthOf(line, size))) + size * ROOM * 2,
		height: lines.length * size * LINE,
	};
}

/** The middle of the room within a place that is nearest to its own middle. */
function inside(
	id: string,
	ring: Ring,
	lines: readonly string[],
	size: number,
	[x, y]: Point,
	grid: Grid,
): Point | null {
	const { width, height } = sizeOf(lines, size);
	const box = boxOf(ring);
	if (width > box.width || height > box.height) return null;
	let best: Point | null = null;
	let nearest = Number.POSITIVE_INFINITY;
	for (
		let dy = box.y + height / 2;
		dy <= box.y + box.height - height / 2;
		dy += STEP
	)
		for (
			let dx = box.x + width / 2;
			dx <= box.x + box.width - width / 2;
			dx += STEP
		) {
			const distance = Math.hypot(dx - x, dy - y);
			if (distance >= nearest) continue;
			if (
				!grid.fits({ x: dx - width / 2, y: dy - height / 2, width, height }, id)
			)
				continue;
			nearest = distance;
			best = [dx, dy];
		}
	return best;
}

/** Middles for a name beside a marker: right, left, below, above, then at its corners. */
function aroundMarker(
	name: string,
	size: number,
	[x, y]: Point,
	r: number,
): Point[] {
	const { width, height } = sizeOf([name], size);
	const [right, left] = [x + r + width / 2, x - r - width / 2];
	const [below, above] = [y + r + height / 2, y - r - height / 2];
	return [
		[right, y],
		[left, y],
		[x, below],
		[x, above],
		[right, below],
		[right, above],
		[left, below],
		[left, above],
	];
}

/** Middles for a name in the sea right and left of a place's coast, near the height of its middle. */
function besideCoast(
	name: string,
	size: number,
	[, y]: Point,
	ring: Ring,
): Point[] {
	const { width, height } = sizeOf([name], size);
	const rows = scan([ring], 90, STEP, 0);
	return [0, 1, -1, 2, -2].flatMap((step): Point[] => {
		const middle = y + step * size * 0.75;
		// The scan's lines run from right to left.
		const ends = [...rows]
			.filter(([row]) => Math.abs(row - middle) <= height / 2)
			.flatMap(([, spans]) => spans.flat().map((v) => -v));
		if (!ends.length) return [];
		const [left, right] = extent(ends);
		return [
			[right + NEAR + width / 2, middle],
			[left - NEAR - width / 2, middle],
		];
	});
}

/** The lines of a name about its middle; their room is taken. */
function set(
	lines: readonly string[],
	[x, y]: Point,
	size: number,
	grid: Grid,
): TextMark[] {
	const { width, height } = sizeOf(lines, size);
	grid.take({ x: x - width / 2, y: y - height / 2, width, height });
	return lines.map((line, i) =>
		textAt(
			x,
			y - height / 2 + (i * LINE + (LINE - 1) / 2 + ASCENT + 0.06) * size,
			line,
			{
				look: "label",
				size: Math.round(size * 10) / 10,
				anchor: "middle",
			},
		),
	);
}

function biggest(rings: readonly Ring[]): Ring | null {
	let best: Ring | null = null;
	let most = 0;
	for (const ring of rings) {
		const area = areaOf([ring]);
		if (area > most) {
			most = area;
			best = ring;
		}
	}
	return best;
}

function boxOf(ring: Ring): Box {
	const [left, right] = extent(ring.map(([x]) => x));
	const [top, bottom] = extent(ring.map(([, y]) => y));
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The least and the most; an outline may have more points than a call has arguments. */
function extent(values: readonly number[]): readonly [number, number] {
	let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const value of values) {
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}
