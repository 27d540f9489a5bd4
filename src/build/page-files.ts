import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { loadDataset } from "./dataset.ts";
import type { DataModule } from "./embed-files.ts";
import { missingGlyphs, SANS } from "./glyphs.ts";
import { orThrow } from "./or-throw.ts";

/**
 * Vite plugin that makes what goes with the page: its picture for social media in every language, and the licences
 * of the works that a build contains.
 *
 * @param folder the data folder
 * @param module gives the modules that `tierMapData` makes out of it
 */
export function pageFiles(folder: string, module: DataModule): Plugin {
	let root = "";
	return {
		name: "tier-map-page-files",
		configResolved(config) {
			root = config.root;
		},
		async generateBundle() {
			const emit = (fileName: string, source: string | Uint8Array) =>
				this.emitFile({ type: "asset", fileName, source });
			emit(
				"NOTICE.txt",
				["LICENSE", "NOTICE.md"]
					.map((name) => readFileSync(join(root, name), "utf8"))
					.join("\n"),
			);
			const draw = await renderer();
			if (!draw) {
				this.warn(
					"no pictures for social media: @resvg/resvg-js isn't installed",
				);
				return;
			}
			for (const lang of orThrow(loadDataset(folder)).manifest.languages) {
				const worded = module(`card/${lang}`) ?? "";
				const missing = missingGlyphs(worded, (svg) => draw(svg).pixels);
				if (missing.length)
					this.warn(
						`tier-map.${lang}.png has no text: no font here has ${missing.join("")}`,
					);
				const svg = missing.length ? module(`bare-card/${lang}`) : worded;
				emit(`tier-map.${lang}.png`, draw(svg ?? "").asPng());
			}
		},
	};
}

/** Draws with resvg and the fonts of the system; null where that optional dependency isn't installed. */
async function renderer() {
	const resvg = await import("@resvg/resvg-js").catch(() => null);
	return (
		resvg &&
		((svg: string) =>
			new resvg.Resvg(svg, {
				font: { loadSystemFonts: true, defaultFontFamily: SANS },
			}).render())
	);
}
