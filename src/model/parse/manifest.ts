/** `tier-map.json`: which languages, which round, which middle of the map. */

import { isDate } from "../date.ts";
import { MOST_ID, MOST_LANGUAGES, MOST_NAME, TURNING } from "../limits.ts";
import type { LangKey, Manifest } from "../types.ts";
import type { Report } from "./columns.ts";
import type { Message } from "./messages.ts";
import { nearest } from "./nearest.ts";

const FILE = "tier-map.json";
/** The manifest as far as it could be read: of another format than one of ours, nothing is known. */
export type ReadManifest = Omit<Manifest, "schema"> & {
	readonly schema: Manifest["schema"] | null;
};

/** The path of a file inside the folder. */
const INSIDE =
	/^[\p{L}\p{N}_][\p{L}\p{N}_. -]*(\/[\p{L}\p{N}_][\p{L}\p{N}_. -]*)*$/u;
const KEYS: readonly string[] = [
	"schema",
	"version",
	"languages",
	"round",
	"centers",
	"geometry",
	"$schema",
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
): ReadManifest | null {
	const value = parse(json, report);
	if (value === null) return null;
	const bad = (key: string, message: Message) =>
		report(lineOf(key, json), message);

	for (const key of Object.keys(value)) {
		if (KEYS.includes(key)) continue;
		const guess = nearest(key, KEYS);
		bad(key, (say) => say.unknownKey(key, guess));
	}
	const { schema } = value;
	if (schema !== 1 && schema !== 2) bad("schema", (say) => say.schema());

	const version = text(value.version);
	if (!isDate(version)) bad("version", (say) => say.version());

	const round = text(value.round);
	if (!isDate(round)) bad("round", (say) => say.defaultRound());
	else if (rounds !== null && !rounds.has(round))
		bad("round", (say) => say.unknownRound(round));

	const languages = languagesOf(value);
	if (languages.length === 0) bad("languages", (say) => say.languages());

	return {
		schema: schema === 1 || schema === 2 ? schema : null,
		version,
		languages,
		round,
		centers: centersOf(value.centers, languages, (message) =>
			bad("centers", message),
		),
		geometry: geometryOf(value.geometry, () =>
			bad("geometry", (say) => say.geometry()),
		),
	};
}

/** Whether a text can be the language of a column: a BCP 47 tag that Intl takes too. */
export function isLanguage(text: string): boolean {
	try {
		return (
			text.length <= MOST_ID &&
			Intl.getCanonicalLocales(text).length === 1 &&
			/^[a-z]{2,3}(-|$)/.test(text)
		);
	} catch {
		return false;
	}
}

function centersOf(
	value: unknown,
	languages: readonly LangKey[],
	bad: (message: Message) => void,
): Readonly<Record<LangKey, number>> {
	const centers = isObject(value) ? value : {};
	for (const key of Object.keys(centers)) {
		if (languages.length > 0 && !languages.includes(key))
			bad((say) => say.centerWithoutLanguage(key));
	}
	const entries = languages.map((lang) => {
		const degrees = centers[lang];
		if (typeof degrees === "number" && Math.abs(degrees) <= 180)
			return [lang, degrees] as const;
		bad((say) => say.noCenter(lang));
		return [lang, 0] as const;
	});
	return Object.fromEntries(entries);
}

function geometryOf(value: unknown, bad: () => void): Manifest["geometry"] {
	if (value === undefined) return null;
	const { file, approval = "" } = isObject(value) ? value : {};
	const whole =
		typeof file === "string" &&
		INSIDE.test(file) &&
		typeof approval === "string" &&
		approval.length <= MOST_NAME &&
		!TURNING.test(approval);
	if (
		!whole ||
		Object.keys(Object(value)).some(
			(key) => key !== "file" && key !== "approval",
		)
	)
		bad();
	return whole ? { file, approval: approval.trim() } : null;
}

/** The languages, or none if the list isn't right. */
function languagesOf(
	value: Readonly<Record<string, unknown>>,
): readonly LangKey[] {
	const list: readonly unknown[] = Array.isArray(value.languages)
		? value.languages
		: [];
	const keys = list.map(text).filter(isLanguage);
	return keys.length <= MOST_LANGUAGES &&
		keys.length === list.length &&
		new Set(keys).size === keys.length
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
		report(FILE, (say) => say.notObject());
	} catch {
		report(`${FILE}:${lineOfError(json)}`, (say) => say.notJson());
	}
	return null;
}

/** The line on which a text ceases to be JSON; the last one where the end is missing. */
export function lineOfError(json: string): number {
	const text = json.trimEnd();
	// JSON.parse doesn't always say where; up to there, more could follow.
	let good = 0;
	let bad = text.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (beginsJson(text.slice(0, middle))) good = middle;
		else bad = middle;
	}
	return text.slice(0, bad).split("\n").length;
}

/** Whether more may follow that makes JSON of it. */
function beginsJson(start: string): boolean {
	try {
		JSON.parse(start);
		return true;
	} catch (error) {
		const why = String(error);
		const [, position] = /at position (\d+)/.exec(why) ?? [];
		return /end of JSON/.test(why) || Number(position) >= start.length;
	}
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
