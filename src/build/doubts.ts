/** What is legal in a data folder, but may not be meant. */

import { scriptOf } from "../i18n/direction.ts";
import { isSpoken } from "../i18n/languages.ts";
import { COLUMNS } from "../model/parse/columns.ts";
import type { Message, Messages } from "../model/parse/messages.ts";
import { pairsToTellApart } from "../model/scale.ts";
import {
	type Cell,
	type Row,
	TABLE_NAMES,
	type TableName,
	type Tables,
} from "../model/tables.ts";
import { parseText } from "../model/tokens.ts";
import type { Dataset, LangKey, Problem, Text } from "../model/types.ts";
import { contrast } from "../svg/colour.ts";
import { stringKeys } from "./strings.ts";

/** Least contrast between two tiers (WCAG 2.2, 1.4.11). */
const LEAST = 3;
/** Shorter texts may read the same in two languages, or be in another script. */
const SHORT = 12;
/** As many names as one cares to read. */
const MOST_NAMES = 12;
/** What may be alike: names of people, groups and publications. */
const NAMES = ["name_*", "name_in_*", "title_*", "level_*"];

type Report = (path: string, message: Message) => void;

/**
 * Lists what an editor should look at again.
 *
 * @param tables the folder as text
 * @param dataset what became of it
 * @param ownGeometry whether the map is drawn on a base map of the editor's own
 * @param say the messages in the reader's language
 */
export function doubtsOf(
	tables: Tables,
	dataset: Dataset,
	ownGeometry: boolean,
	say: Messages,
): readonly Problem[] {
	const doubts: Problem[] = [];
	const report: Report = (path, message) =>
		doubts.push({ path, message: message(say) });
	for (const [file, encoding] of Object.entries(tables.encodings))
		report(file, (say) => say.doubtEncoding(encoding));
	const { languages, geometry } = dataset.manifest;
	for (const name of TABLE_NAMES) translations(name, tables, languages, report);
	contrasts(dataset, tables, report);
	silences(dataset, tables, report);
	const cited = citedIn(tables);
	for (const { id, date, url, note } of dataset.sources) {
		const path = pathOf(tables, "sources", id);
		if (!cited.has(id)) report(path, (say) => say.doubtUncited(id));
		if (!date) report(path, (say) => say.doubtUndated(id));
		if (!url && !note) report(path, (say) => say.doubtNoUrl(id));
	}
	unsourced(dataset, tables, report);
	if (
		(ownGeometry || geometry) &&
		!geometry?.approval &&
		languages.some((lang) => lang.split("-")[0] === "zh")
	)
		report("tier-map.json", (say) => say.doubtApproval());
	for (const lang of languages) strings(lang, dataset, report);
	return doubts;
}

/** Texts that read as if they had been copied from another language's column. */
function translations(
	name: TableName,
	{ csv }: Tables,
	languages: readonly LangKey[],
	report: Report,
): void {
	const table = csv[name];
	if (!table) return;
	const index = new Map(table.header.map((cell, i) => [cell.text, i]));
	const columns = COLUMNS[name].replaceAll("?", "").split(" ");
	for (const stem of columns.filter((column) => column.endsWith("*")))
		for (const row of table.rows) {
			const cells = languages.map((lang) => {
				const column = stem.replace("*", lang);
				return { lang, column, cell: row[index.get(column) ?? -1] };
			});
			for (const [i, { lang, column, cell }] of cells.entries()) {
				const text = bare(cell);
				if (!cell || text.length < SHORT) continue;
				const same = cells
					.slice(0, i)
					.find((other) => bare(other.cell) === text);
				if (same && !NAMES.includes(stem))
					report(cell.path, (say) =>
						say.doubtUntranslated(column, same.column),
					);
				else if (!isWritten(text, lang))
					report(cell.path, (say) => say.doubtScript(column, lang));
			}
		}
}

/** A text without its tokens. */
function bare(cell: Cell | undefined): string {
	return (cell?.text ?? "").replace(/\{[^{}]*\}/g, "").trim();
}

