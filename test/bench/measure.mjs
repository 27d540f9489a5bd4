// One measurement of one page: loads it, looks when it is painted, uses it, and weighs it.
import { probe } from "./probe.js";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./pages.mjs").BenchPage} BenchPage */
/** @typedef {"fast" | "slow"} Net */
/** @typedef {{ x: number, y: number, colour: string }} Spot */

export const VIEWPORT = { width: 1280, height: 800 };
/** How much slower the renderer's main thread is made. */
export const CPU = 4;
/** Slow 4G: bits and milliseconds. */
export const SLOW = { bitsPerSecond: 1_600_000, latency: 150 };

const QUIET = 700;
const PATIENCE = 40_000;
const MOVES = 60;
const CLICKS = 10;
const WHEELS = 24;
/** Milliseconds from one input to the next: more than two frames. */
const PACE = 40;
/** Large places, all over the map, in every tier; and how many of them have to be found. */
const LOOKED_AT = ["CAN", "USA", "BRA", "DZA", "RUS", "CHN", "AUS", "COD"];
const LEAST_SPOTS = 5;
/** Pixels between the points at which they are looked for. */
const GRID = 20;

/**
 * A page under the conditions of the benchmark.
 * @param {Browser} browser
 * @param {{ spots?: readonly Spot[] | null, cpu?: number, net?: Net }} [options]
 */
export async function open(browser, { spots = null, cpu = CPU, net } = {}) {
	const context = await browser.newContext({
		viewport: VIEWPORT,
		locale: "en-GB",
		colorScheme: "light",
		reducedMotion: "no-preference",
	});
	await context.addInitScript(probe, { spots });
	const page = await context.newPage();
	/** @type {string[]} */
	const faults = [];
	page.on("pageerror", (error) => faults.push(String(error)));
	const devtools = await context.newCDPSession(page);
	await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
	if (net === "slow") {
		await devtools.send("Network.enable");
		await devtools.send("Network.emulateNetworkConditions", {
			offline: false,
			latency: SLOW.latency,
			downloadThroughput: SLOW.bitsPerSecond / 8,
			uploadThroughput: SLOW.bitsPerSecond / 8,
		});
	}
	return { page, devtools, faults, close: () => context.close() };
}

/** @param {Page} page */
const settled = (page) =>
	page.evaluate(
		([quiet, patience]) =>
			/** @type {any} */ (window).bench.settled(quiet, patience),
		[QUIET, PATIENCE],
	);

/**
 * @param {BenchPage} page
 * @param {string} url
 */
export const address = ({ id, path }, url) =>
	`${url}/${path ?? `${id}/index.html`}`;

/** @param {Page} page */
const picked = (page) =>
	page.evaluate(
		() =>
			document.getElementById("picked")?.textContent ||
			document.querySelector("tier-map")?.getAttribute("selected") ||
			"",
	);

/**
 * Looks for the large places by clicking all over the map, which shows as well that the page does its work:
 * a click has to write the code of what is there.
 * @param {Browser} browser
 * @param {BenchPage} bench
 * @param {string} url
 * @param {string} screenshot path of a picture of the page, for a person to look at
 * @returns {Promise<Spot[]>}
 */
export async function findSpots(browser, bench, url, screenshot) {
	const { page, faults, close } = await open(browser, { cpu: 1 });
	await page.goto(address(bench, url));
	await settled(page);
	await page.screenshot({ path: screenshot });
	const inside = await coloursInside(page);
	/** @type {Map<string, Spot[]>} */
	const found = new Map();
	for (const spot of inside) {
		await page.mouse.click(spot.x, spot.y);
		const code = await picked(page);
		if (LOOKED_AT.includes(code))
			found.set(code, [...(found.get(code) ?? []), spot]);
	}
	await close();
	if (found.size < LEAST_SPOTS)
		throw new Error(
			`${bench.id}: of ${LOOKED_AT.join(", ")}, clicks found only ${[...found.keys()].join(", ") || "none"}.${faults.map((fault) => `\n${fault}`).join("")}`,
		);
	return [...found.values()].map((spots) => {
		// The one with the most others around it.
		/** @param {Spot} spot */
		const near = ({ x, y }) =>
			spots.filter((other) => Math.hypot(other.x - x, other.y - y) < GRID * 1.5)
				.length;
		return spots.reduce((best, spot) =>
			near(spot) > near(best) ? spot : best,
		);
	});
}

/**
 * Points of a grid over the map that lie well inside of something with a fill; the fill that most points
 * have is the sea.
 * @param {Page} page
 * @returns {Promise<Spot[]>}
 */
