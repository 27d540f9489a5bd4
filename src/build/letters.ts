/** Letters of a font that the build brings along, so that a picture looks the same whatever fonts a machine has. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { create, Font } from "fontkit";
import { decompress } from "wawoff2";
import { widthOf } from "../scene/figure/text.ts";
import type { TextMark } from "../scene/scene.ts";

const { resolve } = createRequire(import.meta.url);
const PACKAGE = "@fontsource-variable/noto-sans-sc";
const WEIGHTS = { regular: 400, bold: 700 };

/** Path data of a line of text. */
export type Letters = (mark: TextMark) => string;

/** A part of the font, by weight. */
type Part = Readonly<Record<keyof typeof WEIGHTS, Font>>;

/**
 * Loads the letters of a text.
 *
 * @param read of fontkit, an optional dependency
 * @returns the letters, as wide as the program reckons them, or the characters that the font lacks
 */
export async function lettersOf(
	text: string,
	read: typeof create,
): Promise<{ letters: Letters } | { missing: readonly string[] }> {
	const ranges: Readonly<Record<string, string>> = JSON.parse(
		readFileSync(resolve(`${PACKAGE}/unicode.json`), "utf8"),
	);
	const parts = new Map<string, Part>();
	const partOf = new Map<string, Part>();
	for (const character of new Set(text)) {
		const code = character.codePointAt(0) ?? 0;
		const name = partWith(code, ranges);
		if (!name) continue;
		const part = parts.get(name) ?? (await load(name, read));
		parts.set(name, part);
		if (part.regular.hasGlyphForCodePoint(code)) partOf.set(character, part);
	}
	const missing = [...new Set(text)].filter((each) => !partOf.has(each));
	if (missing.length) return { missing };
	const glyphOf = (character: string, bold: boolean) =>
		partOf
			.get(character)
			?.[bold ? "bold" : "regular"].glyphForCodePoint(
				character.codePointAt(0) ?? 0,
			);
	return {
		letters({ runs, size, bold = false, anchor, x, y }) {
			const widths = runs.map(({ text }) => widthOf(text, size, bold));
			const width = widths.reduce((sum, each) => sum + each, 0);
			let at =
				x - { start: 0, middle: width / 2, end: width }[anchor ?? "start"];
			return runs
				.flatMap(({ text }, i) => {
					const glyphs = [...text].flatMap((each) => {
						const glyph = glyphOf(each, bold);
						if (!glyph) return [];
						const reckoned = widthOf(each, EM, bold);
						const { path, advanceWidth } = glyph;
						// The font's own marks are as wide as Chinese characters, also between Latin letters.
						const advance =
							advanceWidth > 1.5 * reckoned ? reckoned : advanceWidth;
						return { path, advance, before: (advance - advanceWidth) / 2 };
					});
					const own = glyphs.reduce((sum, each) => sum + each.advance, 0);
					const scale = (widths[i] ?? 0) / own;
					return glyphs.map(({ path, advance, before }) => {
						const d = path
							.scale(scale, -size / EM)
							.translate(at + before * scale, y)
							.toSVG();
						at += advance * scale;
						return d;
					});
				})
				.join("");
		},
	};
}

/** Units of the font in the height of its type. */
const EM = 1000;

/** The part that has a character, of those that the package lists with ranges such as `U+4e00-4e0f`. */
function partWith(
	code: number,
	ranges: Readonly<Record<string, string>>,
): string | undefined {
	return Object.keys(ranges).find((name) =>
		ranges[name]?.split(",").some((range) => {
			const [from = 0, to = from] = range
				.slice("U+".length)
				.split("-")
				.map((hex) => Number.parseInt(hex, 16));
			return from <= code && code <= to;
		}),
	);
}

async function load(name: string, read: typeof create): Promise<Part> {
	const file = `files/noto-sans-sc-${name.replace(/[[\]]/g, "")}-wght-normal.woff2`;
	const packed = readFileSync(resolve(`${PACKAGE}/${file}`));
	const font = read(Buffer.from(await decompress(packed)));
	if (!("getVariation" in font)) throw new Error(`${file} is no single font`);
	return {
		regular: font.getVariation({ wght: WEIGHTS.regular }),
		bold: font.getVariation({ wght: WEIGHTS.bold }),
	};
}
