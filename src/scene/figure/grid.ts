import { HEIGHT, WIDTH } from "../../geo/project.ts";
import { ringsOf, scan } from "../../geo/rings.ts";

/** Side of a cell in pixels. */
export const CELL = 1;
const COLUMNS = Math.ceil(WIDTH / CELL);
const ROWS = Math.ceil(HEIGHT / CELL);
const OUTSIDE = -1;
const SEA = 0;

/** A box in pixels of the map. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Which place is where, in coarse cells: what is asked when text looks for room. */
export class Grid {
	readonly #owners = new Int16Array(COLUMNS * ROWS).fill(OUTSIDE);
	readonly #taken = new Uint8Array(COLUMNS * ROWS);
	readonly #numbers = new Map<string, number>();

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
		for (const [y, spans] of scan(ringsOf(d), 90, CELL, CELL / 2)) {
			const row = Math.floor(y / CELL);
			if (row < 0 || row >= ROWS) continue;
			// The scan's lines run from right to left.
			for (const [from, to] of spans)
				this.#owners.fill(
					owner,
					row * COLUMNS + Math.max(0, Math.round(-to / CELL)),
					row * COLUMNS + Math.min(COLUMNS, Math.round(-from / CELL)),
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
	cover(box: Box): number {
		let all = 0;
		let covered = 0;
		this.#every(box, (cell) => {
			all += 1;
			if (this.#owners[cell] !== SEA || this.#taken[cell]) covered += 1;
			return true;
		});
		return all ? covered / all : 1;
	}

	take(box: Box): void {
		this.#every(box, (cell) => {
			this.#taken[cell] = 1;
			return true;
		});
	}

	#every(box: Box, test: (cell: number) => boolean): boolean {
		const left = Math.floor(box.x / CELL);
		const right = Math.ceil((box.x + box.width) / CELL);
		const bottom = Math.ceil((box.y + box.height) / CELL);
		const top = Math.floor(box.y / CELL);
		if (left < 0 || top < 0 || right > COLUMNS || bottom > ROWS) return false;
		for (let row = top; row < bottom; row++)
			for (let column = left; column < right; column++)
				if (!test(row * COLUMNS + column)) return false;
		return true;
	}
}
