import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { levelOf, levelsOf, nowLine } from "../../i18n/now.ts";
import { scopeTitle, tierName } from "../../i18n/scope.ts";
import { silenceOn } from "../../i18n/silence.ts";
import type { Strings } from "../../i18n/strings.ts";
import {
	claimsFor,
	essayRegion,
	mentionOf,
	type ScopedClaims,
} from "../../model/claims.ts";
import {
	type Argument,
	type Core,
	type Fact,
	nameInSentence,
} from "../../model/edition.ts";
import { levelsIn, namedIn } from "../../model/levels.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import { placeIn } from "../../model/place.ts";
import type { TierId } from "../../model/types.ts";
import { inTurn } from "../in-turn.ts";
import { Part } from "../part.ts";
import { embargoSwatch, reliefSwatch, swatch } from "../swatch.ts";
import type { Pick } from "../tier-map/state.ts";
import { chain } from "./chain.ts";
import { Citations } from "./citations.ts";
import { claimItem } from "./claim.ts";
import { type Missing, notices } from "./missing.ts";
import { placeRounds } from "./place-rounds.ts";
import { pickLinks, prose, type Setting } from "./prose.ts";
import { panelStyles } from "./styles.ts";

/** A swipe is at least that long, in pixels. */
const SWIPE = 80;

/** The argument for what is picked, in three voices; before anything is picked, the thesis. */
export class TierMapPanel extends Part {
	static override readonly sheet = panelStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		argument: { attribute: false },
		picked: { attribute: false },
		round: { attribute: false },
		missing: { attribute: false },
	};

	#from = { x: 0, y: 0 };
	declare strings: Strings;
	declare core: Core;
	/** Null until it has arrived. */
	declare argument: Argument | null;
	declare picked: Pick | null;
	/** The round that the map shows, whose level heads the panel; it argues about the default one. */
	declare round: string;
	declare missing: Missing;

	#hadFocus = false;

	protected override willUpdate(): void {
		this.#hadFocus = this.contains(focused(this));
	}

	/** Of what is picked anew nothing stays; a reader who was in it goes on at its beginning. */
	protected override updated(): void {
		if (this.#hadFocus && !this.contains(focused(this)))
			this.focus({ preventScroll: true });
	}

	/** What the reader has picked doesn't wait. */
	protected override async scheduleUpdate(): Promise<void> {
		if (!this.hasUpdated && !this.picked) await inTurn();
		super.scheduleUpdate();
	}

	protected override render() {
		const { argument, core, picked, strings } = this;
		const said = notices(this.missing, core, strings).map(
			(notice) =>
				html`<p class="notice" role="status" .textContent=${notice}></p>`,
		);
		if (!argument || argument.lang !== core.lang)
			return html`${said}<p class="loading">${strings.loading}</p>`;
		const setting: Setting = {
			core,
			argument,
			strings,
			sources: new Citations(),
			claims: new Citations(),
			select: (id) => this.request({ type: "select", id, via: "panel" }),
		};
		return html`
			<section
				aria-label=${strings.panel}
				tabindex="-1"
				@pointerdown=${this.#down}
				@pointerup=${this.#up}
			>
				${said}
				${keyed(
					argument,
					keyed(picked?.id, [
						picked ? this.#argue(picked, setting) : thesis(setting),
						sourceList(setting),
					]),
				)}
				<p>
					<button type="button" class="link" @click=${() => this.request({ type: "focus", part: "map" })}>
						${strings.toMap}
					</button>
				</p>
			</section>
		`;
	}

	override focus(options?: FocusOptions): void {
		this.querySelector<HTMLElement>("section")?.focus(options);
	}

	#down({ clientX, clientY }: PointerEvent): void {
		this.#from = { x: clientX, y: clientY };
	}

	/** A finger's swipe to the side closes the panel. */
	#up({ clientX, clientY, pointerType }: PointerEvent): void {
		const aside = Math.abs(clientX - this.#from.x);
		const down = Math.abs(clientY - this.#from.y);
		if (
			pointerType === "touch" &&
			this.picked &&
			aside > SWIPE &&
			down < aside / 3
		)
			this.request({ type: "select", id: null, via: "panel" });
	}

	#argue(picked: Pick, setting: Setting) {
		const { core, argument } = setting;
		// The column is about the rule of the default round, whichever round the map shows.
		const tier =
			picked.kind === "place"
				? (levelsIn(core, core.round).get(picked.id) ?? null)
				: null;
		const scoped = claimsFor(core, argument, picked.id, tier);
		return html`
			${this.#heading(picked, setting)}
			${
				this.round === core.round
					? nothing
					: html`<p
						class="other-round"
						.textContent=${setting.strings.otherRound(setting.strings.day(this.round), setting.strings.day(core.round))}
					></p>`
			}
			${tier ? rule(picked, tier, this.round, setting) : nothing}
			<section class="voice column" data-voice="column">
				<h3>${setting.strings.column}</h3>
				<p class="voice-note">${setting.strings.columnNote}</p>
				${silence(picked, scoped, setting)}
				${essay(picked, tier, scoped, setting)}
				${chain(picked.id, tier, scoped, setting)}
				${scoped.map((group) => scopeSection(picked.id, group, setting))}
				${otherClaims(scoped, setting)}
				<p class="credit">${prose(argument.texts["column-credit"] ?? "", setting)}</p>
			</section>
		`;
	}

	#heading(picked: Pick, setting: Setting) {
		const { core, argument, strings } = setting;
		const place = core.places.find(({ id }) => id === picked.id);
		const others = Object.entries(argument.places[picked.id]?.otherNames ?? {});
		return html`
			<header>
				${place ? html`<p class="tier-pill" data-voice="rule">${sign(core, place.id, this.round)} ${levelOf(core, place.id, this.round, strings)}</p>` : nothing}
				<h2 translate="no">
					${picked.name}
					${others.map(
						([lang, name]) => html`<small lang=${lang}>${name}</small>`,
					)}
				</h2>
				<button
					type="button"
					class="close"
					aria-label=${strings.close}
					@click=${() => this.request({ type: "select", id: null, via: "panel" })}
				>
					×
				</button>
				${standing(picked, this.round, setting)}
				${
					place?.parent
						? html`<p class="belongs">${prose(argument.places[place.id]?.parentNote ?? strings.parent(`{place:${place.parent}}`), setting)}</p>`
						: nothing
				}
				${place ? regionLinks(place.regions, setting) : members(picked, setting)}
			</header>
		`;
	}
}

