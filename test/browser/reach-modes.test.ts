import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { centre, openReady, press, settle, targetsOf } from "./reach.ts";
import {
	clickPlace,
	panelOn,
	part,
	patient,
	pointOn,
	selectedOn,
	tierIds,
} from "./reading.ts";

describe("forced colours", () => {
	it("give every tier a pattern that can be told from the others", async () => {
		const page = await openReady({
			path: "/?lang=en",
			forcedColors: true,
			reducedMotion: true,
		});
		const fills = await page.evaluate((tiers) => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			return tiers.map((tier) => {
				const all = root?.querySelectorAll(
					`svg [data-place][data-tier="${tier}"]:not([data-embargo])`,
				);
				return [
					...new Set([...(all ?? [])].map((p) => getComputedStyle(p).fill)),
				];
			});
		}, tierIds);
		expect(fills.every((own) => own.length === 1)).toBe(true);
		expect(new Set(fills.flat()).size).toBe(5);

		// And on the screen: how dark each is.
		const darkness: number[] = [];
		for (const place of ["USA", "AUS", "DZA", "CHN", "ATA"]) {
			const [x, y] = await pointOn(page, place);
			darkness.push(await darknessAt(page, x, y));
		}
		const steps = darkness
			.toSorted((a, b) => a - b)
			.map((value, i, all) => value - (all[i - 1] ?? -1));
		expect(Math.min(...steps)).toBeGreaterThan(0.05);
	});

	it("show the selection and the legend's swatches", async () => {
		const page = await openReady({
			path: "/?lang=en&selected=KEN",
			forcedColors: true,
		});
		const swatches = await part(page, "legend")
			.locator(".swatch")
			.evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
		expect(new Set(swatches).size).toBe(5);
		const [picked, halo] = await page
			.locator("tier-map svg :is(.picked, .picked-halo)")
			.evaluateAll((all) => all.map((path) => getComputedStyle(path).stroke));
		expect(picked).not.toBe(halo);
	});
});

/** Share of black in the 12 by 12 pixels about a point. */
async function darknessAt(page: Page, x: number, y: number): Promise<number> {
	const clip = { x: x - 6, y: y - 6, width: 12, height: 12 };
	const { data } = PNG.sync.read(await page.screenshot({ clip }));
	let dark = 0;
	for (let i = 0; i < data.length; i += 4) dark += 255 - (data[i] ?? 0);
	return dark / 255 / (data.length / 4);
}

it("more contrast draws lines round the places in the text's colour", async () => {
	const page = await openReady({ path: "/?lang=en" });
	const lines = () =>
		page.locator("tier-map svg path[data-place=KEN]").evaluate((path) => ({
			stroke: getComputedStyle(path).stroke,
			text: getComputedStyle(path).color,
		}));
	const before = await lines();
	expect(before.stroke).not.toBe(before.text);
	await page.emulateMedia({ contrast: "more" });
	const after = await lines();
	expect(after.stroke).toBe(after.text);
});

it("reduced motion moves nothing by itself", async () => {
	const page = await openReady({ path: "/?lang=en", reducedMotion: true });
	const durations = await page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		return [...(root?.querySelectorAll("*") ?? [])].flatMap((element) => {
			const { transitionDuration, animationDuration } =
				getComputedStyle(element);
			return [transitionDuration, animationDuration];
		});
	});
	expect(new Set(durations)).toEqual(new Set(["0s"]));
});

/** Text that is cut off, or stands out of the window; ids of what it is in. */
function cutOff(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const width = document.documentElement.clientWidth;
		const bad: string[] = [];
		if (document.documentElement.scrollWidth > width)
			bad.push(`the page is ${document.documentElement.scrollWidth} px wide`);
		for (const element of root?.querySelectorAll("*") ?? []) {
			if (!(element instanceof HTMLElement) || !element.checkVisibility())
				continue;
			if (
				element.closest(".hidden, .proxy, .scroller, .table-scroll, .to-panel")
			)
				continue;
			const own = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			);
			if (!own) continue;
			const name = `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`;
			const { left, right } = element.getBoundingClientRect();
			if (left < -1 || right > width + 1) bad.push(`${name} stands out`);
			const { overflowX, display } = getComputedStyle(element);
			if (display === "inline") continue;
			if (
				(overflowX !== "visible" || element.localName === "button") &&
				(element.scrollWidth > element.clientWidth + 1 ||
					element.scrollHeight > element.clientHeight + 1)
			)
				bad.push(`${name} is cut off`);
		}
		return bad;
	});
}

