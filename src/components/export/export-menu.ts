import {
	html,
	nothing,
	type ReactiveController,
	type ReactiveElement,
} from "lit";
import type { ExportStrings } from "../../i18n/export.ts";
import type { TierMap } from "../tier-map/tier-map.ts";
import { pngOf } from "./files.ts";

/** The map that is saved, and what tells a screen reader so. */
export interface Saving {
	readonly map: Pick<TierMap, "toSVG" | "download">;
	readonly say: (text: string) => void;
}

interface Item {
	readonly label: string;
	/** @returns what is said when it is done */
	readonly act: () => Promise<string>;
}

const SCALES = [1, 2, 3];

/** A button of the toolbar, and the menu under it, by which a reader saves or copies the map (the ARIA practices' menu button). */
export class ExportMenu implements ReactiveController {
	readonly #host: ReactiveElement;
	#open = false;
	#failed = false;

	constructor(host: ReactiveElement) {
		this.#host = host;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#open = false;
	}

	render(strings: ExportStrings, saving: Saving) {
		return html`
			<div class="export" @keydown=${this.#key} @focusout=${this.#left}>
				<button
					type="button"
					aria-haspopup="menu"
					aria-expanded=${this.#open}
					aria-controls=${this.#open ? "export-menu" : nothing}
					@click=${() => this.#toggle(!this.#open)}
				>
					${strings.button}
				</button>
				${this.#open ? this.#menu(strings, saving) : nothing}
				${this.#failed ? html`<p class="export-failed">${strings.failed}</p>` : nothing}
			</div>
		`;
	}

	#menu(strings: ExportStrings, saving: Saving) {
		return html`
			<div class="export-menu" id="export-menu" role="menu" aria-label=${strings.button}>
				${this.#items(strings, saving).map(
					({ label, act }) => html`
						<button
							type="button"
							role="menuitem"
							tabindex="-1"
							@click=${() => this.#run(act, strings, saving)}
						>${label}</button>
					`,
				)}
			</div>
		`;
	}

	#items(strings: ExportStrings, { map }: Saving): Item[] {
		const { clipboard } = navigator;
		const item = (label: string, format: "svg" | "png", scale?: number) => ({
			label,
			act: async () => strings.saved(await map.download(format, scale)),
		});
		return [
			item(strings.svg, "svg"),
			...SCALES.map((scale) => item(strings.png(scale), "png", scale)),
			// Not there on pages that aren't secure.
			...(clipboard && "ClipboardItem" in window
				? [
						{
							label: strings.copyPicture,
							act: async () => {
								// Safari wants the promise itself, while the click still counts.
								await clipboard.write([
									new ClipboardItem({
										"image/png": map.toSVG().then((svg) => pngOf(svg, 2)),
									}),
								]);
								return strings.copied;
							},
						},
					]
				: []),
			...(clipboard
				? [
						{
							label: strings.copySvg,
							act: async () => {
								await clipboard.writeText(await map.toSVG());
								return strings.copied;
							},
						},
					]
				: []),
		];
	}

	async #run(act: Item["act"], strings: ExportStrings, { say }: Saving) {
		this.#failed = false;
		this.#toggle(false);
		this.#button?.focus();
		try {
			say(await act());
		} catch {
			// Who sees the page is told until the next try, who hears it at once.
			this.#failed = true;
			this.#host.requestUpdate();
			say(strings.failed);
		}
	}

	async #toggle(open: boolean) {
		this.#open = open;
		this.#host.requestUpdate();
		await this.#host.updateComplete;
		if (open) this.#buttons[0]?.focus();
	}

	readonly #key = (event: KeyboardEvent): void => {
		const { key } = event;
		if (!this.#open) {
			if (key !== "ArrowDown" || event.target !== this.#button) return;
			void this.#toggle(true);
		} else if (key === "Escape") {
			void this.#toggle(false);
			this.#button?.focus();
		} else if (!this.#step(key)) return;
		event.preventDefault();
		event.stopPropagation();
	};

	/** Whether a key leads to another item. */
	#step(key: string): boolean {
		const items = this.#buttons;
		const at = items.findIndex((item) => item.matches(":focus"));
		const to =
			{
				ArrowDown: (at + 1) % items.length,
				ArrowUp: (at + items.length - 1) % items.length,
				Home: 0,
				End: items.length - 1,
			}[key] ?? -1;
		items[to]?.focus();
		return to >= 0;
	}

	readonly #left = ({ relatedTarget, currentTarget }: FocusEvent): void => {
		const inside =
			currentTarget instanceof Element &&
			relatedTarget instanceof Node &&
			currentTarget.contains(relatedTarget);
		if (this.#open && !inside) void this.#toggle(false);
	};

	get #button(): HTMLElement | null {
		return this.#host.renderRoot.querySelector(".export > button");
	}

	get #buttons(): HTMLElement[] {
		return [
			...this.#host.renderRoot.querySelectorAll<HTMLElement>(
				".export-menu > button",
			),
		];
	}
}
