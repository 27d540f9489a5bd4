import { join } from "node:path";
import type { Plugin } from "vite";
import { edition } from "../model/edition.ts";
import { textPage } from "../page/argument/page.ts";
import { textPageName } from "../page/argument/setting.ts";
import { loadDataset } from "./dataset.ts";
import { orThrow } from "./or-throw.ts";

const STYLES = "/src/page/argument.css";

/**
 * Vite plugin that makes the text-first pages, `argument.en.html` and `argument.zh.html`, out of `data/`.
 * They go through Vite as entries, so that their style sheet is bundled and hashed like every other.
 *
 * @param folder the data folder
 */
export function textPages(folder: string): Plugin {
	let root = "";
	let serving = false;
	/** The page in each language, by file name. */
	const pages = (): Map<string, string> => {
		const dataset = orThrow(loadDataset(folder));
		const { languages } = dataset.manifest;
		return new Map(
			languages.map((lang) => [
				textPageName(lang),
				textPage(edition(dataset, lang), languages, STYLES),
			]),
		);
	};
	let entries = new Map<string, string>();
	return {
		name: "tier-map-text-pages",
		configResolved(config) {
			root = config.root;
			serving = config.command === "serve";
		},
		buildStart() {
			// While developing there are no entries: the server answers for the pages.
			if (serving) return;
			entries = new Map(
				[...pages()].map(([name, html]) => [join(root, name), html]),
			);
			for (const id of entries.keys()) this.emitFile({ type: "chunk", id });
		},
		resolveId(id) {
			return entries.has(id) ? id : undefined;
		},
		load(id) {
			return entries.get(id);
		},
		configureServer(server) {
			server.middlewares.use(async (request, response, next) => {
				try {
					const url = request.url ?? "/";
					const name = url.replace(/[?#].*/, "").slice(1);
					const html = /^argument\.[\w-]+\.html$/.test(name)
						? pages().get(name)
						: undefined;
					if (html === undefined) return next();
					response.setHeader("Content-Type", "text/html; charset=utf-8");
					response.end(await server.transformIndexHtml(url, html));
				} catch (error) {
					next(error);
				}
			});
		},
	};
}
