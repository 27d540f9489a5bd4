import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { openMap, openPage, type TestPage } from "./harness.ts";
import { makeBundle, put, serveHosts } from "./hosts.ts";
import { patient } from "./reading.ts";
import { dist, serve } from "./serve.mjs";

const loaded = loadDataset(join(import.meta.dirname, "../../data"));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const dataset = loaded.value;
const { places } = dataset;

const languages = [
	{ lang: "en", tag: "en", heads: ["Place", "Tier", "Regions", "Claims"] },
	{ lang: "zh", tag: "zh-Hans", heads: ["地方", "级别", "所在地区", "论点"] },
];
const ranks = dataset.tiers.map(({ id }) => id);

/** A table with so many places more. */
async function openMany(count: number) {
	const hosts = await serveHosts();
	onTestFinished(() => hosts.close());
	const more = Array.from({ length: count }, (_, i) => ({
		id: `Q${i}`,
		a2: "",
		name: `Zone ${String(i).padStart(5, "0")}`,
		regions: [],
	}));
	const made = JSON.parse(JSON.stringify(makeBundle()));
	for (const lang of Object.keys(made.editions))
		made.editions[lang].core.places.push(...more);
	put(hosts, "many.json", JSON.stringify(made));
	put(
		hosts,
		"many.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Many</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<link rel="icon" href="/tier-map/favicon.svg">
		<tier-map src="many.json" view="table"></tier-map>`,
	);
	const page = await openPage({ path: `${hosts.url}/many.html` });
	await page.locator("tier-map-table tbody tr").first().waitFor();
	return page;
}

describe("a table of thousands", () => {
	it("sets a thousand rows, and more when they are scrolled, stepped or picked to", async () => {
		const page = await openMany(3000);
		const rows = page.locator("tier-map-table tbody tr");
		const table = page.locator("tier-map-table table");
		const again = () =>
			page.locator("tier-map-table th.table-name button").first().click();
		const all = places.length + 3000;
		await expect.poll(() => rows.count()).toBe(1000);
		expect(await table.getAttribute("aria-rowcount")).toBe(String(all + 1));
		await page
			.locator("tier-map-table .table-scroll")
			.evaluate((box) => box.scrollTo(0, box.scrollHeight));
		await expect.poll(() => rows.count()).toBe(2000);
		await rows.first().getByRole("button").focus();
		await page.keyboard.press("End");
		await expect.poll(() => rows.count()).toBe(all);
		expect(await table.getAttribute("aria-rowcount")).toBeNull();
		await again();
		await expect.poll(() => rows.count()).toBe(1000);
		await page.evaluate(() =>
			document.querySelector("tier-map")?.select("Q2500"),
		);
		await page.locator('tr.table-picked[data-row="Q2500"]').waitFor();
	}, 60_000);

	it("prints them all", async () => {
		const page = await openMany(1500);
		const rows = page.locator("tier-map-table tbody tr");
		await expect.poll(() => rows.count()).toBe(1000);
		await page.evaluate(() => {
			addEventListener("beforeprint", () => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				document.title = `${root?.querySelectorAll("tier-map-table tbody tr").length} rows`;
			});
		});
		await page.pdf();
		expect(await page.title()).toBe(`${places.length + 1500} rows`);
		await expect.poll(() => rows.count()).toBe(1000);
	}, 60_000);
});

describe.each(languages)("the table in $lang", ({ lang, tag, heads }) => {
	const path = `/?lang=${lang}&view=table`;
	const [, tierHead = "", regionsHead = "", claimsHead = ""] = heads;

	it("has every place once, by name", async () => {
		const page = await openTable(path);
		const expected = places
			.map(({ name }) => name[lang] ?? "")
			.sort((a, b) => a.localeCompare(b, tag));
		expect(await names(page)).toEqual(expected);
		expect(
			await page.locator("tier-map-table thead button").allTextContents(),
		).toEqual(heads);
		const caption = await page.locator("tier-map-table caption").textContent();
		expect(caption).toContain(`${places.length}`);
		expect(await page.locator("tier-map-picture").count()).toBe(0);
		expect(await page.locator("tier-map-panel").isVisible()).toBe(true);
		// The name in the other language is marked as such.
		const other = lang === "en" ? "zh" : "en";
		expect(
			await page.locator(`[data-row=KEN] small[lang=${other}]`).textContent(),
		).toBe(places.find(({ id }) => id === "KEN")?.name[other]);
	});

	it("sorts by each column, both ways", async () => {
		const page = await openTable(path);
		const collator = new Intl.Collator(tag);
		const first = await names(page);
		await sortBy(page, heads[0] ?? "");
		expect(await sorting(page)).toEqual([[heads[0], "descending"]]);
		expect(await names(page)).toEqual(first.toReversed());

		await sortBy(page, tierHead);
		expect(await sorting(page)).toEqual([[tierHead, "ascending"]]);
		const up = await cells(page, "tier");
		expect(up).toEqual(
			up.toSorted((a, b) => ranks.indexOf(a) - ranks.indexOf(b)),
		);
		expect(new Set(up)).toEqual(new Set(ranks));
		// Equal ones stay by name.
		const issuers = (await names(page)).slice(0, up.lastIndexOf("us") + 1);
		expect(issuers.length).toBeGreaterThan(1);
		expect(issuers).toEqual(issuers.toSorted(collator.compare));
		await sortBy(page, tierHead);
		expect(await cells(page, "tier")).toEqual(
			up.toSorted((a, b) => ranks.indexOf(b) - ranks.indexOf(a)),
		);

		await sortBy(page, regionsHead);
		const regions = await cells(page, "regions");
		expect(regions.at(0)).toBe("");
		expect(collator.compare(regions.at(-1) ?? "", regions.at(1) ?? "")).toBe(1);
		await sortBy(page, regionsHead);
		expect(await sorting(page)).toEqual([[regionsHead, "descending"]]);
		expect((await cells(page, "regions")).at(0)).toBe(regions.at(-1));

		await sortBy(page, claimsHead);
		expect(await sorting(page)).toEqual([[claimsHead, "descending"]]);
		const claims = (await cells(page, "claims")).map(Number);
		expect(claims).toEqual(claims.toSorted((a, b) => b - a));
		expect(claims.at(0)).toBeGreaterThan(claims.at(-1) ?? 0);
		await sortBy(page, claimsHead);
		expect((await cells(page, "claims")).map(Number)).toEqual(
			claims.toReversed(),
		);
	});

	it("counts the claims that name a place or a region it lies in", async () => {
		const page = await openTable(path);
		for (const id of ["CHN", "KEN", "SGP", "GRL", "FJI", "NZL", "ATA"]) {
			const regions = places.find((place) => place.id === id)?.regions ?? [];
			const count = dataset.claims.filter(
				(claim) =>
					claim.places.includes(id) ||
					(claim.regions.some((region) => regions.includes(region)) &&
						(!claim.within.length ||
							claim.within.some((region) => regions.includes(region)))),
			).length;
			const cell = page.locator(`[data-row=${id}] .table-claims`);
			expect(Number.parseInt((await cell.textContent()) ?? "", 10)).toBe(count);
		}
	});

	it("fits a phone", async () => {
		const page = await openTable(path, { width: 320, height: 640 });
		const widths = await page.evaluate(() => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			const scroller = root?.querySelector(".table-scroll");
			return {
				page: document.documentElement.scrollWidth,
				inner: (scroller?.scrollWidth ?? 1) - (scroller?.clientWidth ?? 0),
			};
		});
		expect(widths).toEqual({ page: 320, inner: 0 });
		// The regions are still there to be read aloud and to sort by.
		const regions = page.locator("[data-row=KEN] .table-regions");
		expect(await regions.textContent()).not.toBe("");
		await page.locator("th.table-regions button").focus();
		await page.keyboard.press("Enter");
		expect(await sorting(page)).toEqual([[regionsHead, "ascending"]]);
	});
});

it("filters by name in either language, code, region and tier", async () => {
	const page = await openTable("/?lang=en&view=table");
	const filter = page.locator("tier-map-table input");
	const cases: readonly [string, readonly string[]][] = [
		["kenya", ["KEN"]],
		["肯尼亚", ["KEN"]],
		["cote d", []],
		["CURACAO", ["CUW"]],
		["xsl", ["XSL"]],
		["  central-asia", []],
		["central asia", ["KAZ", "KGZ", "TJK", "TKM", "UZB"]],
		["caucasus tier", ["ARM", "AZE", "GEO"]],
		["issuer puerto", ["PRI"]],
	];
	for (const [text, ids] of cases) {
		await filter.fill(text);
		expect([text, await rows(page)]).toEqual([text, ids]);
	}
	await filter.fill("");
	expect(await rows(page)).toHaveLength(places.length);
});

it("says so when nothing matches, whatever was typed", async () => {
	const page = await openTable("/?lang=en&view=table");
	const filter = page.locator("tier-map-table input");
	const status = page.locator("tier-map-table [role=status]");
	for (const text of [
		"🦑",
		"x".repeat(10_000),
		"\u202e\u200f!",
		"(.*)[",
		"\\",
	]) {
		await filter.fill(text);
		expect(await rows(page)).toEqual([]);
		expect(await status.textContent()).toContain("No place matches.");
	}
	await filter.fill("kenya");
	expect(await status.textContent()).toContain("1 of 254 places");
});

it("picks by a click anywhere on a row, and marks the row", {
	tags: ["smoke"],
}, async () => {
	const page = await openTable("/?lang=en&view=table");
	await page.locator("[data-row=ALB] .table-tier").click();
	expect(await lastSelect(page)).toEqual({
		id: "ALB",
		kind: "place",
		tier: "2",
		via: "table",
	});
	expect(new URL(page.url()).searchParams.get("selected")).toBe("ALB");
	expect(await marked(page)).toEqual(["ALB"]);
	expect(await page.locator("tr [aria-current=true]").textContent()).toBe(
		"Albania",
	);
	expect(await page.locator("tier-map-panel h2").textContent()).toContain(
		"Albania",
	);
	// The panel's way back leads to the row.
	await page.getByRole("button", { name: "Back to the map" }).click();
	expect(await focused(page)).toBe("Albania");
	await page.locator("[data-row=AFG] button").click();
	expect(await marked(page)).toEqual(["AFG"]);
});

it("is one tab stop, gone through by arrow keys", async () => {
	const page = await openTable("/?lang=en&view=table");
	await page.locator("th.table-claims button").focus();
	await page.keyboard.press("Tab");
	expect(await focused(page)).toBe("Afghanistan");
	await page.keyboard.press("ArrowDown");
	expect(await focused(page)).toBe("Åland Islands");
	expect(await page.locator(".table-keys").isVisible()).toBe(true);
	await page.keyboard.press("End");
	expect(await focused(page)).toBe("Zimbabwe");
	await page.keyboard.press("ArrowDown");
	expect(await focused(page)).toBe("Zimbabwe");
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("Enter");
	expect(await lastSelect(page)).toMatchObject({ id: "ZMB", via: "table" });
	expect(await focused(page)).toBe("Zambia");
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Tab");
	expect(await focused(page)).toBe("Zambia");
	await page.keyboard.press("Home");
	expect(await focused(page)).toBe("Afghanistan");
});

it("shows in its window what was picked elsewhere, and marks a region's places", async () => {
	const page = await openTable("/?lang=en&view=table");
	const visible = (id: string) =>
		page.locator(`[data-row=${id}]`).evaluate((row) => {
			const frame = row.closest(".table-scroll")?.getBoundingClientRect();
			const box = row.getBoundingClientRect();
			return !!frame && box.top >= frame.top && box.bottom <= frame.bottom;
		});
	expect(await visible("ZWE")).toBe(false);
	await setMap(page, { selected: "ZWE" });
	expect(await visible("ZWE")).toBe(true);
	await setMap(page, { selected: "caucasus" });
	expect(await marked(page)).toEqual(["ARM", "AZE", "GEO"]);
	expect(await page.locator("tr [aria-current=true]").count()).toBe(0);
});

it("follows the round and the tier shown alone", async () => {
	const page = await openTable("/?lang=en&view=table&round=2022-10-07");
	const tier = (id: string) =>
		page.locator(`[data-row=${id}] svg`).getAttribute("data-tier");
	expect([await tier("KEN"), await tier("CHN")]).toEqual(["1", "2"]);
	expect(await page.locator("tier-map-table caption").textContent()).toContain(
		"7 October 2022",
	);
	await setMap(page, { round: "2025-01-13" });
	expect([await tier("KEN"), await tier("CHN")]).toEqual(["2", "3"]);
	await setMap(page, { tier: "us" });
	expect(await rows(page)).toHaveLength(7);
	await setMap(page, { tier: null });
	await setMap(page, { round: "2099-01-01" });
	expect(await rows(page)).toHaveLength(places.length);
});

it("is switched to and from, and the address says so", async () => {
	const page = await openMap({ path: "/?lang=en" });
	await listen(page);
	const button = (name: string) =>
		page.getByRole("button", { name, exact: true });
	expect(await button("Table").getAttribute("aria-pressed")).toBe("false");
	await button("Table").click();
	expect(new URL(page.url()).searchParams.get("view")).toBe("table");
	expect(await page.locator("html").getAttribute("data-change")).toBe("table");
	await page.locator("tier-map-table input").fill("island");
	await sortBy(page, "Tier");
	const before = await rows(page);
	expect(before.length).toBeGreaterThan(3);
	await button("Map").click();
	expect(new URL(page.url()).searchParams.get("view")).toBeNull();
	expect(await page.locator("tier-map-table").count()).toBe(0);
	expect(await page.locator("tier-map-picture").isVisible()).toBe(true);
	// Filter and order are kept, over the switch and over the language.
	await page.goBack();
	expect(await rows(page)).toEqual(before);
	await page.locator("[data-lang=zh]").click();
	await page.getByRole("button", { name: "表格" }).waitFor();
	expect(await page.locator("tier-map-table input").inputValue()).toBe(
		"island",
	);
	// The names of other languages come with the argument.
	await expect
		.poll(async () => new Set(await rows(page)), patient)
		.toEqual(new Set(before));
});

it("copies what is shown as CSV", async () => {
	const page = await openTable("/?lang=zh&view=table");
	await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.getByRole("button", { name: "复制为CSV" }).click();
	const status = page.locator("tier-map-table [role=status]");
	await status.filter({ hasText: `已复制${places.length}行。` }).waitFor();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	const table: Record<string, string>[] = parse(text, { columns: true });
	expect(table).toHaveLength(places.length);
	expect(Object.keys(table[0] ?? {})).toEqual([
		"id",
		"name_zh",
		"name_en",
		"round",
		"tier",
		"tier_name",
		"regions",
		"claims",
		"claims_by_name",
		"embargo_since",
		"relief",
	]);
	expect(table.find(({ id }) => id === "KEN")).toMatchObject({
		name_zh: "肯尼亚",
		name_en: "Kenya",
		round: "2025-01-13",
		tier: "2",
		tier_name: "第二级·受限",
		regions: places.find(({ id }) => id === "KEN")?.regions.join(" "),
		claims_by_name: "1",
	});
	await page.locator("tier-map-table input").fill("KEN");
	expect(await status.textContent()).not.toContain("已复制");
});

it("shows the CSV where copying isn't allowed: in a frame from elsewhere", async () => {
	const elsewhere = await serve(dist);
	try {
		const page = await openPage({ origins: [elsewhere.url] });
		await page.setContent(
			`<iframe src="${elsewhere.url}/?lang=en&view=table" width="800" height="800"></iframe>`,
		);
		const frame = page.frameLocator("iframe");
		await frame.locator("tier-map-table input").fill("kenya");
		await frame.getByRole("button", { name: "Copy as CSV" }).click();
		const text = frame.locator("tier-map-table textarea");
		expect(await text.inputValue()).toContain("KEN,Kenya,肯尼亚");
		expect(
			await frame.locator("tier-map-table [role=status]").textContent(),
		).toContain("doesn’t allow copying here");
		// Chromium logs the refusal.
		page.problems();
	} finally {
		onTestFinished(() => elsewhere.close());
	}
});

it("prints whole", async () => {
	const page = await openTable("/?lang=en&view=table");
	const hidden = () =>
		page
			.locator(".table-scroll")
			.evaluate((scroller) => scroller.scrollHeight - scroller.clientHeight);
	expect(await hidden()).toBeGreaterThan(1000);
	await page.emulateMedia({ media: "print" });
	expect(await hidden()).toBe(0);
	expect(await page.locator("tier-map-table input").isVisible()).toBe(false);
});

/** Opens a page whose table is complete. */
async function openTable(
	path: string,
	size: { width?: number; height?: number } = {},
): Promise<TestPage> {
	const page = await openMap({ path, ...size });
	await page.locator("td.table-claims").first().waitFor();
	await listen(page);
	return page;
}

/** Notes the details of the element's events on the page's root. */
async function listen(page: Page): Promise<void> {
	await page.evaluate(() => {
		const { dataset } = document.documentElement;
		addEventListener("tier-map-select", (event) => {
			dataset.select = JSON.stringify((event as CustomEvent).detail);
		});
		addEventListener("tier-map-change", (event) => {
			dataset.change = (event as CustomEvent).detail.view ?? "";
		});
	});
}

async function lastSelect(page: Page): Promise<unknown> {
	const detail = await page.locator("html").getAttribute("data-select");
	return JSON.parse(detail ?? "null");
}

function setMap(
	page: Page,
	properties: Readonly<Record<string, string | null>>,
): Promise<void> {
	return page.evaluate(async (all) => {
		const map = document.querySelector("tier-map");
		if (!map) return;
		Object.assign(map, all);
		await (map as unknown as { updateComplete: Promise<void> }).updateComplete;
		const table = map.shadowRoot?.querySelector("tier-map-table");
		await (table as unknown as { updateComplete: Promise<void> })
			.updateComplete;
	}, properties);
}

function rows(page: Page): Promise<string[]> {
	return page
		.locator("tier-map-table tbody tr")
		.evaluateAll((all) => all.map((row) => row.dataset.row ?? ""));
}

function names(page: Page): Promise<string[]> {
	return page.locator("tier-map-table tbody th button").allTextContents();
}

/** The tier's id, the regions, or the number of claims of every row. */
function cells(page: Page, column: "tier" | "regions" | "claims") {
	return page
		.locator(`tier-map-table tbody .table-${column}`)
		.evaluateAll((all) =>
			all.map((cell) => {
				const tier = cell.querySelector<SVGElement>("[data-tier]")?.dataset;
				return (
					tier?.tier ??
					(cell.firstElementChild?.localName === "span"
						? (cell.textContent ?? "")
						: (cell.textContent ?? "").trim().split(/\s/)[0]) ??
					""
				);
			}),
		);
}

function sortBy(page: Page, head: string): Promise<void> {
	return page
		.locator("tier-map-table thead")
		.getByRole("button", { name: head })
		.click();
}

/** The headings that say they are sorted by, and how. */
function sorting(page: Page) {
	return page
		.locator("th[aria-sort]")
		.evaluateAll((all) =>
			all.map((head) => [
				head.textContent?.trim(),
				head.getAttribute("aria-sort"),
			]),
		);
}

function marked(page: Page): Promise<string[]> {
	return page
		.locator("tr.table-picked")
		.evaluateAll((all) => all.map((row) => row.dataset.row ?? ""));
}

function focused(page: Page): Promise<string | null> {
	return page.evaluate(
		() =>
			document.querySelector("tier-map")?.shadowRoot?.activeElement
				?.textContent ?? null,
	);
}
