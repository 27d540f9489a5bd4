import { neighbors } from "topojson-client";
import { laterNear } from "./near.ts";
import { type Atlas, equalEarth, type Point, WIDTH } from "./project.ts";
import type { World } from "./world.ts";

export type Direction = "up" | "down" | "left" | "right";

/** Where the arrow keys lead from a place. */
export interface Neighbours {
	readonly up?: string;
	readonly down?: string;
	readonly left?: string;
	readonly right?: string;
	/** Directions that lead over the edge of the map to its other side. */
	readonly wraps?: readonly Direction[];
}

const DIRECTIONS = ["up", "down", "left", "right"] as const;
const OPPOSITE = {
	up: "down",
	down: "up",
	left: "right",
	right: "left",
} as const;
/** How much nearer a place with a shared border counts. */
const BORDER = 0.25;
/** How much farther a place beyond the map's edge counts. */
const OVER_THE_EDGE = 1.5;
/** A pair is kept for the way back's sake if neither side has one nearer than by this factor. */
const GOOD_ENOUGH = 1.5;

/** One step from a place, and the same step back. */
interface Step {
	readonly from: string;
	readonly to: string;
	readonly direction: Direction;
	readonly wraps: boolean;
	/** Within 45° of the direction. */
	readonly straight: boolean;
	/** Pixels, more for what lies aside, less for a shared border. */
	readonly cost: number;
}

type Graph = Map<string, Partial<Record<Direction, Step>>>;

/**
 * The next place in each direction on the map: one with a shared border first, else by distance and
 * bearing between the anchors. The way back is the same where it can be, left and right lead round the
 * globe, and every place can be reached from every other.
 *
 * @param world for the shared borders
 * @param atlas the world as projected: what is left of what depends on the meridian in the middle
 */
export function neighbours(
	world: World,
	atlas: Atlas,
): Record<string, Neighbours> {
	const steps = stepsBetween(world, atlas);
	const ids = Object.keys(atlas.anchors);
	const graph: Graph = new Map(ids.map((id) => [id, {}]));
	const nearest: Graph = new Map(ids.map((id) => [id, {}]));
	for (const step of steps) {
		if (!step.straight) continue;
		if (!at(nearest, step)) set(nearest, step);
		const back = OPPOSITE[step.direction];
		if (!nearest.get(step.to)?.[back]) set(nearest, reverse(step));
	}
	for (const step of steps) {
		const { from, to, direction, cost } = step;
		const back = OPPOSITE[direction];
		if (!step.straight || at(graph, step) || graph.get(to)?.[back]) continue;
		const there = nearest.get(from)?.[direction]?.cost ?? 0;
		const here = nearest.get(to)?.[back]?.cost ?? 0;
		if (cost <= GOOD_ENOUGH * Math.min(there, here))
			set(graph, step, reverse(step));
	}
	for (const [id, ways] of graph)
		graph.set(id, { ...nearest.get(id), ...ways });
	connect(graph, steps, atlas);
	return Object.fromEntries(
		[...graph].map(([id, ways]) => {
			const wraps = DIRECTIONS.filter((direction) => ways[direction]?.wraps);
			const to = Object.fromEntries(
				DIRECTIONS.flatMap((direction) => {
					const step = ways[direction];
					return step ? [[direction, step.to]] : [];
				}),
			);
			return [id, { ...to, ...(wraps.length && { wraps }) }];
		}),
	);
}

/**
 * The neighbours as one text, a place a line: `KEN ETH TZA UGA SOM` (up, down, left, right), `-` where
 * there is none, `~` before one over the edge.
 */
export function pack(graph: Readonly<Record<string, Neighbours>>): string {
	return Object.entries(graph)
		.map(([id, ways]) =>
			[
				id,
				...DIRECTIONS.map((direction) => {
					const edge = ways.wraps?.includes(direction) ? "~" : "";
					return edge + (ways[direction] ?? "-");
				}),
			].join(" "),
		)
		.join("\n");
}

/** The neighbours out of what `pack` made. */
export function unpack(text: string): Record<string, Neighbours> {
	return Object.fromEntries(
		text.split("\n").map((line) => {
			const [id = "", ...ways] = line.split(" ");
			const there = DIRECTIONS.map(
				(direction, i) => [direction, ways[i] ?? "-"] as const,
			).filter(([, way]) => way !== "-");
			const wraps = there.flatMap(([direction, way]) =>
				way.startsWith("~") ? [direction] : [],
			);
			return [
				id,
				{
					...Object.fromEntries(
						there.map(([direction, way]) => [direction, way.replace("~", "")]),
					),
					...(wraps.length && { wraps }),
				},
			];
		}),
	);
}

