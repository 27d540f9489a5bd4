import { join } from "node:path";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { openMap, type PageOptions, type TestPage } from "./harness.ts";

const data = loadDataset(join(import.meta.dirname, "../../data"));
if (!data.ok) throw new Error(JSON.stringify(data.problems, null, "\t"));
const { places } = data.value;

/** A page with its search field and what belongs to it. */
interface Search {
	page: TestPage;
	field: Locator;
	list: Locator;
	rows: Locator;
	status: Locator;
	/** What the reader has picked, as the element's attribute says. */
	selected(): Promise<string | null>;
}

async function openSearch(options: PageOptions = {}): Promise<Search> {
	const page = await openMap(options);
	const search = page.locator("tier-map-search");
	return {
		page,
		field: search.getByRole("combobox"),
		list: search.getByRole("listbox"),
		rows: search.getByRole("option"),
		status: search.getByRole("status"),
		selected: () => page.locator("tier-map").getAttribute("selected"),
	};
}

/** Types into the field and waits for the answer. */
async function ask({ field, status }: Search, query: string): Promise<string> {
	await field.fill(query);
	await status.filter({ hasText: /./ }).waitFor({ state: "attached" });
	return (await status.textContent()) ?? "";
}

/** Number of the row that the field says is active; null where none is. */
async function active({ field, page }: Search): Promise<number | null> {
	const id = await field.getAttribute("aria-activedescendant");
	if (id === null) return null;
	const marked = page.locator("tier-map-search [aria-selected=true]");
	expect(await marked.getAttribute("id")).toBe(id);
	return Number(id.split("-").at(-1));
}