describe.each([
	["en", "Kenya"],
	["zh", "肯尼亚"],
])("in %s, nothing is lost", (lang, name) => {
	it.each(["map", "table"])(
		"of the %s, zoomed to four times 320 px",
		async (view) => {
			const page = await openReady({
				path: `/?lang=${lang}&selected=KEN`,
				width: 320,
				height: 256,
			});
			await panelOn(page, name);
			if (view === "table") await press(page, lang === "en" ? "Table" : "表格");
			expect(await cutOff(page)).toEqual([]);
			// Everything works at that size.
			const field = page.locator("tier-map [role=combobox]");
			await field.fill("sgp");
			await page.locator("tier-map [part~=search] [role=option]").waitFor();
			await field.press("Enter");
			await expect.poll(() => selectedOn(page), patient).toBe("SGP");
			expect(await cutOff(page)).toEqual([]);
		},
	);

	it.each([1280, 320])(
		"with the text spacing of WCAG 1.4.12, at %d px",
		async (width) => {
			const page = await openReady({
				path: `/?lang=${lang}&selected=KEN`,
				width,
			});
			await panelOn(page, name);
			await page.evaluate(() => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				const sheet = new CSSStyleSheet();
				sheet.replaceSync(`
				* {
					line-height: 1.5 !important;
					letter-spacing: 0.12em !important;
					word-spacing: 0.16em !important;
				}
				p { margin-block-end: 2em !important; }
			`);
				document.adoptedStyleSheets.push(sheet);
				root?.adoptedStyleSheets.push(sheet);
			});
			expect(await cutOff(page)).toEqual([]);
		},
	);
});

describe("a host page that runs from right to left", () => {
	it.each([1280, 375])("has the same map in it, at %d px", async (width) => {
		const page = await openReady({ path: "/?lang=en", width });
		await page.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		await settle(page);
		expect(await cutOff(page)).toEqual([]);
		const map = part(page, "map");
		await clickPlace(page, "BRA");
		await panelOn(page, "Brazil");
		const [x, y] = await pointOn(page, "CAN");
		await page.mouse.move(x, y, { steps: 2 });
		const tooltip = page.locator("tier-map .tooltip", { hasText: "Canada" });
		const near = await tooltip.evaluate((element) => {
			const { left, right, top } = element.getBoundingClientRect();
			return { left, right, top };
		});
		expect(near.left).toBeLessThan(x + 30);
		expect(near.right).toBeGreaterThan(x - 30);
		expect(Math.abs(near.top - y)).toBeLessThan(40);
		// English runs from left to right even there, and so do its controls.
		expect(await map.evaluate((e) => getComputedStyle(e).direction)).toBe(
			"ltr",
		);
		const buttons = page.locator("tier-map .view-switch button");
		await buttons.first().focus();
		await page.keyboard.press("ArrowRight");
		const [first, second] = await buttons.evaluateAll((all) =>
			all.map((button) => ({
				left: button.getBoundingClientRect().left,
				focused: button.matches(":focus"),
			})),
		);
		expect(second?.focused).toBe(true);
		expect(second?.left).toBeGreaterThan(first?.left ?? 0);
	});

	it("gives the finger its list within the window", async () => {
		const page = await openReady({
			path: "/?lang=en",
			width: 375,
			hasTouch: true,
		});
		await page.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		await settle(page);
		await centre(page);
		for (const place of ["TON", "KNA", "LUX"]) {
			await page.touchscreen.tap(
				...((await targetsOf(page)).get(place) ?? [0, 0]),
			);
			const list = page.locator("tier-map .chooser");
			await list.waitFor();
			const { left, right } = await list.evaluate((element) => {
				const { left, right } = element.getBoundingClientRect();
				return { left, right };
			});
			expect(left).toBeGreaterThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(375);
			await list.locator("button").first().tap();
			await list.waitFor({ state: "detached" });
		}
	});
});

it("print has the map, the legend, the open panel and its sources, and no tools", async () => {
	const page = await openReady({ path: "/?lang=en&selected=KEN" });
	const panel = await panelOn(page, "Kenya");
	await page.emulateMedia({ media: "print" });
	const seen = async (selector: string) =>
		page.locator(`tier-map ${selector}`).evaluateAll(
			(all) =>
				all.filter((element) => {
					const { width, height } = element.getBoundingClientRect();
					return element.checkVisibility() && width > 1 && height > 1;
				}).length,
		);
	expect(await seen("svg path[data-place=KEN]")).toBe(1);
	expect(await seen("[part~=legend] button")).toBe(5);
	expect(await seen("[part~=panel] .voice")).toBeGreaterThan(1);
	expect(await seen("[part~=panel] .sources li")).toBeGreaterThan(2);
	// What is folded on the screen is unfolded on paper.
	const folded = panel.locator("details:not([open])");
	expect(await folded.count()).toBeGreaterThan(1);
	expect(
		await folded.evaluateAll(
			(all) =>
				all.filter((details) => {
					const [, content] = details.children;
					return (
						content && !content.checkVisibility({ contentVisibilityAuto: true })
					);
				}).length,
		),
	).toBe(0);
	for (const tool of [
		"[part~=search] input",
		"[part~=toolbar] button",
		".tooltip",
		".hint",
		"[part~=panel] .close",
		"[part~=rounds] .steps button",
		"[part~=rounds] input",
	])
		expect([tool, await seen(tool)]).toEqual([tool, 0]);
});
