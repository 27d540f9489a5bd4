const BREADTH = 24;

/** A bar on a terminal; nothing where stderr is none. */
export class Progress {
	readonly #total: number;
	#done = 0;

	/** @param total number of steps */
	constructor(total: number) {
		this.#total = total;
	}

	/** Shows what is being made. */
	step(name: string): void {
		if (!process.stderr.isTTY) return;
		const full = Math.round((this.#done / this.#total) * BREADTH);
		const bar = "█".repeat(full) + "░".repeat(BREADTH - full);
		process.stderr.write(
			`\r\u001b[2K${bar} ${this.#done}/${this.#total} ${name}`,
		);
		this.#done += 1;
	}

	/** Takes the bar away, so that messages stand alone. */
	clear(): void {
		if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
	}
}
