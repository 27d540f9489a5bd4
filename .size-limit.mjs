// What each entry costs that a reader or a developer loads: `npm run size` holds it from above and from below.
import { readFileSync } from "node:fs";
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

export default [
	{
		name: "tier-map.js until it answers",
		path: [
			...withImports("dist/tier-map.js"),
			"dist/assets/core-en-*.js",
			"dist/assets/picture-en-*.js",
		],
		limit: "81.6 kB",
	},
	{
		name: "the page until it answers",
		path: [...withImports("dist/index.html"), "dist/assets/core-en-*.js"],
		limit: "100.9 kB",
	},
	{
		name: "embed.html until it answers",
		path: withImports("dist/embed.html"),
		limit: "149.6 kB",
	},
	{
		name: "the rest of the interface",
		path: "dist/assets/later-*.js",
		limit: "16.9 kB",
	},
	{
		name: "the argument (en)",
		path: "dist/assets/argument-en-*.js",
		limit: "23.4 kB",
	},
	{
		name: "the argument (zh)",
		path: "dist/assets/argument-zh-*.js",
		limit: "25.3 kB",
	},
	{
		name: "the search’s names (en)",
		path: "dist/assets/search-en-*.js",
		limit: "9.3 kB",
	},
	{ name: "gestures", path: "dist/assets/gestures-*.js", limit: "22.6 kB" },
	{
		name: "finer outlines (en)",
		path: "dist/assets/fine-en-*.js",
		limit: "83.2 kB",
	},
	{ name: "embed.js", path: "dist/embed.js", limit: "0.7 kB" },
	{ name: "embed-builder.js", path: "dist/embed-builder.js", limit: "10.5 kB" },
	{
		name: "static picture (en)",
		path: "dist/tier-map.en.svg",
		limit: "29.6 kB",
	},
	{
		name: "frozen edition (en)",
		path: "dist/frozen.en.html",
		limit: "256.4 kB",
	},
	{
		name: "npm: tier-map",
		path: withImports("lib/web/index.js"),
		limit: "29.1 kB",
	},
	{
		name: "npm: tier-map/define",
		path: withImports("lib/web/define.js"),
		limit: "29.1 kB",
	},
	{
		name: "npm: tier-map/embed",
		path: withImports("lib/web/embed.js"),
		limit: "1.1 kB",
	},
	{
		name: "npm: tier-map/svg",
		path: withImports("lib/svg.js"),
		limit: "42.5 kB",
	},
	{
		name: "command line, until it knows the command",
		path: withImports("lib/cli.js"),
		limit: "1.2 kB",
	},
];
