import type { Point } from "../../geo/project.ts";
import { areaOf, type Ring } from "../../geo/rings.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import type { Layer, TextMark } from "../scene.ts";
import { type Box, boxAround, type Grid } from "./grid.ts";
import { LAYOUTS } from "./layouts.ts";
import type { FigureData, FigureState } from "./state.ts";
import { isLeftward, textAt, widthOf, wrap } from "./text.ts";

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
/** How far a name is from its marker's middle, and from any other's, in pixels at the wide layout. */
const BESIDE = 5;
const APART = 7;
/** Height above the base line that a line takes up. */
const ASCENT = 0.78;

/** A name in lines, and the room it takes up, in multiples of the type's size. */
interface Lines {
	readonly texts: readonly string[];
	readonly width: number;
	readonly height: number;
}

/**
 * Names of places, biggest first: within the place where they fit, else in the sea beside it, else none.
 *
 * @param grid what is where; the room that names take is taken from it
 * @param rings the outlines of the places, by id
 */
export function labels(
	{ core, atlas }: FigureData,
	state: FigureState,
	grid: Grid,
	rings: ReadonlyMap<string, readonly Ring[]>,
): Layer {
	const { type, weight } = LAYOUTS[state.layout];
	const leftward = isLeftward(core);
	const markers = atlas.placed[state.layout];
	const hatched = new Set(
		core.tiers.flatMap(({ id, hatched }) => (hatched ? [id] : [])),
	);
	const places = core.places
		.map((place) => ({ ...place, ...biggest(rings.get(place.id) ?? []) }))
		.sort((a, b) => b.area - a.area);
	// Beside another place's marker, a name would seem to be that one's.
	const placed = Object.entries(markers);
	const apart = (box: Box, own: string) =>
		placed.every(
			([id, [x, y]]) =>
				id === own ||
				x < box.x - APART * weight ||
				x > box.x + box.width + APART * weight ||
				y < box.y - APART * weight ||
				y > box.y + box.height + APART * weight,
		);
	const marks = places.flatMap(({ id, name, ring, area }): TextMark[] => {
		const tier = state.levels.get(id);
		const anchor = markers[id] ?? atlas.anchors[id];
		// What steps back isn't named, and what is picked has its name in the call-out.
		const back = state.tier && tier !== state.tier;
		const named = state.picked?.kind === "place" && state.picked.id === id;
		if (!tier || !anchor || back || named) return [];
		const shown = { id: `label-${id}`, title: name };
		const ways = broken(name);
		const around = boxAround(ring ?? []);
		const most = Math.min(BIGGEST, 4 + Math.sqrt(area) / 5);
		if (ring)
			for (const size of sizes(most * type, SMALLEST * type))
				for (const lines of ways) {
					const at = inside(id, around, lines, size, anchor, grid);
					if (!at) continue;
					const texts = set(lines, at, size, grid, leftward).map((mark) => ({
						...mark,
						tier,
					}));
					const halos = hatched.has(tier)
						? texts.map((mark) => ({ ...mark, look: "label-halo" as const }))
						: [];
					return [...halos, ...texts.map((mark) => ({ ...mark, ...shown }))];
				}
		const [whole] = ways;
		if (!whole) return [];
		const size = SMALLEST * type;
		const marker = id in markers;
		const spots = marker
			? aroundMarker(whole, size, anchor, BESIDE * weight)
			: besideCoast(whole, size, anchor, ring ?? []);
		const at = spots.find((spot) => {
			const box = boxAt(whole, size, spot);
			return (
				grid.fits(box, null) &&
				apart(box, id) &&
				(marker || grid.reaches(wider(box, 2 * NEAR), id))
			);
		});
		return at
			? set(whole, at, size, grid, leftward).map((mark) => ({
					...mark,
					...shown,
				}))
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

/** A name in one line, in two, in three; no character of several stands alone, unless all do. */
function broken(name: string): Lines[] {
	const whole = widthOf(name, 1);
	const ways = [[name]];
	for (const share of [0.62, 0.4]) {
		const lines = wrap(name, whole * share, 1);
		const alone = lines.filter((line) => line.length === 1).length;
		if (
			lines.length > (ways.at(-1)?.length ?? 1) &&
			(alone === 0 || alone === lines.length)
		)
			ways.push(lines);
	}
	return ways.map((texts) => ({
		texts,
		width: Math.max(...texts.map((line) => widthOf(line, 1))) + ROOM * 2,
		height: texts.length * LINE,
	}));
}

/** The room of a name about its middle. */
function boxAt(lines: Lines, size: number, [x, y]: Point): Box {
	const [width, height] = [lines.width * size, lines.height * size];
	return { x: x - width / 2, y: y - height / 2, width, height };
}

function wider(box: Box, by: number): Box {
	return { ...box, x: box.x - by, width: box.width + 2 * by };
}

/** The middle of the room within a place that is nearest to its own middle. */
function inside(
	id: string,
	around: Box,
	lines: Lines,
	size: number,
	[x, y]: Point,
	grid: Grid,
): Point | null {
	const [width, height] = [lines.width * size, lines.height * size];
	const [right, bottom] = [
		around.x + around.width - width / 2,
		around.y + around.height - height / 2,
	];
	let best: Point | null = null;
	let nearest = Number.POSITIVE_INFINITY;
	for (let dy = around.y + height / 2; dy <= bottom; dy += STEP)
		for (let dx = around.x + width / 2; dx <= right; dx += STEP) {
			const distance = Math.hypot(dx - x, dy - y);
			if (distance >= nearest || !grid.fits(boxAt(lines, size, [dx, dy]), id))
				continue;
			nearest = distance;
			best = [dx, dy];
		}
	return best;
}

/** Middles for a name beside a marker: right, left, below, above, then at its corners. */
function aroundMarker(
	lines: Lines,
	size: number,
	[x, y]: Point,
	r: number,
): Point[] {
	const [width, height] = [lines.width * size, lines.height * size];
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
	lines: Lines,
	size: number,
	[, y]: Point,
	ring: Ring,
): Point[] {
	const [width, height] = [lines.width * size, lines.height * size];
	return [0, 1, -1, 2, -2].flatMap((step): Point[] => {
		const middle = y + step * size * 0.75;
		const ends = extent(ring, middle - height / 2, middle + height / 2);
		if (!ends) return [];
		const [left, right] = ends;
		return [
			[right + NEAR + width / 2, middle],
			[left - NEAR - width / 2, middle],
		];
	});
}

/** How far a ring reaches to the left and right between two heights; null where it isn't there at all. */
function extent(
	ring: Ring,
	top: number,
	bottom: number,
): [left: number, right: number] | null {
	let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	let [fromX, fromY] = ring.at(-1) ?? [0, 0];
	for (const [x, y] of ring) {
		if (Math.max(y, fromY) >= top && Math.min(y, fromY) <= bottom) {
			const slope = y === fromY ? 0 : (x - fromX) / (y - fromY);
			for (const end of [y, fromY]) {
				const at = x + (Math.min(bottom, Math.max(top, end)) - y) * slope;
				left = Math.min(left, at);
				right = Math.max(right, at);
			}
			if (y === fromY) {
				left = Math.min(left, fromX);
				right = Math.max(right, fromX);
			}
		}
		[fromX, fromY] = [x, y];
	}
	return left <= right ? [left, right] : null;
}

/** The lines of a name about its middle; their room is taken. */
function set(
	lines: Lines,
	at: Point,
	size: number,
	grid: Grid,
	leftward: boolean,
): TextMark[] {
	const box = boxAt(lines, size, at);
	grid.take(box);
	return lines.texts.map((line, i) =>
		textAt(
			at[0],
			box.y + (i * LINE + (LINE - 1) / 2 + ASCENT + 0.06) * size,
			line,
			{
				look: "label",
				size: Math.round(size * 10) / 10,
				anchor: "middle",
				leftward,
			},
		),
	);
}

function biggest(rings: readonly Ring[]): { ring: Ring | null; area: number } {
	let best: Ring | null = null;
	let most = 0;
	for (const ring of rings) {
		const area = areaOf([ring]);
		if (area > most) [best, most] = [ring, area];
	}
	return { ring: best, area: most };
}