/** What has the focus, beside an element or in it. */
function focused(element: Element): Element | null {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? root.activeElement : null;
}

function thesis(setting: Setting) {
	const { argument, strings } = setting;
	const { texts } = argument;
	return html`
		<header><h2>${strings.thesis}</h2></header>
		<section class="voice column" data-voice="column">
			<h3>${strings.column}</h3>
			<p>${prose(texts.thesis ?? "", setting)}</p>
			<h4>${strings.definition}</h4>
			<p>${prose(texts.definition ?? "", setting)}</p>
			${otherClaims([], setting)}
			<p class="credit">${prose(texts["column-credit"] ?? "", setting)}</p>
		</section>
		${
			texts.weigh
				? html`<section class="voice ours" data-voice="ours">
					<h3>${strings.weigh}</h3>
					<p>${prose(texts.weigh, setting)}</p>
				</section>`
				: nothing
		}
		<section class="voice rule" data-voice="rule">
			<h3>${strings.status}</h3>
			<p>${prose(texts.status ?? "", setting)}</p>
		</section>
		<p class="invite">${texts.invite}</p>
	`;
}

/** The colour of a place in a round, with the dots of an embargo. */
function sign(core: Core, place: string, round: string) {
	return embargoesIn(core, round).has(place)
		? embargoSwatch(core.tiers)
		: swatch(levelsIn(core, round).get(place) ?? "");
}

