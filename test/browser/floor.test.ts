/** What browsers get that the map doesn't run in, or that it isn't finished in; `npm run test:field` tries real old ones. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openMap, openPage } from "./harness.ts";
import { dist } from "./serve.mjs";

/** Younger than the oldest browsers in which everything works. */
const NEWER =
	/\.(?:toSorted|toReversed|toSpliced|findLast|isWellFormed)\(|URL\.(?:canParse|parse)\(|(?:Promise\.(?:withResolvers|try)|Object\.groupBy|Array\.fromAsync|AbortSignal\.any|Map\.groupBy)\(/g;

describe("the built scripts", () => {
	const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
	it.each(files.filter((file) => file.endsWith(".js")))(
		"%s calls nothing younger than our browsers",
		(file) => {
			expect(readFileSync(join(dist, file), "utf8").match(NEWER)).toBeNull();
		},
	);
});

describe("the built style sheets", () => {
	const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
	it.each(files.filter((file) => file.endsWith(".css")))(
		"%s has neither nesting nor light-dark()",
		(file) => {
			const css = readFileSync(join(dist, file), "utf8");
			expect(css).not.toMatch(/light-dark\(|[{;}]\s*&/);
		},
	);
});

describe("where no script runs", () => {
	it.each(["/", "/embed.html", "/frozen.en.html"])(
		"%s shows the picture in colours that stand in its markup, with a legend",
		async (path) => {
			const page = await openPage({ path, javaScript: false });
			expect(
				await page
					.locator("tier-map > svg .places path, tier-map > svg .places")
					.evaluateAll((all) => [
						...new Set(all.map((path) => path.getAttribute("fill"))),
					]),
			).toEqual(
				expect.arrayContaining(["#f5eed4", "#5590ad", "#243f63", "#d0a968"]),
			);
			const legend = page.locator("tier-map .legend").first();
			expect(await legend.locator("li").count()).toBe(5);
			expect(await page.getByRole("button").count()).toBe(0);
			expect(await page.locator("details:visible").count()).toBe(0);
		},
	);
});

describe("a browser without container queries", () => {
	it("keeps what stands in the element", async () => {
		const page = await openPage({ path: "/embed.html?lang=en" });
		await page.addInitScript(() => {
			CSS.supports = () => false;
		});
		await page.reload();
		expect(await page.locator("tier-map > svg").isVisible()).toBe(true);
		expect(await page.locator("tier-map > .fallback").first().isVisible()).toBe(
			true,
		);
		expect(
			await page.evaluate(() => Boolean(customElements.get("tier-map"))),
		).toBe(false);
	});
});

describe("a browser without light-dark()", () => {
	/** Has the map take the way of browsers without it. */
	async function openPlain(colorScheme: "light" | "dark", path = "/?lang=en") {
		const page = await openMap({ path, colorScheme });
		await page.addInitScript(() => {
			const supports: (...args: string[]) => boolean = CSS.supports.bind(CSS);
			CSS.supports = (...args: string[]) =>
				!String(args).includes("light-dark") && supports(...args);
		});
		await page.reload();
		await page.locator("tier-map tier-map-panel h2").waitFor();
		return page;
	}
	type Opened = Awaited<ReturnType<typeof openPlain>>;
	const looks = (page: Opened) =>
		page.evaluate(() => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			return [
				['path[data-place="CHN"]', "fill"],
				['circle[data-place="MLT"]', "stroke"],
				[".ocean", "fill"],
				["tier-map-panel h2", "color"],
			].map(([selector = "", property = ""]) => {
				const element = root?.querySelector(selector);
				return element && getComputedStyle(element).getPropertyValue(property);
			});
		});

	it.each(["light", "dark"] as const)(
		"has the same colours as one with it: %s",
		async (scheme) => {
			const page = await openMap({ path: "/?lang=en", colorScheme: scheme });
			await page.locator("tier-map tier-map-panel h2").waitFor();
			const looked = await looks(page);
			expect(await looks(await openPlain(scheme))).toEqual(looked);
		},
	);

	it("follows the page and its own theme when they change", async () => {
		const page = await openPlain("light");
		const light = await looks(page);
		await page.evaluate(() => {
			document.documentElement.style.colorScheme = "dark";
		});
		await expect.poll(() => looks(page)).not.toEqual(light);
		const dark = await looks(page);
		const theme = (value: string) =>
			page
				.locator("tier-map")
				.evaluate((map, value) => map.setAttribute("theme", value), value);
		await theme("light");
		await expect.poll(() => looks(page)).toEqual(light);
		await theme("auto");
		await expect.poll(() => looks(page)).toEqual(dark);
	});

	it("takes the host page's colours all the same", async () => {
		const page = await openPlain("dark");
		await page
			.locator("tier-map")
			.evaluate((map) =>
				map.style.setProperty("--tier-map-tier-3", "rgb(1, 2, 3)"),
			);
		expect((await looks(page))[0]).toBe("rgb(1, 2, 3)");
	});
});
