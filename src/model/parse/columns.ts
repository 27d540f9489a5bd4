/** Which columns each CSV file has, and a table as rows that know their columns. */

import { MOST_ITEMS, MOST_PLACES, MOST_ROUNDS } from "../limits.ts";
import type { Cell, Row, Table, TableName } from "../tables.ts";
import type { LangKey } from "../types.ts";
import type { Message } from "./messages.ts";
import { nearest } from "./nearest.ts";

/**
 * `*` stands for each language of the manifest; a column with `?` may be left out. The first column is what a row
 * is known by.
 */
export const COLUMNS: Readonly<Record<TableName, string>> = {
	tiers: "id name_* level_* means_* level_means_*? light dark pattern control",
	places:
		"id a2 numeric name_* name_in_*? name_reason parent parent_note_*? treated_as destination uninhabited? regions basis dispute_* why_*",
	aliases: "about kind *",
	rounds:
		"id also? announced? in_force? established? kind recolours? rest lifts? relief? title_* text_* checked?",
	levels: "round place level lifts?",
	embargoes: "place since until source note_* checked",
	regions: "id kind name_* name_in_*? basis_*",
	claims:
		"id sections kind mechanisms places regions within? tiers world text_* checkable? check finding_*",
	mechanisms: "id name_* response_* less_*",
	facts: "id tiers text_* checked?",
	sources: "id title_* date url note_*?",
	texts: "key *",
	cutouts: "place from west south east north line? note",
	points: "place longitude latitude source",
};

/** Rows that a file may have at most, where it isn't for the files' size alone to say. */
const MOST: Readonly<Partial<Record<TableName, number>>> = {
	places: MOST_PLACES,
	rounds: MOST_ROUNDS,
	regions: MOST_ITEMS,
	claims: MOST_ITEMS,
	mechanisms: MOST_ITEMS,
	facts: MOST_ITEMS,
	sources: MOST_ITEMS,
	texts: MOST_ITEMS,
};

/** Takes note of something wrong at a place (`file:line`). */
export type Report = (path: string, message: Message) => void;

/** A row whose cells are found by column name. */
export interface NamedRow {
	readonly path: string;
	/** The cell of a column; `undefined` where the file lacks the column, which is reported once for the file. */
	cell(column: string): Cell | undefined;
}

/** A table whose header was compared with the columns it should have. */
export interface NamedTable {
	readonly rows: readonly NamedRow[];
	/** False when a row or column is missing, so that nothing may be concluded from what isn't there. */
	readonly whole: boolean;
}

/**
 * Gives a table's cells their columns.
 *
 * @param name Which file it is.
 * @param table Its cells.
 * @param languages The languages its translated columns should be in.
 * @param report Told of missing, unknown and doubled columns, of rows with too few or too many cells, and of too many rows.
 * @param demanded Columns that could be left out elsewhere.
 * @returns The rows fit to be read (a row with the wrong number of cells isn't).
 */
export function nameColumns(
	name: TableName,
	table: Table,
	languages: readonly LangKey[],
	report: Report,
	demanded: readonly string[] = [],
): NamedTable {
	const present = [...table.header.map(({ text }) => text), ...demanded];
	const wanted = columnsOf(name, languages, present);
	const columns = checkHeader(
		table.header,
		wanted,
		columnsOf(name, languages),
		report,
	);
	const most = MOST[name] ?? Number.POSITIVE_INFINITY;
	const beyond = table.rows[most];
	if (beyond) report(pathOf(beyond), (say) => say.tooManyRows(most));
	const complete = columns.size === wanted.length;
	const width = table.header.length;
	const fit = table.rows.filter((row) => row.length === width);
	for (const row of table.rows) {
		// Rows that are right under a header that is short of a column aren't at fault.
		if (row.length !== width && (complete || row.length !== wanted.length))
			report(pathOf(row), (say) => say.rowWidth(row.length, width));
	}
	return {
		rows: fit.map((row) => ({
			path: pathOf(row),
			cell: (column) => row[columns.get(column) ?? -1],
		})),
		whole: fit.length === table.rows.length && complete,
	};
}

/**
 * What the rows of a file are known by.
 *
 * @param form What an id looks like; where one doesn't, what refers to it can't be judged.
 * @returns Their ids, those of damaged rows included; `null` where there is no telling.
 */
export function idsOf(
	name: TableName,
	table: Table | null,
	form: RegExp,
): ReadonlySet<string> | null {
	const [id] = columnsOf(name, []);
	const index = table?.header.findIndex((cell) => cell.text === id) ?? -1;
	if (table === null || index < 0) return null;
	const ids = table.rows.map((row) => row[index]?.text.trim() ?? "");
	return ids.every((id) => form.test(id)) ? new Set(ids) : null;
}

function checkHeader(
	header: Row,
	wanted: readonly string[],
	known: readonly string[],
	report: Report,
): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	const names = header.map((cell) => cell.text.toLowerCase());
	if (!wanted.some((column) => names.includes(column.toLowerCase()))) {
		report(pathOf(header), (say) => say.noHeader(wanted.join(",")));
		return found;
	}
	for (const [index, { text, path }] of header.entries()) {
		if (found.has(text)) report(path, (say) => say.columnTwice(text));
		else if (wanted.includes(text)) found.set(text, index);
		else {
			const missing = known.filter(
				(column) => !header.some((cell) => cell.text === column),
			);
			const guess = nearest(text, missing);
			report(path, (say) => say.unknownColumn(text, guess));
		}
	}
	for (const column of wanted) {
		if (!found.has(column))
			report(pathOf(header), (say) => say.missingColumn(column));
	}
	return found;
}

/**
 * The columns of a file.
 *
 * @param present Those it has; of the optional ones only these are returned, each in every language.
 */
function columnsOf(
	name: TableName,
	languages: readonly LangKey[],
	present?: readonly string[],
): readonly string[] {
	return COLUMNS[name].split(" ").flatMap((form) => {
		const column = form.replace("?", "");
		const all = column.endsWith("*")
			? languages.map((lang) => column.replace("*", lang))
			: [column];
		const left =
			form.endsWith("?") && !all.some((each) => present?.includes(each));
		return left && present ? [] : all;
	});
}

const pathOf = (row: Row): string => row[0]?.path ?? "";
