import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectedTiers } from "../fixtures/read.ts";
import {
	centre,
	labelsOf,
	later,
	openReady,
	press,
	settle,
	targetsOf,
	viewOf,
	zoomOf,
} from "./reach.ts";
import { panelOn, part, patient, selectedOn } from "./reading.ts";

/** Taps that far apart, in milliseconds, are no double tap. */
const DOUBLE_TAP = 300;

type Point = readonly [x: number, y: number];

const phone = { width: 375, height: 740, hasTouch: true, path: "/?lang=en" };
const chooser = (page: Page) => page.locator("tier-map .chooser");
const hint = (page: Page) => page.locator("tier-map .hint");

describe.each([375, 320])("a finger on a map %d px wide", (width) => {
	it("picks every place in at most two taps", async () => {
		const page = await openReady({ ...phone, width });
		await centre(page);
		const labels = await labelsOf(page);
		const targets = await targetsOf(page);
		expect([...targets.keys()].toSorted()).toEqual(
			[...expectedTiers().keys()].toSorted(),
		);
		const root = await page.locator("tier-map").elementHandle();
		const sizes = new Set<number>();
		/** What went wrong, if anything did. */
		const pick = async (place: string, [x, y]: Point) => {
			await page.touchscreen.tap(x, y);
			const rows =
				(await root?.evaluate((map) =>
					[...(map.shadowRoot?.querySelectorAll(".chooser button") ?? [])].map(
						(row) => {
							const { left, top, width, height } = row.getBoundingClientRect();
							return {
								text: row.textContent?.trim().replace(/\s+/g, " "),
								at: [left + width / 2, top + height / 2] as const,
								width,
								height,
							};
						},
					),
				)) ?? [];
			if (rows.length) {
				sizes.add(rows.length);
				if (rows.some((r) => r.height < 24 || r.width < 24))
					return `${place}: rows too small`;
				const row = rows.find(({ text }) => text === labels.get(place));
				if (!row) return `${place}: not in ${rows.map((r) => r.text)}`;
				await page.touchscreen.tap(...row.at);
			}
			const selected = await root?.getAttribute("selected");
			return selected === place ? null : `${place}: ${selected} is picked`;
		};
		const missed: [string, Point][] = [];
		for (const target of farApart(targets))
			if (await pick(...target)) missed.push(target);
		// On a busy machine a tap may last so long that it is a press; what is out of reach stays so.
		const wrong: (string | null)[] = [];
		for (const target of missed) wrong.push(await pick(...target));
		expect(wrong.filter(Boolean)).toEqual([]);
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
		expect(await zoomOf(page)).toBe(1);
	}, 240_000);
});

/** In an order in which no two taps that follow each other are near enough for a double tap. */
function farApart(targets: ReadonlyMap<string, Point>): [string, Point][] {
	const sorted = [...targets].toSorted(([, a], [, b]) => a[0] - b[0]);
	const half = Math.ceil(sorted.length / 2);
	return sorted
		.slice(0, half)
		.flatMap((one, i) => [one, ...sorted.slice(half + i, half + i + 1)]);
}

