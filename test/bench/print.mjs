// `npm run bench:print`: the picture as SVG: its bytes, and how long it takes, beside others. `-- --rounds=1` for a try.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { brotliLength, compress } from "../../src/build/compress.mjs";
import { launch } from "../browser/chromium.mjs";
import { ensureBuilt } from "../browser/serve.mjs";
import { cli, ensureLib } from "../lib.mjs";
import { copyDist, html, output } from "./html.mjs";
import { installOwn } from "./install.mjs";
import { CPU, open, quantile } from "./measure.mjs";
import { limit } from "./report.mjs";
import { serve } from "./serve.mjs";
import { machine, publish, table, WHOLE } from "./write.mjs";

const { values: options } = parseArgs({
	options: { rounds: { type: "string", default: String(WHOLE) } },
});
const rounds = Number(options.rounds);
/** Times that each process is started in a round. */
const STARTS = 3;

installOwn();
ensureBuilt();
ensureLib();
const folder = join(output, "print");
mkdirSync(folder, { recursive: true });

console.log("Drawing …");
const { toSVG } = await import(pathToFileURL(join(cli, "../svg.js")).href);
const { ssrMap, plainPaths } = await import("./others-svg.mjs");
/** @type {[name: string, draw: () => Promise<string> | string][]} */
const drawn = [
	...["web", "print", "wikipedia"].map(
		(profile) =>
			/** @type {[string, () => Promise<string>]} */ ([
				`**tier-map, ${profile}**`,
				() => toSVG({ lang: "en", profile, layout: "wide" }),
			]),
	),
	["ECharts’ SVG renderer, 50m", ssrMap],
	["d3, plain paths, 50m", plainPaths],
];
/** @type {{ name: string, bytes: number, small: number, first: number, again: number }[]} */
const pictures = [];
for (const [name, draw] of drawn) {
	/** @type {number[]} */
	const took = [];
	let svg = "";
	for (let i = 0; i <= Math.max(3, rounds); i++) {
		const start = performance.now();
		svg = await draw();
		took.push(performance.now() - start);
	}
	writeFileSync(join(folder, `${name.replace(/\W+/g, "-")}.svg`), svg);
	pictures.push({
		name,
		bytes: Buffer.byteLength(svg),
		small: brotliLength(svg),
		first: took[0] ?? 0,
		again: quantile(took.slice(1), 0.5) ?? 0,
	});
}

console.log("Starting processes …");
const bundle = join(folder, "bundle.json");
run([cli, "build", "data", "-o", bundle]);
const reader = join(folder, "read.mjs");
writeFileSync(
	reader,
	`import { readFileSync } from "node:fs";\nJSON.parse(readFileSync(${JSON.stringify(bundle)}, "utf8"));\n`,
);
/** @type {Record<string, number[]>} */
const processes = { render: [], reading: [], bare: [] };
writeFileSync(join(folder, "nothing.mjs"), "");
for (let i = 0; i < rounds * STARTS; i++) {
	processes.render?.push(
		run([cli, "render", "--lang=en", "-o", join(folder, "rendered.svg")]),
	);
	processes.reading?.push(run([reader]));
	processes.bare?.push(run([join(folder, "nothing.mjs")]));
}

console.log("In the page …");
const site = join(folder, "site");
copyDist(site);
writeFileSync(
	join(site, "bench.html"),
	html(
		"print",
		"",
		'<script type="module" src="tier-map.js"></script><tier-map lang="en"></tier-map>',
	),
);
compress(site, { cache: join(output, "brotli") });
const server = await serve(site);
const browser = await launch();
/** @type {Record<string, number[]>} */
const inPage = {};
try {
	for (let i = 0; i < rounds; i++)
		for (const cpu of [1, CPU]) {
			const { page, close } = await open(browser, { cpu });
			await page.goto(`${server.url}/bench.html`);
			const times = await page.evaluate(async () => {
				/** @type {any} */
				const map = document.querySelector("tier-map");
				await customElements.whenDefined("tier-map");
				await map.ready;
				await /** @type {any} */ (window).bench.settled(700, 40_000);
				/** @param {object} [options] */
				const time = async (options) => {
					const start = performance.now();
					await map.toSVG(options);
					return performance.now() - start;
				};
				const median = async (/** @type {object} */ options) => {
					const times = [];
					for (let i = 0; i < 7; i++) times.push(await time(options));
					return times.sort((a, b) => a - b)[3] ?? 0;
				};
				return {
					first: await time({}),
					again: await median({}),
					selected: await median({ selected: "KEN" }),
				};
			});
			await close();
			for (const [name, ms] of Object.entries(times)) {
				const key = `${name} ${cpu}`;
				inPage[key] ??= [];
				inPage[key].push(ms);
			}
			console.log(
				`round ${i + 1}/${rounds}  CPU ${cpu}×  first ${times.first.toFixed(1)}, again ${times.again.toFixed(1)} ms`,
			);
		}
} finally {
	await browser.close();
	await server.close();
}

/** @param {readonly number[]} [list] */
const median = (list) => quantile(list ?? [], 0.5) ?? Number.NaN;
const [web] = pictures;
const ratio = median(processes.render) / median(processes.reading);
const aims = [
	limit("bytes of `web`", web?.bytes, 120_000, true),
	limit("`tier-map render` / node reading the bundle", ratio, 2),
	limit("`toSVG()` again, in ms / 20", median(inPage["again 1"]) / 20, 1),
	limit(
		`\`toSVG()\` again with the CPU ${CPU} × slower, in ms / 20`,
		median(inPage[`again ${CPU}`]) / 20,
		1,
	),
];
publish(
	"print",
	{
		markdown: `${rounds} rounds; ${machine(browser.version())}. Medians.

${table(
	[
		"the whole world as SVG",
		"kB",
		"kB (brotli)",
		"in Node: first ms",
		"again ms",
		"bytes / tier-map web",
	],
	pictures.map(({ name, bytes, small, first, again }) => [
		name,
		(bytes / 1000).toFixed(0),
		(small / 1000).toFixed(0),
		first.toFixed(0),
		again.toFixed(1),
		(bytes / (web?.bytes ?? 1)).toFixed(2),
	]),
)}

${table(
	["process", "ms", "/ node reading the bundle"],
	[
		["`tier-map render`", median(processes.render)],
		["node that reads the bundle and parses it", median(processes.reading)],
		["node that does nothing", median(processes.bare)],
	].map(([name, ms]) => [
		String(name),
		Number(ms).toFixed(0),
		(Number(ms) / median(processes.reading)).toFixed(2),
	]),
)}

${table(
	["`toSVG()` in the page", "first ms", "again ms", "another selection ms"],
	[1, CPU].map((cpu) => [
		cpu === 1 ? "CPU as it is" : `CPU ${cpu} × slower`,
		...["first", "again", "selected"].map((name) =>
			median(inPage[`${name} ${cpu}`]).toFixed(1),
		),
	]),
)}

${table(
	["what was aimed at", "at most", "measured", ""],
	aims.map(({ row }) => row),
)}`,
		json: {
			machine: machine(browser.version()),
			rounds,
			pictures,
			processes,
			inPage,
			aims: aims.map(({ json }) => json),
		},
	},
	{ whole: rounds >= WHOLE },
);

/**
 * Runs a script by node.
 * @param {readonly string[]} args
 * @returns {number} milliseconds
 */
function run(args) {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, {
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
	return performance.now() - start;
}
