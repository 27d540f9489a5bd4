import { readFileSync } from "node:fs";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { Failure, say } from "./command.ts";
import { charactersOf, missingGlyphs, SANS } from "./glyphs.ts";
import { reasonOf } from "./output.ts";

/** Draws SVG with one set of fonts. */
export interface Renderer {
	/** @param scale pixels of the picture per pixel of the SVG */
	png(svg: string, scale: number): Uint8Array;
	/**
	 * The characters of a figure that the fonts have no glyph for.
	 *
	 * @throws {Failure} where they have none at all
	 */
	missing(svg: string): readonly string[];
}

/**
 * Makes a renderer.
 *
 * @param fonts paths of font files, used instead of the system's fonts; none means the system's
 * @throws {Failure} where the program that draws is missing, or a font can't be read
 */
export async function rendererWith(
	fonts: readonly string[],
): Promise<Renderer> {
	const draw = await drawing(fonts);
	return {
		png: (svg, scale) => draw(svg, scale).asPng(),
		missing(svg) {
			const missing = missingGlyphs(svg, (cells) => draw(cells, 1).pixels);
			if (missing.length && missing.length === charactersOf(svg).length)
				throw new Failure(
					"No font has any of the figure’s characters: name one with --font FILE, such as NotoSansCJK-Regular.ttc.",
				);
			return missing;
		},
	};
}

/** Draws with resvg, an optional dependency. */
async function drawing(fonts: readonly string[]) {
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
		defaultFontFamily: SANS,
	};
	return (svg: string, scale: number) =>
		new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render();
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
