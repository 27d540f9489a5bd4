import { existsSync, readFileSync } from "node:fs";
import type { Script } from "../../scene/scene.ts";
import { Failure } from "../command.ts";
import { reasonOf } from "../output.ts";

/** A font in a file; a collection holds several, told apart by their PostScript names. */
export interface FontFile {
	readonly path: string;
	readonly name?: string;
}

/** The fonts for one script. */
export interface Face {
	readonly regular: FontFile;
	readonly bold: FontFile;
}

export type Faces = Readonly<Record<Script, Face | null>>;

/** Where systems keep fonts for the two scripts. */
const USUAL: Readonly<Record<Script, readonly string[]>> = {
	latin: [
		"/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
		"/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
		"/System/Library/Fonts/Supplemental/Arial.ttf",
		"/System/Library/Fonts/Supplemental/Arial Bold.ttf",
		"C:\\Windows\\Fonts\\arial.ttf",
		"C:\\Windows\\Fonts\\arialbd.ttf",
	],
	han: [
		"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
		"/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
		"/System/Library/Fonts/Hiragino Sans GB.ttc",
		"C:\\Windows\\Fonts\\msyh.ttc",
		"C:\\Windows\\Fonts\\msyhbd.ttc",
	],
};

/** A character by which a font shows that it has the script. */
const SAMPLE: Readonly<Record<Script, string>> = { latin: "a", han: "级" };

/**
 * Fonts to set text in, by script.
 *
 * @param given paths of font files; where they lack a script, the system's usual ones are looked for
 * @throws {Failure} where a given file is no font
 */
export async function findFaces(given: readonly string[]): Promise<Faces> {
	const { create } = await import("fontkit");
	const read = (path: string) => {
		const font = create(readFileSync(path));
		return "fonts" in font ? font.fonts : [font];
	};
	const inFiles = (paths: readonly string[], script: Script): Face | null => {
		const found = paths.flatMap((path) => {
			let fonts: ReturnType<typeof read>;
			try {
				fonts = read(path);
			} catch (error) {
				throw new Failure(
					`the font ${path} could not be read: ${reasonOf(error, "there is no such file")}`,
				);
			}
			const able = fonts.filter((font) =>
				font.hasGlyphForCodePoint(SAMPLE[script].codePointAt(0) ?? 0),
			);
			// Collections have a cut for each country; ours is Simplified Chinese.
			const font =
				able.find(({ postscriptName }) =>
					/sc\b|sc-|GB/i.test(postscriptName),
				) ?? able[0];
			if (!font) return [];
			const name = font.postscriptName;
			return [
				{ path, bold: /bold/i.test(name), ...(fonts.length > 1 && { name }) },
			];
		});
		const regular = found.find(({ bold }) => !bold) ?? found[0];
		const bold = found.find(({ bold }) => bold) ?? regular;
		return regular && bold ? { regular, bold } : null;
	};
	const find = (script: Script) =>
		inFiles(given, script) ??
		inFiles(
			USUAL[script].filter((path) => existsSync(path)),
			script,
		);
	return { latin: find("latin"), han: find("han") };
}
