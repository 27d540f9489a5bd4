/** Milliseconds that each round is shown. */
const PAUSE = 2500;

/** Steps on at an even pace, until it is stopped, the page is hidden, or the reader touches anything else. */
export class Playback {
	readonly #step: () => boolean;
	readonly #changed: () => void;
	#timer: ReturnType<typeof setInterval> | undefined;
	#listening: AbortController | undefined;

	/**
	 * @param step goes one step on; false at the end
	 * @param changed hears that playing began or ended
	 */
	constructor(step: () => boolean, changed: () => void) {
		this.#step = step;
		this.#changed = changed;
	}

	get playing(): boolean {
		return this.#timer !== undefined;
	}

	/** @param control the button that stops it, whose own click must not count as a touch elsewhere */
	start(control: Element): void {
		this.stop();
		const { ownerDocument: page } = control;
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		const touched = (event: Event) => {
			const { key } = event as Partial<KeyboardEvent>;
			const presses = !key || key === " " || key === "Enter";
			const own = event.composedPath().includes(control);
			if (!own || !presses) this.stop();
		};
		const options = { capture: true, passive: true, signal };
		page.addEventListener("pointerdown", touched, options);
		page.addEventListener("keydown", touched, options);
		page.addEventListener("visibilitychange", () => this.stop(), {
			signal,
		});
		this.#timer = setInterval(() => {
			if (!this.#step()) this.stop();
		}, PAUSE);
		this.#changed();
	}

	stop(): void {
		if (!this.playing) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#listening?.abort();
		this.#changed();
	}
}
