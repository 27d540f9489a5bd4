import type { Point } from "./project.ts";

/** Up to so many positions, every pair counts as near. */
const FEW = 400;
/** Beyond, at least so many count as near to each. */
const NEAR = 16;
/** Positions in a cell of the grid they are looked up in, on average. */
const IN_CELL = 2;

/**
 * Which positions lie near each other: all where there are few; else their number grows with that of the
 * positions, and not with its square.
 *
 * @param positions in pixels
 * @param around how far it is round the Earth at each position: what lies that far away is near as well
 * @returns for each position, the indexes of later ones, in order
 */
export function laterNear(
	positions: readonly Point[],
	around: readonly number[],
): number[][] {
	const later = positions.map(() => new Set<number>());
	if (positions.length <= FEW)
		return positions.map((_, i) =>
			positions.slice(i + 1).map((_, j) => i + 1 + j),
		);
	const near = lookUp(positions);
	for (const [i, [x, y]] of positions.entries()) {
		const row = around[i] ?? 0;
		for (const shift of [0, -row, row])
			for (const j of near([x + shift, y]))
				if (i !== j) later[Math.min(i, j)]?.add(Math.max(i, j));
	}
	// What lies in a row ties together even groups far from each other.
	for (const axis of [0, 1] as const) {
		const row = positions
			.map((position, i) => ({
				i,
				at: position[axis],
				across: position[1 - axis] ?? 0,
			}))
			.sort((a, b) => a.at - b.at || a.across - b.across);
		for (const [n, { i }] of row.entries()) {
			const j = row[n + 1]?.i ?? i;
			if (i !== j) later[Math.min(i, j)]?.add(Math.max(i, j));
		}
	}
	return later.map((indexes) => [...indexes].sort((a, b) => a - b));
}

/** Finds what is in the cells around a point, as many as hold enough; nothing for one away from all cells. */
function lookUp(positions: readonly Point[]): (point: Point) => number[] {
	const size = Math.sqrt(
		(spread(positions.map(([x]) => x)) * spread(positions.map(([, y]) => y))) /
			(positions.length / IN_CELL),
	);
	const cells = new Map<string, number[]>();
	for (const [i, [x, y]] of positions.entries()) {
		const key = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
		const cell = cells.get(key);
		if (cell) cell.push(i);
		else cells.set(key, [i]);
	}
	const most = Math.ceil(Math.sqrt(positions.length / IN_CELL));
	return ([x, y]) => {
		const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
		const found: number[] = [];
		for (let ring = 0; ring <= most && found.length < NEAR; ring++) {
			for (let dx = -ring; dx <= ring; dx++)
				for (let dy = -ring; dy <= ring; dy++)
					if (Math.max(Math.abs(dx), Math.abs(dy)) === ring)
						found.push(...(cells.get(`${column + dx} ${row + dy}`) ?? []));
			if (ring === 2 && !found.length) return [];
		}
		return found;
	};
}

function spread(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) || 1;
}
