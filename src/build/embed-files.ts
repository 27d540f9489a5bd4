import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { embedStringsFor } from "../i18n/embed.ts";
import { edition } from "../model/edition.ts";
import { plainText } from "../model/tokens.ts";
import type { Dataset } from "../model/types.ts";
import { fillPage } from "../page/fill-page.ts";
import { escapeXml } from "../svg/markup.ts";
import { loadDataset } from "./dataset.ts";
import { manifest } from "./manifest.mjs";
import { orThrow } from "./or-throw.ts";
import { packageVersion } from "./plugin.ts";
import { ascii, integrity, makeProgram, short } from "./program.ts";

const FIRST_PAINT = "virtual-tier-map-first-paint.css";
const PREFIX = "virtual:tier-map/";
/** Where a page of our own gets its scripts, and what they are made from. */
const SCRIPTS = /<!-- scripts: (\w+) -->/;
const START = "<!-- start -->";
const DEVELOPED: Readonly<Record<string, string>> = {
	page: "/src/page/main.ts",
	frame: "/src/embed/frame.ts",
};
/** What of the data the frozen edition holds, for one language, beside the picture that stands in it. */
const FROZEN = ["core", "argument", "search", "neighbours", "figure/web"];
/** Size of an iframe in pixels where nothing sizes it. */
const WIDTH = 960;
const FRAME_HEIGHT = 720;

/** A module of `tierMapData`, as code. */
export type DataModule = (name: string) => string | undefined;

/**
 * Vite plugin that makes what is embedded: `embed.js`, the iframe page's script and its data, the frozen
 * editions, oEmbed answers, and `embed.json`, which names the files of this version with their checksums.
 *
 * @param folder the data folder
 * @param module gives the modules that `tierMapData` makes out of it
 */
export function embedFiles(folder: string, module: DataModule): Plugin {
	let root = "";
	return {
		name: "tier-map-embed",
		enforce: "post",
		configResolved(config) {
			root = config.root;
		},
		transformIndexHtml: {
			order: "pre",
			// While developing, the pages get the same scripts as modules.
			handler: (html, { server }) =>
				(server
					? html
							.replace(
								START,
								'<script type="module" src="/src/embed/start.ts"></script>',
							)
							.replace(
								SCRIPTS,
								(_, page: string) =>
									`<script type="module">import "virtual-tier-map-first-paint.css";import "${DEVELOPED[page]}";</script>`,
							)
					: html
				).replaceAll("{{site}}", site()),
		},
		generateBundle: {
			order: "post",
			async handler(_, files) {
				const emit = (fileName: string, source: string) => {
					this.emitFile({ type: "asset", fileName, source });
					return fileName;
				};
				const hashed = (name: string, type: string, source: string) =>
					emit(`assets/${name}-${short(source)}.${type}`, source);
				const dataset = orThrow(loadDataset(folder));
				const version = packageVersion();
				const {
					parts,
					script,
					module: self,
					inlined,
				} = await makeProgram(root, version, data(module));
				for (const { file, code } of parts) emit(`assets/${file}`, code);
				emit(`assets/${script.file}`, script.code);
				emit("tier-map.js", self);
				const paint = hashed("paint", "css", module(FIRST_PAINT) ?? "");
				const fileOf = (name: string) =>
					parts.find((part) => part.name === name)?.file ?? "";
				// A frame may have no origin, which modules need; the page has the file that script tags name.
				const programs = {
					"index.html": ["page.js", 'type="module" src="./tier-map.js"'],
					"embed.html": ["frame.js", `src="./assets/${script.file}" defer`],
				};
				for (const [file, [name = "", program]] of Object.entries(programs)) {
					const page = files[file];
					if (page?.type !== "asset") throw new Error(`${file} is missing`);
					// What a page adds to the map is first, so that it is there when the program runs; `start.js` waits for it so long and no longer.
					page.source = String(page.source)
						.replace(START, '<script src="./start.js" async></script>')
						.replace(
							SCRIPTS,
							`<link rel="stylesheet" href="./${paint}" />
    <script src="./assets/${fileOf(name)}" defer></script>
    <script ${program} data-tier-map="${name}"></script>`,
						);
				}
				// Scripts of the old kind without a name on the page; neither needs another file.
				for (const name of ["start.js", "embed.js"]) {
					const chunk = files[name];
					if (chunk?.type !== "chunk" || chunk.imports.length)
						throw new Error(`${name} is missing, or not one file`);
					chunk.code = ascii(`(()=>{"use strict";${chunk.code}})();\n`);
				}
				const host = files["embed.js"];
				const hostCode = host?.type === "chunk" ? host.code : "";
				const pinned = (path: string, code: string) => ({
					path,
					integrity: integrity(code),
				});
				emit(
					"embed.json",
					JSON.stringify(
						{
							version,
							data: dataset.manifest.version,
							pictures: Object.fromEntries(
								dataset.manifest.languages.map((lang) => [
									lang,
									sizeOf(module(`tier-map.${lang}.svg`) ?? ""),
								]),
							),
							files: {
								"tier-map.js": pinned(`assets/${script.file}`, script.code),
								"embed.js": pinned(
									hashed(`embed-${version}`, "js", hostCode),
									hostCode,
								),
							},
						},
						null,
						"\t",
					),
				);

				const style = Object.values(files).find(
					(file) =>
						file.type === "asset" &&
						/^assets\/index-.*\.css$/.test(file.fileName),
				);
				emit(
					"custom-elements.json",
					JSON.stringify(await manifest(root), null, "\t"),
				);
				for (const lang of dataset.manifest.languages) {
					emit(`oembed.${lang}.json`, oembed(dataset, lang));
					emit(
						`frozen.${lang}.html`,
						frozen(root, dataset, lang, module, {
							script: inlined("window.tierMapPieces", frozenPieces(lang)),
							style: style?.type === "asset" ? String(style.source) : "",
						}),
					);
				}
			},
		},
	};
}

