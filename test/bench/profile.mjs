// What the time of a page goes to: the main thread's own time by category, from Chromium's trace.
import { address, open } from "./measure.mjs";

/** @type {Readonly<Record<string, RegExp>>} */
const CATEGORIES = {
	script:
		/^(v8\.|V8\.(?!GC)|EvaluateScript|FunctionCall|RunMicrotasks|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|CpuProfiler)/,
	garbage: /^(MinorGC|MajorGC|V8\.GC|BlinkGC)/,
	parse: /^(ParseHTML|ParseAuthorStyleSheet)/,
	style: /^(UpdateLayoutTree|RecalculateStyles|ScheduleStyleRecalculation)/,
	layout: /^(Layout|InvalidateLayout|HitTest)/,
	paint:
		/^(PrePaint|Paint|Layerize|Commit|CompositeLayers|UpdateLayer|Decode|Draw)/,
};
export const COLUMNS = [...Object.keys(CATEGORIES), "other"];

/** @typedef {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number, args?: any }} TraceEvent */

/**
 * Milliseconds until the page has settled, by category.
 * @param {import("playwright-core").Browser} browser
 * @param {import("./pages.mjs").BenchPage} bench
 * @param {string} url
 * @param {readonly import("./measure.mjs").Spot[]} spots
 * @returns {Promise<Record<string, number>>}
 */
export async function profile(browser, bench, url, spots) {
	const { page, close } = await open(browser, { spots });
	await browser.startTracing(page, {
		categories: [
			"-*",
			"devtools.timeline",
			"disabled-by-default-devtools.timeline",
			"v8",
		],
	});
	await page.goto(address(bench, url), { waitUntil: "commit" });
	await page.evaluate(() =>
		/** @type {any} */ (window).bench.settled(700, 40_000),
	);
	const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
	await close();
	return ownTimes(traceEvents);
}

/** @param {readonly TraceEvent[]} events */
function ownTimes(events) {
	/** @type {Map<string, TraceEvent[]>} */
	const threads = new Map();
	const mains = new Set(
		events
			.filter(
				({ name, args }) =>
					name === "thread_name" && args.name === "CrRendererMain",
			)
			.map(({ pid, tid }) => `${pid}/${tid}`),
	);
	for (const event of events) {
		const thread = `${event.pid}/${event.tid}`;
		if (event.ph !== "X" || !mains.has(thread)) continue;
		threads.set(thread, [...(threads.get(thread) ?? []), event]);
	}
	// The page's is the busiest.
	const busy = (/** @type {TraceEvent[]} */ list) =>
		list.reduce(
			(sum, { name, dur = 0 }) => sum + (name === "RunTask" ? dur : 0),
			0,
		);
	const list = [...threads.values()].sort((a, b) => busy(b) - busy(a))[0] ?? [];
	list.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
	/** @type {Record<string, number>} */
	const sums = Object.fromEntries(COLUMNS.map((name) => [name, 0]));
	/** @type {{ end: number, category: string }[]} */
	const stack = [];
	for (const { name, ts, dur = 0 } of list) {
		while (stack.length && (stack.at(-1)?.end ?? 0) <= ts) stack.pop();
		const within = stack.at(-1);
		const own = Object.entries(CATEGORIES).find(([, names]) =>
			names.test(name),
		)?.[0];
		const category = own ?? within?.category ?? "other";
		if (within) sums[within.category] = (sums[within.category] ?? 0) - dur;
		sums[category] = (sums[category] ?? 0) + dur;
		stack.push({ end: ts + dur, category });
	}
	return Object.fromEntries(
		Object.entries(sums).map(([name, micros]) => [
			name,
			Math.max(0, micros) / 1000,
		]),
	);
}
