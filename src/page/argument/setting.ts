import { type Strings, stringsFor } from "../../i18n/strings.ts";
import {
	type TextPageStrings,
	textPageStringsFor,
} from "../../i18n/text-page.ts";
import type { Argument, Core, Edition } from "../../model/edition.ts";
import { letter } from "../../model/letter.ts";
import { levelsIn } from "../../model/levels.ts";
import type { TierId } from "../../model/types.ts";

/** What every section of the text-first page is written with. */
export interface Setting {
	readonly core: Core;
	readonly argument: Argument;
	readonly strings: Strings;
	readonly words: TextPageStrings;
	/** What stands before the anchors: empty on the text-first page itself, its address elsewhere. */
	readonly base: string;
	/** Level of each place under the rule that the column is about. */
	readonly levels: ReadonlyMap<string, TierId>;
	/** Names of places and regions by id. */
	readonly names: ReadonlyMap<string, string>;
	/** Number of each source, from 1, as the list at the end counts them. */
	readonly numbers: ReadonlyMap<string, number>;
	/** Letter of each claim, as the list of claims counts them. */
	readonly letters: ReadonlyMap<string, string>;
}

/**
 * Makes the setting for one language.
 *
 * @param base address of the text-first page, for a page that refers to it
 */
export function settingFor({ core, argument }: Edition, base = ""): Setting {
	const all = [...core.places, ...core.regions];
	return {
		core,
		argument,
		base,
		strings: stringsFor(core.lang),
		words: textPageStringsFor(core.lang),
		levels: levelsIn(core, core.round),
		names: new Map(all.map(({ id, name }) => [id, name])),
		numbers: new Map(argument.sources.map(({ id }, i) => [id, i + 1])),
		letters: new Map(argument.claims.map(({ id }, i) => [id, letter(i + 1)])),
	};
}

/** File name of the text-first page in a language of the data. */
export function textPageName(lang: string): string {
	return `argument.${lang}.html`;
}
