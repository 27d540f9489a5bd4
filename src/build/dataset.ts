/** The data set from a folder on disk, with the usual names of places from Node's own CLDR data. */

import { parseDataset } from "../model/dataset.ts";
import type { UsualName } from "../model/parse/places.ts";
import type { Dataset, Result } from "../model/types.ts";
import { readTables } from "./tables.ts";

/**
 * Reads and checks a data folder.
 *
 * @param dir The folder.
 * @returns The data set, every place named in every language; or every problem, with `file:line`. Never throws.
 */
export function loadDataset(dir: string): Result<Dataset> {
	return parseDataset(readTables(dir), intlNames());
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
