// What each entry costs that a reader or a developer loads: `npm run size` holds it from above and from below.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A file and all that it loads at once: a page's scripts and styles, a script's static imports.
 * @param {string} path
 * @param {Set<string>} [seen]
 * @returns {string[]}
 */
function withImports(path, seen = new Set()) {
	if (seen.has(path)) return [];
	seen.add(path);
	const text = readFileSync(path, "utf8");
	const pattern = path.endsWith(".html")
		? /<(?:script\b[^>]*\bsrc|link rel="stylesheet"[^>]*\bhref)="(\.\/[^"]+)"/g
		: path.endsWith(".js")
			? /(?:^|[;}\s])(?:import|export)\b(?:[^"'();]*\bfrom)?\s*"(\.{1,2}\/[^"]+\.js)"/g
			: /$^/g;
	return [
		path,
		...[...text.matchAll(pattern)].flatMap(([, to = ""]) =>
			withImports(join(dirname(path), to), seen),
		),
	];
}

/**
 * What is loaded by name: a module, or the same as a script of the old kind, whose hash is hexadecimal.
 * @param {string} name
 * @param {"module" | "script"} [kind]
 */
function chunk(name, kind = "module") {
	const file = readdirSync("dist/assets").find(
		(file) =>
			new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file) &&
			/-[0-9a-f]{8}\.js$/.test(file) === (kind === "script"),
	);
	if (!file) throw new Error(`dist/assets/ has no ${name}-….js`);
	return `dist/assets/${file}`;
}

/** The file that pinned pages name. */
function pinned() {
	const { files } = JSON.parse(readFileSync("dist/embed.json", "utf8"));
	return `dist/${files["tier-map.js"].path}`;
}

export default [
	{
		name: "tier-map.js until it answers",
		path: [
			...withImports("dist/tier-map.js"),
			chunk("core-en"),
			chunk("i18n-map-en"),
			chunk("picture-en"),
		],
		limit: "42 kB",
	},
	{
		name: "the page until it answers",
		path: [
			...withImports("dist/index.html"),
			chunk("core-en"),
			chunk("i18n-map-en"),
		],
		limit: "60 kB",
	},
	{
		name: "embed.html until it answers",
		path: [
			...withImports("dist/embed.html"),
			chunk("core-en", "script"),
			chunk("i18n-map-en", "script"),
		],
		limit: "58 kB",
	},
	{
		name: "pinned tier-map.js until it answers",
		path: [
			pinned(),
			chunk("core-en", "script"),
			chunk("i18n-map-en", "script"),
			chunk("picture-en", "script"),
		],
		limit: "46 kB",
	},
	{
		name: "the rest of the interface",
		path: [chunk("later"), chunk("i18n-en")],
		limit: "20.8 kB",
	},
	{
		name: "the argument (en)",
		path: chunk("argument-en"),
		limit: "23.2 kB",
	},
	{
		name: "the argument (zh)",
		path: chunk("argument-zh"),
		limit: "25.1 kB",
	},
	{
		name: "the search’s names (en)",
		path: chunk("search-en"),
		limit: "9.1 kB",
	},
	{ name: "gestures", path: chunk("gestures"), limit: "17.5 kB" },
	{
		name: "finer outlines (en)",
		path: chunk("fine-en"),
		limit: "69 kB",
	},
	{ name: "embed.js", path: "dist/embed.js", limit: "2.3 kB" },
	{ name: "embed-builder.js", path: "dist/embed-builder.js", limit: "12.5 kB" },
	{
		name: "static picture (en)",
		path: "dist/tier-map.en.svg",
		limit: "31.1 kB",
	},
	{
		name: "frozen edition (en)",
		path: "dist/frozen.en.html",
		limit: "231 kB",
	},
	{
		name: "npm: tier-map",
		path: withImports("lib/web/index.js"),
		limit: "23.8 kB",
	},
	{
		name: "npm: tier-map/define",
		path: withImports("lib/web/define.js"),
		limit: "19.8 kB",
	},
	{
		name: "npm: tier-map/embed",
		path: withImports("lib/web/embed.js"),
		limit: "3.7 kB",
	},
	{
		name: "npm: tier-map/svg",
		path: withImports("lib/svg.js"),
		limit: "45 kB",
	},
	{
		name: "command line, until it knows the command",
		path: withImports("lib/cli.js"),
		limit: "1.3 kB",
	},
];