/** What a row says. */
async function textOf(row: Locator): Promise<string> {
	return ((await row.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

describe("search", () => {
	it("is a combobox with a list of options", async () => {
		const search = await openSearch();
		const { field, list, rows } = search;
		expect(await field.getAttribute("aria-autocomplete")).toBe("list");
		expect(await field.getAttribute("aria-expanded")).toBe("false");
		expect(await list.count()).toBe(0);
		expect(await ask(search, "guinea")).toBe("4 matches");
		expect(await field.getAttribute("aria-expanded")).toBe("true");
		expect(await field.getAttribute("aria-controls")).toBe(
			await list.getAttribute("id"),
		);
		expect(await field.getAttribute("aria-activedescendant")).toBeNull();
		expect(await rows.count()).toBe(4);
		expect(await textOf(rows.first())).toMatch(/^Guinea\s+几内亚\s+Tier 2/);
		expect(await rows.first().locator("svg").getAttribute("data-tier")).toBe(
			"2",
		);
		expect(await ask(search, "kenya")).toBe("1 match");
	});

	it("names regions as such, former names as such, and lists eight of many", async () => {
		const search = await openSearch();
		const { rows } = search;
		await ask(search, "european u");
		expect(await textOf(rows.first())).toMatch(
			/^European Union\s+欧盟\s+region$/,
		);
		await ask(search, "zaire");
		expect(await textOf(rows.first())).toMatch(/^DR Congo\s+formerly Zaire\s/);
		expect(await ask(search, "s")).toMatch(
			/^\d\d matches, the first 8 listed$/,
		);
		expect(await rows.count()).toBe(8);
	});

	it("shows the tier in the round that the map shows", async () => {
		const search = await openSearch({ path: "/?round=2022-10-07" });
		await ask(search, "kenya");
		const row = search.rows.first();
		expect(await row.locator("svg").getAttribute("data-tier")).toBe("1");
		expect(await textOf(row)).toMatch(/\bnot covered$/);
	});

	it("speaks Chinese and takes pinyin", async () => {
		const search = await openSearch({ path: "/?lang=zh" });
		expect(await ask(search, "kny")).toBe("1项匹配");
		expect(await textOf(search.rows.first())).toMatch(
			/^肯尼亚\s+Kenya\s+第二级/,
		);
		expect(await ask(search, "qqqq")).toBe("没有匹配");
	});

	it("moves through the list with the arrows, round its ends", async () => {
		const search = await openSearch();
		const { field, page } = search;
		await ask(search, "guinea");
		const steps: [key: string, row: number | null][] = [
			["ArrowDown", 0],
			["ArrowDown", 1],
			["ArrowUp", 0],
			["ArrowUp", 3],
			["ArrowDown", 0],
			["Home", null],
			["ArrowUp", 3],
			["ArrowLeft", null],
			["ArrowDown", 0],
			["End", null],
		];
		for (const [key, row] of steps) {
			await page.keyboard.press(key);
			expect(await active(search), key).toBe(row);
		}
		// The text keys still work on the text.
		await page.keyboard.press("Home");
		await page.keyboard.type("new ");
		expect(await field.inputValue()).toBe("new guinea");
	});

	it("picks with Enter, the best match if none is marked, and keeps the focus", {
		tags: ["smoke"],
	}, async () => {
		const search = await openSearch();
		const { page, field, list } = search;
		await page.evaluate(() =>
			document.addEventListener("tier-map-select", (event) => {
				document.title = JSON.stringify((event as CustomEvent).detail);
			}),
		);
		await ask(search, "burma");
		await page.keyboard.press("Enter");
		expect(await search.selected()).toBe("MMR");
		expect(JSON.parse(await page.title())).toMatchObject({
			id: "MMR",
			kind: "place",
			via: "search",
		});
		expect(await field.inputValue()).toBe("Myanmar");
		expect(await list.count()).toBe(0);
		// What is typed next replaces the name.
		await page.keyboard.type("guinea");
		await search.rows.first().waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		expect(await search.selected()).toBe("GNB");
		expect(await field.evaluate((input) => input.matches(":focus"))).toBe(true);
	});

	it("picks with a click and with a tap", async () => {
		const search = await openSearch({ hasTouch: true, width: 375 });
		await ask(search, "guinea");
		await search.rows.nth(2).click();
		expect(await search.selected()).toBe("GNQ");
		expect(
			await search.field.evaluate((input) => input.matches(":focus")),
		).toBe(true);
		await ask(search, "欧盟");
		await search.rows.first().tap();
		expect(await search.selected()).toBe("eu");
	});

	it("closes with Escape, then clears, then leaves the key to others", async () => {
		const search = await openSearch({ path: "/?selected=KEN" });
		const { page, field, list } = search;
		await ask(search, "guinea");
		await page.keyboard.press("Escape");
		expect(await list.count()).toBe(0);
		expect(await field.inputValue()).toBe("guinea");
		await page.keyboard.press("ArrowDown");
		expect(await search.rows.count()).toBe(4);
		await page.keyboard.press("Escape");
		await page.keyboard.press("Escape");
		expect(await field.inputValue()).toBe("");
		expect(await search.selected()).toBe("KEN");
	});

	it("closes when the focus leaves", async () => {
		const search = await openSearch();
		await ask(search, "guinea");
		await search.page.keyboard.press("Tab");
		expect(await search.list.count()).toBe(0);
		expect(await search.field.inputValue()).toBe("guinea");
	});

	it("drops the name in the field when something else is picked", async () => {
		const search = await openSearch();
		await ask(search, "kenya");
		await search.page.keyboard.press("Enter");
		await search.page
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("selected", "BRA"));
		await expect.poll(() => search.field.inputValue()).toBe("");
	});

	it("follows the page's language", async () => {
		const search = await openSearch();
		await ask(search, "kenya");
		await search.page.locator("nav").getByText("中文").click();
		await expect
			.poll(() => search.field.getAttribute("placeholder"))
			.toBe("查找地方或地区");
		expect(await ask(search, "kenya")).toBe("1项匹配");
		expect(await textOf(search.rows.first())).toMatch(/^肯尼亚/);
	});

	it.each([
		["emoji", "🇰🇪"],
		["marks of direction", "\u200f\u202e"],
		["a costly regular expression", "(a+)+$"],
		["a short one", ".*"],
		["a backslash", "\\"],
		["markup", "<b>"],
		["10,000 letters", "kenya".repeat(2_000)],
		["10,000 accents", "\u0301".repeat(10_000)],
	])("has no match for %s, and no error", async (_, query) => {
		const search = await openSearch();
		expect(await ask(search, query)).toBe("No match");
		expect(await search.field.getAttribute("aria-expanded")).toBe("false");
		await search.page.keyboard.press("ArrowDown");
		await search.page.keyboard.press("ArrowUp");
		await search.page.keyboard.press("Enter");
		expect(await search.selected()).toBeNull();
		expect(await ask(search, "kenya")).toBe("1 match");
	});

	it("loads the names with the first focus", async () => {
		const { page, field, status } = await openSearch();
		await page.waitForLoadState("networkidle");
		const [request] = await Promise.all([
			page.waitForRequest(/\.js$/),
			field.fill("kenya"),
		]);
		expect((await request.response())?.ok()).toBe(true);
		await status.filter({ hasText: "1 match" }).waitFor({ state: "attached" });
	});

	it("picks what Enter asked for before the names were there", async () => {
		const search = await openSearch();
		const { page, field } = search;
		await page.waitForLoadState("networkidle");
		let send = () => {};
		const wanted = new Promise<void>((done) => {
			send = done;
		});
		await page.route("**/*.js", async (route) => {
			await wanted;
			await route.continue();
		});
		await field.fill("kenya");
		await field.press("Enter");
		expect(await search.selected()).toBeNull();
		send();
		await expect.poll(search.selected).toBe("KEN");
		expect(await field.inputValue()).toBe("Kenya");
	});

	it("says so when the names can't be loaded", async () => {
		const { page, field, status } = await openSearch();
		await page.waitForLoadState("networkidle");
		// The second attempt has an address of its own.
		await page.route(/\.js(\?|$)/, (route) => route.abort());
		await field.fill("kenya");
		await status.filter({ hasText: "could not be loaded" }).waitFor();
		expect(page.problems().join()).not.toMatch(/^error/m);
	});

	it.each([320, 375, 1280])("stays within %i px", async (width) => {
		const search = await openSearch({ width, hasTouch: true });
		await ask(search, "saint");
		const { page, list, field } = search;
		const box = await list.boundingBox();
		const under = await field.boundingBox();
		if (!box || !under) throw new Error("There is no list.");
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(width);
		expect(box.y).toBeGreaterThanOrEqual(under.y + under.height);
		const wide = await page.evaluate(
			() => document.documentElement.scrollWidth,
		);
		expect(wide).toBeLessThanOrEqual(width);
		// Nothing of the page lies on top of the list.
		const last = search.rows.last();
		await last.scrollIntoViewIfNeeded();
		await last.click();
		expect(await search.selected()).not.toBeNull();
	});

	it("picks every place by its name", { timeout: 120_000 }, async () => {
		const search = await openSearch();
		await ask(search, "kenya");
		for (const { id, name } of places) {
			await search.field.fill(name.en ?? "");
			await search.field.press("Enter");
			expect(await search.selected(), name.en).toBe(id);
		}
		expect(places.length).toBe(254);
	});
});
