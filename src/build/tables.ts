/** A data folder from disk as text: CSV cut into cells that know their line, everything else as it is. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import {
	type Row,
	TABLE_NAMES,
	type Table,
	type TableName,
	type Tables,
} from "../model/tables.ts";
import type { LangKey, Problem } from "../model/types.ts";

/**
 * Reads the files of a data folder.
 *
 * @param dir The folder with `tier-map.json`, the CSV files and the essays.
 * @returns Their text. A file that is missing, isn't UTF-8 or isn't CSV is `null`, with a problem that says
 * where and why; it never throws. `parseDataset` hands the problems on with its own.
 */
export function readTables(dir: string): Tables {
	const problems: Problem[] = [];
	const text = (file: string) => readText(dir, file, problems);
	const table = (name: TableName) => {
		const csv = text(`${name}.csv`);
		return csv === null ? null : readCsv(`${name}.csv`, csv, problems);
	};
	return {
		manifest: text("tier-map.json"),
		csv: Object.fromEntries(
			TABLE_NAMES.map((name) => [name, table(name)]),
		) as Record<TableName, Table | null>,
		essays: Object.fromEntries(
			essayLanguages(dir).map((lang) => [lang, text(`essays.${lang}.md`)]),
		),
		problems,
	};
}

function essayLanguages(dir: string): readonly LangKey[] {
	try {
		return readdirSync(dir)
			.sort()
			.flatMap((file) => /^essays\.([\w-]+)\.md$/.exec(file)?.[1] ?? []);
	} catch {
		// There is no such folder, which every file of it is reported for.
		return [];
	}
}

/** A file's text without byte order mark, with LF for line ends. */
function readText(
	dir: string,
	file: string,
	problems: Problem[],
): string | null {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(join(dir, file));
	} catch (error) {
		const missing =
			error instanceof Error && "code" in error && error.code === "ENOENT";
		const message = missing
			? "file is missing: add it"
			: `file can't be read: ${messageOf(error)}`;
		problems.push({ path: file, message });
		return null;
	}
	const text = decode(bytes);
	if (text !== null) return text.replaceAll("\r\n", "\n");
	problems.push({
		path: `${file}:${undecodableLine(bytes)}`,
		message: "not UTF-8: save the file in that encoding",
	});
	return null;
}

function decode(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The first line that isn't UTF-8. A line feed is never part of another character, so lines decode one by one. */
function undecodableLine(bytes: Uint8Array): number {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		const next = end < 0 ? bytes.length : end + 1;
		if (decode(bytes.subarray(start, next)) === null) break;
		start = next;
	}
	return line;
}

function readCsv(
	file: string,
	text: string,
	problems: Problem[],
): Table | null {
	const rows: Row[] = [];
	let end = 0;
	const take = (record: string[], lines: number) => {
		// csv-parse tells the line a record ends at; its cells may hold line breaks.
		let line = lines - record.reduce((sum, cell) => sum + breaksIn(cell), 0);
		rows.push(
			record.map((cell) => {
				const path = `${file}:${line}`;
				line += breaksIn(cell);
				return { text: cell, path };
			}),
		);
		end = lines;
	};
	try {
		parse(text, {
			bom: true,
			// A row of the wrong length isn't the end of the file; parseDataset reports each.
			relax_column_count: true,
			skip_empty_lines: true,
			on_record: (record: string[], { lines }) => {
				take(record, lines);
				return null;
			},
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		problems.push({
			path: `${file}:${end + 1}`,
			message: `not CSV from here on (${error.message}): put quotes around the whole cell, and write a quote inside it twice`,
		});
		return null;
	}
	const [header, ...body] = rows;
	if (header !== undefined) return { header, rows: body };
	problems.push({
		path: file,
		message: "file is empty: give it a header line",
	});
	return null;
}

const breaksIn = (text: string): number => text.split("\n").length - 1;

const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
