// `npm run bench:growth`: more maps on a page, and more places of one's own on a map. `-- --rounds=1` for a try; a bundle that isn't made
// within `--patience=600` seconds is left out.
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compress } from "../../src/build/compress.mjs";
import { launch } from "../browser/chromium.mjs";
import { ensureBuilt } from "../browser/serve.mjs";
import { cli, ensureLib } from "../lib.mjs";
import { copyDist, html, output } from "./html.mjs";
import { open, quantile } from "./measure.mjs";
import { writePlaces } from "./places.mjs";
import { limit } from "./report.mjs";
import { serve } from "./serve.mjs";
import { machine, publish, table, WHOLE } from "./write.mjs";

const MAPS = [0, 1, 4, 16];
const PLACES = [250, 2_500, 25_000];
const { values: options } = parseArgs({
	options: {
		rounds: { type: "string", default: String(WHOLE) },
		patience: { type: "string", default: "600" },
	},
});
const rounds = Number(options.rounds);
/** Seconds that making a bundle may take. */
const patience = Number(options.patience);

ensureBuilt();
ensureLib();
const folder = join(output, "growth");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyDist(folder);
const script = '<script type="module" src="tier-map.js"></script>';
for (const count of MAPS)
	writeFileSync(
		join(folder, `maps-${count}.html`),
		html(
			"maps",
			"",
			count ? script + '<tier-map lang="en"></tier-map>'.repeat(count) : "",
		),
	);
compress(folder, { cache: join(output, "brotli") });
/** @type {Map<number, number | null>} seconds that each bundle took, null where it didn't come about */
const made = new Map();
for (const count of PLACES) {
	console.log(`A bundle of ${count} places …`);
	made.set(count, makeBundle(count));
	writeFileSync(
		join(folder, `places-${count}.html`),
		html(
			"places",
			"",
			`${script}<tier-map lang="en" src="places-${count}.json"></tier-map>`,
		),
	);
}
const shown = PLACES.filter((count) => made.get(count) !== null);

/** @type {Record<string, { answers: number[], busy: number[], heap: number[] }>} */
const figures = {};
const server = await serve(folder);
const browser = await launch();
try {
	for (let round = 1; round <= rounds; round++)
		for (const [name, maps] of [
			...MAPS.map((count) => /** @type {const} */ ([`maps-${count}`, count])),
			...shown.map((count) => /** @type {const} */ ([`places-${count}`, 1])),
		]) {
			const { answers, busy, heap } = await load(name, maps);
			figures[name] ??= { answers: [], busy: [], heap: [] };
			figures[name].answers.push(answers);
			figures[name].busy.push(busy);
			figures[name].heap.push(heap);
			console.log(
				`round ${round}/${rounds}  ${name.padEnd(14)} ${Math.round(answers)} ms, ${(heap / 1e6).toFixed(1)} MB`,
			);
		}
} finally {
	await browser.close();
	await server.close();
}

/** @type {(name: string, figure: "answers" | "busy" | "heap") => number} */
const median = (name, figure) =>
	quantile(figures[name]?.[figure] ?? [], 0.5) ?? Number.NaN;
/**
 * What each further map costs, as a share of the first.
 * @param {number} count
 * @param {"answers" | "busy" | "heap"} figure
 */
const further = (count, figure) => {
	const one = median("maps-1", figure);
	const first = one - median("maps-0", figure);
	return (median(`maps-${count}`, figure) - one) / (count - 1) / first;
};
/** @param {number} i */
const steeper = (i) =>
	median(`places-${PLACES[i]}`, "answers") /
	median(`places-${PLACES[i - 1]}`, "answers") /
	((PLACES[i] ?? 1) / (PLACES[i - 1] ?? 1));