/** Where the files will be published, for what must be an absolute address. */
function site(): string {
	const url = process.env.TIER_MAP_SITE;
	return url ? `${url.replace(/\/$/, "")}/` : "./";
}

/** The expression that a data module exports. */
function body(code: string): string {
	return code.replace(/^export default /, "").replace(/;$/, "");
}

function value(code: string): unknown {
	const [, json] = /^JSON\.parse\((.*)\)$/s.exec(body(code)) ?? [];
	return json === undefined
		? JSON.parse(body(code))
		: JSON.parse(JSON.parse(json));
}

/** Vite plugin that gives a program the data's modules. */
function data(module: DataModule): Plugin {
	return {
		name: "tier-map-pieces",
		resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
		load: (id) =>
			id.startsWith(`\0${PREFIX}`)
				? module(id.slice(PREFIX.length + 1))
				: undefined,
	};
}

function frozenPieces(lang: string): string[] {
	return FROZEN.map((piece) => `${piece}/${lang}`);
}

function frozen(
	root: string,
	dataset: Dataset,
	lang: string,
	module: DataModule,
	{ script, style }: { script: string; style: string },
): string {
	const strings = embedStringsFor(lang);
	const { version } = dataset.manifest;
	const data = JSON.stringify({
		version,
		lang,
		pieces: Object.fromEntries(
			frozenPieces(lang).map((name) => [name, value(module(name) ?? "")]),
		),
	});
	const text = (key: string) =>
		escapeXml(plainText(dataset.texts[key]?.[lang] ?? ""));
	const filled: Readonly<Record<string, string>> = {
		tag: strings.tag,
		title: text("title"),
		lead: text("lead"),
		credit: text("credit"),
		picture: fillPage(
			`{{picture ${lang}}}`,
			dataset,
			() => module(`markup/${lang}`) ?? "",
		),
		fallback: fillPage(`{{fallback ${lang}}}`, dataset, () => "").replace(
			/<p><a href="\.\/.*?<\/p>/s,
			"",
		),
		frozen: escapeXml(strings.frozen(version)),
		right: escapeXml(strings.checksumRight),
		wrong: escapeXml(strings.checksumWrong),
		checksum: createHash("sha256").update(data).digest("hex"),
		style: `<style>${style}${module(FIRST_PAINT) ?? ""}</style>`,
		data: packed(data),
		code: packed(script),
	};
	return readFileSync(join(root, "src/embed/frozen.html"), "utf8")
		.replace('<html lang="en">', `<html lang="${strings.tag}">`)
		.replace(/\{\{(\w+)\}\}/g, (_, key: string) => filled[key] ?? "");
}

/** A text as a page can hold it, in fewer bytes. */
function packed(text: string): string {
	return gzipSync(text, { level: 9 }).toString("base64");
}

/** The answer to "how is this page embedded?" (oEmbed 1.0), as a file. */
function oembed(dataset: Dataset, lang: string): string {
	const { core } = edition(dataset, lang);
	const title = plainText(dataset.texts.title?.[lang] ?? "");
	const src = `${site()}embed.html?lang=${core.lang}`;
	return JSON.stringify(
		{
			version: "1.0",
			type: "rich",
			title,
			provider_name: "tier-map",
			provider_url: `${site()}index.html`,
			width: WIDTH,
			height: FRAME_HEIGHT,
			html: `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="${WIDTH}" height="${FRAME_HEIGHT}" loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" frameborder="0"></iframe>`,
		},
		null,
		"\t",
	);
}

/** Width and height in pixels that an SVG names. */
function sizeOf(svg: string) {
	const of = (name: string) =>
		Number(new RegExp(`<svg [^>]*\\s${name}="(\\d+)"`).exec(svg)?.[1]);
	return { width: of("width"), height: of("height") };
}
