import type { Point } from "./project.ts";

/** After so many vertices in a row that can't be reached, none farther on is tried. */
const PATIENCE = 6;

/** What a step off a vertex costs, in bits: of two lines as short, the truer one. */
const ASTRAY = 8;

/** A grid point that the new line may go through. */
interface Stop {
	readonly x: number;
	readonly y: number;
	/** Its distance from the vertex, in steps. */
	readonly off: number;
	/** What the cheapest way to it costs, and where that comes from. */
	cost: number;
	from: Stop | null;
}

/**
 * Draws a line anew through points of a grid, so that its path data is as short as it can be: the
 * cheapest way over the grid points near each of its vertices (after Imai and Iri 1988).
 *
 * @param line vertices in steps of the grid
 * @returns whole numbers; every vertex of the line lies within one step of it. Its ends go to the nearest grid points.
 */
export function fit(line: readonly Point[]): Point[] {
	const last = line.length - 1;
	const xs = Float64Array.from(line, ([x]) => x);
	const ys = Float64Array.from(line, ([, y]) => y);
	const stops = line.map(([x, y], i) =>
		i === 0 || i === last
			? [stop(Math.round(x), Math.round(y), 0)]
			: around(x, y),
	);
	for (const start of stops[0] ?? []) start.cost = 0;
	for (let i = 0; i < last; i++)
		for (const from of stops[i] ?? []) {
			if (from.cost === Number.POSITIVE_INFINITY) continue;
			let missed = 0;
			for (let j = i + 1; j <= last && missed < PATIENCE; j++) {
				missed++;
				for (const to of stops[j] ?? []) {
					if (!passes(xs, ys, i, j, from, to)) continue;
					missed = 0;
					const cost =
						from.cost +
						length(to.x - from.x, to.y - from.y) +
						ASTRAY * to.off ** 2;
					if (cost >= to.cost) continue;
					to.cost = cost;
					to.from = from;
				}
			}
		}
	const fitted: Point[] = [];
	for (let at = stops[last]?.[0] ?? null; at; at = at.from) {
		const next = fitted[0];
		if (at.x !== next?.[0] || at.y !== next[1]) fitted.unshift([at.x, at.y]);
	}
	return fitted;
}

function stop(x: number, y: number, off: number): Stop {
	return { x, y, off, cost: Number.POSITIVE_INFINITY, from: null };
}

/** The grid points within one step. */
function around(x: number, y: number): Stop[] {
	const left = Math.floor(x);
	const top = Math.floor(y);
	return [left, left + 1]
		.flatMap((u) =>
			[top, top + 1].map((v) => stop(u, v, Math.hypot(u - x, v - y))),
		)
		.filter(({ off }) => off <= 1);
}

/** About how many bits a step takes once it is written as text and compressed. */
function length(dx: number, dy: number): number {
	if (!dx && !dy) return 0;
	return 6 + Math.log2((Math.abs(dx) + 1) * (Math.abs(dy) + 1));
}

/** Whether the vertices between two lie within one step of the edge that leaves them out. */
function passes(
	xs: Float64Array,
	ys: Float64Array,
	i: number,
	j: number,
	from: Stop,
	to: Stop,
): boolean {
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	const square = dx * dx + dy * dy;
	for (let k = j - 1; k > i; k--) {
		const x = (xs[k] ?? 0) - from.x;
		const y = (ys[k] ?? 0) - from.y;
		const along = square ? (x * dx + y * dy) / square : 0;
		const at = Math.min(1, Math.max(0, along));
		if ((x - at * dx) ** 2 + (y - at * dy) ** 2 > 1) return false;
	}
	return true;
}
