import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { browserslistToTargets, transform } from "lightningcss";
import type { Plugin } from "vite";
import { neighbours, pack } from "../geo/neighbours.ts";
import { project } from "../geo/project.ts";
import { SCALE } from "../geo/size.ts";
import type { World } from "../geo/world.ts";
import { tagOf } from "../i18n/strings.ts";
import { type CoreTier, edition } from "../model/edition.ts";
import { figureTexts } from "../model/figure-texts.ts";
import { namesIn } from "../model/names.ts";
import { fillPage } from "../page/fill-page.ts";
import { figureAtlas } from "../scene/figure/atlas.ts";
import { mapScene } from "../scene/map-scene.ts";
import { liveSvg } from "../svg/live.ts";
import { looks, tierRules, variables } from "../svg/looks.ts";
import { hoist, serialise } from "../svg/markup.ts";
import { packPicture } from "../svg/packed-picture.ts";
import { painter } from "../svg/paint.ts";
import { renderSVG } from "../svg/render.ts";
import { oldest } from "./browsers.ts";
import { loadDataset } from "./dataset.ts";
import { orThrow } from "./or-throw.ts";
import { drawPicture } from "./picture.ts";
import { pinyinOf } from "./pinyin.ts";
import { buildWorld, readCountries } from "./world.ts";

const PREFIX = "virtual:tier-map/";
/** Style sheet of a picture that stands in the page before the script has run. */
const FIRST_PAINT = "virtual-tier-map-first-paint.css";
/** Greatest distance in pixels that simplifying may move a line, at the picture's width. */
const TOLERANCE = 0.25;
/** The same for figures that are to be small. */
const SMALL = 0.6;

/** The modules by the folder they are made from, so that what one process builds reads and draws it once. */
const made = new Map<string, ReadonlyMap<string, () => string>>();

/**
 * Vite plugin that turns `data/` and world-atlas into modules:
 * `virtual:tier-map/builtin` says the version of the program and lists the languages and how to load each piece;
 * `…/core/en`, `…/argument/en`, `…/picture/en`, `…/fine/en`, `…/search/en` and `…/neighbours/en`, `…/figure/web/en` and `…/figure/print/en` are the pieces (`…/figures` lists what figures need), `…/world` the unprojected geometry.
 *
 * @param folder the data folder
 */
export function tierMapData(
	folder: string,
): Plugin<{ module(name: string): string | undefined }> {
	const directory = resolve(folder);
	let pictures = true;
	let building = false;
	const module = (name: string): string | undefined => {
		const modules = made.get(directory) ?? dataModules(directory);
		made.set(directory, modules);
		const code = modules.get(name)?.();
		return code && name === FIRST_PAINT && building ? lowered(code) : code;
	};
	return {
		name: "tier-map-data",
		api: { module },
		configResolved({ build, command }) {
			pictures = !build.ssr;
			building = command === "build";
		},
		generateBundle(_, files) {
			if (!pictures) return;
			// Vite copies a style sheet that a page links for no medium yet as it is.
			for (const file of Object.values(files))
				if (file.type === "asset" && file.fileName.endsWith(".css"))
					file.source = lowered(String(file.source));
			for (const [name, source] of made.get(directory) ?? [])
				if (name.endsWith(".svg"))
					this.emitFile({
						type: "asset",
						fileName: name,
						source: source(),
					});
		},
		configureServer({ watcher, moduleGraph, ws }) {
			watcher.add(directory);
			watcher.on("change", (file) => {
				if (!file.startsWith(directory)) return;
				made.delete(directory);
				moduleGraph.invalidateAll();
				ws.send({ type: "full-reload" });
			});
		},
		resolveId(id) {
			if (id === FIRST_PAINT) return resolve(id);
			return id.startsWith(PREFIX) ? `\0${id}` : undefined;
		},
		transformIndexHtml: {
			order: "pre",
			handler: (html) =>
				fillPage(
					html,
					orThrow(loadDataset(directory)),
					(lang) => module(`markup/${lang}`) ?? "",
				),
		},
		load(id) {
			if (id === resolve(FIRST_PAINT)) return module(FIRST_PAINT);
			if (!id.startsWith(`\0${PREFIX}`)) return;
			return module(id.slice(PREFIX.length + 1));
		},
	};
}

