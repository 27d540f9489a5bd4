import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { expectedCounts, expectedTiers } from "../fixtures/read.ts";
import { openMap, openPage } from "./harness.ts";
import {
	address,
	clickEarth,
	clickPlace,
	type LiveMap,
	panelOn,
	part,
	patient,
	pick,
	recordEvents,
	recordedEvents,
	selectedOn,
	tierIds,
} from "./reading.ts";

const languages = ["en", "zh"] as const;
const kenya = { en: "Kenya", zh: "肯尼亚" } as const;

describe("the address", () => {
	it("opens the view it names, and again after a reload", async () => {
		const page = await openMap({ path: "/?lang=zh&selected=KEN&tier=2" });
		await panelOn(page, "肯尼亚");
		const pressed = part(page, "legend").locator('[aria-pressed="true"]');
		expect(await pressed.textContent()).toContain("第二级");
		await clickPlace(page, "BRA");
		await panelOn(page, "巴西");
		expect(address(page)).toBe("lang=zh&selected=BRA&tier=2");
		await page.reload();
		await panelOn(page, "巴西");
		expect(await pressed.textContent()).toContain("第二级");
	});

	it("leads back and forth through what the reader did", async () => {
		const page = await openMap({ path: "/?lang=en" });
		await clickPlace(page, "KEN");
		await panelOn(page, "Kenya");
		await clickPlace(page, "BRA");
		await panelOn(page, "Brazil");
		await page.goBack();
		await panelOn(page, "Kenya");
		await page.goBack();
		await part(page, "panel").locator("h2", { hasText: "thesis" }).waitFor();
		expect(await selectedOn(page)).toBe(null);
		await page.goForward();
		await panelOn(page, "Kenya");
	});

	it("takes two letters, in any case, for a place's three", async () => {
		const page = await openMap({ path: "/?lang=en&selected=ke" });
		expect(await selectedOn(page)).toBe("KEN");
		for (const [given, id] of [
			["SJ", "SJM"],
			["bra", "BRA"],
		] as const) {
			await pick(page, given);
			await expect.poll(() => selectedOn(page), patient).toBe(id);
		}
	});

	it.each([
		["en", "selected=QQQ", "QQQ"],
		["zh", "selected=%3Cb%3E", "<b>"],
		["zh", "tier=9", "9"],
		["en", "round=1999-12-31", "1999-12-31"],
	] as const)(
		"says politely, in %s, that %s is unknown, and works on",
		async (lang, query, id) => {
			const page = await openMap({ path: `/?lang=${lang}&${query}` });
			await page
				.locator("tier-map [role=status]:visible")
				.filter({ hasText: `“${id}”` })
				.waitFor();
			const dimmed = await page
				.locator("tier-map svg [data-place]")
				.evaluateAll(
					(all) =>
						all.filter((mark) => getComputedStyle(mark).opacity !== "1").length,
				);
			expect(dimmed).toBe(0);
			await clickPlace(page, "KEN");
			await panelOn(page, kenya[lang]);
			expect(address(page)).toContain("selected=KEN");
		},
	);

	it("speaks English where it asks for a language there isn't", async () => {
		const page = await openMap({ path: "/?lang=tlh&selected=KEN" });
		await panelOn(page, "Kenya");
		expect(await page.locator("html").getAttribute("lang")).toBe("en");
	});
});

