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
import { bundled, inPieces, integrity } from "./scripts.ts";

const PREFIX = "virtual:tier-map/";
const FIRST_PAINT = "virtual-tier-map-first-paint.css";
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
			// While developing, the iframe page gets the same script as a module.
			handler: (html, { server }) =>
				(server
					? html.replace(
							"<!-- frame -->",
							'<script type="module" src="/src/embed/frame.ts"></script>',
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
				const page = files["embed.html"];
				if (page?.type !== "asset") throw new Error("embed.html is missing");

				const written = new Map<string, string>();
				// Both programs below have pieces in common.
				const piece = (name: string, code: string) => {
					const path = written.get(code) ?? hashed(name, "js", code);
					written.set(code, path);
					return path;
				};
				const script = (entry: string) =>
					inPieces(root, entry, [data(module)], piece);
				const frame = hashed("frame", "js", await script("src/embed/frame.ts"));
				const paint = hashed("paint", "css", module(FIRST_PAINT) ?? "");
				page.source = String(page.source).replace(
					"<!-- frame -->",
					`<link rel="stylesheet" href="./${paint}" />
    <script src="./${frame}" defer></script>`,
				);

				emit(
					"embed-builder.js",
					await bundled(root, "src/page/embed-builder/builder.ts", {
						format: "es",
					}),
				);
				const host = await bundled(root, "src/embed/embed.ts");
				emit("embed.js", host);
				// A module's checksum says nothing of the modules that it imports; this script holds its pieces to theirs.
				const program = await script("src/define.ts");
				const pinned = (name: string, code: string) => ({
					path: hashed(`${name}-${version}`, "js", code),
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
								"tier-map.js": pinned("tier-map", program),
								"embed.js": pinned("embed", host),
							},
						},
						null,
						"\t",
					),
				);

				const frozenScript = await bundled(root, "src/embed/frozen.ts", {
					plugins: [data(module, join(root, "src/embed/inlined.ts"))],
				});
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
							script: frozenScript,
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

/** Vite plugin that gives a program the data's modules; `frozen` has it take the pieces from the page instead of `import()`. */
function data(module: DataModule, frozen?: string): Plugin {
	return {
		name: "tier-map-pieces",
		resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
		load(id) {
			if (!id.startsWith(`\0${PREFIX}`)) return;
			const code = module(id.slice(PREFIX.length + 1)) ?? "";
			if (!frozen) return code;
			return `import { piece } from ${JSON.stringify(frozen)};
			${code.replace(/import\("virtual:tier-map\/([^"]+)"\)/g, 'piece("$1")')}`;
		},
	};
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
			FROZEN.map((piece) => `${piece}/${lang}`).map((name) => [
				name,
				value(module(name) ?? ""),
			]),
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

function short(source: string): string {
	return createHash("sha256").update(source).digest("hex").slice(0, 8);
}