/** The modules' code by name. */
function dataModules(directory: string): ReadonlyMap<string, () => string> {
	const dataset = orThrow(loadDataset(directory));
	const built = (tolerance: number) =>
		once(() => orThrow(buildWorld(dataset, readCountries(), tolerance)));
	const world = built(TOLERANCE);
	const wholeWorld = built(0);
	const smallWorld = built(SMALL);
	const modules = new Map([["world", () => json(world())]]);
	const { languages } = dataset.manifest;
	const loaders = (piece: string) =>
		languages.map(
			(lang) =>
				`${JSON.stringify(lang)}: () => import("${PREFIX}${piece}/${lang}")`,
		);
	modules.set(
		"figures",
		() => `export const languages = ${JSON.stringify(languages)};
		export const core = { ${loaders("core")} };
		export const figures = {
			web: { ${loaders("figure/web")} },
			print: { ${loaders("figure/print")} },
		};
		export const world = () => import("${PREFIX}world");`,
	);
	modules.set(
		"builtin",
		() => `export const version = ${JSON.stringify(packageVersion())};
		export const languages = ${JSON.stringify(languages)};
		export const core = { ${loaders("core")} };
		export const argument = { ${loaders("argument")} };
		export const picture = { ${loaders("picture")} };
		export const fine = { ${loaders("fine")} };
		export const neighbours = { ${loaders("neighbours")} };
		export const search = { ${loaders("search")} };
		export const world = () => import("${PREFIX}world");`,
	);
	for (const lang of languages) {
		const { core, argument } = edition(dataset, lang);
		const atlas = once(() => project(world(), core.center));
		const drawn = once(() => drawPicture(wholeWorld(), atlas()));
		const scene = once(() => mapScene(core, drawn().picture));
		const paint = painter("light", core.tiers, SCALE, true);
		const add = (name: string, code: () => string) => {
			modules.set(`${name}/${lang}`, code);
		};
		add("core", () => json(core));
		add("argument", () => json(argument));
		add("picture", () => json(packPicture(serialise(liveSvg(scene())))));
		// Its colours stand in it, for browsers that can do nothing else; disputed areas have theirs from a pattern of the map's.
		add("markup", () =>
			serialise(
				hoist(
					liveSvg(scene(), (mark) =>
						mark.look === "hatch" ? { fill: "none" } : paint(mark),
					),
				),
			),
		);
		modules.set(FIRST_PAINT, () => firstPaint(core.tiers, languages));
		const texts = figureTexts(core, argument);
		const figure = (world: () => World, use: "web" | "print") =>
			once(() => ({ texts, atlas: figureAtlas(world(), core.center, use) }));
		const web = figure(smallWorld, "web");
		const print = figure(world, "print");
		add("figure/web", () => json(web()));
		add("card", () => JSON.stringify({ core, ...web() }));
		add("figure/print", () => json(print()));
		modules.set(`tier-map.${lang}.svg`, () => renderSVG({ core, ...web() }));
		add("fine", () => json(drawn().fine));
		add("search", () => json(namesIn(dataset, lang, pinyinOf)));
		add("neighbours", () => json(pack(neighbours(world(), atlas()))));
	}
	return new Map([...modules].map(([name, code]) => [name, once(code)]));
}

/** The version of the program. */
export function packageVersion(): string {
	const file = new URL("../../package.json", import.meta.url);
	return JSON.parse(readFileSync(file, "utf8")).version;
}

/** Works a value out when it is first asked for. */
function once<T extends object | string>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

/** Paints a picture inside `<tier-map>` as the element itself will, and shows one language at a time; without a script, all. */
function firstPaint(
	tiers: readonly CoreTier[],
	languages: readonly string[],
): string {
	const others = languages.map(
		(lang) => `html:not([lang="${tagOf(lang)}"]) [data-language="${lang}"]`,
	);
	const spoken = others.map((other) =>
		other.replace("html", "html[data-spoken]"),
	);
	// A page whose script hasn’t set its language yet, or can’t, shows its words after a second at the latest.
	const waiting = `@keyframes tier-map-spoken { to { visibility: visible } }
	@media not (scripting: none) { html:not([data-spoken]) [data-language] { visibility: hidden; animation: tier-map-spoken 0s 1s forwards } }`;
	const colours = tierRules(tiers);
	// A rule for each: to name both for what is nested takes `:is()`, which browsers that only show the picture may not know.
	return `${waiting} tier-map > svg { ${variables} ${looks} ${colours} } .key { ${colours} }
	${spoken.join()} { display: none }
	@media not (scripting: none) { ${others.join()} { display: none } }`;
}

/** A style sheet of ours for the oldest browsers, as Vite does it to those in files. */
function lowered(css: string): string {
	return transform({
		filename: FIRST_PAINT,
		code: Buffer.from(css),
		minify: true,
		targets: browserslistToTargets(oldest),
	}).code.toString();
}

function json(value: unknown): string {
	// Engines parse a string of JSON faster than the same object as code.
	return typeof value === "string"
		? `export default ${JSON.stringify(value)};`
		: `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