describe("the language", () => {
	it("changes the whole page and keeps the selection", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path: "/?lang=en&selected=KEN&tier=2" });
		await panelOn(page, "Kenya");
		await page.locator("nav").getByText("中文").click();
		await panelOn(page, "肯尼亚");
		expect(await selectedOn(page)).toBe("KEN");
		expect(address(page)).toBe("lang=zh&selected=KEN&tier=2");
		expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
		expect(await page.title()).toMatch(/[一-鿿]/);
		await page.locator("nav").getByText("English").click();
		await panelOn(page, "Kenya");
		expect(await page.title()).not.toMatch(/[一-鿿]/);
	});

	it("is the reader's browser's where the address names none", async () => {
		for (const [locale, name] of [
			["zh-TW", "肯尼亚"],
			["fr-FR", "Kenya"],
		] as const) {
			const page = await openMap({ path: "/?selected=KEN", locale });
			await panelOn(page, name);
		}
	});

	it("is one throughout: no Chinese in English, no half-width punctuation in Chinese", async () => {
		for (const selected of ["", "HKG"]) {
			const english = await openMap({ path: `/?lang=en&selected=${selected}` });
			await english.locator("tier-map .credit").last().waitFor();
			const own = await english
				.locator("tier-map .layout")
				.evaluate((layout) => {
					const copy = layout.cloneNode(true) as Element;
					for (const other of copy.querySelectorAll('[lang|="zh"]'))
						other.remove();
					return copy.textContent ?? "";
				});
			expect(own.match(/[一-鿿]+/g)).toBe(null);

			const chinese = await openMap({ path: `/?lang=zh&selected=${selected}` });
			await chinese.locator("tier-map .credit").last().waitFor();
			const text = await chinese.locator("tier-map .layout").textContent();
			expect(text?.match(/.?[一-鿿][,:;?!].?/g)).toBe(null);
		}
	});
});

describe("events", () => {
	it("tell what the reader picked, by the map and by the panel", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path: "/?lang=en" });
		await recordEvents(page);
		await clickPlace(page, "HKG");
		const panel = await panelOn(page, "Hong Kong");
		await panel
			.getByRole("button", { name: "China", exact: true })
			.first()
			.click();
		await panelOn(page, "China");
		await panel
			.getByRole("button", { name: "Asia", exact: true })
			.first()
			.click();
		await panelOn(page, "Asia");
		await clickEarth(page, 11, [-110, -45]);
		await panel.locator("h2", { hasText: "thesis" }).waitFor();
		const events = await recordedEvents(page);
		expect(events.filter(({ type }) => type === "tier-map-select")).toEqual(
			[
				{ id: "HKG", kind: "place", tier: "3", via: "map" },
				{ id: "CHN", kind: "place", tier: "3", via: "panel" },
				{ id: "asia", kind: "region", tier: null, via: "panel" },
				{ id: null, kind: null, tier: null, via: "map" },
			].map((detail) => ({ type: "tier-map-select", detail })),
		);
	});

	it("say nothing of what the host page set", async () => {
		const page = await openMap({ path: "/?lang=en" });
		await recordEvents(page);
		const map = page.locator("tier-map");
		await map.evaluate((map) => map.setAttribute("selected", "KEN"));
		await panelOn(page, "Kenya");
		await pick(page, "BRA");
		await panelOn(page, "Brazil");
		await map.evaluate((map: LiveMap) => {
			map.selected = "CAN";
		});
		await panelOn(page, "Canada");
		await map.evaluate((map) => map.setAttribute("tier", "2"));
		await map.evaluate((map: LiveMap) => map.clear());
		await part(page, "panel").locator("h2", { hasText: "thesis" }).waitFor();
		expect(await recordedEvents(page)).toEqual([]);
	});

	it("tell that a map has loaded, and its promise is kept", async () => {
		const page = await openMap({ path: "/?lang=en" });
		const loads = await page.evaluate(async () => {
			const map = document.createElement("tier-map") as LiveMap;
			const loads: unknown[] = [];
			document.addEventListener("tier-map-load", (event) =>
				loads.push((event as CustomEvent).detail),
			);
			const loaded = new Promise((done) =>
				map.addEventListener("tier-map-load", done),
			);
			document.body.append(map);
			await map.ready;
			await loaded;
			return [loads, map.shadowRoot?.querySelectorAll("[data-place]").length];
		});
		expect(loads).toEqual([
			[
				{
					version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
					bundle: "built-in",
				},
			],
			expect.any(Number),
		]);
		expect(loads[1]).toBeGreaterThanOrEqual(254);
	});
});

