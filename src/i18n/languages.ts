/**
 * The languages that the interface is written in. A key added here makes the type checker name every place that then
 * lacks its strings.
 */
export const LANGUAGES = ["en", "zh"] as const;

export type Language = (typeof LANGUAGES)[number];

/** A value for each language of the interface. */
export type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Whether a language of the data is one that the interface is written in. */
export function isSpoken(lang: string): lang is Language {
	return LANGUAGES.some((each) => each === lang);
}

/** The value for a language of the data; the English one where the interface isn't written in it. */
export function inLanguage<T>(values: ByLanguage<T>, lang: string): T {
	return values[isSpoken(lang) ? lang : "en"];
}

/**
 * The data's language that a BCP 47 tag asks for: `zh-CN` asks for `zh`.
 *
 * @param tag as in a `lang` attribute
 * @param available language keys of the data
 * @returns the key, or English, or the first one there is
 */
export function languageOf(tag: string, available: readonly string[]): string {
	const asked = tag.toLowerCase();
	const [primary = ""] = asked.split("-");
	return (
		available.find((key) => key.toLowerCase() === asked) ??
		[primary, "en", ...available].find((key) => available.includes(key)) ??
		"en"
	);
}