describe("a finger", () => {
	it("picks at once what lies alone, and nothing on the open sea", async () => {
		const page = await openReady(phone);
		await centre(page);
		const { x, y, width, height } = await box(page);
		const at = (await targetsOf(page)).get("AUS") ?? [0, 0];
		await page.touchscreen.tap(...at);
		await panelOn(page, "Australia");
		expect(await chooser(page).count()).toBe(0);
		await page.touchscreen.tap(x + width * 0.22, y + height * 0.78);
		await expect.poll(() => selectedOn(page), patient).toBe(null);
	});

	it("is given a list within the window where places crowd, and a way out of it", async () => {
		const page = await openReady({ ...phone, width: 320, height: 568 });
		for (const block of ["start", "center", "end"] as const) {
			await part(page, "map").evaluate(
				(map, block) => map.scrollIntoView({ block, behavior: "instant" }),
				block,
			);
			const at = (await targetsOf(page)).get("KNA") ?? [0, 0];
			await page.touchscreen.tap(...at);
			await chooser(page).waitFor();
			const list = await chooser(page).evaluate((element) => {
				const { left, right, top, bottom } = element.getBoundingClientRect();
				return { left, right, top, bottom };
			});
			expect(list.left).toBeGreaterThanOrEqual(0);
			expect(list.right).toBeLessThanOrEqual(320);
			expect(list.top).toBeGreaterThanOrEqual(-1);
			expect(list.bottom).toBeLessThanOrEqual(569);
			// A touch elsewhere closes it.
			const { x, y, width, height } = await box(page);
			await page.touchscreen.tap(x + width * 0.05, y + height * 0.97);
			await expect.poll(() => chooser(page).count(), patient).toBe(0);
			await later(page, DOUBLE_TAP);
		}
	});

	it("isn't brought back to an open list by what changes the map meanwhile", async () => {
		const page = await openReady(phone);
		await part(page, "map").evaluate((map) =>
			map.scrollIntoView({ block: "start", behavior: "instant" }),
		);
		const at = (await targetsOf(page)).get("KNA") ?? [0, 0];
		await page.touchscreen.tap(...at);
		await chooser(page).waitFor();
		const left = await page.locator("tier-map").evaluate(async (map) => {
			window.scrollBy({ top: 2000, behavior: "instant" });
			const { scrollY } = window;
			map.setAttribute("tier", "2");
			// Two frames on, the update and whatever it scrolled have been painted.
			for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
			return [scrollY, window.scrollY];
		});
		expect(left[1]).toBe(left[0]);
		expect(await chooser(page).count()).toBe(1);
	});

	it("scrolls the page by all of its way, at any zoom", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		for (const zoomed of [false, true]) {
			if (zoomed) {
				await press(page, "Zoom in");
				await press(page, "Zoom in");
			}
			await centre(page);
			const view = await viewOf(page);
			const before = await page.evaluate(() => scrollY);
			const { x, y, width, height } = await box(page);
			const from: Point = [x + width / 2, y + height - 10];
			// It goes by itself, perhaps before the scrolling has been looked at.
			const hinted = zoomed ? hint(page).waitFor() : undefined;
			await swipe(touch, from, [from[0], from[1] - 150]);
			await expect
				.poll(() => page.evaluate(() => scrollY), patient)
				.toBeGreaterThanOrEqual(before + 0.9 * 150);
			expect(await viewOf(page)).toBe(view);
			await hinted;
			if (!zoomed) expect(await hint(page).count()).toBe(0);
		}
		expect(await selectedOn(page)).toBe(null);
	});

	it("hears nothing of a second finger until it swipes the zoomed map with one", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		await centre(page);
		const { x, y, width, height } = await box(page);
		const [cx, cy] = [x + width / 2, y + height / 2];
		await pinch(touch, [cx, cy], 30, 110);
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(2);
		expect(await hint(page).count()).toBe(0);
		await swipe(touch, [cx, cy + 60], [cx, cy - 60]);
		await hint(page).waitFor();
		await hint(page).waitFor({ state: "detached" });
	});

	it("zooms with two and moves the map with two", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		await centre(page);
		const { x, y, width, height } = await box(page);
		const [cx, cy] = [x + width / 2, y + height / 2];
		const scroll = await page.evaluate(() => scrollY);
		await pinch(touch, [cx, cy], 30, 90);
		await expect.poll(() => zoomOf(page), patient).toBeCloseTo(3, 0);
		const before = await viewOf(page);
		await gesture(touch, 8, (t) => [
			[cx - 40 + 50 * t, cy],
			[cx + 40 + 50 * t, cy],
		]);
		await expect.poll(() => viewOf(page), patient).not.toBe(before);
		expect(await zoomOf(page)).toBeCloseTo(3, 0);
		await pinch(touch, [cx, cy], 110, 20);
		await expect.poll(() => zoomOf(page), patient).toBe(1);
		expect(await page.evaluate(() => scrollY)).toBe(scroll);
		expect(await selectedOn(page)).toBe(null);
	});

	it("zooms to where it taps twice, not to where two taps are apart", async () => {
		const page = await openReady(phone);
		await centre(page);
		const at = (await targetsOf(page)).get("AUS") ?? [0, 0];
		const other = (await targetsOf(page)).get("BRA") ?? [0, 0];
		await page.touchscreen.tap(...other);
		await page.touchscreen.tap(...at);
		await settle(page);
		expect(await zoomOf(page)).toBe(1);
		// On a busy machine the browser may get two taps too far apart: then the reader taps again.
		await expect
			.poll(
				async () => {
					await page.touchscreen.tap(...at);
					await page.touchscreen.tap(...at);
					await settle(page);
					return zoomOf(page);
				},
				{ ...patient, interval: 400 },
			)
			.toBe(2);
		// What was under the finger still is.
		const under = await page.evaluate(
			([x, y]) =>
				document
					.querySelector("tier-map")
					?.shadowRoot?.elementFromPoint(x, y)
					?.getAttribute("data-place"),
			at,
		);
		expect(under).toBe("AUS");
	});
});

