import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { TestPage } from "./harness.ts";
import {
	centre,
	openReady,
	press,
	settle,
	targetsOf,
	viewOf,
	zoomOf,
} from "./reach.ts";
import { type LiveMap, part, patient, pointOn, selectedOn } from "./reading.ts";

type Point = readonly [x: number, y: number];

/** How far from a place the mouse still means it, in pixels. */
const NEAR = 20;

/** Places that maps of this size lose. */
const small = "SGP MLT VAT NRU BHR MAC HKG KNA TUV GIB".split(" ");

/** A map 960 px wide, all of it in the window. */
async function open960(): Promise<TestPage> {
	const page = await openReady({ path: "/?lang=en", width: 1280 });
	await page.locator("tier-map").evaluate((map: HTMLElement) => {
		map.setAttribute("panel", "below");
		map.style.inlineSize = "960px";
	});
	await expect
		.poll(() => part(page, "map").evaluate((map) => map.clientWidth), patient)
		.toBe(960);
	await settle(page);
	await centre(page);
	return page;
}

/** Distances in pixels from points of the window to all places: to outlines, and to markers' middles. */
function distances(
	page: Page,
	points: readonly Point[],
): Promise<{ over: string | null; nearest: [string, number][] }[]> {
	return page.evaluate((points) => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const samples: [string, number, number][] = [];
		for (const mark of root?.querySelectorAll<SVGGeometryElement>(
			"svg [data-place]",
		) ?? []) {
			const place = mark.dataset.place ?? "";
			if (mark.localName === "circle") {
				const { left, top, width, height } = mark.getBoundingClientRect();
				samples.push([place, left + width / 2, top + height / 2]);
				continue;
			}
			const matrix = mark.getScreenCTM() ?? new DOMMatrix();
			// Every ring by itself, so that no sample lies between two.
			const length = mark.getTotalLength();
			for (let at = 0; at < length; at++) {
				const { x, y } = mark.getPointAtLength(at).matrixTransform(matrix);
				samples.push([place, x, y]);
			}
		}
		return points.map(([x, y]) => {
			const found = new Map<string, number>();
			for (const [place, px, py] of samples) {
				const distance = Math.hypot(px - x, py - y);
				if (distance < (found.get(place) ?? 60)) found.set(place, distance);
			}
			return {
				over: root?.elementFromPoint(x, y)?.getAttribute("data-place") ?? null,
				nearest: [...found].sort(([, a], [, b]) => a - b).slice(0, 2),
			};
		});
	}, points);
}

describe("the mouse on a map 960 px wide, not zoomed", () => {
	it("picks what others lose, on its marker and beside it", async () => {
		const page = await open960();
		const targets = await targetsOf(page);
		const rings = small.map((place) => {
			const [x, y] = targets.get(place) ?? [0, 0];
			return Array.from({ length: 24 * 8 }, (_, i): Point => {
				const angle = ((i % 24) / 24) * 2 * Math.PI;
				const far = NEAR - 1 - 2 * Math.floor(i / 24);
				return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
			});
		});
		const found = await distances(page, rings.flat());
		const besides: string[] = [];
		for (const [i, place] of small.entries()) {
			await page.mouse.click(...(targets.get(place) ?? ([0, 0] as const)));
			expect(await selectedOn(page)).toBe(place);
			// The farthest point within reach that is nearest to it, if others leave one.
			const ring = rings[i] ?? [];
			const first = found
				.slice(i * ring.length, (i + 1) * ring.length)
				.findIndex(
					({ over, nearest: [own, other] }) =>
						over === null &&
						own?.[0] === place &&
						(other?.[1] ?? 60) > own[1] + 1,
				);
			const beside = ring[first];
			if (!beside) continue;
			besides.push(place);
			await page.locator("tier-map").evaluate((map: LiveMap) => map.clear());
			await page.mouse.click(...beside);
			expect(await selectedOn(page)).toBe(place);
		}
		expect(besides).toEqual(expect.arrayContaining(["NRU", "TUV"]));
	}, 120_000);

	it("means the nearest place within 20 px over the sea, and none beyond", async () => {
		const page = await open960();
		const { left, top, width, height } = await part(page, "map").evaluate(
			(map) => {
				const { left, top, width, height } = map.getBoundingClientRect();
				return { left, top, width, height };
			},
		);
		const random = generator(20250113);
		const points = Array.from(
			{ length: 400 },
			(): Point => [left + width * random(), top + height * random()],
		);
		const found = await distances(page, points);
		const root = await page.locator("tier-map").elementHandle();
		let [near, far] = [0, 0];
		const wrong: unknown[] = [];
		for (const [i, { over, nearest }] of found.entries()) {
			const at = points[i] ?? [0, 0];
			const [[expected, distance] = ["", 60], [, next] = ["", 60]] = nearest;
			// Too close to call: within a pixel of the limit, or of another place.
			if (over || Math.abs(distance - NEAR) < 1 || next - distance < 1)
				continue;
			if (distance < NEAR ? near++ > 40 : far++ > 20) continue;
			await page.mouse.move(...at);
			await settle(page);
			const hovered = await root?.evaluate(
				(map) =>
					map.shadowRoot?.querySelector(":not(.cursor) > .tooltip strong")
						?.textContent,
			);
			await page.mouse.down();
			await page.mouse.up();
			await settle(page);
			const selected = await selectedOn(page);
			const right = distance < NEAR ? expected : null;
			if (selected !== right || !hovered !== !right)
				wrong.push({ at, distance, right, selected, hovered });
		}
		expect(near).toBeGreaterThan(30);
		expect(far).toBeGreaterThan(15);
		expect(wrong).toEqual([]);
	}, 120_000);
});

