import { expect, test } from "vitest";
import { openMap, openPage } from "./harness.ts";

test("the map stands in the page before any script has run", async () => {
	const page = await openPage({ path: "/", javaScript: false });
	const kenya = page.locator('tier-map > svg [data-place="KEN"]');
	expect(await kenya.getAttribute("data-tier")).toBe("2");
	const fill = await kenya.evaluate((shape) => getComputedStyle(shape).fill);
	expect(fill).toMatch(/^(rgb|color)\(/);
	expect(fill).not.toBe("rgb(0, 0, 0)");
	expect((await kenya.boundingBox())?.width).toBeGreaterThan(5);
});

test("the element takes that picture over: no shape travels twice", async () => {
	const page = await openMap({ path: "/?lang=en" });
	expect(await page.locator("tier-map > svg").count()).toBe(0);
	const picture = page.locator('tier-map [part~="map"] svg[data-picture="en"]');
	expect(await picture.locator('[data-place="KEN"]').count()).toBe(1);
	const sizes = await page.evaluate(() =>
		performance
			.getEntriesByType("resource")
			.map(({ name }) => name)
			.filter((name) => name.endsWith(".js")),
	);
	// The one script that carries path data is asked for by a reader of the other language only.
	const bodies = await Promise.all(
		sizes.map(async (url) => (await page.request.get(url)).text()),
	);
	expect(
		bodies.filter((body) => body.includes('data-place=\\"KEN\\"')),
	).toEqual([]);
});

test.each(["en", "zh"])("nothing moves when it does (%s)", async (lang) => {
	const page = await openMap({
		path: `/?lang=${lang}`,
		width: 1280,
		height: 800,
	});
	await page.locator("tier-map .voice").first().waitFor();
	const shift = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				const add = (entries: readonly PerformanceEntry[]) => {
					for (const entry of entries)
						sum += (entry as PerformanceEntry & { value: number }).value;
				};
				const observer = new PerformanceObserver((list) =>
					add(list.getEntries()),
				);
				observer.observe({ type: "layout-shift", buffered: true });
				// What stood still for two frames has come to rest; what is recorded and not yet told is asked for.
				requestAnimationFrame(() =>
					requestAnimationFrame(() => {
						add(observer.takeRecords());
						resolve(sum);
					}),
				);
			}),
	);
	expect(shift).toBeLessThan(0.01);
});

test("a script that hangs blanks nothing, and the page is in the reader’s language all the same", async () => {
	const page = await openPage({ path: "/favicon.svg", locale: "zh-CN" });
	await page.route("**/start.js", () => {});
	await page.goto(new URL("/", page.url()).href, { waitUntil: "commit" });
	await page.locator("html:lang(zh) h1", { hasText: /[一-龥]/ }).waitFor();
	await page
		.locator('tier-map tier-map-picture path[data-place="BRA"]')
		.first()
		.click();
	await page
		.locator("tier-map tier-map-panel h2", { hasText: "巴西" })
		.waitFor();
});

test("nor does a style sheet", async () => {
	const page = await openPage({ path: "/favicon.svg" });
	await page.route("**/assets/*.css", () => {});
	await page.goto(new URL("/", page.url()).href, { waitUntil: "commit" });
	await page
		.locator('tier-map tier-map-picture path[data-place="BRA"]')
		.first()
		.click();
	await page
		.locator("tier-map tier-map-panel h2", { hasText: "Brazil" })
		.waitFor();
	const painted = await page.evaluate(
		() => performance.getEntriesByName("first-contentful-paint").length,
	);
	expect(painted).toBe(1);
});