/** What holds in the round shown, what held under the rule that the column is about, and what holds now. */
function standing({ id, kind, places }: Pick, round: string, setting: Setting) {
	const { argument, core, strings } = setting;
	const day = strings.day(round);
	const level = levelsIn(core, round).get(id) ?? "";
	const isPlace = kind === "place";
	// Under a level of another round than the argument's, what it means isn't said below.
	const words = namedIn(core, round) === core ? undefined : argument.levels;
	const means =
		isPlace && round !== core.round
			? (words?.[level] ?? argument.tiers[level])
			: undefined;
	const held = (of: string) =>
		isPlace
			? levelOf(core, id, of, strings)
			: levelsOf(core, places, of, strings);
	return html`
		<div class="standing" data-voice="rule">
			<p>
				<span class="label">${strings.controlsOf(day)}</span>
				${means ?? held(round)}
			</p>
			${(reliefIn(core, round).get(id) ?? []).map(
				(each) =>
					html`<p>${reliefSwatch()} ${strings.reliefBy(each.title, strings.day(each.id))}</p>`,
			)}
			${
				round === core.round
					? nothing
					: html`<p>
						<span class="label">${strings.ruleOf(strings.day(core.round))}</span>
						${isPlace ? sign(core, id, core.round) : nothing} ${held(core.round)}
					</p>`
			}
			<p class="now">${nowLine(core, places, strings)}</p>
		</div>
	`;
}

function regionLinks(ids: readonly string[], setting: Setting) {
	if (!ids.length) return nothing;
	return html`
		<p class="regions">
			<span class="label">${setting.strings.regions}</span>
			${pickLinks(ids, setting)}
		</p>
	`;
}

function members({ id, places }: Pick, setting: Setting) {
	const { argument, strings } = setting;
	return html`
		<details class="members">
			<summary>${strings.members} (${strings.places(places.length)})</summary>
			<p class="regions">
				${pickLinks(places, setting)}
			</p>
			<p class="credit">${prose(argument.regions[id] ?? "", setting)}</p>
		</details>
	`;
}

/** What the rule says: facts for the tier, and why the place is in it. */
function rule({ id }: Pick, tier: TierId, round: string, setting: Setting) {
	const { argument, strings } = setting;
	const place = argument.places[id];
	const facts = argument.facts.filter(({ tiers }) => tiers.includes(tier));
	const own = facts.filter(({ tiers }) => tiers.length === 1);
	const shared = facts.filter(({ tiers }) => tiers.length > 1);
	return html`
		<section class="voice rule" data-voice="rule">
			<h3>${strings.rule}</h3>
			<p class="voice-note">${strings.ruleNote}</p>
			${embargo(id, round, setting)}
			<p>${prose(argument.tiers[tier] ?? "", setting)}</p>
			${factList(own, setting)}
			<p class="status">
				<span class="label">${strings.status}</span>
				${prose(argument.texts.status ?? "", setting)}
			</p>
			${
				shared.length
					? html`<details>
						<summary>${strings.moreRule}</summary>
						${factList(shared, setting)}
					</details>`
					: nothing
			}
			${
				place
					? html`
						<details class="why">
							<summary>${strings.whyTier}</summary>
							<p>
								<span class="label">${strings.bases[place.basis]}</span>
								${prose(place.why, setting)}
							</p>
						</details>
						${
							place.dispute
								? html`<p class="dispute">
									<span class="label">${strings.disputed}</span>
									${prose(place.dispute, setting)}
								</p>`
								: nothing
						}
					`
					: nothing
			}
			${placeRounds(id, setting)}
		</section>
	`;
}

/** The embargo that a place is under apart from the rounds, with what it rests on. */
function embargo(place: string, round: string, setting: Setting) {
	const { argument, core, strings } = setting;
	const held = embargoesIn(core, round).get(place);
	if (!held) return nothing;
	const { note = "", sources = [] } =
		argument.embargoes?.[held.place]?.[held.since] ?? {};
	const cited = sources.map((source) => `{source:${source}}`).join("");
	return html`
		<p class="embargo">
			${embargoSwatch(core.tiers)}
			<strong>${strings.embargoSince(strings.day(held.since))}</strong>
			${prose(`${note}${cited}`, setting)}
		</p>
	`;
}

function factList(facts: readonly Fact[], setting: Setting) {
	return html`
		<ul>
			${facts.map(({ text }) => html`<li>${prose(text, setting)}</li>`)}
		</ul>
	`;
}

/** Says openly where the column doesn't speak of the place. */
function silence(
	{ id }: Pick,
	scoped: readonly ScopedClaims[],
	{ core, argument, strings }: Setting,
) {
	const sentence = silenceOn(id, scoped, core, argument, strings);
	return sentence ? html`<p class="silence">${sentence}</p>` : nothing;
}