describe("the wheel", () => {
	it("scrolls the page, and with Ctrl zooms the map", async () => {
		const page = await openReady({ path: "/?lang=en", height: 600 });
		const scroll = () => page.evaluate(() => scrollY);
		for (const zoomed of [false, true]) {
			const before = await scroll();
			const view = await viewOf(page);
			await page.mouse.move(...(await pointOn(page, "KEN")));
			const start = await scroll();
			await page.mouse.wheel(0, 120);
			await expect.poll(scroll, patient).toBe(start + 120);
			expect(await viewOf(page)).toBe(view);
			await page.locator("tier-map .hint", { hasText: "Ctrl" }).waitFor();
			await page.evaluate((y) => scrollTo(0, y), before);
			if (zoomed) break;

			const [x, y] = await pointOn(page, "KEN");
			await page.mouse.move(x, y);
			const kept = await scroll();
			await page.keyboard.down("Control");
			await page.mouse.wheel(0, -400);
			await page.keyboard.up("Control");
			await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(1.5);
			expect(await scroll()).toBe(kept);
			// What was under the pointer still is.
			const [{ over } = { over: null }] = await distances(page, [[x, y]]);
			expect(over).toBe("KEN");
		}
	});

	it("brings no hint where it was taken", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await page.mouse.move(...(await pointOn(page, "KEN")));
		await page.keyboard.down("Control");
		await page.mouse.wheel(0, -200);
		await page.keyboard.up("Control");
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(1);
		expect(await page.locator("tier-map .hint").count()).toBe(0);
	});
});

it("moves the picture as it is while the wheel turns, and draws it anew at rest", async () => {
	const page = await openReady({ path: "/?lang=en" });
	const whole = await viewOf(page);
	const turned = await page.locator("tier-map").evaluate((map) => {
		const root = map.shadowRoot;
		root
			?.querySelector(".map")
			?.dispatchEvent(
				new WheelEvent("wheel", { deltaY: -100, ctrlKey: true, bubbles: true }),
			);
		return {
			moved: root?.querySelector<HTMLElement>(".sheet")?.style.transform,
			view:
				root?.querySelector<SVGGElement>(".places")?.style.transform || "none",
		};
	});
	expect(turned.moved).toMatch(/^translate\(.+\) scale\(4\)$/);
	expect(turned.view).toBe(whole);
	await expect.poll(() => viewOf(page), patient).not.toBe(whole);
	expect(
		await page
			.locator("tier-map .sheet")
			.evaluate((sheet: HTMLElement) => sheet.style.transform),
	).toBe("");
});

