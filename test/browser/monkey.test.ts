/**
 * Random doings of a reader: whatever is clicked, typed, scrolled, resized, moved about or taken out, in any
 * order, nothing goes wrong, nothing gets stuck, and nothing piles up. `npm run fuzz:browser` takes 10,000 steps.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, type TestPage } from "./harness.ts";
import { type HostServer, makeBundle, put, serveHosts } from "./hosts.ts";

const STEPS = Number(process.env.TIER_MAP_FUZZ_STEPS ?? 300);
const SEED = Number(process.env.TIER_MAP_FUZZ_SEED ?? Date.now() % 0x7fffffff);
/** Steps between two looks at whether all is well. */
const ROUND = 50;
/** Growth of the heap that isn't held to be a leak, in megabytes and as a factor. */
const SPARE = 6;
const LEVEL = 1.25;

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
	put(hosts, "good.json", JSON.stringify(makeBundle()));
	put(
		hosts,
		"monkey.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Monkey</title>
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<link rel="icon" href="/tier-map/favicon.svg">
		<script type="module" src="/tier-map/tier-map.js"></script>
		<main><p>Before.</p><tier-map></tier-map><p>After.</p></main>`,
	);
}, 60_000);
afterAll(() => hosts.close());

/** Numbers from 0 up to 1, the same for the same seed (Park and Miller's). */
function generator(seed: number): () => number {
	let state = (seed % 0x7ffffffe) + 1;
	return () => {
		state = (state * 48271) % 0x7fffffff;
		return state / 0x7fffffff;
	};
}

const KEYS = [
	..."abkz[]/ ".split(""),
	"Enter",
	"Escape",
	"Tab",
	"Shift+Tab",
	"Backspace",
	"Home",
	"End",
	"PageDown",
	"ArrowUp",
	"ArrowDown",
	"ArrowLeft",
	"ArrowRight",
	"+",
	"-",
	"0",
	"Delete",
];
const ATTRIBUTES: Readonly<Record<string, readonly (string | null)[]>> = {
	selected: ["KEN", "cn", "eu", "nowhere", "", null],
	tier: ["1", "3", "x", null],
	round: ["2022-10-07", "2025-05-13", "x", null],
	view: ["map", "table", "x", null],
	panel: ["auto", "side", "below", "none", null],
	theme: ["light", "dark", "auto", null],
	center: ["11", "150", "-77.3", "x", null],
	src: ["good.json", null],
};

test("nothing that a reader can do breaks the map", {
	timeout: 60_000 + STEPS * 400,
}, async () => {
	console.log(`monkey: ${STEPS} steps, seed ${SEED}`);
	const random = generator(SEED);
	const below = (most: number) => Math.floor(random() * most);
	const any = <T>(items: readonly T[]): T => {
		const item = items[below(items.length)];
		if (item === undefined) throw new Error("nothing to choose from");
		return item;
	};
	const page = await openPage({
		path: `${hosts.url}/monkey.html`,
		hasTouch: true,
	});
	await page.evaluate(() => document.querySelector("tier-map")?.ready);
	await page.evaluate(() => {
		// Where links lead is none of the map's doings.
		addEventListener("click", (event) => {
			const link = event
				.composedPath()
				.find((each) => each instanceof HTMLAnchorElement);
			if (link instanceof HTMLAnchorElement && !link.hash)
				event.preventDefault();
		});
	});
	let size = { width: 1280, height: 900 };
	const at = () => [below(size.width), below(size.height)] as const;
	const doings: readonly (readonly [
		name: string,
		weight: number,
		() => Promise<unknown>,
	])[] = [
		["click", 30, () => page.mouse.click(...at())],
		["double click", 3, () => page.mouse.dblclick(...at())],
		["tap", 8, () => page.touchscreen.tap(...at())],
		["move", 15, () => page.mouse.move(...at())],
		[
			"drag",
			6,
			async () => {
				await page.mouse.move(...at());
				await page.mouse.down();
				await page.mouse.move(...at(), { steps: 3 });
				await page.mouse.up();
			},
		],
		["key", 30, () => page.keyboard.press(any(KEYS))],
		[
			"text",
			4,
			() =>
				page.keyboard.insertText(
					any(["é", "中", "ken", "a b", "𝄞", "\u202e", "<b>"]),
				),
		],
		[
			"wheel",
			8,
			async () => {
				if (below(2)) await page.keyboard.down("Control");
				await page.mouse.wheel(below(300) - 150, below(600) - 300);
				await page.keyboard.up("Control");
			},
		],
		[
			"resize",
			3,
			() => {
				size = { width: 240 + below(1400), height: 300 + below(900) };
				return page.setViewportSize(size);
			},
		],
		["scroll", 4, () => page.evaluate((y) => scrollTo(0, y), below(3000))],
		[
			"language",
			3,
			() =>
				page.evaluate(
					(lang) => {
						document.documentElement.lang = lang;
					},
					any(["en", "zh-CN", "fr", "zh-Hans", "ar", ""]),
				),
		],
		[
			"attribute",
			10,
			() => {
				const name = any(Object.keys(ATTRIBUTES));
				return page.evaluate(
					([name, value]) => {
						const map = document.querySelector("tier-map");
						if (value === null) map?.removeAttribute(name);
						else map?.setAttribute(name, value);
					},
					[name, any(ATTRIBUTES[name] ?? [])] as const,
				);
			},
		],
		[
			"detach",
			2,
			() =>
				page.evaluate(async (wait) => {
					const map = document.querySelector("tier-map");
					map?.remove();
					if (wait) await new Promise(requestAnimationFrame);
					if (map) document.querySelector("main")?.children[0]?.after(map);
				}, below(2)),
		],
		[
			"another map",
			1,
			() =>
				page.evaluate(() => {
					document
						.querySelector("tier-map")
						?.replaceWith(document.createElement("tier-map"));
				}),
		],
	];
	const total = doings.reduce((sum, [, weight]) => sum + weight, 0);
	const pickDoing = () => {
		let left = random() * total;
		for (const doing of doings) {
			left -= doing[1];
			if (left < 0) return doing;
		}
		return doings[0];
	};
	const session = await page.context().newCDPSession(page);
	const heap = async () => {
		await session.send("HeapProfiler.collectGarbage");
		const { usedSize } = await session.send("Runtime.getHeapUsage");
		return usedSize / 2 ** 20;
	};
	const heaps: number[] = [];
	const last: string[] = [];
	const start = performance.now();
	for (let step = 1; step <= STEPS; step++) {
		const [name, , act] = pickDoing() ?? ["", 0, async () => {}];
		last.push(name);
		await act();
		if (step % ROUND && step !== STEPS) continue;
		const context = `step ${step}, seed ${SEED}: ${last.slice(-ROUND).join(", ")}`;
		expect(page.problems(), context).toEqual([]);
		await expectAlive(page, context);
		heaps.push(await heap());
	}
	const seconds = (performance.now() - start) / 1000;
	// The first rounds load what is loaded when it is needed.
	const settled = heaps.slice(Math.ceil(heaps.length / 4));
	const [early, late] = [
		median(settled.slice(0, 5)),
		median(settled.slice(-5)),
	];
	const summary = {
		steps: STEPS,
		seed: SEED,
		seconds: Math.round(seconds),
		heapEarly: Math.round(early * 10) / 10,
		heapLate: Math.round(late * 10) / 10,
	};
	console.log(`monkey: ${JSON.stringify(summary)}`);
	if (process.env.TIER_MAP_FUZZ_STEPS) {
		const folder = join(import.meta.dirname, "../output");
		mkdirSync(folder, { recursive: true });
		writeFileSync(
			join(folder, "monkey.json"),
			JSON.stringify({ ...summary, heaps }),
		);
	}
	expect(late).toBeLessThan(early * LEVEL + SPARE);
});

/** A stuck map wouldn't do as it is asked. */
async function expectAlive(page: TestPage, context: string): Promise<void> {
	const shown = () =>
		page.evaluate(async () => {
			const map = document.querySelector("tier-map");
			if (!map) return "no map";
			await map.ready;
			map.setAttribute("view", "map");
			map.setAttribute("panel", "auto");
			map.select("KEN");
			await map.updateComplete;
			const root = map.shadowRoot;
			const heading = root
				?.querySelector("[part=panel] h2")
				?.textContent?.trim();
			return `${heading?.slice(0, 3)} ${root?.querySelectorAll("[part=map] .place[data-tier]").length}`;
		});
	await expect
		.poll(shown, { message: context, timeout: 15_000 })
		.toMatch(/^(Ken|肯尼亚) 2\d\d$/);
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
