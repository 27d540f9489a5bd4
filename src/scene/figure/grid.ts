import type { Point } from "../../geo/project.ts";
import type { Ring } from "../../geo/rings.ts";
import { HEIGHT, WIDTH } from "../../geo/size.ts";

/** Side of a cell in pixels of the map: fine enough for type, coarse enough to be asked thousands of times. */
const CELL = 2;
const COLUMNS = Math.ceil(WIDTH / CELL);
const ROWS = Math.ceil(HEIGHT / CELL);
const OUTSIDE = -1;
const SEA = 0;
/** How many times as much as bare land a cell counts that something stands on. */
const TAKEN = 6;

/** A box in pixels of the map. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The box around points, as far as it is on the map. */
export function boxAround(points: readonly Point[]): Box {
	let [left, top, right, bottom] = [WIDTH, HEIGHT, 0, 0];
	for (const [x, y] of points) {
		left = Math.max(0, Math.min(left, x));
		right = Math.min(WIDTH, Math.max(right, x));
		top = Math.max(0, Math.min(top, y));
		bottom = Math.min(HEIGHT, Math.max(bottom, y));
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Which place is where, cell by cell: what is asked when text looks for room. */
export class Grid {
	readonly #owners = new Int16Array(COLUMNS * ROWS).fill(OUTSIDE);
	readonly #taken = new Uint8Array(COLUMNS * ROWS);
	readonly #numbers = new Map<string, number>();
	#sums: Int32Array | null = null;

	/**
	 * @param sphere the outline of the Earth
	 * @param shapes the places, by id
	 */
	constructor(
		sphere: readonly Ring[],
		shapes: ReadonlyMap<string, readonly Ring[]>,
	) {
		// Where an edge passes through a row; one cell more than there are, for edges on the map's own.
		const edges = new Uint8Array((COLUMNS + 1) * ROWS);
		this.#fill(sphere, SEA, edges);
		for (const [id, rings] of shapes) {
			this.#numbers.set(id, this.#numbers.size + 1);
			this.#fill(rings, this.#numbers.size, edges);
		}
	}

	/** Gives the cells within rings to an owner, by the even-odd rule; edges are cleared again. */
	#fill(rings: readonly Ring[], owner: number, edges: Uint8Array): void {
		const [last, width] = [ROWS - 1, COLUMNS + 1];
		let [top, bottom, left, right] = [last, 0, COLUMNS, 0];
		for (const ring of rings) {
			// In cells, from the middle of the first.
			let [fromX, fromY] = ring.at(-1) ?? [0, 0];
			fromX = fromX / CELL - 0.5;
			fromY = fromY / CELL - 0.5;
			for (const point of ring) {
				const x = point[0] / CELL - 0.5;
				const y = point[1] / CELL - 0.5;
				const step = (x - fromX) / (y - fromY);
				const first = Math.max(0, Math.ceil(Math.min(y, fromY)));
				const end = Math.min(ROWS, Math.ceil(Math.max(y, fromY)));
				for (let row = first; row < end; row++) {
					const crossing = Math.ceil(fromX + (row - fromY) * step);
					const column = Math.min(COLUMNS, Math.max(0, crossing));
					const at = row * width + column;
					edges[at] = (edges[at] ?? 0) ^ 1;
					if (column < left) left = column;
					if (column > right) right = column;
				}
				if (first < end) {
					top = Math.min(top, first);
					bottom = Math.max(bottom, end);
				}
				fromX = x;
				fromY = y;
			}
		}
		for (let row = top; row < bottom; row++) {
			let within = 0;
			for (let column = left; column <= right; column++) {
				const at = row * width + column;
				within ^= edges[at] ?? 0;
				edges[at] = 0;
				if (within) this.#owners[row * COLUMNS + column] = owner;
			}
		}
	}

	/** Whether a box lies wholly within a place (or in the sea, for null) and on nothing taken. */
	fits(box: Box, place: string | null): boolean {
		const owner = place === null ? SEA : this.#numbers.get(place);
		const { left, top, right, bottom } = cellsOf(box);
		if (left < 0 || top < 0 || right > COLUMNS || bottom > ROWS) return false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++) {
				const cell = row * COLUMNS + column;
				if (this.#owners[cell] !== owner || this.#taken[cell]) return false;
			}
		return true;
	}

	/** Whether a box reaches a place and no other. */
	reaches(box: Box, place: string): boolean {
		const owner = this.#numbers.get(place);
		const { left, top, right, bottom } = within(cellsOf(box));
		let reached = false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++) {
				const found = this.#owners[row * COLUMNS + column] ?? OUTSIDE;
				if (found === owner) reached = true;
				else if (found > SEA) return false;
			}
		return reached;
	}

	/** How much of a box lies over land or off the Earth, 0 to 1; what is taken weighs more. */
	cover(box: Box): number {
		this.#sums ??= this.#sumUp();
		const sums = this.#sums;
		const { left, top, right, bottom } = within(cellsOf(box));
		const at = (column: number, row: number) =>
			sums[row * (COLUMNS + 1) + column] ?? 0;
		const covered =
			at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
		return covered / ((right - left) * (bottom - top) || 1);
	}

	/** How many cells are covered left of and above each corner. */
	#sumUp(): Int32Array {
		const sums = new Int32Array((COLUMNS + 1) * (ROWS + 1));
		for (let row = 0; row < ROWS; row++) {
			let line = 0;
			for (let column = 0; column < COLUMNS; column++) {
				const cell = row * COLUMNS + column;
				if (this.#taken[cell]) line += TAKEN;
				else if (this.#owners[cell] !== SEA) line += 1;
				sums[(row + 1) * (COLUMNS + 1) + column + 1] =
					line + (sums[row * (COLUMNS + 1) + column + 1] ?? 0);
			}
		}
		return sums;
	}

	/** How often something stands in the way of a line. */
	crossed(from: Point, to: Point): number {
		let count = 0;
		along(from, to, (cell) => {
			count += this.#taken[cell] ?? 0;
		});
		return count;
	}

	takeLine(from: Point, to: Point): void {
		this.#sums = null;
		along(from, to, (cell) => {
			this.#taken[cell] = 1;
		});
	}

	take(box: Box): void {
		this.#sums = null;
		const { left, top, right, bottom } = within(cellsOf(box));
		for (let row = top; row < bottom; row++)
			this.#taken.fill(1, row * COLUMNS + left, row * COLUMNS + right);
	}
}

/** Visits the cells on a line between two positions on the map. */
function along(
	[fromX, fromY]: Point,
	[toX, toY]: Point,
	visit: (cell: number) => void,
): void {
	const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / CELL);
	for (let i = 0; i <= steps; i++) {
		const share = i / (steps || 1);
		const column = Math.floor((fromX + (toX - fromX) * share) / CELL);
		const row = Math.floor((fromY + (toY - fromY) * share) / CELL);
		visit(row * COLUMNS + column);
	}
}

/** A range of cells. */
interface Cells {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The cells that a box touches. */
function cellsOf({ x, y, width, height }: Box): Cells {
	return {
		left: Math.floor(x / CELL),
		top: Math.floor(y / CELL),
		right: Math.ceil((x + width) / CELL),
		bottom: Math.ceil((y + height) / CELL),
	};
}

/** Those of the cells that are on the map. */
function within({ left, top, right, bottom }: Cells): Cells {
	return {
		left: Math.max(0, left),
		top: Math.max(0, top),
		right: Math.min(COLUMNS, right),
		bottom: Math.min(ROWS, bottom),
	};
}
