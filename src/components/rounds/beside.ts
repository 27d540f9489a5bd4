/** What is told to the map and the rounds, in pixels: how high the map is, how high the rounds are, and how high they were at most at this width. */
const LENGTHS = [
	"--_tier-map-height",
	"--_tier-map-rounds",
	"--_tier-map-most",
] as const;

for (const name of LENGTHS) {
	try {
		// Inherited, each change would have everything within the map styled anew.
		CSS.registerProperty({
			name,
			syntax: "<length>",
			inherits: false,
			initialValue: "0px",
		});
	} catch {
		// An older browser, in which they are inherited, or a second copy of the program.
	}
}

/** Where the map stops below the edge of the window: higher if the two together don't fit into it. */
const STOP =
	"min(1rem, 100vh - 2.25rem - var(--_tier-map-height) - var(--_tier-map-most))";

/**
 * Styles where the argument is read beside the map: the map and the rounds below it stay in sight, down to their end. Both may
 * move along all of it, so their margins are what keeps them apart.
 */
export const besideStyles = `
	.main,
	tier-map-rounds {
		grid-area: 1 / 1 / 3;
		align-self: start;
		position: sticky;
	}

	.main {
		/* What opens on the map lies over the panel. */
		z-index: 1;
		inset-block-start: ${STOP};
		margin-block-end: calc(var(--_tier-map-rounds) + 1.25rem);
	}

	tier-map-rounds {
		margin-block-start: calc(var(--_tier-map-height) + 1.25rem);
		inset-block-start: calc(${STOP} + var(--_tier-map-height) + 1.25rem);
	}
`;

/** Measures the map and the rounds whenever they change, for the styles above; the map doesn't jump while the rounds play. */
export class Beside {
	readonly #rounds: HTMLElement;
	readonly #sizes = new ResizeObserver(() => this.#measure());
	#map: HTMLElement | null = null;
	#width = 0;
	#most = 0;

	constructor(rounds: HTMLElement) {
		this.#rounds = rounds;
	}

	/** Call it when the rounds stand beside the map. */
	connect(): void {
		this.#map =
			this.#rounds.parentElement?.querySelector(":scope > .main") ?? null;
		for (const each of [this.#rounds, this.#map])
			if (each) this.#sizes.observe(each);
	}

	disconnect(): void {
		this.#sizes.disconnect();
	}

	#measure(): void {
		const { offsetWidth, offsetHeight } = this.#rounds;
		if (offsetWidth !== this.#width) this.#most = 0;
		this.#width = offsetWidth;
		this.#most = Math.max(this.#most, offsetHeight);
		const lengths = [this.#map?.offsetHeight ?? 0, offsetHeight, this.#most];
		for (const [i, name] of LENGTHS.entries())
			for (const each of [this.#rounds, this.#map])
				each?.style.setProperty(name, `${lengths[i]}px`);
	}
}
