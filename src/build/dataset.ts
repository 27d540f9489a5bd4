/** The data set from a folder on disk, with the usual names of places from Node's own CLDR data. */

import { inOrder, parseDataset } from "../model/dataset.ts";
import { type Messages, messagesEn } from "../model/parse/messages.ts";
import type { UsualName } from "../model/parse/places.ts";
import type { Tables } from "../model/tables.ts";
import type { Dataset, Result } from "../model/types.ts";
import { readStrings } from "./strings.ts";
import { readTables } from "./tables.ts";

/** A data folder: its text, and what became of it. */
export interface Folder {
	readonly tables: Tables;
	readonly result: Result<Dataset>;
}

/**
 * Reads and checks a data folder.
 *
 * @param dir The folder.
 * @returns The data set, every place named in every language; or every problem, with `file:line`. Never throws.
 */
export function loadDataset(dir: string): Result<Dataset> {
	return loadFolder(dir).result;
}

/**
 * The same, with the text it was read from.
 *
 * @param say The messages in the reader's language.
 */
export function loadFolder(dir: string, say: Messages = messagesEn): Folder {
	const tables = readTables(dir, say);
	const { strings, problems } = readStrings(tables, say);
	const result = parseDataset(tables, intlNames(), say, strings);
	if (!problems.length) return { tables, result };
	const others = result.ok ? [] : result.problems;
	return {
		tables,
		result: { ok: false, problems: inOrder([...others, ...problems]) },
	};
}

/** Names through Intl, one lookup table per language. */
function intlNames(): UsualName {
	const byLang = new Map<string, Intl.DisplayNames>();
	return (a2, lang) => {
		const names =
			byLang.get(lang) ??
			new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
		byLang.set(lang, names);
		return names.of(a2);
	};
}
