import { html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../../i18n/strings.ts";
import type { Argument, Core } from "../../model/edition.ts";
import { roundNamed } from "../../model/round.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import { summary } from "../summary.ts";
import { embargoSwatch, swatch } from "../swatch.ts";
import type { Pick } from "../tier-map/state.ts";
import {
	type Column,
	csvOf,
	matching,
	type Order,
	type Row,
	rowsOf,
	sorted,
} from "./rows.ts";
import { tableStyles } from "./styles.ts";

/** Steps between rows by key. */
const KEYS: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: 10,
	PageUp: -10,
	Home: -Infinity,
	End: Infinity,
};

/** Rows that are set at once: a table of many thousands is laid out for seconds. More come when they are scrolled or stepped to. */
const ROWS = 1000;

/** All places as a table that can be sorted, filtered and copied; a row picks its place. */
export class TierMapTable extends Part {
	static override readonly sheet = tableStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		argument: { attribute: false },
		levels: { attribute: false },
		round: { attribute: false },
		tier: { attribute: false },
		picked: { attribute: false },
		filter: { state: true },
		order: { state: true },
		focused: { state: true },
		room: { state: true },
		copied: { state: true },
		byHand: { state: true },
	};

	declare strings: Strings;
	declare core: Core;
	declare argument: Argument | null;
	declare levels: ReadonlyMap<string, TierId>;
	/** Id of the round asked for. */
	declare round: string;
	/** The tier shown alone. */
	declare tier: TierId | null;
	declare picked: Pick | null;
	declare protected filter: string;
	declare protected order: Order;
	/** The place whose row the Tab key goes to. */
	declare protected focused: string | null;
	/** How many rows are set. */
	declare protected room: number;
	/** Said after copying. */
	declare protected copied: string;
	/** The CSV, where it can only be copied by hand. */
	declare protected byHand: string | null;
	#rows: readonly Row[] = [];
	#shown: readonly Row[] = [];

	constructor() {
		super();
		this.filter = "";
		this.order = { column: "name", descending: false };
		this.focused = null;
		this.room = ROWS;
		this.copied = "";
		this.byHand = null;
	}

	protected override willUpdate(changed: PropertyValues): void {
		const { core, strings } = this;
		if (
			["core", "argument", "levels", "round"].some((name) => changed.has(name))
		)
			this.#rows = rowsOf(
				core,
				this.argument,
				this.levels,
				this.#knownRound,
				strings.tag,
			);
		if (
			["core", "argument", "levels", "round", "tier", "filter", "order"].some(
				(name) => changed.has(name),
			)
		) {
			const inTier = this.#rows.filter(
				(row) => !this.tier || row.tier?.id === this.tier,
			);
			this.#shown = sorted(
				matching(inTier, this.filter),
				this.order,
				core.tiers,
				strings.tag,
			);
			this.room = ROWS;
			this.copied = "";
			this.byHand = null;
		}
		const { picked } = this;
		if (picked)
			this.#setUpTo(
				this.#shown.findIndex(({ id }) => picked.places.includes(id)),
			);
	}

	protected override updated(changed: PropertyValues): void {
		// Where the end of fewer rows came into sight, more and more would be set.
		if (
			(changed.has("order") || changed.has("filter")) &&
			this.#shown.length > ROWS
		)
			this.querySelector(".table-scroll")?.scrollTo(0, 0);
		if (changed.has("picked")) this.#reveal();
		if (changed.has("byHand")) this.querySelector("textarea")?.select();
	}

	override connectedCallback(): void {
		super.connectedCallback();
		addEventListener("beforeprint", this.#print);
		// Shown again after the map, it has lost its scroll position.
		if (this.hasUpdated) requestAnimationFrame(() => this.#reveal());
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		removeEventListener("beforeprint", this.#print);
	}

	/** On paper all rows stand, and as many as before thereafter. */
	readonly #print = (): void => {
		const { room } = this;
		if (room >= this.#shown.length) return;
		addEventListener(
			"afterprint",
			() => {
				this.room = room;
			},
			{ once: true },
		);
		this.room = this.#shown.length;
		this.performUpdate();
	};

	/** Goes to the row the Tab key would go to. */
	override focus(): void {
		this.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
	}

	/** Scrolls the table, never the page, to what is picked. */
	#reveal(): void {
		const scroller = this.querySelector(".table-scroll");
		const row = this.querySelector(".table-picked");
		if (!scroller || !row) return;
		const head = this.querySelector("thead")?.clientHeight ?? 0;
		const frame = scroller.getBoundingClientRect();
		const box = row.getBoundingClientRect();
		if (box.top < frame.top + head || box.bottom > frame.bottom)
			scroller.scrollTop += box.top - frame.top - frame.height / 3;
	}

	/** Sets more rows where the one at an index isn't set yet. */
	#setUpTo(index: number): void {
		if (index >= this.room) this.room = Math.ceil((index + 1) / ROWS) * ROWS;
	}

	/** Sets more rows before the last of them comes into sight. */
	#more({ currentTarget }: Event): void {
		if (!(currentTarget instanceof Element)) return;
		const { scrollTop, clientHeight, scrollHeight } = currentTarget;
		if (
			scrollTop + 3 * clientHeight > scrollHeight &&
			this.room < this.#shown.length
		)
			this.room += ROWS;
	}

	#sort(column: Column): void {
		const { order } = this;
		this.order =
			order.column === column
				? { column, descending: !order.descending }
				: { column, descending: column === "claims" };
	}

	async #move(event: KeyboardEvent): Promise<void> {
		const step = KEYS[event.key];
		if (step === undefined || event.ctrlKey || event.metaKey || event.altKey)
			return;
		const from = this.#shown.findIndex(({ id }) => id === rowOf(event));
		const last = this.#shown.length - 1;
		const index = Math.min(last, Math.max(0, from + step));
		const to = this.#shown[index];
		if (from < 0 || !to) return;
		event.preventDefault();
		this.#setUpTo(index);
		await this.updateComplete;
		this.querySelector<HTMLElement>(`[data-row="${to.id}"] button`)?.focus();
	}

	#pick(event: Event): void {
		const id = rowOf(event);
		if (id) this.request({ type: "select", id, via: "table" });
	}

	async #copy(): Promise<void> {
		const text = csvOf(this.#shown, this.core.lang, this.#knownRound);
		try {
			await navigator.clipboard.writeText(text);
			this.byHand = null;
			this.copied = this.strings.table.copied(this.#shown.length);
		} catch {
			// Refused in most embedded frames, and absent without https.
			this.byHand = text;
			this.copied = this.strings.table.copyByHand;
		}
	}

	protected override render() {
		const { strings, byHand } = this;
		const words = strings.table;
		const shown = this.#shown;
		const set = shown.slice(0, this.room);
		const focusable =
			[this.focused, this.picked?.id].find((id) =>
				set.some((row) => row.id === id),
			) ?? set[0]?.id;
		return html`
			<div class="table-bar">
				<label>
					<span>${words.filter}</span>
					<input
						type="search"
						autocomplete="off"
						spellcheck="false"
						placeholder=${words.filterHint}
						aria-description=${words.filterHint}
						.value=${this.filter}
						@input=${(event: InputEvent) => {
							if (event.target instanceof HTMLInputElement)
								this.filter = event.target.value;
						}}
					/>
				</label>
				<button type="button" @click=${this.#copy}>${words.copy}</button>
				<p
					role="status"
					.textContent=${`${shown.length ? words.shown(shown.length, this.#rows.length) : words.none} ${this.copied}`}
				></p>
				${
					byHand === null
						? nothing
						: html`<textarea readonly rows="5" aria-label=${words.copy} .value=${byHand}></textarea>`
				}
			</div>
			<div class="table-scroll" @scroll=${this.#more}>
				<table aria-rowcount=${set.length < shown.length ? shown.length + 1 : nothing}>
					<caption .textContent=${this.#summary()}></caption>
					<thead>
						<tr>
							${this.#heading("name", words.name)}
							${this.#heading("tier", words.tier)}
							${this.#heading("regions", words.regions)}
							${this.argument ? this.#heading("claims", words.claims, words.claimsNote) : nothing}
						</tr>
					</thead>
					<tbody
						@click=${this.#pick}
						@keydown=${this.#move}
						@focusin=${(event: Event) => {
							this.focused = rowOf(event);
						}}
					>
						${repeat(
							set,
							({ id }) => `${strings.tag} ${id}`,
							(row) => this.#row(row, row.id === focusable),
						)}
					</tbody>
				</table>
			</div>
			<p class="table-keys">${words.keys}</p>
		`;
	}

	#heading(column: Column, label: string, note?: string) {
		const { order } = this;
		const sort = order.descending ? "descending" : "ascending";
		return html`
			<th scope="col" class="table-${column}" aria-sort=${order.column === column ? sort : nothing}>
				<button type="button" title=${note ?? nothing} @click=${() => this.#sort(column)}>${label}</button>
			</th>
		`;
	}

	#row(row: Row, tab: boolean) {
		const { id, name, otherNames, tier, regions, mentions } = row;
		const { strings, picked } = this;
		const marks = [
			...(row.embargo ? [strings.embargo] : []),
			...(row.relief.length ? [strings.relief] : []),
		];
		return html`
			<tr data-row=${id} class=${picked?.places.includes(id) ? "table-picked" : nothing}>
				<th scope="row" class="table-name">
					<button
						type="button"
						tabindex=${tab ? 0 : -1}
						aria-current=${picked?.id === id ? "true" : nothing}
						translate="no"
					>${name}</button>
					${Object.entries(otherNames).map(
						([lang, other]) =>
							html`<small lang=${lang} translate="no">${other}</small>`,
					)}
				</th>
				<td class="table-tier">
					${tier ? html`<div>${row.embargo ? embargoSwatch(this.core.tiers) : swatch(tier.id)}<span><span .textContent=${tier.name}></span>${marks.map((mark) => html` <small .textContent=${mark}></small>`)}</span></div>` : nothing}
				</td>
				<td class="table-regions"><span>${regions.join(strings.table.separator)}</span></td>
				${
					mentions
						? html`
							<td class="table-claims">
								${strings.number(mentions.all)}
								${mentions.named ? html`<small>${strings.table.byName(mentions.named)}</small>` : nothing}
							</td>
						`
						: nothing
				}
			</tr>
		`;
	}

	/** The round whose levels are shown: the default one where there is none such. */
	get #knownRound(): string {
		const { core, round } = this;
		return roundNamed(core, round)?.id ?? core.round;
	}

	/** What the table shows, in a sentence or two. */
	#summary(): string {
		const { core, strings } = this;
		const words = strings.table;
		const named = this.#rows.filter(({ mentions }) => mentions?.named);
		const spokenOf = this.#rows.filter(({ mentions }) => mentions?.all);
		const places = summary(core, this.levels, this.#knownRound, strings);
		if (!this.argument) return places;
		const mentions = words.mentions(
			named.length,
			spokenOf.length - named.length,
		);
		return `${places}${words.sentenceSpace}${mentions}`;
	}
}

/** The place in whose row an event happened. */
function rowOf({ target }: Event): string | null {
	if (!(target instanceof Element)) return null;
	return target.closest("[data-row]")?.getAttribute("data-row") ?? null;
}
