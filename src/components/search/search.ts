import { html, nothing, type PropertyValues } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../../i18n/strings.ts";
import type { Core } from "../../model/edition.ts";
import type { Names } from "../../model/names.ts";
import { type Hit, type Search, searchIn } from "../../model/search.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import { swatch } from "../swatch.ts";
import type { Pick } from "../tier-map/state.ts";
import { searchStyles } from "./styles.ts";

/** Loads all names, as one language's reader wants them ordered. */
export type NamesLoader = () => Promise<{ readonly default: readonly Names[] }>;

/** Hits listed at once. */
const ROWS = 8;

/** Finds a place or region by name: an editable combobox with list autocomplete. */
export class TierMapSearch extends Part {
	static override readonly sheet = searchStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		levels: { attribute: false },
		picked: { attribute: false },
		loader: { attribute: false },
		query: { state: true },
		search: { state: true },
		failed: { state: true },
		open: { state: true },
		active: { state: true },
	};

	declare strings: Strings;
	declare core: Core;
	declare levels: ReadonlyMap<string, TierId>;
	declare picked: Pick | null;
	declare loader: NamesLoader | undefined;
	declare protected query: string;
	/** Null until the names have arrived, which they do once the field has the focus. */
	declare protected search: Search | null;
	declare protected failed: boolean;
	declare protected open: boolean;
	/** Row that Enter picks; -1 while the cursor is in the field only. */
	declare protected active: number;

	#hits: readonly Hit[] = [];
	/** Whose name stands in the field. */
	#named: string | null = null;
	/** Enter was pressed before the names were there. */
	#entered = false;

	constructor() {
		super();
		this.query = "";
		this.search = null;
		this.failed = false;
		this.open = false;
		this.active = -1;
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has("loader")) {
			this.search = null;
			if (this.matches(":focus-within")) void this.#load();
		}
		if (changed.has("picked") && this.#named !== (this.picked?.id ?? null)) {
			if (this.#named) this.query = "";
			this.#named = null;
		}
		this.#hits = this.search?.(this.query) ?? [];
	}

	protected override updated(): void {
		this.querySelector("[aria-selected=true]")?.scrollIntoView({
			block: "nearest",
		});
	}

	protected override render() {
		const { active, query, strings } = this;
		const rows = this.#rows();
		return html`
			<div class="field">
				<svg viewBox="0 0 20 20" aria-hidden="true">
					<path d="M8.5 2.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM13 13l5 5" />
				</svg>
				<input
					type="text"
					role="combobox"
					aria-label=${strings.search}
					aria-autocomplete="list"
					aria-expanded=${rows.length > 0}
					aria-controls="search-list"
					aria-activedescendant=${rows[active] ? `search-${active}` : nothing}
					placeholder=${strings.search}
					autocomplete="off"
					autocapitalize="off"
					autocorrect="off"
					spellcheck="false"
					enterkeyhint="search"
					.value=${live(query)}
					@focus=${this.#load}
					@click=${this.#click}
					@blur=${this.#close}
					@input=${this.#input}
					@keydown=${this.#keydown}
				/>
			</div>
			<ul
				id="search-list"
				role="listbox"
				aria-label=${strings.search}
				?hidden=${!rows.length}
				@mousedown=${keepFocus}
			>
				${repeat(
					rows,
					({ found, name }) => `${found.id} ${name.text}`,
					(hit, i) => this.#row(hit, i),
				)}
			</ul>
			<p class=${this.#isEmpty() ? "none" : "hidden"} role="status" .textContent=${this.#message()}></p>
		`;
	}

	#row({ found, name }: Hit, index: number) {
		const { core, strings } = this;
		const level = this.levels.get(found.id);
		const [own] = found.names;
		// What was typed is shown where it isn't the map's name; else the name in another language.
		const other =
			name === own ? found.names.find((n) => n !== own && !n.alias) : name;
		return html`
			<li
				id="search-${index}"
				role="option"
				aria-selected=${index === this.active}
				@click=${() => this.#pick(found)}
			>
				${level ? swatch(level) : html`<span class="blank"></span>`}
				<span class="name" translate="no">
					${own?.text}
					${
						other
							? html`<small>${other.former ? strings.formerly : nothing}<span lang=${other.lang}>${other.text}</span></small>`
							: nothing
					}
				</span>
				<span
					class="tier"
					.textContent=${core.tiers.find(({ id }) => id === level)?.name ?? strings.region}
				></span>
			</li>
		`;
	}

	#rows(): readonly Hit[] {
		return this.open ? this.#hits.slice(0, ROWS) : [];
	}

	#isEmpty(): boolean {
		return this.#message() !== "" && !this.#hits.length;
	}

	#message(): string {
		const { strings } = this;
		if (!this.open || !this.query.trim()) return "";
		if (!this.search) return this.failed ? strings.searchFailed : "";
		const { length } = this.#hits;
		return length ? strings.matches(length, ROWS) : strings.noMatch;
	}

	async #load(): Promise<void> {
		const { loader } = this;
		if (this.search || !loader) return;
		this.failed = false;
		try {
			const { default: names } = await loader();
			// Meanwhile the language may have changed.
			if (loader === this.loader) this.search = searchIn(names);
			await this.updateComplete;
			const [hit] = this.#hits;
			if (this.#entered && hit) this.#pick(hit.found);
			this.#entered = false;
		} catch {
			if (loader === this.loader) this.failed = true;
		}
	}

	/** A name that the field only repeats is to be typed over. */
	#click(): void {
		if (this.#named) this.querySelector("input")?.select();
	}

	#close(): void {
		this.#entered = false;
		this.open = false;
		this.active = -1;
	}

	#input(event: InputEvent): void {
		if (!(event.target instanceof HTMLInputElement)) return;
		this.query = event.target.value;
		this.#named = null;
		this.#entered = false;
		this.active = -1;
		this.open = true;
		void this.#load();
	}

	#keydown(event: KeyboardEvent): void {
		// An input method has its own use for these keys; in Safari the last one only says 229.
		if (event.isComposing || event.keyCode === 229) return;
		const { length } = this.#rows();
		switch (event.key) {
			case "ArrowDown":
				this.open = true;
				if (!event.altKey) this.#go(this.active + 1);
				break;
			case "ArrowUp":
				if (event.altKey) this.#close();
				else {
					this.open = true;
					this.#go(this.active < 0 ? -1 : this.active - 1);
				}
				break;
			case "Enter": {
				this.#entered = !this.search && this.query.trim() !== "";
				const hit = this.#hits[Math.max(this.active, 0)];
				if (!length || !hit) return;
				this.#pick(hit.found);
				break;
			}
			case "Escape":
				if (this.open && this.query) this.#close();
				else if (this.query) this.query = "";
				else return;
				break;
			case "ArrowLeft":
			case "ArrowRight":
			case "Home":
			case "End":
				// They move the cursor in the text, to which the reader so returns.
				this.active = -1;
				return;
			default:
				return;
		}
		event.preventDefault();
		event.stopPropagation();
	}

	/** Goes to a row, round the ends. */
	#go(row: number): void {
		const length = Math.min(this.#hits.length, ROWS);
		this.active = length ? (row + length) % length : -1;
	}

	#pick({ id, names }: Names): void {
		this.#close();
		this.query = names[0]?.text ?? "";
		this.#named = id;
		this.request({ type: "select", id, via: "search" });
		void this.updateComplete.then(() => this.querySelector("input")?.select());
	}
}

/** A press on the list leaves the focus in the field. */
function keepFocus(event: Event): void {
	event.preventDefault();
}

declare global {
	interface HTMLElementTagNameMap {
		"tier-map-search": TierMapSearch;
	}
}
