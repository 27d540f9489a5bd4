/** Scripts that are written from right to left. */
const LEFTWARD = [
	"Arab",
	"Hebr",
	"Thaa",
	"Syrc",
	"Nkoo",
	"Adlm",
	"Rohg",
	"Mand",
];

/** The script that a language is usually written in, by its ISO 15924 code; null for an unknown language. */
export function scriptOf(tag: string): string | null {
	try {
		return new Intl.Locale(tag).maximize().script ?? null;
	} catch {
		return null;
	}
}

/** The direction that a language is written in. */
export function directionOf(tag: string): "ltr" | "rtl" {
	return LEFTWARD.includes(scriptOf(tag) ?? "") ? "rtl" : "ltr";
}
