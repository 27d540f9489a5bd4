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
 * A part that is loaded by name.
 * @param {string} name
 */
function part(name) {
	const file = readdirSync("dist/assets").find((file) =>
		new RegExp(`^${name}-[0-9a-f]{8}\\.js$`).test(file),
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
			part("core-en"),
			part("i18n-map-en"),
			part("picture-en"),
		],
		limit: "48.5 kB",
	},
	{
		name: "the page until it answers",
		path: [
			...withImports("dist/index.html"),
			part("core-en"),
			part("i18n-map-en"),
		],
		limit: "71.5 kB",
	},
	{
		name: "embed.html until it answers",
		path: [
			...withImports("dist/embed.html"),
			part("core-en"),
			part("i18n-map-en"),
		],
		limit: "64 kB",
	},
	{
		name: "pinned tier-map.js until it answers",
		path: [pinned(), part("core-en"), part("i18n-map-en"), part("picture-en")],
		limit: "50.2 kB",
	},
	{
		name: "the rest of the interface",
		path: [part("later"), part("i18n-en")],
		limit: "23.3 kB",
	},
	{
		name: "the argument (en)",
		path: part("argument-en"),
		limit: "29.8 kB",
	},
	{
		name: "the argument (zh)",
		path: part("argument-zh"),
		limit: "34.2 kB",
	},
	{
		name: "the search’s names (en)",
		path: part("search-en"),
		limit: "9.4 kB",
	},
	{
		name: "gestures",
		path: [part("gestures"), part("drawing")],
		limit: "24.5 kB",
	},
	{
		name: "finer outlines (en)",
		path: part("fine-en"),
		limit: "69 kB",
	},
	{ name: "embed.js", path: "dist/embed.js", limit: "2.3 kB" },
	{ name: "the embed builder", path: part("builder"), limit: "6.5 kB" },
	{
		name: "static picture (en)",
		path: "dist/tier-map.en.svg",
		limit: "31.1 kB",
	},
	{
		name: "frozen edition (en)",
		path: "dist/frozen.en.html",
		limit: "246 kB",
	},
	{
		name: "npm: tier-map",
		path: withImports("lib/web/index.js"),
		limit: "32 kB",
	},
	{
		name: "npm: tier-map/define",
		path: withImports("lib/web/define.js"),
		limit: "27.2 kB",
	},
	{
		name: "npm: tier-map/embed",
		path: withImports("lib/web/embed.js"),
		limit: "3.7 kB",
	},
	{
		name: "npm: tier-map/svg",
		path: withImports("lib/svg.js"),
		limit: "47.6 kB",
	},
	{
		name: "command line, until it knows the command",
		path: withImports("lib/cli.js"),
		limit: "1.4 kB",
	},
];
