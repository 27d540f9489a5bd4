import { runsOf } from "../scene/figure/text.ts";
import { FONTS } from "../svg/attributes.ts";

/** The font where a machine has none of the figure's: resvg would take any, even one with serifs. */
export const SANS = "DejaVu Sans";

/** A code point that no font has a glyph for. */
const NOWHERE = "\u{10ffff}";
const CELL = 40;
/** Characters in a row of the test picture. */
const ROW = 40;

/**
 * The characters of a figure that come out as the sign for a missing glyph: each is drawn in a cell of its
 * own and compared with one that no font has. The renderer itself tells nothing.
 *
 * @param svg the figure
 * @param draw gives the pixels of an SVG at its own size, four bytes each
 */
export function missingGlyphs(
	svg: string,
	draw: (svg: string) => Uint8Array,
): string[] {
	const characters = charactersOf(svg);
	const cells = [NOWHERE, ...characters]
		.map((character, i) => {
			const x = (i % ROW) * CELL;
			const y = Math.floor(i / ROW) * CELL;
			// In the fonts of its script: the renderer would search all others for it.
			const family = FONTS[runsOf(character)[0]?.script ?? "latin"];
			return `<text x="${x + 8}" y="${y + 28}" font-family="${family}">${character}</text>`;
		})
		.join("");
	const width = ROW * CELL;
	const height = Math.ceil((characters.length + 1) / ROW) * CELL;
	const pixels = draw(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-size="20">${cells}</svg>`,
	);
	const cellAt = (i: number) => {
		let cell = "";
		const left = (i % ROW) * CELL;
		const top = Math.floor(i / ROW) * CELL;
		for (let y = top; y < top + CELL; y++)
			for (let x = left; x < left + CELL; x++)
				cell += pixels[(y * width + x) * 4 + 3] ? "#" : ".";
		return cell;
	};
	const nothing = cellAt(0);
	return characters.filter((_, i) => cellAt(i + 1) === nothing);
}

/** The characters in the text of a figure, each once, those of markup and white space left out. */
export function charactersOf(svg: string): string[] {
	const text = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
		.map(([, content = ""]) =>
			content.replace(/<[^>]*>/g, "").replace(/&#\d+;/g, ""),
		)
		.join("");
	return [...new Set(text)].filter((character) => character.trim()).sort();
}
