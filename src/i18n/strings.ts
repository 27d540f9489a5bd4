import type {
	Basis,
	Check,
	Checkable,
	ClaimKind,
	Established,
	LangKey,
} from "../model/types.ts";
import { en } from "./en.ts";
import type { ExportStrings } from "./export.ts";
import { type ByLanguage, inLanguage, isSpoken } from "./languages.ts";
import type { MapStrings } from "./map-strings.ts";
import type { TableStrings } from "./table.ts";
import { zh } from "./zh.ts";

/** Everything the interface says that isn't data. Every language has every key. */
export interface Strings extends MapStrings {
	readonly toolbar: string;
	readonly toPanel: string;
	readonly toMap: string;
	readonly zoom: string;
	readonly zoomIn: string;
	readonly zoomOut: string;
	readonly zoomFit: string;
	readonly zoomReset: string;
	readonly showAll: string;
	readonly close: string;
	readonly panel: string;
	readonly loading: string;
	unknownPlace(id: string): string;
	unknownTier(id: string): string;
	/** `shown` is the date of the round shown instead. */
	unknownRound(id: string, shown: string): string;
	/** Where the map shows another round than the one the panel argues about. */
	otherRound(shown: string, argued: string): string;
	readonly rule: string;
	readonly ruleNote: string;
	readonly column: string;
	readonly columnNote: string;
	readonly check: string;
	readonly checks: Readonly<Record<Check, string>>;
	/** What a claim is that can't be checked. */
	readonly uncheckable: Readonly<Record<Exclude<Checkable, "yes">, string>>;
	readonly kinds: Readonly<Record<ClaimKind, string>>;
	readonly bases: Readonly<Record<Basis, string>>;
	section(ids: readonly string[]): string;
	/** "Part of or administered from Norway." */
	parent(name: string): string;
	readonly moreRule: string;
	readonly whyTier: string;
	readonly disputed: string;
	readonly status: string;
	readonly chain: string;
	readonly restriction: string;
	readonly response: string;
	readonly effect: string;
	/** That the six ways and the chain are a grouping of ours, and its last link an inference. */
	readonly grouped: string;
	readonly inferred: string;
	/** Of what the column speaks; `place` is the one that is read about. Names are as they stand in a sentence. */
	aboutPlace(name: string): string;
	aboutRegion(name: string, place: string): string;
	aboutGroup(name: string, place: string): string;
	aboutTier(name: string): string;
	readonly aboutWorld: string;
	readonly aboutTierOrWorld: string;
	aboutParent(name: string, place: string): string;
	/** Over the essay of a region, and after it. */
	onRegion(name: string, place: string): string;
	alsoOnTier(name: string, claims: string): string;
	readonly otherClaims: string;
	/** "It applies here only what it says of Africa and Asia." */
	onlyThrough(regions: string): string;
	/** Why what the column says of a place's regions isn't taken to mean the place. */
	readonly notMeant: {
		uninhabited(regions: string, name: string): string;
		territory(regions: string, name: string, parent: string): string;
		/** `others` are the groups that it would have to be in. */
		outside(regions: string, name: string, others: string): string;
	};
	/** Over what the editors add in their own voice. */
	readonly application: string;
	readonly remark: string;
	readonly restrictionOnRegion: string;
	readonly alsoAbout: string;
	readonly members: string;
	readonly regions: string;
	readonly sources: string;
	source(number: number): string;
	claim(id: string): string;
	readonly thesis: string;
	/** Over what the editors say of the thesis in their own voice. */
	readonly weigh: string;
	readonly definition: string;
	readonly rounds: string;
	readonly round: string;
	readonly date: string;
	/** A date, spelled out: "13 January 2025"; a month or a year where no more is known. */
	day(iso: string): string;
	/** "13 January 2025: The whole world, in three tiers" */
	titled(head: string, rest: string): string;
	/** The same as a sentence, to be followed by another. */
	sentence(head: string, rest: string): string;
	readonly previousRound: string;
	readonly nextRound: string;
	readonly play: string;
	readonly pause: string;
	roundOf(number: number, total: number): string;
	/** Whether a round gives the map new colours, as a short label. */
	readonly recolours: string;
	readonly keepsColours: string;
	readonly mapKept: string;
	/** How it is known what a round does. */
	readonly established: Readonly<Record<Established, string>>;
	announcedOn(date: string): string;
	inForceOn(date: string): string;
	/** "182 of 200 destinations covered: 158 limited, 24 presumed denied" */
	coverage(
		covered: number,
		total: number,
		limited: number,
		denied: number,
	): string;
	/** Destinations under an embargo of their own only, which a round's count leaves out. */
	embargoedApart(names: readonly string[]): string;
	/** Places that a round changes and that are under an embargo of their own all the same. */
	embargoedAlready(names: readonly string[]): string;
	destinations(count: number): string;
	readonly coveredDestinations: string;
	readonly changes: string;
	readonly noChange: string;
	readonly newlyCovered: string;
	readonly released: string;
	readonly moved: string;
	fromTo(from: string, to: string): string;
	readonly theWorld: string;
	/** Places that change colour with another one and aren't counted. */
	notCounted(names: readonly string[]): string;
	readonly reach: string;
	readonly reachNote: string;
	readonly coveredBefore: string;
	readonly carriedOver: string;
	readonly countsTable: string;
	/** Before the level that the map shows: "On 10 July 2026". */
	controlsOf(date: string): string;
	/** Before the level under the rule that the argument is about. */
	ruleOf(date: string): string;
	/** The level in the newest round. */
	nowIs(level: string): string;
	/** "since 13 May 2025" */
	sinceThen(date: string): string;
	checkedTo(date: string): string;
	embargoSince(date: string): string;
	/** The level of a place under an embargo as the rounds alone have it. */
	byRounds(level: string): string;
	/** Places for which a round eases something. */
	reliefFor(names: readonly string[]): string;
	reliefBy(round: string, date: string): string;
	readonly placeRounds: string;
	everyRound(count: number): string;
	/** The switch between map and table. */
	readonly view: string;
	readonly viewMap: string;
	readonly viewTable: string;
	readonly table: TableStrings;
	readonly export: ExportStrings;
	/** Label of the search field. */
	readonly search: string;
	/** "12 matches, the first 8 listed" */
	matches(count: number, most: number): string;
	readonly noMatch: string;
	readonly searchFailed: string;
	/** Before a former name; with the space, if the language sets one. */
	readonly formerly: string;
	/** What a region is called in a list of places. */
	readonly region: string;
	list(items: readonly string[]): string;
}

const languages: ByLanguage<Strings> = { en, zh };

/** The interface's strings in a language of the data; English where there are none. */
export function stringsFor(lang: LangKey): Strings {
	return inLanguage(languages, lang);
}

/** The BCP 47 tag of a language of the data. */
export function tagOf(lang: LangKey): string {
	return isSpoken(lang) ? stringsFor(lang).tag : lang;
}
