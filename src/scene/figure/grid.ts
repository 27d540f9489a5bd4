import type { Point } from "../../geo/project.ts";
import type { Ring } from "../../geo/rings.ts";
import { HEIGHT, WIDTH } from "../../geo/size.ts";

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
	readonly #cell: number;
	readonly #columns: number;
	readonly #rows: number;
	readonly #owners: Int16Array;
	readonly #taken: Uint8Array;
	readonly #numbers = new Map<string, number>();
	#sums: Int32Array | null = null;

	/**
	 * @param sphere the outline of the Earth
	 * @param shapes the places, by id
	 * @param cell side of a cell in pixels of the map
	 */
	constructor(
		sphere: readonly Ring[],
		shapes: ReadonlyMap<string, readonly Ring[]>,
		cell: number,
	) {
		this.#cell = cell;
		this.#columns = Math.ceil(WIDTH / cell);
		this.#rows = Math.ceil(HEIGHT / cell);
		this.#owners = new Int16Array(this.#columns * this.#rows).fill(OUTSIDE);
		this.#taken = new Uint8Array(this.#columns * this.#rows);
		// Where an edge passes through a row; one cell more than there are, for edges on the map's own.
		const edges = new Uint8Array((this.#columns + 1) * this.#rows);
		this.#fill(sphere, SEA, edges);
		for (const [id, rings] of shapes) {
			this.#numbers.set(id, this.#numbers.size + 1);
			this.#fill(rings, this.#numbers.size, edges);
		}
	}

	/** Gives the cells within rings to an owner, by the even-odd rule; edges are cleared again. */
	#fill(rings: readonly Ring[], owner: number, edges: Uint8Array): void {
		const [columns, rows, side] = [this.#columns, this.#rows, this.#cell];
		const [last, width] = [rows - 1, columns + 1];
		let [top, bottom, left, right] = [last, 0, columns, 0];
		for (const ring of rings) {
			// In cells, from the middle of the first.
			let [fromX, fromY] = ring.at(-1) ?? [0, 0];
			fromX = fromX / side - 0.5;
			fromY = fromY / side - 0.5;
			for (const point of ring) {
				const x = point[0] / side - 0.5;
				const y = point[1] / side - 0.5;
				const step = (x - fromX) / (y - fromY);
				const first = Math.max(0, Math.ceil(Math.min(y, fromY)));
				const end = Math.min(rows, Math.ceil(Math.max(y, fromY)));
				for (let row = first; row < end; row++) {
					const crossing = Math.ceil(fromX + (row - fromY) * step);
					const column = Math.min(columns, Math.max(0, crossing));
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
				if (within) this.#owners[row * columns + column] = owner;
			}
		}
	}

	/** Whether a box lies wholly within a place (or in the sea, for null) and on nothing taken. */
	fits(box: Box, place: string | null): boolean {
		const [columns, rows] = [this.#columns, this.#rows];
		const owner = place === null ? SEA : this.#numbers.get(place);
		const { left, top, right, bottom } = this.#cellsOf(box);
		if (left < 0 || top < 0 || right > columns || bottom > rows) return false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++) {
				const cell = row * columns + column;
				if (this.#owners[cell] !== owner || this.#taken[cell]) return false;
			}
		return true;
	}

	/** Whether a box reaches a place and no other. */
	reaches(box: Box, place: string): boolean {
		const owner = this.#numbers.get(place);
		const { left, top, right, bottom } = this.#within(box);
		let reached = false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++) {
				const cell = row * this.#columns + column;
				const found = this.#owners[cell] ?? OUTSIDE;
				if (found === owner) reached = true;
				else if (found > SEA) return false;
			}
		return reached;
	}

	/** How much of a box lies over land or off the Earth, 0 to 1; what is taken weighs more. */
	cover(box: Box): number {
		this.#sums ??= this.#sumUp();
		const sums = this.#sums;
		const { left, top, right, bottom } = this.#within(box);
		const at = (column: number, row: number) =>
			sums[row * (this.#columns + 1) + column] ?? 0;
		const covered =
			at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
		return covered / ((right - left) * (bottom - top) || 1);
	}

	/** How many cells are covered left of and above each corner. */
	#sumUp(): Int32Array {
		const [columns, rows] = [this.#columns, this.#rows];
		const sums = new Int32Array((columns + 1) * (rows + 1));
		for (let row = 0; row < rows; row++) {
			let line = 0;
			for (let column = 0; column < columns; column++) {
				const cell = row * columns + column;
				if (this.#taken[cell]) line += TAKEN;
				else if (this.#owners[cell] !== SEA) line += 1;
				sums[(row + 1) * (columns + 1) + column + 1] =
					line + (sums[row * (columns + 1) + column + 1] ?? 0);
			}
		}
		return sums;
	}

	/** How often something stands in the way of a line. */
	crossed(from: Point, to: Point): number {
		let count = 0;
		this.#along(from, to, (cell) => {
			count += this.#taken[cell] ?? 0;
		});
		return count;
	}

	takeLine(from: Point, to: Point): void {
		this.#sums = null;
		this.#along(from, to, (cell) => {
			this.#taken[cell] = 1;
		});
	}

	take(box: Box): void {
		this.#sums = null;
		const { left, top, right, bottom } = this.#within(box);
		for (let row = top; row < bottom; row++)
			this.#taken.fill(
				1,
				row * this.#columns + left,
				row * this.#columns + right,
			);
	}

	/** Visits the cells on a line between two positions on the map. */
	#along(
		[fromX, fromY]: Point,
		[toX, toY]: Point,
		visit: (cell: number) => void,
	): void {
		const side = this.#cell;
		const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / side);
		for (let i = 0; i <= steps; i++) {
			const share = i / (steps || 1);
			const column = Math.floor((fromX + (toX - fromX) * share) / side);
			const row = Math.floor((fromY + (toY - fromY) * share) / side);
			visit(row * this.#columns + column);
		}
	}

	/** The cells that a box touches. */
	#cellsOf({ x, y, width, height }: Box): Cells {
		return {
			left: Math.floor(x / this.#cell),
			top: Math.floor(y / this.#cell),
			right: Math.ceil((x + width) / this.#cell),
			bottom: Math.ceil((y + height) / this.#cell),
		};
	}

	/** Those of them that are on the map. */
	#within(box: Box): Cells {
		const { left, top, right, bottom } = this.#cellsOf(box);
		return {
			left: Math.max(0, left),
			top: Math.max(0, top),
			right: Math.min(this.#columns, right),
			bottom: Math.min(this.#rows, bottom),
		};
	}
}

/** A range of cells. */
interface Cells {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}
