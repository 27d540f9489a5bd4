/** `tier-map.json`: which languages, which round, which middle of the map. */

import type { LangKey, Manifest } from "../types.ts";
import type { Report } from "./columns.ts";
import { nearest } from "./nearest.ts";

const FILE = "tier-map.json";
const KEYS: readonly string[] = [
	"schema",
	"version",
	"languages",
	"round",
	"centers",
];

/**
 * Reads the manifest.
 *
 * @param json The text of `tier-map.json`.
 * @param rounds The ids of the rounds; `null` if they couldn't be read.
 * @param report Told of everything wrong, at the line of the key.
 * @returns The manifest; `null` if it isn't a JSON object. With problems reported it may be incomplete.
 */
export function readManifest(
	json: string,
	rounds: ReadonlySet<string> | null,
	report: Report,
): Manifest | null {
	const value = parse(json, report);
	if (value === null) return null;
	const bad = (key: string, message: string) =>
		report(lineOf(key, json), message);

	for (const key of Object.keys(value)) {
		if (KEYS.includes(key)) continue;
		const guess = nearest(key, KEYS);
		bad(
			key,
			`unknown key "${key}": ${guess === null ? "remove it" : `did you mean "${guess}"?`}`,
		);
	}
	if (value.schema !== 1)
		bad("schema", "schema must be 1, the format this program reads: write 1");

	const version = text(value.version);
	if (!isDate(version))
		bad("version", 'version must be a date: write it as "2026-11-24"');

	const round = text(value.round);
	if (!isDate(round))
		bad("round", 'round must be the date of a round: write it as "2025-01-13"');
	else if (rounds !== null && !rounds.has(round))
		bad("round", `unknown round "${round}": use an id from rounds.csv`);

	const languages = languagesOf(value);
	if (languages.length === 0)
		bad(
			"languages",
			'languages must be a list of language keys, each once: write ["en", "zh"]',
		);

	return {
		schema: 1,
		version,
		languages,
		round,
		centers: centersOf(value.centers, languages, (message) =>
			bad("centers", message),
		),
	};
}

/** Whether a text can be the language of a column: a BCP 47 tag that Intl takes too. */
export function isLanguage(text: string): boolean {
	try {
		return (
			Intl.getCanonicalLocales(text).length === 1 &&
			/^[a-z]{2,3}(-|$)/.test(text)
		);
	} catch {
		return false;
	}
}

/** Whether a text is a day of the calendar, `2025-01-13`. */
export function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
}

function centersOf(
	value: unknown,
	languages: readonly LangKey[],
	bad: (message: string) => void,
): Readonly<Record<LangKey, number>> {
	const centers = isObject(value) ? value : {};
	for (const key of Object.keys(centers)) {
		if (languages.length > 0 && !languages.includes(key))
			bad(
				`centers has "${key}", which isn't in languages: remove it or add the language`,
			);
	}
	const entries = languages.map((lang) => {
		const degrees = centers[lang];
		if (typeof degrees === "number" && Math.abs(degrees) <= 180)
			return [lang, degrees] as const;
		bad(
			`centers has no longitude for "${lang}": write a number from -180 to 180`,
		);
		return [lang, 0] as const;
	});
	return Object.fromEntries(entries);
}

/** The languages, or none if the list isn't right. */
function languagesOf(
	value: Readonly<Record<string, unknown>>,
): readonly LangKey[] {
	const list: readonly unknown[] = Array.isArray(value.languages)
		? value.languages
		: [];
	const keys = list.map(text).filter(isLanguage);
	return keys.length === list.length && new Set(keys).size === keys.length
		? keys
		: [];
}

function parse(
	json: string,
	report: Report,
): Readonly<Record<string, unknown>> | null {
	try {
		const value: unknown = JSON.parse(json);
		if (isObject(value)) return value;
		report(FILE, 'not a JSON object: begin with {"schema": 1, …');
	} catch (error) {
		report(
			FILE,
			`not JSON: ${error instanceof Error ? error.message : String(error)}; correct it there`,
		);
	}
	return null;
}

/** The line of a key of the manifest; keys are looked for as text, since JSON.parse forgets where they were. */
function lineOf(key: string, json: string): string {
	const at = json.search(
		new RegExp(`${JSON.stringify(key).replace(/[^\w"]/g, "\\$&")}\\s*:`),
	);
	return at < 0 ? FILE : `${FILE}:${json.slice(0, at).split("\n").length}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string =>
	typeof value === "string" ? value : "";
