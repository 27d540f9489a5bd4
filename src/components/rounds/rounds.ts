import { html, nothing, type PropertyValues, svg } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { datesOf } from "../../i18n/round-dates.ts";
import type { Strings } from "../../i18n/strings.ts";
import { type Argument, type Core, nameOf } from "../../model/edition.ts";
import { levelName } from "../../model/levels.ts";
import { roundIndex } from "../../model/round.ts";
import {
	type Change,
	isCovered,
	type RoundReach,
	roundReaches,
	type Turn,
} from "../../model/rounds.ts";
import { parseText } from "../../model/tokens.ts";
import { inTurn } from "../in-turn.ts";
import { panelStyles } from "../panel/styles.ts";
import { Part } from "../part.ts";
import { Roving } from "../roving.ts";
import { reliefSwatch, swatch } from "../swatch.ts";
import { Beside } from "./beside.ts";
import { countsTable, key, reachChart, sketch, years } from "./chart.ts";
import { Playback } from "./playback.ts";
import { roundsStyles } from "./styles.ts";

/** Lists of places longer than this are folded. */
const LONG = 8;

/** The rounds of control: a slider that recolours the map, what each round did, and how far each reached. */
export class TierMapRounds extends Part {
	/** The panel may be left out; its voices and citations look the same here. */
	static override readonly sheet = [panelStyles, roundsStyles];

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		argument: { attribute: false },
		round: { attribute: false },
		said: { state: true },
	};

	declare strings: Strings;
	declare core: Core;
	/** Null until it has arrived. */
	declare argument: Argument | null;
	/** Id of the round shown; an unknown one counts as the default. */
	declare round: string;
	/** What was announced last. */
	declare protected said: string;
	/** Beside the slider, all that can be pressed is one tab stop. */
	readonly #roving = new Roving(this, ".steps button, summary, .cite");
	#playback = new Playback(
		() => this.#advance(),
		() => this.requestUpdate(),
	);

	readonly #beside = new Beside(this);

	constructor() {
		super();
		this.said = "";
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#beside.connect();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#beside.disconnect();
		this.#playback.stop();
	}

	protected override async scheduleUpdate(): Promise<void> {
		if (!this.hasUpdated) await inTurn();
		super.scheduleUpdate();
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		// Another language says nothing of its own accord; a step says what it changed, once.
		if (changed.has("core")) this.said = "";
		else if (changed.has("round") && this.hasUpdated)
			this.said = this.#announcement(this.#shown);
	}

	protected override updated(): void {
		// As many columns above the slider as it has steps.
		this.style.setProperty("--rounds", String(this.core.rounds.length));
	}

	get #index(): number {
		return roundIndex(this.core, this.round);
	}

	get #shown(): RoundReach | undefined {
		return roundReaches(this.core)[this.#index];
	}

	#pick = (index: number): void => {
		const id = this.core.rounds[index]?.id;
		if (id !== undefined && index !== this.#index)
			this.request({ type: "round", id });
	};

	/** One round on, while playing; false when that was the last one. */
	#advance(): boolean {
		const next = this.#index + 1;
		this.#pick(next);
		return next < this.core.rounds.length - 1;
	}

	#play(event: Event): void {
		if (this.#playback.playing) {
			this.#playback.stop();
			return;
		}
		if (this.#index === this.core.rounds.length - 1) this.#pick(0);
		if (event.currentTarget instanceof Element)
			this.#playback.start(event.currentTarget);
	}

	protected override render() {
		const { argument, core, strings } = this;
		const reaches = roundReaches(core);
		const shown = this.#shown;
		if (!shown) return nothing;
		const total = core.places.filter(({ destination }) => destination).length;
		const note = this.#worldwide(total);
		return html`
			<section aria-label=${strings.rounds} @keydown=${this.#roving.keydown}>
				<h2>
					${strings.rounds}
					<small .textContent=${strings.roundOf(this.#index + 1, reaches.length)}></small>
				</h2>
				<div class="timeline">
					<figure>
						<figcaption>
							<strong>${strings.reach}</strong> ${strings.reachNote}
						</figcaption>
						${reachChart(reaches, this.#index, total, strings, this.#pick)}
					</figure>
					${this.#slider(shown)}
					${years(reaches)}
					<div class="beneath">${this.#buttons()} ${key(strings)}</div>
					${countsTable(reaches, note, strings)}
					${sketch(argument?.texts)}
				</div>
				${keyed(
					shown.round.id,
					this.#text(
						shown,
						total,
						isCovered(core, shown.round.rest) ? note : "",
					),
				)}
				<p class="hidden said" role="status" .textContent=${this.said}></p>
			</section>
		`;
	}

	/** That the licence was required everywhere in one round, though not every destination counts as covered. */
	#worldwide(total: number): string {
		const round = roundReaches(this.core).find((reach) => reach.worldwide);
		if (!round) return "";
		const { argument, strings } = this;
		return (argument?.texts["worldwide-note"] ?? "")
			.replace("{date}", strings.day(round.round.id))
			.replace("{count}", strings.number(total - round.covered));
	}

	#slider({ round }: RoundReach) {
		const { strings } = this;
		return html`
			<input
				type="range"
				aria-label=${strings.rounds}
				aria-valuetext=${strings.titled(strings.day(round.id), round.title)}
				min="0"
				max=${this.core.rounds.length - 1}
				step="1"
				.value=${live(String(this.#index))}
				@input=${(event: Event) => {
					const { target } = event;
					if (target instanceof HTMLInputElement)
						this.#pick(target.valueAsNumber);
				}}
			/>
		`;
	}

	#buttons() {
		const { core, strings } = this;
		const { playing } = this.#playback;
		const index = this.#index;
		const last = core.rounds.length - 1;
		// Kept focusable at the ends, so that a reader who arrives there by keyboard isn't thrown out.
		const step = (by: number, label: string, path: string) => html`
			<button
				type="button"
				aria-label=${label}
				title=${label}
				aria-disabled=${index + by < 0 || index + by > last}
				@click=${() => this.#pick(index + by)}
			>
				${icon(path)}
			</button>
		`;
		return html`
			<div class="steps">
				${step(-1, strings.previousRound, "M10 3 5 8l5 5")}
				<button type="button" class="play" @click=${this.#play}>
					${playing ? icon("M6 3v10M10 3v10") : icon("M5 3v10l8-5z")}
					<span .textContent=${playing ? strings.pause : strings.play}></span>
				</button>
				${step(1, strings.nextRound, "M6 3l5 5-5 5")}
			</div>
		`;
	}

	/** What the round shown says and did: facts, in the rule's voice. */
	#text(shown: RoundReach, total: number, note: string) {
		const { strings } = this;
		const { round, covered, limited, denied, embargoed, both } = shown;
		const dates = datesOf(round, strings);
		const relief = (round.relief ?? []).map((id) => nameOf(this.core, id));
		return html`
			<div class="voice rule" data-voice="rule" data-round=${round.id}>
				<p class="day">
					<time datetime=${round.id}>${strings.day(round.id)}</time>
					${round.established ? html`<span class="colours">${strings.established[round.established]}</span>` : nothing}
					<span class="colours">${round.recolours ? strings.recolours : strings.keepsColours}</span>
				</p>
				<h3>${round.title}</h3>
				${dates.length ? html`<p class="dates">${dates.join(" · ")}</p>` : nothing}
				${this.#cited()}
				<p class="coverage">
					<strong>${strings.coverage(covered, total, limited, denied)}</strong>
					${note}
					${embargoed.length ? html`<span class="others">${strings.embargoedApart(embargoed.map(({ name }) => name))}</span>` : nothing}
					${both.length ? html`<span class="others">${strings.embargoedAlready(both.map(({ name }) => name))}</span>` : nothing}
					${relief.length ? html`<span class="relieved">${reliefSwatch()} ${strings.reliefFor(relief)}</span>` : nothing}
				</p>
				${round.recolours ? this.#changes(shown) : nothing}
			</div>
		`;
	}

	/** The round's text with its citations, and what they refer to. The panel numbers its own. */
	#cited() {
		const { argument, core, strings } = this;
		if (!argument || argument.lang !== core.lang)
			return html`<p class="loading">${strings.loading}</p>`;
		const cited: string[] = [];
		const text = parseText(argument.rounds[this.#shown?.round.id ?? ""] ?? "");
		const pieces = text.map((segment) => {
			if (segment.kind === "text") return segment.text;
			if (segment.kind !== "source") return nothing;
			if (!cited.includes(segment.id)) cited.push(segment.id);
			const number = cited.indexOf(segment.id) + 1;
			return html`<a
				class="cite"
				href="#round-source-${segment.id}"
				aria-label=${strings.source(number)}
				@click=${this.#showSource}
				>${number}</a
			>`;
		});
		return html`
			<p class="round-text">${pieces}</p>
			<details class="sources">
				<summary>${strings.sources} (${cited.length})</summary>
				<ol>
				${cited.map((id) => {
					const source = argument.sources.find((s) => s.id === id);
					if (!source) return nothing;
					const { title, url, date } = source;
					return html`
						<li id="round-source-${id}" tabindex="-1">
							${url ? html`<a href=${url} rel="noopener" target="_blank">${title}</a>` : title}
							<span class="date">${date}</span>
						</li>
					`;
				})}
				</ol>
			</details>
		`;
	}

	/** Links within a shadow root don't work by themselves. */
	#showSource = (event: Event): void => {
		event.preventDefault();
		if (!(event.currentTarget instanceof Element)) return;
		const id = event.currentTarget.getAttribute("href") ?? "";
		const source = this.querySelector<HTMLElement>(`[id="${id.slice(1)}"]`);
		const details = source?.closest("details");
		if (details) details.open = true;
		source?.focus();
	};

	/** The map's change from the round before, as a list. */
	#changes(shown: RoundReach) {
		const { core, strings } = this;
		const { id } = shown.round;
		const lines = groups(shown.changes).map(({ turn, from, to, changes }) => {
			const title = this.#title(shown, turn);
			const level =
				turn === "moved"
					? strings.fromTo(levelName(core, from, id), levelName(core, to, id))
					: levelName(core, to, id);
			return html`
				<li data-turn=${turn}>
					${swatch(to)}
					<div>${this.#names(title, level, changes)}</div>
				</li>
			`;
		});
		return lines.length
			? html`<ul class="changes" aria-label=${strings.changes}>${lines}</ul>`
			: html`<p class="changes">${strings.noChange}</p>`;
	}

	#title({ worldwide }: RoundReach, turn: Turn): string {
		const { strings } = this;
		switch (turn) {
			case "covered":
				return worldwide
					? strings.titled(strings.newlyCovered, strings.theWorld)
					: strings.newlyCovered;
			case "released":
				return strings.released;
			case "moved":
				return strings.moved;
		}
	}

	/** Destinations by name; after them the places that took the colour without being counted. */
	#names(title: string, level: string, changes: readonly Change[]) {
		const { core, strings } = this;
		const { compare } = new Intl.Collator(core.lang);
		// A long list is looked up by name; a short one stays in the data's order.
		const long = changes.length > LONG;
		const names = (counted: boolean) => {
			const list = changes
				.filter(({ place }) => (place.destination ?? false) === counted)
				.map(({ place }) => place.name);
			return long ? list.sort(compare) : list;
		};
		const counted = names(true);
		const others = names(false);
		const list = html`
			${counted.length ? strings.list(counted) : nothing}
			${others.length ? html`<span class="others">${strings.notCounted(others)}</span>` : nothing}
		`;
		const heading = html`<strong>${title}</strong> <span class="level">${level}</span>`;
		return long
			? html`<details><summary>${heading} <span class="count">${strings.destinations(counted.length)}</span></summary>${list}</details>`
			: html`<p>${heading}</p><p>${list}</p>`;
	}

	/** One line for a reader who can't see the map change. The slider says the round's title itself. */
	#announcement(shown: RoundReach | undefined): string {
		if (!shown) return "";
		const { core, strings } = this;
		const { changes, covered, round } = shown;
		const parts = round.recolours
			? groups(changes).map(({ turn, to, changes }) => {
					const names = changes
						.filter(({ place }) => place.destination)
						.map(({ place }) => place.name);
					const what =
						names.length > LONG
							? strings.destinations(names.length)
							: strings.list(names);
					return strings.sentence(
						this.#title(shown, turn),
						turn === "moved"
							? strings.fromTo(what, levelName(core, to, round.id))
							: what,
					);
				})
			: [strings.mapKept];
		return [
			...parts,
			strings.sentence(strings.coveredDestinations, strings.number(covered)),
		].join(strings.tag.startsWith("zh") ? "" : " ");
	}
}

interface Group {
	readonly turn: Turn;
	readonly from: Change["from"];
	readonly to: Change["to"];
	readonly changes: Change[];
}

/** Changes of one kind together; where a place comes from counts only when it moved. */
function groups(changes: readonly Change[]): Group[] {
	const made: Group[] = [];
	for (const change of changes) {
		const { turn, from, to } = change;
		const group = made.find(
			(g) =>
				g.turn === turn && g.to === to && (turn !== "moved" || g.from === from),
		);
		if (group) group.changes.push(change);
		else made.push({ turn, from, to, changes: [change] });
	}
	return made.sort((a, b) => ORDER.indexOf(a.turn) - ORDER.indexOf(b.turn));
}

const ORDER: readonly Turn[] = ["covered", "moved", "released"];

function icon(path: string) {
	return html`
		<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>
	`;
}

declare global {
	interface HTMLElementTagNameMap {
		"tier-map-rounds": TierMapRounds;
	}
}
