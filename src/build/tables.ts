/** A data folder from disk as text: CSV cut into cells that know their line, everything else as it is. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Report } from "../model/parse/columns.ts";
import { type Messages, messagesEn } from "../model/parse/messages.ts";
import {
	OPTIONAL_TABLES,
	type Row,
	TABLE_NAMES,
	type Table,
	type TableName,
	type Tables,
} from "../model/tables.ts";
import type { Problem } from "../model/types.ts";

/** Greatest size of a file in megabytes. */
const MOST = 8;
const MOST_ROWS = 100_000;
/** Share of the characters of two bytes that must be among the common ones for a text to be taken as GB18030. */
const COMMON = 0.9;

/**
 * Reads the files of a data folder.
 *
 * @param dir The folder with `tier-map.json`, the CSV files and the essays.
 * @param say The messages in the reader's language.
 * @returns Their text. A file that is missing, can't be decoded or isn't CSV is `null`, with a problem that says
 * where and why; it never throws. `parseDataset` hands the problems on with its own.
 */
export function readTables(dir: string, say: Messages = messagesEn): Tables {
	const problems: Problem[] = [];
	const encodings: Record<string, string> = {};
	const report: Report = (path, message) =>
		problems.push({ path, message: message(say) });
	const text = (file: string) => readText(dir, file, report, encodings);
	const table = (name: TableName) => {
		if (OPTIONAL_TABLES.has(name) && !existsSync(join(dir, `${name}.csv`)))
			return null;
		const csv = text(`${name}.csv`);
		return csv === null ? null : readCsv(`${name}.csv`, csv, report);
	};
	const byLanguage = (pattern: RegExp) =>
		Object.fromEntries(
			filesIn(dir).flatMap((file) => {
				const lang = pattern.exec(file)?.[1];
				return lang === undefined ? [] : [[lang, text(file)] as const];
			}),
		);
	return {
		manifest: text("tier-map.json"),
		csv: Object.fromEntries(
			TABLE_NAMES.map((name) => [name, table(name)]),
		) as Record<TableName, Table | null>,
		essays: byLanguage(/^essays\.([\w-]+)\.md$/),
		strings: byLanguage(/^strings\.([a-z]{2,3}(?:-\w+)*)\.json$/),
		encodings,
		problems,
	};
}

function filesIn(dir: string): readonly string[] {
	try {
		return readdirSync(dir).sort();
	} catch {
		// There is no such folder, which every file of it is reported for.
		return [];
	}
}

/** A file's text without byte order mark, with LF for line ends. */
function readText(
	dir: string,
	file: string,
	report: Report,
	encodings: Record<string, string>,
): string | null {
	const path = join(dir, file);
	let bytes: Uint8Array;
	try {
		const stat = statSync(path);
		// Reading a pipe would wait for ever.
		if (!stat.isFile()) {
			report(file, (say) => say.fileKind());
			return null;
		}
		if (stat.size > MOST * 1024 * 1024) {
			report(file, (say) => say.fileTooBig(MOST));
			return null;
		}
		bytes = readFileSync(path);
	} catch (error) {
		const missing =
			error instanceof Error && "code" in error && error.code === "ENOENT";
		const why =
			error instanceof Error && "code" in error ? String(error.code) : "";
		report(file, (say) =>
			missing ? say.fileMissing() : say.fileUnreadable(why),
		);
		return null;
	}
	const text = decode(bytes, "utf-8");
	if (text !== null) return unixLines(text);
	const [encoding, other] = otherEncoding(bytes);
	if (other !== null) {
		encodings[file] = encoding;
		return unixLines(other);
	}
	report(`${file}:${undecodableLine(bytes)}`, (say) => say.notUtf8());
	return null;
}

const unixLines = (text: string): string => text.replace(/\r\n?/g, "\n");

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** What spreadsheets save beside UTF-8: UTF-16 with its mark, and GB18030 on Chinese systems. */
function otherEncoding(
	bytes: Uint8Array,
): readonly [encoding: string, text: string | null] {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe)
		return ["UTF-16", decode(bytes, "utf-16le")];
	if (first === 0xfe && second === 0xff)
		return ["UTF-16", decode(bytes, "utf-16be")];
	return ["GB18030", isLikelyGb(bytes) ? decode(bytes, "gb18030") : null];
}

/** Western accents are also valid GB18030, but rarely in pairs; the common Han characters are two high bytes. */
function isLikelyGb(bytes: Uint8Array): boolean {
	let common = 0;
	let all = 0;
	for (let i = 0; i < bytes.length; i++) {
		if ((bytes[i] ?? 0) < 0x81) continue;
		const next = bytes[++i] ?? 0;
		// A character of four bytes.
		if (next >= 0x30 && next <= 0x39) i += 2;
		all++;
		if (next >= 0xa1) common++;
	}
	return common >= all * COMMON;
}

/** The first line that isn't UTF-8. A line feed is never part of another character, so lines decode one by one. */
function undecodableLine(bytes: Uint8Array): number {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		const next = end < 0 ? bytes.length : end + 1;
		if (decode(bytes.subarray(start, next), "utf-8") === null) break;
		start = next;
	}
	return line;
}

/** What parts the cells: spreadsheets of countries with a decimal comma write semicolons. */
function delimiterOf(text: string): string {
	const [header = ""] = /^(?!"?#).+$/m.exec(text) ?? [];
	const count = (sign: string) => header.split(sign).length;
	const [best = ","] = [",", ";", "\t"].sort((a, b) => count(b) - count(a));
	return best;
}

function readCsv(file: string, text: string, report: Report): Table | null {
	const rows: Row[] = [];
	let end = 0;
	const take = (record: string[], lines: number) => {
		// csv-parse tells the line a record ends at; its cells may hold line breaks.
		let line = lines - record.reduce((sum, cell) => sum + breaksIn(cell), 0);
		end = lines;
		// A comment; spreadsheets put it into quotes when it holds a comma.
		if (record[0]?.startsWith("#")) return;
		rows.push(
			record.map((cell) => {
				const path = `${file}:${line}`;
				line += breaksIn(cell);
				return { text: cell, path };
			}),
		);
	};
	try {
		parse(text, {
			delimiter: delimiterOf(text),
			// A row of the wrong length isn't the end of the file; parseDataset reports each.
			relax_column_count: true,
			skip_empty_lines: true,
			// Spreadsheets save rows that were emptied.
			skip_records_with_empty_values: true,
			to: MOST_ROWS + 1,
			on_record: (record: string[], { lines }) => {
				take(record, lines);
				return null;
			},
		});
	} catch {
		report(`${file}:${end + 1}`, (say) => say.notCsv());
		return null;
	}
	if (rows.length > MOST_ROWS) {
		report(`${file}:${end}`, (say) => say.tooManyRows(MOST_ROWS));
		return null;
	}
	const [header, ...body] = rows;
	if (header !== undefined) return trimmed(header, body);
	report(file, (say) => say.fileEmpty());
	return null;
}

/** A table without the blanks round its columns' names, and without the empty columns that spreadsheets leave on the right. */
function trimmed(header: Row, rows: readonly Row[]): Table {
	const width = header.findLastIndex((cell) => cell.text.trim()) + 1;
	const cut = (row: Row) =>
		row.length === header.length &&
		row.slice(width).every((cell) => !cell.text.trim())
			? row.slice(0, width)
			: row;
	return {
		header: cut(header).map(({ text, path }) => ({ text: text.trim(), path })),
		rows: rows.map(cut),
	};
}

const breaksIn = (text: string): number => text.split("\n").length - 1;
