/** The map's own pixels and the window's, where what stands around the map zooms, scales, mirrors or rotates it. */
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageOptions, TestPage } from "./harness.ts";
import { type HostServer, serveHosts } from "./hosts.ts";
import { openReady, settle, targetsOf, zoomOf } from "./reach.ts";
import { part, patient, selectedOn } from "./reading.ts";

type Point = readonly [x: number, y: number];

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

/** Each with how many pixels of the window one of the map's is in. */
const AROUND: Readonly<Record<string, readonly [style: string, size: number]>> =
	{
		"as it is": ["", 1],
		"zoomed to 150 %": ["zoom: 1.5", 1.5],
		"zoomed to 60 %": ["zoom: 0.6", 0.6],
		"scaled to a half": ["transform: scale(0.5)", 0.5],
		"scaled to 130 %": ["scale: 1.3", 1.3],
		mirrored: ["transform: scaleX(-1)", 1],
		"turned by a quarter": ["transform: rotate(90deg)", 1],
		"turned by 20°": ["rotate: 20deg", 1],
		"zoomed and scaled": ["zoom: 1.5; transform: scale(0.8)", 1.2],
	};

/** A map in such surroundings, in the middle of the window. */
async function open(style: string, more: PageOptions = {}): Promise<TestPage> {
	const page = await openReady({
		path: `${hosts.url}/space.html`,
		width: 1700,
		height: 1000,
		...more,
	});
	await page.evaluate((style) => {
		document.querySelector("#around")?.setAttribute("style", style);
	}, style);
	await part(page, "map").evaluate((map) =>
		map.scrollIntoView({
			block: "center",
			inline: "center",
			behavior: "instant",
		}),
	);
	await settle(page);
	return page;
}

/** The point of the picture that is at a point of the window. */
function inPicture(page: TestPage, [x, y]: Point): Promise<Point> {
	return page.evaluate(
		([x, y]) => {
			const layer = document
				.querySelector("tier-map")
				?.shadowRoot?.querySelector<SVGGElement>(".places");
			const point = new DOMPoint(x, y).matrixTransform(
				layer?.getScreenCTM()?.inverse(),
			);
			return [point.x, point.y] as const;
		},
		[x, y] as const,
	);
}

/** Where a point of the picture is in the window. */
function inWindow(page: TestPage, [x, y]: Point): Promise<Point> {
	return page.evaluate(
		([x, y]) => {
			const layer = document
				.querySelector("tier-map")
				?.shadowRoot?.querySelector<SVGGElement>(".places");
			const point = new DOMPoint(x, y).matrixTransform(
				layer?.getScreenCTM() ?? undefined,
			);
			return [point.x, point.y] as const;
		},
		[x, y] as const,
	);
}

const apart = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v);

async function targetOf(page: TestPage, place: string): Promise<Point> {
	const target = (await targetsOf(page)).get(place);
	if (!target) throw new Error(`${place} isn't drawn.`);
	return target;
}

/** Distance in pixels of the window from a point to what a selector finds. */
function distanceTo(
	page: TestPage,
	selector: string,
	[x, y]: Point,
): Promise<number> {
	return page.evaluate(
		([selector, x, y]) => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			const box = root?.querySelector(selector)?.getBoundingClientRect();
			if (!box) return Number.POSITIVE_INFINITY;
			return Math.hypot(
				Math.max(box.left - x, 0, x - box.right),
				Math.max(box.top - y, 0, y - box.bottom),
			);
		},
		[selector, x, y] as const,
	);
}

const TOOLTIP = ".map > .tooltip";