/** Every step there could be between places near each other, the cheapest first; each pair once, to the right or down. */
function stepsBetween(world: World, atlas: Atlas): Step[] {
	const { geometries } = world.objects.places;
	const borders = new Set(
		neighbors(geometries).flatMap((indexes, i) =>
			indexes.map((j) => `${geometries[i]?.id} ${geometries[j]?.id}`),
		),
	);
	const places = Object.entries(atlas.anchors);
	const rowWidth = rowWidths(atlas.center);
	const rows = places.map(([, [, y]]) => rowWidth(y));
	const near = laterNear(
		places.map(([, position]) => position),
		rows,
	);
	const steps: Step[] = [];
	for (const [i, [a, from]] of places.entries())
		for (const j of near[i] ?? []) {
			const [b, to] = places[j] ?? [a, from];
			const factor = borders.has(`${a} ${b}`) ? BORDER : 1;
			const dy = to[1] - from[1];
			const add = (dx: number, wraps: boolean) => {
				const length =
					Math.hypot(dx, dy) * factor * (wraps ? OVER_THE_EDGE : 1);
				const aside = Math.atan2(Math.abs(dy), Math.abs(dx)) / (Math.PI / 4);
				const right = dx > 0 || (dx === 0 && dy === 0);
				if (right || dx < 0)
					steps.push({
						from: right ? a : b,
						to: right ? b : a,
						direction: "right",
						wraps,
						straight: aside <= 1,
						cost: length * (1 + aside ** 2),
					});
				if (dy !== 0 && !wraps)
					steps.push({
						from: dy > 0 ? a : b,
						to: dy > 0 ? b : a,
						direction: "down",
						wraps,
						straight: aside > 1,
						cost: length * (1 + (2 - aside) ** 2),
					});
			};
			const dx = to[0] - from[0];
			add(dx, false);
			const row = ((rows[i] ?? 0) + (rows[j] ?? 0)) / 2;
			if (Math.abs(dx) > row / 2) add(dx - Math.sign(dx) * row, true);
		}
	return steps.sort((a, b) => a.cost - b.cost);
}

/** How many pixels it is round the Earth at a height on the map. */
function rowWidths(center: number): (y: number) => number {
	const projection = equalEarth(center);
	return (y) => {
		const [, latitude = 0] = projection.invert?.([WIDTH / 2, y]) ?? [];
		const [edge = WIDTH] = projection([center + 180 - 1e-6, latitude]) ?? [];
		return 2 * (edge - WIDTH / 2);
	};
}

function reverse(step: Step): Step {
	return {
		...step,
		from: step.to,
		to: step.from,
		direction: OPPOSITE[step.direction],
	};
}

function at(graph: Graph, { from, direction }: Step): Step | undefined {
	return graph.get(from)?.[direction];
}

function set(graph: Graph, ...steps: Step[]): void {
	for (const step of steps) {
		const ways = graph.get(step.from);
		if (ways) ways[step.direction] = step;
	}
}

/**
 * Makes every place reachable from every other. The biggest group in which that holds grows by one
 * place of each other group at a time, put between a place of the group and the next one in that
 * direction, so that nothing in the group is cut off.
 */
function connect(graph: Graph, steps: readonly Step[], atlas: Atlas): void {
	for (let grown = true; grown; ) {
		grown = false;
		const group = groups(graph);
		const sizes = new Map<string, number>();
		for (const root of group.values())
			sizes.set(root, (sizes.get(root) ?? 0) + 1);
		if (sizes.size < 2) return;
		const [biggest] = [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a));
		const joined = new Set([biggest]);
		for (const step of steps) {
			const [from = "", to = ""] = [group.get(step.from), group.get(step.to)];
			if ((from === biggest) === (to === biggest)) continue;
			const other = from === biggest ? to : from;
			if (joined.has(other)) continue;
			if (!insert(graph, from === biggest ? step : reverse(step), atlas))
				continue;
			joined.add(other);
			grown = true;
		}
		// It always can: the way in one direction ends, or passes the place.
	}
}

/** Puts a step's end between its start and what follows there; says whether that could be done. */
function insert(graph: Graph, step: Step, { anchors }: Atlas): boolean {
	const { from, to, direction, wraps } = step;
	if (wraps) return false;
	const next = at(graph, step);
	if (next && next.to !== to) {
		if (!next.wraps && !beyond(anchors[to], anchors[next.to], direction))
			return false;
		const rest = { ...next, from: to };
		set(graph, rest);
		if (graph.get(next.to)?.[OPPOSITE[direction]]?.to === from)
			set(graph, reverse(rest));
	}
	set(graph, step, reverse(step));
	return true;
}

/** Whether one position lies on the far side of another. */
function beyond(
	[x, y]: Point = [0, 0],
	[toX, toY]: Point = [0, 0],
	direction: Direction,
): boolean {
	return { up: toY < y, down: toY > y, left: toX < x, right: toX > x }[
		direction
	];
}

/** For each place one that stands for its group: all that can be reached from each other. */
function groups(graph: Graph): Map<string, string> {
	const forth = new Map<string, string[]>();
	const back = new Map<string, string[]>(
		[...graph.keys()].map((id) => [id, []]),
	);
	for (const [id, ways] of graph) {
		const to = Object.values(ways).map((step) => step.to);
		forth.set(id, to);
		for (const end of to) back.get(end)?.push(id);
	}
	// Kosaraju: the other way round, in the order in which the places were left.
	const seen = new Set<string>();
	const left = [...graph.keys()].flatMap((id) => walk(id, forth, seen));
	const group = new Map<string, string>();
	const grouped = new Set<string>();
	for (const root of left.reverse())
		for (const id of walk(root, back, grouped)) group.set(id, root);
	return group;
}

/** What can be reached and wasn't seen, in the order in which a walk into the depth leaves it for good. */
function walk(
	root: string,
	ways: ReadonlyMap<string, readonly string[]>,
	seen: Set<string>,
): string[] {
	if (seen.has(root)) return [];
	seen.add(root);
	const left: string[] = [];
	const path = [{ id: root, next: 0 }];
	for (let here = path.at(-1); here; here = path.at(-1)) {
		const to = ways.get(here.id)?.[here.next++];
		if (to === undefined) {
			left.push(here.id);
			path.pop();
		} else if (!seen.has(to)) {
			seen.add(to);
			path.push({ id: to, next: 0 });
		}
	}
	return left;
}