/** Whether any letter of a text is of the language's script. */
function isWritten(text: string, lang: LangKey): boolean {
	const script = scriptOf(lang);
	if (!script || !/\p{L}/u.test(text)) return true;
	const names: Readonly<Record<string, string>> = {
		Hans: "Han",
		Hant: "Han",
		Jpan: "Han}\\p{sc=Hira}\\p{sc=Kana",
		Kore: "Hang}\\p{sc=Han",
	};
	try {
		return new RegExp(`[\\p{sc=${names[script] ?? script}}]`, "u").test(text);
	} catch {
		// A script that Unicode doesn't know by that code.
		return true;
	}
}

function contrasts({ tiers }: Dataset, tables: Tables, report: Report): void {
	for (const [one, other] of pairsToTellApart(
		tiers.map((tier) => ({ ...tier, hatched: tier.pattern !== null })),
	))
		for (const theme of ["light", "dark"] as const) {
			const ratio = contrast(one[theme], other[theme]);
			if (ratio < LEAST)
				report(pathOf(tables, "tiers", other.id), (say) =>
					say.doubtContrast(one.id, other.id, ratio.toFixed(2), theme),
				);
		}
}

function silences(dataset: Dataset, tables: Tables, report: Report): void {
	const named = new Set(
		dataset.claims.flatMap(({ places, regions }) => [...places, ...regions]),
	);
	const silent = dataset.places.filter(
		({ id, parent, regions }) =>
			![id, parent ?? "", ...regions].some((about) => named.has(about)),
	);
	const [first] = silent;
	if (!first) return;
	const ids = silent.slice(0, MOST_NAMES).map(({ id }) => id);
	report(pathOf(tables, "places", first.id), (say) =>
		say.doubtSilent(
			silent.length,
			ids.join(", ") + (silent.length > MOST_NAMES ? " …" : ""),
		),
	);
}

/** The sources that anything cites: as a token, or in a column `source`. */
function citedIn({ csv, essays }: Tables): ReadonlySet<string> {
	const cells = TABLE_NAMES.flatMap((name) => {
		const { header = [], rows = [] } = csv[name] ?? {};
		const column = header.findIndex(({ text }) => text === "source");
		return rows.flatMap((row) =>
			row.flatMap(({ text }, i) =>
				i === column ? text.split(/\s+/) : sourcesIn(text),
			),
		);
	});
	const texts = Object.values(essays).flatMap((text) => sourcesIn(text ?? ""));
	return new Set([...cells, ...texts]);
}

function sourcesIn(text: string): string[] {
	return parseText(text).flatMap((segment) =>
		segment.kind === "source" ? [segment.id] : [],
	);
}

/** What should rest on a source and names none. That no source was found can't have one. */
function unsourced(dataset: Dataset, tables: Tables, report: Report): void {
	const look = (
		what: "fact" | "finding" | "round",
		table: TableName,
		rows: readonly { readonly id: string; readonly text: Text | null }[],
	) => {
		for (const { id, text } of rows)
			if (text && Object.values(text).some((each) => !sourcesIn(each).length))
				report(pathOf(tables, table, id), (say) =>
					say.doubtUnsourced(what, id),
				);
	};
	look("fact", "facts", dataset.facts);
	look("round", "rounds", dataset.rounds);
	look(
		"finding",
		"claims",
		dataset.claims
			.filter(({ check }) => check === "confirmed" || check === "differs")
			.map(({ id, finding }) => ({ id, text: finding })),
	);
}

function strings(lang: LangKey, dataset: Dataset, report: Report): void {
	if (isSpoken(lang)) return;
	const missing = stringKeys().filter(
		(key) => !Object.hasOwn(dataset.strings[lang] ?? {}, key),
	);
	if (missing.length)
		report(`strings.${lang}.json`, (say) =>
			say.doubtStrings(
				missing.length,
				missing.join(", "),
				`strings.${lang}.json`,
			),
		);
}

/** Where the row with an id begins. */
function pathOf({ csv }: Tables, name: TableName, id: string): string {
	const table = csv[name];
	const index = table?.header.findIndex((cell) => cell.text === "id") ?? -1;
	const row: Row | undefined = table?.rows.find(
		(row) => row[index]?.text.trim() === id,
	);
	return row?.[0]?.path ?? `${name}.csv`;
}
