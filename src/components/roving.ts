import type { ReactiveController, ReactiveElement } from "lit";

const STEPS: Readonly<Record<string, number>> = {
	ArrowLeft: -1,
	ArrowUp: -1,
	ArrowRight: 1,
	ArrowDown: 1,
};

/**
 * Makes a group of controls one tab stop, in which the arrow keys, Home and End go from one to the next
 * (the ARIA practices' roving tabindex).
 */
export class Roving implements ReactiveController {
	readonly #host: ReactiveElement;
	readonly #selector: string;
	#current: Element | null = null;

	/** @param selector finds the controls within what the host renders, in their order */
	constructor(host: ReactiveElement, selector: string) {
		this.#host = host;
		this.#selector = selector;
		host.addController(this);
	}

	hostUpdated(): void {
		const controls = this.#controls();
		if (!this.#current || !controls.includes(this.#current as HTMLElement))
			this.#current = controls[0] ?? null;
		for (const control of controls)
			control.tabIndex = control === this.#current ? 0 : -1;
	}

	/** Put on the group's `keydown`. */
	readonly keydown = (event: KeyboardEvent): void => {
		const controls = this.#controls();
		const at = controls.indexOf(event.target as HTMLElement);
		if (at < 0) return;
		const step = STEPS[event.key] ?? 0;
		const to =
			event.key === "Home"
				? controls[0]
				: event.key === "End"
					? controls.at(-1)
					: step
						? controls[(at + step + controls.length) % controls.length]
						: undefined;
		if (!to) return;
		event.preventDefault();
		this.#current = to;
		this.hostUpdated();
		to.focus();
	};

	#controls(): HTMLElement[] {
		return [
			...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#selector),
		];
	}
}
