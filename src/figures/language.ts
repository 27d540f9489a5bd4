import type { LangKey, Problem } from "../model/types.ts";

/** The language of the data that a tag asks for: itself, or the one it is a form of. */
export function languageIn(
	lang: unknown,
	languages: readonly LangKey[],
): LangKey | undefined {
	const tag = String(lang).toLowerCase();
	const [primary] = tag.split("-");
	return (
		languages.find((key) => key.toLowerCase() === tag) ??
		languages.find((key) => key.toLowerCase() === primary)
	);
}

/** That there is no such language, and which there are. */
export function wrongLanguage(
	lang: unknown,
	languages: readonly LangKey[],
): Problem {
	return {
		path: "lang",
		message: `${JSON.stringify(lang)} isn't allowed: it must be one of ${languages.join(", ")}`,
	};
}
