import { readFileSync } from "node:fs";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { FONTS } from "../svg/attributes.ts";
import { Failure, say } from "./command.ts";
import { reasonOf } from "./output.ts";

/** A code point that no font has a glyph for. */
const NOWHERE = "\u{10ffff}";
const CELL = 40;
/** Characters in a row of the test picture. */
const ROW = 40;

/**
 * Draws an SVG as PNG.
 *
 * @param scale pixels of the picture per pixel of the SVG
 * @param fonts paths of font files, used instead of the system's fonts; none means the system's
 * @returns the picture, and the characters that the fonts have no glyph for
 * @throws {Failure} where the renderer is missing
 */
export async function pngOf(
	svg: string,
	scale: number,
	fonts: readonly string[],
): Promise<{ readonly data: Uint8Array; readonly missing: readonly string[] }> {
	const draw = await renderer(fonts);
	return {
		data: draw(svg, scale).asPng(),
		missing: missingGlyphs(svg, draw),
	};
}

/** Draws with resvg, an optional dependency. */
async function renderer(fonts: readonly string[]) {
	const { Resvg } = await import("@resvg/resvg-js").catch(() => {
		throw new Failure(
			"PNG needs the package @resvg/resvg-js, which isn't installed: run npm install @resvg/resvg-js",
		);
	});
	for (const font of fonts)
		try {
			readFileSync(font);
		} catch (error) {
			throw new Failure(
				`the font ${font} could not be read: ${reasonOf(error, "there is no such file")}`,
			);
		}
	const font: ResvgRenderOptions["font"] = {
		fontFiles: [...fonts],
		loadSystemFonts: fonts.length === 0,
	};
	return (svg: string, scale: number) =>
		new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render();
}

/**
 * The characters of a figure that come out as the sign for a missing glyph: each is drawn in a cell of its
 * own and compared with one that no font has. The renderer itself tells nothing.
 */
function missingGlyphs(
	svg: string,
	draw: Awaited<ReturnType<typeof renderer>>,
): string[] {
	const characters = charactersOf(svg);
	const cells = [NOWHERE, ...characters]
		.map((character, i) => {
			const x = (i % ROW) * CELL;
			const y = Math.floor(i / ROW) * CELL;
			return `<text x="${x + 8}" y="${y + 28}">${character}</text>`;
		})
		.join("");
	const width = ROW * CELL;
	const height = Math.ceil((characters.length + 1) / ROW) * CELL;
	const { pixels } = draw(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-size="20" font-family="${FONTS.latin}">${cells}</svg>`,
		1,
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
	const missing = characters.filter((_, i) => cellAt(i + 1) === nothing);
	if (missing.length && missing.length === characters.length)
		throw new Failure(
			"No font has any of the figure’s characters: name one with --font FILE, such as NotoSansCJK-Regular.ttc.",
		);
	return missing;
}

/** The characters in the text of a figure, each once, those of markup and white space left out. */
function charactersOf(svg: string): string[] {
	const text = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
		.map(([, content = ""]) =>
			content.replace(/<[^>]*>/g, "").replace(/&#\d+;/g, ""),
		)
		.join("");
	return [...new Set(text)].filter((character) => character.trim()).sort();
}

/** Names the missing characters on stderr. */
export function warnOf(
	missing: readonly string[],
	fonts: readonly string[],
): void {
	const where = fonts.length ? fonts.join(", ") : "The fonts of this system";
	say(
		`${where}: no glyph for ${missing.length === 1 ? "this character" : `these ${missing.length} characters`}: ${missing.join("")}\nName a font that has them with --font FILE, such as NotoSansCJK-Regular.ttc.`,
	);
}
