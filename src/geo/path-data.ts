import type { GeoContext } from "d3-geo";

/**
 * Collects what `d3.geoPath` draws as compact SVG path data: relative commands, one decimal.
 * Every vertex is rounded by its absolute position, so that errors don't add up and places that
 * share a border share its vertices to the digit.
 */
export class PathData implements GeoContext {
	#data = "";
	/** Last position in tenths of a unit. */
	#x = 0;
	#y = 0;
	#startX = 0;
	#startY = 0;
	#command = "";
	/** The number written last. */
	#last = "";
	readonly #scale: number;

	/** @param scale units of the path data per pixel */
	constructor(scale = 1) {
		this.#scale = scale;
	}

	/** The path data drawn so far, which is thereby taken away: the next call starts a new path. */
	take(): string {
		const data = this.#data;
		this.#data = "";
		this.#command = "";
		this.#x = this.#y = this.#startX = this.#startY = 0;
		return data;
	}

	moveTo(x: number, y: number): void {
		// `m` after `z` starts from the ring's start; the first one is absolute, so that paths can be joined.
		this.#to(this.#data ? "m" : "M", x, y);
		this.#startX = this.#x;
		this.#startY = this.#y;
	}

	lineTo(x: number, y: number): void {
		this.#to("l", x, y);
	}

	closePath(): void {
		this.#data += "z";
		this.#command = "z";
		this.#x = this.#startX;
		this.#y = this.#startY;
	}

	/** Points are drawn as marks of their own, never through the path. */
	arc(): void {}

	beginPath(): void {}

	#to(command: "M" | "m" | "l", x: number, y: number): void {
		const toX = Math.round(x * this.#scale * 10);
		const toY = Math.round(y * this.#scale * 10);
		const dx = toX - this.#x;
		const dy = toY - this.#y;
		if (command === "l" && dx === 0 && dy === 0) return;
		const first = tenths(dx);
		const second = tenths(dy);
		// After `m`, further pairs are relative lines; a repeated command letter may be left out.
		const implied =
			command === "l" && (this.#command === "m" || this.#command === "l");
		this.#data += implied ? apart(this.#last, first) : command;
		this.#data += first + apart(first, second) + second;
		this.#last = second;
		this.#command = command;
		this.#x = toX;
		this.#y = toY;
	}
}

/** What must stand between two numbers: nothing where a sign or a second point tells them apart. */
function apart(before: string, after: string): string {
	return after.startsWith("-") ||
		(after.startsWith(".") && before.includes("."))
		? ""
		: " ";
}

/** Tenths as the shortest decimal: 5 → `.5`, -12 → `-1.2`, 30 → `3`. */
function tenths(value: number): string {
	return (value / 10)
		.toFixed(1)
		.replace(/\.0$/, "")
		.replace(/^(-?)0\./, "$1.");
}