describe("dragging", () => {
	it("moves the map where it is zoomed only, and picks nothing", async () => {
		const page = await openReady({ path: "/?lang=en" });
		const drag = async () => {
			const [x, y] = await pointOn(page, "CMR");
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + 80, y + 40, { steps: 4 });
			await page.mouse.up();
		};
		const whole = await viewOf(page);
		await drag();
		expect(await viewOf(page)).toBe(whole);
		expect(await selectedOn(page)).toBe(null);
		await press(page, "Zoom in");
		await press(page, "Zoom in");
		await settle(page);
		const view = await viewOf(page);
		await drag();
		// It moves with the hand as it is, and is drawn anew at rest.
		await expect.poll(() => viewOf(page), patient).not.toBe(view);
		expect(await zoomOf(page)).toBe(4);
		expect(await selectedOn(page)).toBe(null);
		await press(page, "Show the whole map");
		expect(await viewOf(page)).toBe(whole);
	});

	it("lays no marker out anew, since none has another size", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await press(page, "Zoom in");
		await press(page, "Zoom in");
		await settle(page);
		await page.locator("tier-map").evaluate((map) => {
			const moved = { count: 0 };
			Object.assign(window, { moved });
			const markers = map.shadowRoot?.querySelector("g.markers");
			if (!markers) throw new Error("There are no markers.");
			new MutationObserver((records) => {
				moved.count += records.length;
			}).observe(markers, { attributeFilter: ["transform"], subtree: true });
		});
		const layouts = () =>
			page.evaluate(
				() => (window as unknown as { moved: { count: number } }).moved.count,
			);
		const [x, y] = await pointOn(page, "CMR");
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 80, y + 40, { steps: 8 });
		await page.mouse.up();
		await settle(page);
		expect(await layouts()).toBe(0);
		await press(page, "Zoom in");
		await settle(page);
		expect(await layouts()).toBeGreaterThan(0);
	});
});

describe.each(["en", "zh"])("zoomed, in %s", (lang) => {
	it("markers keep their size and never overlap; borders keep their width", async () => {
		const page = await openReady({ path: `/?lang=${lang}` });
		const zoomIn = lang === "en" ? "Zoom in" : "放大";
		for (const zoom of [1, 2, 8, 24]) {
			while ((await zoomOf(page)) < zoom) await press(page, zoomIn);
			await settle(page);
			expect(await zoomOf(page)).toBeCloseTo(zoom, 5);
			const { circles, strokes } = await page.evaluate(() => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				const all = (selector: string) => [
					...(root?.querySelectorAll<SVGGraphicsElement>(selector) ?? []),
				];
				return {
					circles: all("svg circle[data-place]").map((circle) => {
						const { left, top, width, height } = circle.getBoundingClientRect();
						return {
							place: circle.dataset.place,
							x: left + width / 2,
							y: top + height / 2,
							radius: Number.parseFloat(getComputedStyle(circle).r),
							scale: circle.getScreenCTM()?.a ?? 0,
						};
					}),
					strokes: all("svg path[data-place], svg circle[data-place]").map(
						(shape) => {
							const { vectorEffect, strokeWidth } = getComputedStyle(shape);
							return `${shape.localName} ${vectorEffect} ${strokeWidth}`;
						},
					),
				};
			});
			expect(circles.length).toBeGreaterThan(80);
			for (const { radius, scale } of circles)
				expect(radius * scale).toBeCloseTo(3.4, 1);
			const overlapping = circles.flatMap((a, i) =>
				circles
					.slice(i + 1)
					.filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * 3.4)
					.map((b) => `${a.place} ${b.place}`),
			);
			expect(overlapping).toEqual([]);
			for (const stroke of new Set(strokes))
				expect(stroke).toMatch(/non-scaling-stroke (0\.6|0\.8|1\.4)px$/);
		}
	});
});

it("loads finer outlines only when zoomed in, of the same places", async () => {
	const page = await openReady({ path: "/?lang=en" });
	const scripts: string[] = [];
	page.on("request", (request) => {
		if (request.resourceType() === "script") scripts.push(request.url());
	});
	const shapes = () =>
		page
			.locator("tier-map svg path[data-place]")
			.evaluateAll((all) =>
				all.map((path): [string, string, number] => [
					path.getAttribute("data-place") ?? "",
					path.getAttribute("data-tier") ?? "",
					path.getAttribute("d")?.length ?? 0,
				]),
			);
	const length = (all: [string, string, number][]) =>
		all.reduce((sum, [, , l]) => sum + l, 0);
	const coarse = await shapes();
	await press(page, "Zoom in");
	await settle(page);
	expect(scripts).toEqual([]);
	expect(await shapes()).toEqual(coarse);
	await press(page, "Zoom in");
	await expect
		.poll(async () => length(await shapes()), patient)
		.toBeGreaterThan(1.3 * length(coarse));
	expect(scripts).toHaveLength(1);
	const fine = await shapes();
	expect(fine.map(([place, tier]) => `${place} ${tier}`)).toEqual(
		coarse.map(([place, tier]) => `${place} ${tier}`),
	);
});

/** Numbers from 0 to 1, the same every time (mulberry32). */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
