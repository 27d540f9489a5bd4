/** `strings.<lang>.json`: strings of the interface that a data folder gives. */

import { figureEn } from "../i18n/figure.ts";
import { gapsOf, keysOf } from "../i18n/given.ts";
import { stringsFor } from "../i18n/strings.ts";
import type { Report } from "../model/parse/columns.ts";
import { lineOfError } from "../model/parse/manifest.ts";
import type { Messages } from "../model/parse/messages.ts";
import { nearest } from "../model/parse/nearest.ts";
import type { Tables } from "../model/tables.ts";
import type { GivenStrings, LangKey, Problem } from "../model/types.ts";

const PLURALS = ["zero", "one", "two", "few", "many", "other"];
/** Strings that were given once, and that nothing says any more. */
const FORMER = ["mechanismsHere", "mechanismsElsewhere"];
/** Longer than any string of an interface. */
const MOST = 2000;

/** Every key that may be given: those of the map, and of the pictures that are saved. */
export function stringKeys(): readonly string[] {
	return [...keysOf(stringsFor("en")), ...keysOf(figureEn, "figure.")];
}

/** Reads the strings of all languages, and lists what is wrong with them. */
export function readStrings(tables: Tables, say: Messages) {
	const problems: Problem[] = [];
	const report: Report = (path, message) =>
		problems.push({ path, message: message(say) });
	const keys = stringKeys();
	const strings: Record<LangKey, GivenStrings> = {};
	for (const [lang, json] of Object.entries(tables.strings))
		if (json !== null)
			strings[lang] = readFile(`strings.${lang}.json`, json, keys, report);
	return { strings, problems };
}

function readFile(
	file: string,
	json: string,
	keys: readonly string[],
	report: Report,
): GivenStrings {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		report(`${file}:${lineOfError(json)}`, (say) => say.notJson());
		return {};
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		report(file, (say) => say.stringsNotObject());
		return {};
	}
	const given: [string, GivenStrings[string]][] = [];
	for (const [key, text] of Object.entries(value)) {
		if (key === "$schema" || FORMER.includes(key)) continue;
		const at = json.indexOf(JSON.stringify(key));
		const path =
			at < 0 ? file : `${file}:${json.slice(0, at).split("\n").length}`;
		if (!keys.includes(key)) {
			const guess = nearest(key, keys);
			report(path, (say) => say.unknownString(key.slice(0, 60), guess));
		} else if (!isGiven(text))
			report(path, (say) =>
				say.stringForm(
					key,
					gapsOf(key).length ? '"…" or {"one": "…", "other": "…"}' : '"…"',
				),
			);
		else {
			checkGaps(key, text, path, report);
			given.push([key, text]);
		}
	}
	return Object.fromEntries(given);
}

function isGiven(text: unknown): text is GivenStrings[string] {
	const isText = (each: unknown) =>
		typeof each === "string" && each.length <= MOST;
	if (isText(text)) return true;
	return (
		typeof text === "object" &&
		text !== null &&
		"other" in text &&
		Object.entries(text).every(
			([plural, each]) => PLURALS.includes(plural) && isText(each),
		)
	);
}

function checkGaps(
	key: string,
	text: GivenStrings[string],
	path: string,
	report: Report,
): void {
	const gaps = gapsOf(key);
	for (const each of typeof text === "string" ? [text] : Object.values(text))
		for (const [, name = ""] of each.matchAll(/\{([^{}]*)\}/g))
			if (!gaps.includes(name))
				report(path, (say) =>
					say.stringParameter(
						key,
						name.slice(0, 40),
						gaps.map((gap) => `{${gap}}`).join(", "),
					),
				);
}
