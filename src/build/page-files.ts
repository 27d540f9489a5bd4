import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { FigureData } from "../scene/figure/state.ts";
import { cardSVG, cardText } from "../svg/card.ts";
import { loadDataset } from "./dataset.ts";
import type { DataModule } from "./embed-files.ts";
import { lettersOf } from "./letters.ts";
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
			const tools = await Promise.all([
				import("@resvg/resvg-js"),
				import("fontkit"),
			]).catch(() => null);
			if (!tools) {
				this.warn(
					"no pictures for social media: @resvg/resvg-js or fontkit isn't installed",
				);
				return;
			}
			const [{ Resvg }, { create }] = tools;
			const draw = (svg: string) =>
				new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
			for (const lang of orThrow(loadDataset(folder)).manifest.languages) {
				const data: FigureData = JSON.parse(module(`card/${lang}`) ?? "");
				const found = await lettersOf(cardText(data), create);
				if ("missing" in found)
					this.warn(
						`tier-map.${lang}.png has no text: Noto Sans SC lacks ${found.missing.join("")}`,
					);
				const letters = "letters" in found ? found.letters : null;
				emit(`tier-map.${lang}.png`, draw(cardSVG(data, letters)));
			}
		},
	};
}