describe("a gesture cut short leaves nothing stuck", () => {
	/** Where two fingers are that lie so many pixels to either side of the map's middle. */
	async function fingersOn(page: Page): Promise<(aside: number) => Point[]> {
		const { x, y, width, height } = await box(page);
		const [cx, cy] = [x + width / 2, y + height / 2];
		return (aside) => [
			[cx - aside, cy],
			[cx + aside, cy],
		];
	}

	/** The map is whole again and takes a tap. */
	async function works(page: Page): Promise<void> {
		await press(page, "Show the whole map");
		await centre(page);
		await settle(page);
		expect(await zoomOf(page)).toBe(1);
		await later(page, DOUBLE_TAP);
		const at = (await targetsOf(page)).get("AUS") ?? [0, 0];
		await page.touchscreen.tap(...at);
		await panelOn(page, "Australia");
		expect(await selectedOn(page)).toBe("AUS");
		expect(await chooser(page).count()).toBe(0);
	}

	it("rapid taps", async () => {
		const page = await openReady(phone);
		await centre(page);
		const at = (await targetsOf(page)).get("LUX") ?? [0, 0];
		await Promise.all(
			Array.from({ length: 12 }, () => page.touchscreen.tap(...at)),
		);
		await works(page);
	});

	it("a touch that the system takes away", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		await centre(page);
		const fingers = await fingersOn(page);
		await send(touch, "touchStart", fingers(20));
		await send(touch, "touchMove", fingers(50));
		await touch.send("Input.dispatchTouchEvent", {
			type: "touchCancel",
			touchPoints: [],
		});
		await works(page);
	});

	it("a window that changes its size meanwhile", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		await centre(page);
		const fingers = await fingersOn(page);
		await send(touch, "touchStart", fingers(20));
		await send(touch, "touchMove", fingers(50));
		await page.setViewportSize({ width: 640, height: 360 });
		await send(touch, "touchMove", fingers(60));
		await send(touch, "touchEnd", []);
		await page.setViewportSize({ width: 375, height: 740 });
		await works(page);
	});

	it("a map that is taken off the page and put back", async () => {
		const page = await openReady(phone);
		const touch = await touchOf(page);
		await centre(page);
		const fingers = await fingersOn(page);
		await send(touch, "touchStart", fingers(20));
		await send(touch, "touchMove", fingers(60));
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(2);
		const zoom = await zoomOf(page);
		await page.evaluate(() => {
			const map = document.querySelector("tier-map");
			map?.remove();
			Object.assign(window, { map });
		});
		await send(touch, "touchEnd", []);
		await page.evaluate(() => {
			if ("map" in window && window.map instanceof Element)
				document.querySelector("main")?.append(window.map);
		});
		// It comes back as it was left, and its buttons go on from there.
		await settle(page);
		expect(await zoomOf(page)).toBeCloseTo(zoom, 2);
		await expect
			.poll(async () => {
				await press(page, "Zoom in");
				return zoomOf(page);
			}, patient)
			.toBeGreaterThan(zoom);
		await works(page);
	});

	it("a switch to the table and back", async () => {
		const page = await openReady(phone);
		await press(page, "Zoom in");
		const view = await viewOf(page);
		await press(page, "Table");
		await press(page, "Map");
		await settle(page);
		expect(await viewOf(page)).toBe(view);
		await works(page);
	});
});

describe("the panel on a phone", () => {
	it("closes by a swipe to the side, not by one along the page", async () => {
		const page = await openReady({ ...phone, path: "/?lang=en&selected=KEN" });
		const touch = await touchOf(page);
		const panel = await panelOn(page, "Kenya");
		await panel.locator("h2").evaluate((heading) => {
			heading.scrollIntoView({ block: "center", behavior: "instant" });
		});
		const before = await page.evaluate(() => scrollY);
		await swipe(touch, [150, 500], [150, 350]);
		await expect
			.poll(() => page.evaluate(() => scrollY), patient)
			.toBeGreaterThan(before + 100);
		expect(await selectedOn(page)).toBe("KEN");
		await swipe(touch, [100, 400], [300, 405]);
		await expect.poll(() => selectedOn(page), patient).toBe(null);
	});

	it("leaves the place picked in sight", async () => {
		const page = await openReady(phone);
		await centre(page);
		const before = await page.evaluate(() => scrollY);
		const at = (await targetsOf(page)).get("KEN") ?? [0, 0];
		await page.touchscreen.tap(...at);
		if (await chooser(page).count())
			await chooser(page).locator("button", { hasText: "Kenya" }).tap();
		await panelOn(page, "Kenya");
		expect(await page.evaluate(() => scrollY)).toBe(before);
	});
});

function box(page: Page) {
	return part(page, "map").evaluate((map) => {
		const { x, y, width, height } = map.getBoundingClientRect();
		return { x, y, width, height };
	});
}

function touchOf(page: Page): Promise<CDPSession> {
	return page.context().newCDPSession(page);
}

function send(
	touch: CDPSession,
	type: "touchStart" | "touchMove" | "touchEnd",
	points: readonly Point[],
) {
	return touch.send("Input.dispatchTouchEvent", {
		type,
		touchPoints: points.map(([x, y], id) => ({ x, y, id })),
	});
}

/** Fingers down, along their way (a function of 0 to 1), and up. */
async function gesture(
	touch: CDPSession,
	steps: number,
	at: (t: number) => readonly Point[],
): Promise<void> {
	await send(touch, "touchStart", at(0));
	for (let i = 1; i <= steps; i++)
		await send(touch, "touchMove", at(i / steps));
	await send(touch, "touchEnd", []);
}

function swipe(touch: CDPSession, from: Point, to: Point): Promise<void> {
	return gesture(touch, 10, (t) => [
		[from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t],
	]);
}

/** Two fingers about a point, from one distance in pixels between them to another. */
function pinch(
	touch: CDPSession,
	[x, y]: Point,
	from: number,
	to: number,
): Promise<void> {
	return gesture(touch, 10, (t) => {
		const half = (from + (to - from) * t) / 2;
		return [
			[x - half, y],
			[x + half, y],
		];
	});
}
