/** Strings of the interface that come with the data: for other languages, or to say something differently. */

import type { GivenString, GivenStrings, LangKey } from "../model/types.ts";
import { directionOf } from "./direction.ts";
import { someDateIn } from "./some-date.ts";

/** The gaps of strings that have some, in the order in which the program fills them; the first decides the plural. */
const GAPS: Readonly<Record<string, string>> = {
	approval: "number",
	places: "count",
	hover: "name tier",
	marked: "level marks",
	someEmbargoed: "count places",
	picked: "name tier",
	unknownPlace: "id",
	unknownTier: "id",
	unknownRound: "id shown",
	otherRound: "shown argued",
	section: "ids",
	parent: "name",
	aboutPlace: "name",
	aboutRegion: "name place",
	aboutGroup: "name place",
	aboutTier: "name",
	aboutParent: "name place",
	onRegion: "name place",
	alsoOnTier: "name claims",
	"notMeant.uninhabited": "regions name",
	"notMeant.territory": "regions name parent",
	"notMeant.outside": "regions name others",
	onlyThrough: "regions",
	source: "number",
	claim: "id",
	titled: "head rest",
	sentence: "head rest",
	roundOf: "number total",
	coverage: "covered total limited cutOff",
	destinations: "count",
	announcedOn: "date",
	inForceOn: "date",
	embargoedApart: "names",
	embargoedAlready: "names",
	controlsOf: "date",
	ruleOf: "date",
	nowIs: "level",
	sinceThen: "date",
	checkedTo: "date",
	embargoSince: "date",
	byRounds: "level",
	reliefFor: "names",
	reliefBy: "round date",
	fromTo: "from to",
	notCounted: "names",
	everyRound: "count",
	matches: "count most",
	"table.byName": "count",
	"table.summary": "places day tiers",
	"table.embargoed": "count",
	"table.mentions": "named through",
	"table.inTier": "tier count",
	"table.shown": "count total",
	"table.copied": "rows",
	"export.png": "scale",
	"export.saved": "file",
	"figure.titled": "head rest",
	"figure.aside": "head rest",
	"figure.places": "count",
	"figure.statusOf": "date",
	"figure.sources": "titles",
	"figure.version": "date",
	"figure.describe": "round counts",
	"figure.approval": "number",
	"figure.embargoed": "names",
	"figure.relieved": "names",
	"figure.only": "tier",
	"figure.picked": "name tier",
};

/** What Intl says in every language. */
const BY_INTL = ["tag", "day", "list", "number"];

interface Spoken {
	readonly tag: string;
}

/**
 * A language's strings: those given, and where there are none, those of another language.
 *
 * @param base the other language's
 * @param lang a BCP 47 tag; null if the base is in that language already
 * @param prefix what stands before the keys in `given`
 */
export function spoken<T extends Spoken>(
	base: T,
	given: GivenStrings,
	lang: LangKey | null,
	prefix = "",
): T {
	if (lang === null) return filled(base, given, base.tag, prefix);
	// Made when needed: a list may be made of any language's strings.
	const day = someDateIn(lang);
	const list = new Intl.ListFormat(lang);
	const number = new Intl.NumberFormat(lang);
	return {
		...filled(base, given, lang, prefix),
		tag: lang,
		...("day" in base && { day }),
		...("list" in base && {
			list: (items: readonly string[]) => list.format(items),
		}),
		// An arrow leads on in the direction of reading.
		...("fromTo" in base &&
			!Object.hasOwn(given, "fromTo") &&
			directionOf(lang) === "rtl" && {
				fromTo: (from: string, to: string) => `${from} ← ${to}`,
			}),
		...("number" in base && {
			number: (value: number) => number.format(value),
		}),
	};
}

function filled<T extends object>(
	base: T,
	given: GivenStrings,
	lang: LangKey,
	prefix: string,
): T {
	const entries = Object.entries(base).map(
		([name, value]: [string, unknown]) => {
			const key = prefix + name;
			if (BY_INTL.includes(name)) return [name, value];
			if (typeof value === "object" && value !== null)
				return [name, filled(value, given, lang, `${key}.`)];
			const text = Object.hasOwn(given, key) ? given[key] : undefined;
			if (text === undefined) return [name, value];
			if (typeof value === "function")
				return [name, (...values: unknown[]) => fill(text, key, values, lang)];
			return [name, typeof text === "string" ? text : (text.other ?? "")];
		},
	);
	return Object.fromEntries(entries);
}

function fill(
	text: GivenString,
	key: string,
	values: readonly unknown[],
	lang: LangKey,
): string {
	const [first] = values;
	const count = Array.isArray(first) ? first.length : Number(first);
	const template =
		typeof text === "string"
			? text
			: (text[new Intl.PluralRules(lang).select(count)] ?? text.other ?? "");
	const names = gapsOf(key);
	return template.replace(/\{(\w+)\}/g, (gap, name: string) => {
		const index = names.indexOf(name);
		return index < 0 ? gap : written(values[index], lang);
	});
}

function written(value: unknown, lang: LangKey): string {
	if (typeof value === "number")
		return new Intl.NumberFormat(lang).format(value);
	if (Array.isArray(value))
		return new Intl.ListFormat(lang).format(
			value.map((item) =>
				Array.isArray(item)
					? `${item[0]}: ${written(item[1], lang)}`
					: written(item, lang),
			),
		);
	return typeof value === "string" ? value : "";
}

/** The names of a string's gaps, without braces. */
export function gapsOf(key: string): readonly string[] {
	return (Object.hasOwn(GAPS, key) ? (GAPS[key] ?? "") : "")
		.split(" ")
		.filter(Boolean);
}

/** The keys of a language's strings, dotted, but for what Intl says. */
export function keysOf(strings: object, prefix = ""): string[] {
	return Object.entries(strings).flatMap(([name, value]: [string, unknown]) => {
		if (BY_INTL.includes(name)) return [];
		return typeof value === "object" && value !== null
			? keysOf(value, `${prefix}${name}.`)
			: [prefix + name];
	});
}
