import type { Basis, Check, ClaimKind, LangKey } from "../model/types.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Everything the interface says that isn't data. Every language has every key. */
export interface Strings {
	/** BCP 47 tag for the `lang` attribute. */
	readonly tag: string;
	readonly map: string;
	readonly legend: string;
	readonly legendHint: string;
	readonly showAll: string;
	/** "87 places" */
	places(count: number): string;
	/** "Kenya, tier 2 · limited" */
	hover(name: string, tier: string): string;
	readonly close: string;
	readonly panel: string;
	readonly loading: string;
	readonly failed: string;
	readonly retry: string;
	unknownPlace(id: string): string;
	unknownTier(id: string): string;
	unknownRound(id: string): string;
	readonly rule: string;
	readonly ruleNote: string;
	readonly column: string;
	readonly columnNote: string;
	readonly check: string;
	readonly checks: Readonly<Record<Check, string>>;
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
	/** Mechanisms the column applies to the place, and those it applies to its tier or the world only. */
	readonly mechanismsHere: string;
	readonly mechanismsElsewhere: string;
	aboutPlace(name: string): string;
	aboutRegion(name: string): string;
	aboutTier(name: string): string;
	readonly aboutWorld: string;
	aboutParent(name: string): string;
	readonly otherClaims: string;
	/** "It applies here only what it says of Africa and Asia." */
	onlyThrough(regions: string): string;
	restrictionOnRegion(name: string): string;
	readonly alsoAbout: string;
	readonly members: string;
	readonly regions: string;
	readonly sources: string;
	source(number: number): string;
	claim(id: string): string;
	readonly thesis: string;
	readonly definition: string;
	list(items: readonly string[]): string;
	number(value: number): string;
}

const languages: Readonly<Record<LangKey, Strings>> = { en, zh };

/** The interface's strings in a language of the data; English where there are none. */
export function stringsFor(lang: LangKey): Strings {
	return languages[lang] ?? en;
}

/**
 * The data's language that a BCP 47 tag asks for: `zh-CN` asks for `zh`.
 *
 * @param tag as in a `lang` attribute
 * @param available language keys of the data
 * @returns the key, or English, or the first one there is
 */
export function languageOf(
	tag: string,
	available: readonly LangKey[],
): LangKey {
	const primary = tag.toLowerCase().split("-")[0] ?? "";
	return (
		[primary, "en", ...available].find((key) => available.includes(key)) ?? "en"
	);
}
