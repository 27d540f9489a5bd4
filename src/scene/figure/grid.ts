import { ringsOf, scan } from "../../geo/rings.ts";
import { HEIGHT, WIDTH } from "../../geo/size.ts";

const COLUMNS = WIDTH;
const ROWS = HEIGHT;
const OUTSIDE = -1;
const SEA = 0;

/** A box in pixels of the map. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Which place is where, pixel by pixel: what is asked when text looks for room. */
export class Grid {
	readonly #owners = new Int16Array(COLUMNS * ROWS).fill(OUTSIDE);
	readonly #taken = new Uint8Array(COLUMNS * ROWS);
	readonly #numbers = new Map<string, number>();
	#sums: Int32Array | null = null;

	/**
	 * @param sphere path data of the outline of the Earth
	 * @param shapes path data by place
	 */
	constructor(sphere: string, shapes: Readonly<Record<string, string>>) {
		this.#fill(sphere, SEA);
		for (const [id, d] of Object.entries(shapes)) {
			this.#numbers.set(id, this.#numbers.size + 1);
			this.#fill(d, this.#numbers.size);
		}
	}

	#fill(d: string, owner: number): void {
		for (const [y, spans] of scan(ringsOf(d), 90, 1, 0.5)) {
			const row = Math.floor(y);
			if (row < 0 || row >= ROWS) continue;
			// The scan's lines run from right to left.
			for (const [from, to] of spans)
				this.#owners.fill(
					owner,
					row * COLUMNS + Math.max(0, Math.round(-to)),
					row * COLUMNS + Math.min(COLUMNS, Math.round(-from)),
				);
		}
	}

	/** Whether a box lies wholly within a place (or in the sea, for null) and on nothing taken. */
	fits(box: Box, place: string | null): boolean {
		const owner = place === null ? SEA : this.#numbers.get(place);
		return this.#every(
			box,
			(cell) => this.#owners[cell] === owner && !this.#taken[cell],
		);
	}

	/** How much of a box lies over land, off the Earth, or over what is taken: 0 to 1. */
	cover({ x, y, width, height }: Box): number {
		this.#sums ??= this.#sumUp();
		const sums = this.#sums;
		const column = (value: number) => Math.min(COLUMNS, Math.max(0, value));
		const row = (value: number) => Math.min(ROWS, Math.max(0, value));
		const at = (column: number, row: number) =>
			sums[row * (COLUMNS + 1) + column] ?? 0;
		const [left, right] = [column(Math.floor(x)), column(Math.ceil(x + width))];
		const [top, bottom] = [row(Math.floor(y)), row(Math.ceil(y + height))];
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
				if (this.#owners[cell] !== SEA || this.#taken[cell]) line += 1;
				sums[(row + 1) * (COLUMNS + 1) + column + 1] =
					line + (sums[row * (COLUMNS + 1) + column + 1] ?? 0);
			}
		}
		return sums;
	}

	take(box: Box): void {
		this.#sums = null;
		this.#every(box, (cell) => {
			this.#taken[cell] = 1;
			return true;
		});
	}

	#every(box: Box, test: (cell: number) => boolean): boolean {
		const left = Math.floor(box.x);
		const right = Math.ceil(box.x + box.width);
		const bottom = Math.ceil(box.y + box.height);
		const top = Math.floor(box.y);
		if (left < 0 || top < 0 || right > COLUMNS || bottom > ROWS) return false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++)
				if (!test(row * COLUMNS + column)) return false;
		return true;
	}
}
