// What is measured: each page, how many shapes it draws, and under which licence its library comes.

/**
 * @typedef {object} BenchPage
 * @property {string} id also the name of its script in pages/, where it has one of its own
 * @property {string} name as the table names it
 * @property {number | null} shapes that can be picked; null for the product, which the build counts
 * @property {string} licence
 * @property {string} [path] of the page, where it isn't `ID/index.html`
 * @property {string} [file] geometry of world-atlas that the page fetches
 * @property {string} [geometry] the package's module that holds its geometry
 * @property {boolean} [zoom] whether the wheel zooms it
 * @property {boolean} [still] has no scripts: only its painting is measured
 * @property {boolean} [ours]
 */

/** @type {readonly BenchPage[]} */
export const PAGES = [
	{
		id: "page",
		name: "**tier-map: the page**",
		shapes: null,
		licence: "MIT",
		path: "ours/index.html?lang=en",
		zoom: true,
		ours: true,
	},
	{
		id: "still",
		name: "*the same page without its scripts*",
		shapes: null,
		licence: "MIT",
		path: "ours/bench-still.html?lang=en",
		still: true,
		ours: true,
	},
	{
		id: "script",
		name: "**tier-map: the script tag**",
		shapes: null,
		licence: "MIT",
		path: "ours/bench-script.html",
		zoom: true,
		ours: true,
	},
	{
		id: "embed",
		name: "**tier-map: the iframe**",
		shapes: null,
		licence: "MIT",
		path: "ours/bench-embed.html",
		zoom: true,
		ours: true,
	},
	{
		id: "floor",
		name: "*the floor:* ready paths in the HTML, a listener",
		shapes: 241,
		licence: "—",
	},
	{
		id: "jsvectormap",
		name: "jsvectormap",
		shapes: 176,
		licence: "MIT",
		geometry: "jsvectormap/dist/maps/world.js",
		zoom: true,
	},
	{ id: "svgmap", name: "svgMap", shapes: 215, licence: "MIT", zoom: true },
	{
		id: "d3-110m",
		name: "hand-written d3, 110m",
		shapes: 177,
		licence: "ISC",
		file: "countries-110m.json",
	},
	{
		id: "d3-50m",
		name: "hand-written d3 with d3-zoom, 50m",
		shapes: 241,
		licence: "ISC",
		file: "countries-50m.json",
		zoom: true,
	},
	{
		id: "leaflet",
		name: "Leaflet, 50m",
		shapes: 241,
		licence: "BSD-2-Clause",
		file: "countries-50m.json",
		zoom: true,
	},
	{
		id: "plot",
		name: "Observable Plot, 50m",
		shapes: 241,
		licence: "ISC",
		file: "countries-50m.json",
	},
	{
		id: "echarts",
		name: "ECharts, 50m",
		shapes: 241,
		licence: "Apache-2.0",
		file: "countries-50m.json",
		zoom: true,
	},
	{
		id: "vega-lite",
		name: "Vega-Lite, 50m",
		shapes: 241,
		licence: "BSD-3-Clause",
		file: "countries-50m.json",
	},
];