/** The text on the place or region, else on the narrowest of its regions, else on its tier. */
function essay(
	{ id, kind }: Pick,
	tier: TierId | null,
	scoped: readonly ScopedClaims[],
	setting: Setting,
) {
	const { core, argument, strings } = setting;
	if (argument.essays[id]) return paragraphs(id, setting);
	const place = placeIn(core, id);
	const region = place && essayRegion(core, argument, place);
	if (region) {
		const title = strings.onRegion(
			nameInSentence(core, region),
			nameInSentence(core, id),
		);
		return html`
			<h4>${title}</h4>
			${paragraphs(region, setting, onTier(scoped, setting))}
		`;
	}
	const named = kind === "place" && mentionOf(core, scoped) === "named";
	return named ? nothing : paragraphs(`tier-${tier}`, setting);
}

/**
 * An essay, and what we add to it in our own voice.
 *
 * @param end what the column says besides
 */
function paragraphs(
	about: string,
	setting: Setting,
	end: readonly TemplateResult[] = [],
) {
	const { argument, strings } = setting;
	const set = (text: string | undefined) =>
		text
			? text
					.split("\n\n")
					.map((paragraph) => html`<p>${prose(paragraph, setting)}</p>`)
			: nothing;
	const application = argument.applications?.[about];
	return html`
		${set(argument.essays[about])} ${end}
		${
			application
				? html`
					<div class="voice ours application" data-voice="ours">
						<p class="label">${strings.application}</p>
						${set(application)}
					</div>
				`
				: nothing
		}
	`;
}

/** One sentence on the tier, after the essay of a region. */
function onTier(
	scoped: readonly ScopedClaims[],
	setting: Setting,
): TemplateResult[] {
	const { core, strings } = setting;
	return scoped.flatMap(({ scope, claims }) => {
		if (scope.kind !== "tier") return [];
		const references = claims.map(({ id }) => `{claim:${id}}`).join("");
		const name = tierName(core, scope.id);
		return [
			html`<p>${prose(strings.alsoOnTier(name, references), setting)}</p>`,
		];
	});
}

function scopeSection(
	id: string,
	{ scope, claims }: ScopedClaims,
	setting: Setting,
) {
	const list = html`
		<ul class="claims">
			${claims.map((claim) => claimItem(claim, setting))}
		</ul>
	`;
	const title = scopeTitle(scope, id, setting.core, setting.strings);
	// What the column says of the whole world is the same everywhere: it waits folded.
	return scope.kind === "world"
		? html`<details><summary><h4>${title}</h4> (${claims.length})</summary>${list}</details>`
		: html`<h4>${title}</h4>${list}`;
}

/** Claims that a text above refers to and that aren't listed for the place itself. */
function otherClaims(scoped: readonly ScopedClaims[], setting: Setting) {
	const { argument, claims, strings } = setting;
	const listed = new Set(scoped.flatMap((group) => group.claims));
	const others = claims.ids().flatMap((id) => {
		const claim = argument.claims.find((c) => c.id === id);
		return claim && !listed.has(claim) ? [claim] : [];
	});
	if (!others.length) return nothing;
	return html`
		<details>
			<summary><h4>${strings.otherClaims}</h4> (${others.length})</summary>
			<ul class="claims">
				${others.map((claim) => claimItem(claim, setting))}
			</ul>
		</details>
	`;
}

/** Everything cited above, by number. It comes last, when all numbers are given. */
function sourceList(setting: Setting): TemplateResult | typeof nothing {
	const { argument, sources, strings } = setting;
	const list = sources
		.ids()
		.flatMap((id) => argument.sources.find((source) => source.id === id) ?? []);
	if (!list.length) return nothing;
	return html`
		<section class="sources">
			<h3>${strings.sources}</h3>
			<ol>
				${list.map(
					({ id, title, url, date, note }) => html`
						<li id="source-${id}" tabindex="-1">
							${url ? html`<a href=${url} rel="noopener" target="_blank">${title}</a>` : title}
							<span class="date">${date}</span>
							${note ? html`<small>${note}</small>` : nothing}
						</li>
					`,
				)}
			</ol>
		</section>
	`;
}