const coloursInside = (page) =>
	page.evaluate((grid) => {
		const map = document.querySelector("#map, tier-map, iframe");
		const box = map?.getBoundingClientRect() ?? new DOMRect();
		/** @type {(x: number, y: number) => string | null} */
		const colourAt = /** @type {any} */ (window).bench.colourAt;
		const points = [];
		for (
			let y = box.top + grid / 2;
			y < Math.min(box.bottom, innerHeight);
			y += grid
		)
			for (
				let x = box.left + grid / 2;
				x < Math.min(box.right, innerWidth);
				x += grid
			)
				points.push({ x, y, colour: colourAt(x, y) });
		/** @type {Map<string | null, number>} */
		const counts = new Map();
		for (const { colour } of points)
			counts.set(colour, (counts.get(colour) ?? 0) + 1);
		// What has no fill is the page around the map, or the sea of one that draws none.
		const [sea] = [...counts].reduce((most, one) =>
			one[1] > most[1] ? one : most,
		);
		const around = [-5, 5];
		return points.flatMap(({ x, y, colour }) =>
			colour &&
			colour !== sea &&
			!/^rgba\(0, 0, 0, 0\)$|^0,0,0,0$/.test(colour) &&
			around.every((dx) =>
				around.every((dy) => colourAt(x + dx, y + dy) === colour),
			)
				? { x, y, colour }
				: [],
		);
	}, GRID);

/**
 * @param {Browser} browser
 * @param {BenchPage} bench
 * @param {string} url
 * @param {readonly Spot[]} spots
 * @param {Net} net
 */
export async function measure(browser, bench, url, spots, net) {
	const { page, devtools, faults, close } = await open(browser, { spots, net });
	try {
		await page.goto(address(bench, url), { waitUntil: "commit" });
		const { files, ...load } = await settled(page);
		const first = files.filter(
			(/** @type {any} */ { asked }) => asked <= load.answers,
		);
		const figures = {
			...load,
			bytes: bytesOf(first),
			bytesInAll: bytesOf(files),
		};
		if (net === "fast" && !bench.still) {
			await devtools.send("HeapProfiler.collectGarbage");
			await devtools.send("HeapProfiler.collectGarbage");
			const { usedSize } = await devtools.send("Runtime.getHeapUsage");
			Object.assign(figures, { heap: usedSize }, await use(page, spots, bench));
		}
		if (faults.length) throw new Error(faults.join("\n"));
		return figures;
	} catch (error) {
		throw new Error(`${bench.id} (${net}): ${error}`);
	} finally {
		await close();
	}
}

/** @param {readonly { name: string, bytes: number }[]} files */
function bytesOf(files) {
	// What two frames ask for came once.
	const once = new Map(files.map(({ name, bytes }) => [name, bytes]));
	return [...once.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Clicks, hovers and zooms.
 * @param {Page} page
 * @param {readonly Spot[]} spots
 * @param {BenchPage} bench
 */
async function use(page, spots, bench) {
	const at = (/** @type {number} */ i) => spots[i % spots.length] ?? spots[0];
	for (let i = 0; i < CLICKS; i++) {
		const { x = 0, y = 0 } = at(i) ?? {};
		await page.mouse.click(x, y);
		await page.waitForTimeout(PACE * 3);
	}
	await forget(page, "pointermove");
	// From place to place in straight lines, over land and sea.
	for (let i = 0; i < MOVES; i++) {
		const per = MOVES / spots.length;
		const from = at(Math.floor(i / per));
		const to = at(Math.floor(i / per) + 1);
		const share = (i % per) / per;
		if (!from || !to) continue;
		await page.mouse.move(
			from.x + (to.x - from.x) * share,
			from.y + (to.y - from.y) * share,
		);
		await page.waitForTimeout(PACE);
	}
	const [centre] = spots.slice(3);
	if (bench.zoom && centre) {
		await page.mouse.move(centre.x, centre.y);
		// Ours lets the page scroll unless Ctrl is held.
		if (bench.ours) await page.keyboard.down("Control");
		for (let i = 0; i < WHEELS; i++) {
			await page.mouse.wheel(0, i < WHEELS / 2 ? -100 : 100);
			await page.waitForTimeout(PACE);
		}
		if (bench.ours) await page.keyboard.up("Control");
	}
	await page.waitForTimeout(PACE * 3);
	const work = await workOf(page);
	return {
		click: quantile(work.pointerup ?? [], 0.5),
		hover: quantile(work.pointermove ?? [], 0.95),
		zoom: bench.zoom ? quantile(work.wheel ?? [], 0.95) : null,
	};
}

/**
 * @param {Page} page
 * @param {string} type
 */
async function forget(page, type) {
	for (const frame of page.frames())
		await frame.evaluate((type) => {
			/** @type {any} */ (window).bench.work[type] = [];
		}, type);
}

/**
 * @param {Page} page
 * @returns {Promise<Record<string, number[]>>}
 */
async function workOf(page) {
	/** @type {Record<string, number[]>} */
	const all = {};
	for (const frame of page.frames()) {
		const work = await frame.evaluate(
			() => /** @type {any} */ (window).bench.work,
		);
		for (const [type, values] of Object.entries(work))
			all[type] = [...(all[type] ?? []), ...values];
	}
	return all;
}

/**
 * @param {readonly number[]} values
 * @param {number} share
 * @returns {number | null} null of nothing
 */
export function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)];
	const above = sorted[Math.ceil(at)];
	return below === undefined || above === undefined
		? null
		: below + (above - below) * (at % 1);
}