describe("wide and narrow", () => {
	it("puts the panel beside the map from 900 px, below it on a phone", async () => {
		const page = await openMap({ path: "/?lang=en&selected=KEN", width: 900 });
		await panelOn(page, "Kenya");
		for (const width of [900, 1280, 375, 320]) {
			await page.setViewportSize({ width, height: 800 });
			const map = await part(page, "map").boundingBox();
			const panel = await part(page, "panel").boundingBox();
			if (!map || !panel) throw new Error("Map or panel isn't shown.");
			if (width >= 900) {
				expect(panel.x).toBeGreaterThanOrEqual(map.x + map.width);
				expect(panel.y).toBeLessThan(map.y + map.height);
			} else {
				expect(panel.y).toBeGreaterThanOrEqual(map.y + map.height);
				expect(map.width).toBeGreaterThan(width * 0.85);
				expect(panel.width).toBeGreaterThan(width * 0.85);
			}
		}
	});

	it.each(languages)("scrolls nothing sideways in %s", async (lang) => {
		for (const selected of ["", "HKG"]) {
			const page = await openMap({
				path: `/?lang=${lang}&selected=${selected}`,
				width: 320,
			});
			await page.locator("tier-map .credit").last().waitFor();
			for (const width of [320, 375, 900, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				// Whatever is folded counts as well.
				for (const open of [false, true]) {
					await page.locator("tier-map details").evaluateAll((all, open) => {
						for (const details of all)
							if (details instanceof HTMLDetailsElement) details.open = open;
					}, open);
					const wide = await page.evaluate(
						() => document.documentElement.scrollWidth,
					);
					expect(wide, `${selected} at ${width} px`).toBeLessThanOrEqual(width);
				}
			}
		}
	});
});

describe("what the page leaves behind", () => {
	it("is nothing: no cookie, no storage, no request elsewhere", async () => {
		const page = await openMap({ path: "/?lang=en" });
		await clickPlace(page, "KEN");
		await panelOn(page, "Kenya");
		await page.locator("nav").getByText("中文").click();
		await panelOn(page, "肯尼亚");
		await part(page, "legend").locator("button").first().click();
		expect(await page.context().cookies()).toEqual([]);
		const kept = await page.evaluate(async () => ({
			local: localStorage.length,
			session: sessionStorage.length,
			databases: (await indexedDB.databases()).length,
			caches: (await caches.keys()).length,
			workers: (await navigator.serviceWorker.getRegistrations()).length,
		}));
		expect(kept).toEqual({
			local: 0,
			session: 0,
			databases: 0,
			caches: 0,
			workers: 0,
		});
		expect(page.problems()).toEqual([]);
	});
});

describe("without JavaScript", () => {
	it("the thesis and the tiers' places can be read in both languages", async () => {
		const page = await openPage({ javaScript: false });
		const lists = {
			en: page.locator('tier-map section[lang="en"]'),
			zh: page.locator('tier-map section[lang="zh-Hans"]'),
		};
		const said = {
			en: [/The column argues/, /Marginal effect/],
			zh: [/文章认为/, /边际效应/],
		};
		const names = {
			en: {
				us: "Guam",
				1: "Taiwan",
				2: "Kenya",
				3: "Hong Kong",
				na: "Antarctica",
			},
			zh: { us: "关岛", 1: "台湾", 2: "肯尼亚", 3: "香港", na: "南极洲" },
		};
		const counts = expectedCounts();
		for (const lang of languages) {
			const list = lists[lang];
			expect(await list.isVisible()).toBe(true);
			const text = await list.textContent();
			for (const pattern of said[lang]) expect(text).toMatch(pattern);
			const terms = await list.locator("dt").allInnerTexts();
			const places = await list.locator("dd").allInnerTexts();
			const tiers = Object.entries(names[lang]);
			expect(terms).toHaveLength(5);
			for (const [tier, name] of tiers) {
				const i = places.findIndex((line) => line.includes(name));
				expect(terms[i]).toContain(String(counts[tier]));
			}
		}
	});

	it("each place stands in the list of its tier", async () => {
		const page = await openPage({ javaScript: false });
		const data = loadDataset(join(import.meta.dirname, "../../data"));
		if (!data.ok) throw new Error("The data has problems.");
		const tiers = expectedTiers();
		const ids: readonly string[] = tierIds;
		for (const [lang, tag] of [
			["en", "en"],
			["zh", "zh-Hans"],
		] as const) {
			const lists = await page
				.locator(`tier-map section[lang="${tag}"] dd`)
				.allInnerTexts();
			const absent = data.value.places.filter(({ id, name }) => {
				const tier = tiers.get(id) ?? "";
				return !lists[ids.indexOf(tier)]?.includes(name[lang] ?? "-");
			});
			expect(absent.map(({ id }) => id)).toEqual([]);
		}
	});
});