describe.each(Object.entries(AROUND))("a map %s", (_, [style, size]) => {
	it("picks what the mouse is on, and names it beside the pointer", async () => {
		const page = await open(style);
		const targets = await targetsOf(page);
		for (const place of "KEN BRA CHN AUS CAN NOR ZAF SGP".split(" ")) {
			const at = targets.get(place) ?? [0, 0];
			await page.mouse.move(...at);
			await settle(page);
			expect(await distanceTo(page, TOOLTIP, at)).toBeLessThan(20 * size);
			expect(
				await page.locator(`tier-map ${TOOLTIP} strong`).textContent(),
				place,
			).not.toBe("");
			await page.mouse.click(...at);
			expect(await selectedOn(page)).toBe(place);
		}
	});

	it("picks Bermuda 7 px beside its marker", async () => {
		const page = await open(style);
		const [x, y] = await targetOf(page, "BMU");
		// Where the picture's east is in the window; to the west America is as near.
		const [u, v] = await inPicture(page, [x, y]);
		const [eastX, eastY] = await inWindow(page, [u + 1, v]);
		const east = Math.atan2(eastY - y, eastX - x);
		const beside = (distance: number, angle: number): Point => [
			x + distance * Math.cos(angle),
			y + distance * Math.sin(angle),
		];
		for (const turn of [-0.8, 0, 0.8]) {
			await page.locator("tier-map").evaluate((map) => {
				map.removeAttribute("selected");
			});
			await page.mouse.click(...beside(7, east + turn));
			expect(await selectedOn(page), `${turn}`).toBe("BMU");
		}
		// A hand misses by so much, and by no more.
		await page.mouse.click(...beside(18, east));
		expect(await selectedOn(page)).toBe("BMU");
		await page.mouse.click(...beside(23, east));
		expect(await selectedOn(page)).toBe(null);
	});

	it("keeps under the pointer what is there while it zooms, and follows the hand", async () => {
		const page = await open(style);
		// Of a mouse browsers tell whole pixels.
		const [x, y] = await targetOf(page, "KEN");
		const from: Point = [Math.round(x), Math.round(y)];
		const held = await inPicture(page, from);
		await page.mouse.move(...from);
		await page.keyboard.down("Control");
		await page.mouse.wheel(0, -100);
		await page.keyboard.up("Control");
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(1.5);
		await settle(page);
		expect(apart(await inWindow(page, held), from)).toBeLessThan(1.5);

		// Towards the left top, so that the map isn't at its end.
		const to: Point = [from[0] - 30, from[1] - 20];
		await page.mouse.down();
		await page.mouse.move(...to, { steps: 4 });
		await page.mouse.up();
		await settle(page);
		expect(apart(await inWindow(page, held), to)).toBeLessThan(1.5);

		const zoom = await zoomOf(page);
		await page.mouse.dblclick(...to);
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(zoom);
		await settle(page);
		expect(apart(await inWindow(page, held), to)).toBeLessThan(1.5);
	});

	it("gives a finger what lies under it, beside it, and follows two", async () => {
		const page = await open(style, { hasTouch: true });
		const at = await targetOf(page, "LUX");
		await page.touchscreen.tap(...at);
		const chooser = page.locator("tier-map .chooser");
		await chooser.waitFor();
		expect(await chooser.textContent()).toContain("Luxembourg");
		expect(await distanceTo(page, ".chooser", at)).toBeLessThan(30 * size);
		await page.keyboard.press("Escape");

		const from = await targetOf(page, "KEN");
		const held = await inPicture(page, from);
		const session = await page.context().newCDPSession(page);
		await pinch(session, from, 40, 80);
		await expect.poll(() => zoomOf(page), patient).toBeGreaterThan(1.5);
		await settle(page);
		expect(await zoomOf(page)).toBeCloseTo(2, 0);
		expect(apart(await inWindow(page, held), from)).toBeLessThan(3);
	});
});

it("agrees with the window where the reader has zoomed the page, and into it", async () => {
	const page = await open("zoom: 1.5; rotate: 20deg", {
		deviceScaleFactor: 1.5,
	});
	const session = await page.context().newCDPSession(page);
	await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1.5 });
	const [x, y] = await targetOf(page, "BMU");
	await page.mouse.click(x + 7, y);
	expect(await selectedOn(page)).toBe("BMU");
});

/** Two fingers move apart about a point. */
async function pinch(
	session: CDPSession,
	[x, y]: Point,
	from: number,
	to: number,
): Promise<void> {
	const fingers = (half: number) => [
		{ x: x - half, y, id: 0 },
		{ x: x + half, y, id: 1 },
	];
	const send = (type: "touchStart" | "touchMove" | "touchEnd", half?: number) =>
		session.send("Input.dispatchTouchEvent", {
			type,
			touchPoints: half === undefined ? [] : fingers(half),
		});
	await send("touchStart", from);
	for (let i = 1; i <= 8; i++)
		await send("touchMove", from + ((to - from) * i) / 8);
	await send("touchEnd");
}