const aims = [
	limit(
		"each further of 4 maps: time / the first",
		further(4, "answers"),
		0.35,
	),
	limit(
		"each further of 16 maps: time / the first",
		further(16, "answers"),
		0.35,
	),
	limit("each further of 4 maps: heap / the first", further(4, "heap"), 0.3),
	limit("each further of 16 maps: heap / the first", further(16, "heap"), 0.3),
	...[1, 2].map((i) =>
		limit(
			`${PLACES[i - 1]} → ${PLACES[i]} places: time / ten times the time`,
			Number.isFinite(steeper(i)) ? steeper(i) : null,
			1,
		),
	),
];
const rows = [...MAPS, ...PLACES].map((count) => {
	const own = PLACES.includes(count);
	const name = `${own ? "places" : "maps"}-${count}`;
	const seconds = own ? made.get(count) : undefined;
	return [
		own ? `${count} places of one’s own` : `${count} maps`,
		...["answers", "busy"].map((figure) =>
			number(median(name, /** @type {"busy"} */ (figure))),
		),
		number(median(name, "heap") / 1e6, 1),
		seconds === undefined
			? ""
			: seconds === null
				? `more than ${patience}`
				: number(seconds, 1),
	];
});
publish(
	"growth",
	{
		markdown: `${rounds} rounds; ${machine(browser.version())}. Medians.

${table(["", "answers ms", "main thread ms in all", "heap MB", "`tier-map build` s"], rows)}

${table(
	["what was aimed at", "at most", "measured", ""],
	aims.map(({ row }) => row),
)}`,
		json: {
			machine: machine(browser.version()),
			rounds,
			build: Object.fromEntries(made),
			figures,
			aims: aims.map(({ json }) => json),
		},
	},
	{ whole: rounds >= WHOLE },
);

/**
 * @param {string} name of a page
 * @param {number} maps that answer on it
 */
async function load(name, maps) {
	const { page, devtools, close } = await open(browser);
	await page.addInitScript(() => {
		/** @type {number[]} */
		const loaded = [];
		Object.assign(window, { loaded });
		addEventListener(
			"tier-map-load",
			() => loaded.push(performance.now()),
			true,
		);
		addEventListener("tier-map-error", (event) =>
			Object.assign(window, {
				failed: JSON.stringify(/** @type {CustomEvent} */ (event).detail),
			}),
		);
	});
	await devtools.send("Performance.enable");
	await page.goto(`${server.url}/${name}.html`);
	await page.waitForFunction(
		(maps) => {
			const { loaded, failed } = /** @type {any} */ (window);
			if (failed) throw new Error(failed);
			return loaded.length >= maps;
		},
		maps,
		{ polling: 100, timeout: 120_000 },
	);
	const answers = await page.evaluate(async () => {
		const { bench, loaded } = /** @type {any} */ (window);
		await bench.settled(1000, 120_000);
		return loaded.length ? Math.max(...loaded) : performance.now();
	});
	const { metrics } = await devtools.send("Performance.getMetrics");
	await devtools.send("HeapProfiler.collectGarbage");
	await devtools.send("HeapProfiler.collectGarbage");
	const { usedSize } = await devtools.send("Runtime.getHeapUsage");
	await close();
	return {
		// Without a map there is nothing to wait for.
		answers: maps ? answers : 0,
		busy:
			1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0),
		heap: usedSize,
	};
}

/**
 * @param {number} count of places
 * @returns {number | null} seconds; null where it took too long
 */
function makeBundle(count) {
	const kept = join(output, `places-${count}.json`);
	const data = join(output, "places", String(count));
	writePlaces(data, count);
	const stamp = `${kept}.seconds`;
	const fresh =
		existsSync(kept) &&
		existsSync(stamp) &&
		statSync(kept).mtimeMs > statSync(cli).mtimeMs;
	if (!fresh) {
		const start = Date.now();
		const { status, stderr, error } = spawnSync(
			process.execPath,
			[cli, "build", data, "-o", kept],
			{ encoding: "utf8", timeout: patience * 1000 },
		);
		if (error) {
			console.warn(`${count} places: ${error.message}`);
			return null;
		}
		if (status !== 0) throw new Error(stderr);
		writeFileSync(stamp, String((Date.now() - start) / 1000));
	}
	writeFileSync(join(folder, `places-${count}.json`), readFileSync(kept));
	return Number(readFileSync(stamp, "utf8"));
}

/**
 * @param {number} value
 * @param {number} [digits]
 */
function number(value, digits = 0) {
	return Number.isFinite(value) ? value.toFixed(digits) : "–";
}
