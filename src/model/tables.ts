/** What a data folder holds before anything in it is understood: text, and the place each piece stands at. */

import type { LangKey, Problem } from "./types.ts";

/** A cell and where it begins: `claims.csv:12`. */
export interface Cell {
	readonly text: string;
	readonly path: string;
}

export type Row = readonly Cell[];

export interface Table {
	readonly header: Row;
	readonly rows: readonly Row[];
}

/** The CSV files of a data folder, without `.csv`. */
export const TABLE_NAMES = [
	"tiers",
	"places",
	"aliases",
	"rounds",
	"levels",
	"embargoes",
	"regions",
	"claims",
	"mechanisms",
	"facts",
	"sources",
	"texts",
	"cutouts",
	"points",
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/** Files that a data folder may do without. */
export const OPTIONAL_TABLES: ReadonlySet<TableName> = new Set(["embargoes"]);

/** A data folder as text. What is `null` couldn't be read, and `problems` says why. */
export interface Tables {
	/** `tier-map.json` */
	readonly manifest: string | null;
	readonly csv: Readonly<Record<TableName, Table | null>>;
	/** `essays.<lang>.md` by language, as many as there are. */
	readonly essays: Readonly<Record<LangKey, string | null>>;
	/** `strings.<lang>.json` by language, as many as there are. */
	readonly strings: Readonly<Record<LangKey, string | null>>;
	/** Files that weren't in UTF-8, and what they were in. */
	readonly encodings: Readonly<Record<string, string>>;
	readonly problems: readonly Problem[];
}
