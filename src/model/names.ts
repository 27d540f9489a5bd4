/** Everything a place or region is called: what a reader may type to find it. */

import type { AliasRow, Dataset, LangKey, Text } from "./types.ts";

export interface Name {
	readonly lang: LangKey;
	readonly text: string;
	/** Syllables of a Chinese name without tones, separated by spaces: `fei lü bin`. */
	readonly pinyin?: string;
	/** Not the name that the map uses. */
	readonly alias?: true;
	readonly former?: true;
}

export interface Names {
	/** Of a place or region. */
	readonly id: string;
	readonly a2?: string;
	readonly region?: true;
	/** The reader's language first, then the others, then aliases. */
	readonly names: readonly Name[];
}

/**
 * Collects the names of all places and regions.
 *
 * @param dataset everything in all languages
 * @param lang language of the reader
 * @param pinyinOf gives the pinyin of a Chinese name, syllables separated by spaces
 * @returns places by name in the reader's language, then regions likewise
 */
export function namesIn(
	dataset: Dataset,
	lang: LangKey,
	pinyinOf: (name: string) => string,
): readonly Names[] {
	const { languages } = dataset.manifest;
	const order = [lang, ...languages.filter((other) => other !== lang)];
	const spelled = (text: Text, more: Partial<Name>): Name[] =>
		order.flatMap((lang) => {
			const name = text[lang];
			if (!name) return [];
			const pinyin = lang === "zh" && { pinyin: pinyinOf(name) };
			return { lang, text: name, ...pinyin, ...more };
		});
	const aliases = new Map<string, AliasRow[]>();
	for (const alias of dataset.aliases)
		aliases.set(alias.about, [...(aliases.get(alias.about) ?? []), alias]);
	const { compare } = new Intl.Collator(lang);
	const collect = (
		rows: readonly { readonly id: string; readonly name: Text }[],
		more: (id: string) => Partial<Names>,
	): Names[] =>
		[...rows]
			.sort((a, b) => compare(a.name[lang] ?? "", b.name[lang] ?? ""))
			.map(({ id, name }) => ({
				id,
				...more(id),
				names: [
					...spelled(name, {}),
					...(aliases.get(id) ?? []).flatMap(({ kind, text }) =>
						spelled(text, {
							alias: true,
							...(kind === "former" && { former: true }),
						}),
					),
				],
			}));
	const a2 = new Map(dataset.places.map((place) => [place.id, place.a2]));
	return [
		...collect(dataset.places, (id) => {
			const code = a2.get(id);
			return code ? { a2: code } : {};
		}),
		...collect(dataset.regions, () => ({ region: true })),
	];
}
