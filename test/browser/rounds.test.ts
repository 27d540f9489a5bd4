import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectedRoundCounts, expectedTiers } from "../fixtures/read.ts";
import { openMap } from "./harness.ts";

/** The levels of listed places by round, worked out apart from `data/`; only rounds that recolour. */
const listed: Record<string, Record<string, string>> = JSON.parse(
	readFileSync(
		new URL("../fixtures/rounds-levels.json", import.meta.url),
		"utf8",
	),
);

/** All rounds, with the number of destinations each left covered. */
const rounds = expectedRoundCounts().map(
	({ round, covered }) => [round, covered] as const,
);

/** Treated as part of another place by US export law, whatever the round. */
const within = { XSL: "SOM", XNC: "CYP" } as const;

/** The level of every place that a round should leave; one that doesn't recolour leaves the former's. */
function expectedLevels(round: string): Record<string, string> {
	const tiers = expectedTiers();
	const source = Object.keys(listed).findLast((id) => id <= round) ?? "";
	const levels: Record<string, string> = {};
	for (const [place, tier] of tiers)
		levels[place] =
			source === "2025-01-13" || tier === "us" || tier === "na" ? tier : "1";
	for (const [level, places] of Object.entries(listed[source] ?? {}))
		for (const place of places.split(" ")) levels[place] = level;
	for (const [place, whole] of Object.entries(within))
		levels[place] = levels[whole] ?? "";
	return levels;
}

/** The levels of all shapes and markers on the map, by place. */
function levelsOnMap(page: Page): Promise<Record<string, string>> {
	return page.locator("tier-map").evaluate((map) => {
		const levels: Record<string, string> = {};
		for (const shape of map.shadowRoot?.querySelectorAll<SVGElement>(
			"[part=map] [data-place][data-tier]",
		) ?? []) {
			const { place = "", tier = "" } = shape.dataset;
			const known = levels[place];
			levels[place] =
				known === undefined || known === tier ? tier : `${known}+${tier}`;
		}
		return levels;
	});
}

const slider = (page: Page) =>
	page.getByRole("slider", { name: /Rounds of control|历轮管制/ });
const shown = (page: Page) => page.locator("[part=rounds] [data-round]");
const said = (page: Page) => page.locator("[part=rounds] [role=status]");
const play = (page: Page) => page.getByRole("button", { name: "Play" });
const pause = (page: Page) => page.getByRole("button", { name: "Pause" });

describe("the rounds", () => {
	test("every round leaves every place at its level, and says how many destinations it covers", async () => {
		const page = await openMap({ path: "/?lang=en&selected=KEN" });
		await slider(page).focus();
		await page.keyboard.press("Home");
		for (const [round, covered] of rounds) {
			await expect
				.poll(() => shown(page).getAttribute("data-round"))
				.toBe(round);
			const levels = await levelsOnMap(page);
			const expected = expectedLevels(round);
			const drawn = Object.fromEntries(
				Object.keys(levels).map((place) => [place, expected[place]]),
			);
			expect(levels, round).toEqual(drawn);
			expect(Object.keys(levels).length).toBeGreaterThan(240);
			for (const places of Object.values(listed[round] ?? {}))
				for (const place of places.split(" "))
					expect(levels, `${place} is drawn`).toHaveProperty(place);
			expect(await shown(page).textContent()).toContain(
				`${covered} of 200 destinations covered`,
			);
			await page.keyboard.press("ArrowRight");
		}
		expect(await page.locator("tier-map").getAttribute("selected")).toBe("KEN");
		expect(page.url()).toContain("round=2026-07-10");
	});

	test("the table of counts is the chart in words", async () => {
		const page = await openMap({ path: "/?lang=en" });
		await page.getByText("The counts as a table").click();
		const cells = await page
			.locator("[part=rounds] tbody tr")
			.evaluateAll((rows) =>
				rows.map((row) =>
					[...row.querySelectorAll("td")].map((cell) => cell.textContent),
				),
			);
		expect(cells.map(([date, covered]) => [date, Number(covered)])).toEqual(
			rounds,
		);
		const newly = Object.fromEntries(
			cells.map(([date, , newly, gone]) => [date, [newly, gone]]),
		);
		expect(newly["2023-10-17"]).toEqual(["42", "0"]);
		expect(newly["2024-03-15"]).toEqual(["1", "0"]);
		expect(newly["2025-01-13"]).toEqual(["136", "0"]);
		expect(newly["2025-05-13"]).toEqual(["0", "136"]);
	});

	test("what a round changed is listed, with places that aren't counted apart", async () => {
		const page = await openMap({ path: "/?lang=en&round=2022-08-26" });
		const changes = page.getByRole("list", {
			name: "Change from the round before",
		});
		await expect
			.poll(() => changes.textContent())
			.toMatch(/Newly covered.*China and Russia.*Hong Kong/s);
		expect(await shown(page).textContent()).toMatch(
			/denied all along under an embargo of its own: Russia/,
		);
		await page.getByRole("button", { name: "Next round" }).click();
		await expect
			.poll(() => shown(page).textContent())
			.toMatch(/map keeps its colours.*so Russia keeps its level/s);
		await slider(page).fill("4");
		await expect
			.poll(() => changes.textContent())
			.toMatch(/Moved.*limited → presumed denied.*China, Macau, and Russia/s);
		await slider(page).fill("8");
		await expect
			.poll(() => changes.textContent())
			.toMatch(/Newly covered: the world.*136 destinations/s);
		expect(await shown(page).textContent()).toMatch(
			/158 limited, 24 presumed denied.*worldwide; the 18 destinations of tier 1/s,
		);
		await slider(page).fill("14");
		await expect
			.poll(() => changes.textContent())
			.toMatch(/Moved.*presumed denied → limited.*Cambodia/s);
	});

	test("a round that isn't about destinations keeps the colours and says so", async () => {
		const page = await openMap({ path: "/?lang=zh&round=2024-03-15" });
		const before = await levelsOnMap(page);
		await page.getByRole("button", { name: "下一轮" }).click();
		await expect
			.poll(() => shown(page).textContent())
			.toMatch(/2024年4月4日.*地图颜色不变/s);
		expect(await levelsOnMap(page)).toEqual(before);
		expect(await said(page).textContent()).toBe(
			"地图颜色不变。所涉目的地：46。",
		);
	});

	test("the slider speaks date and title, a step is announced once, and nothing is announced unasked", async () => {
		const page = await openMap({ path: "/?lang=en&round=2022-10-07" });
		expect(await said(page).textContent()).toBe("");
		await said(page).evaluate((status) => {
			const heard: string[] = [];
			Object.assign(window, { heard });
			new MutationObserver(() => heard.push(status.textContent ?? "")).observe(
				status,
				{ childList: true, characterData: true, subtree: true },
			);
		});
		await slider(page).focus();
		await page.keyboard.press("ArrowRight");
		expect(await slider(page).getAttribute("aria-valuetext")).toBe(
			"17 January 2023: Macau is added",
		);
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		await page.getByRole("link", { name: "中文" }).click();
		await expect
			.poll(() => slider(page).getAttribute("aria-valuetext"))
			.toBe("2023年10月17日：门槛重设，扩至45个目的地");
		const heard = await page.evaluate(() => Reflect.get(window, "heard"));
		expect(heard).toEqual([
			expect.stringMatching(
				/^Newly covered: Macau\. Destinations covered: 3\.$/,
			),
			"The map keeps its colours. Destinations covered: 3.",
			"Newly covered: 20 destinations. Newly covered: 22 destinations. Moved: China, Macau, and Russia → presumed denied. Destinations covered: 45.",
			"",
		]);
	});

	test("the reader's language, selection and tier stay when a round is picked", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path: "/?lang=en&selected=KHM&tier=3" });
		await slider(page).fill("14");
		await expect
			.poll(() => shown(page).getAttribute("data-round"))
			.toBe("2026-02-03");
		const map = page.locator("tier-map");
		expect(await map.getAttribute("selected")).toBe("KHM");
		expect(await map.evaluate((m) => Reflect.get(m, "tier"))).toBe("3");
		await page.getByRole("link", { name: "中文" }).click();
		await expect.poll(() => shown(page).textContent()).toContain("柬埔寨");
	});
});

describe("playing", () => {
	for (const reducedMotion of [false, true])
		test(`steps on to the last round and stops there (reduced motion: ${reducedMotion})`, async () => {
			const page = await openMap({
				path: "/?lang=en&round=2026-02-03",
				reducedMotion,
			});
			await page.clock.install();
			await page.clock.runFor(10_000);
			expect(await shown(page).getAttribute("data-round")).toBe("2026-02-03");
			await play(page).click();
			await page.clock.runFor(2600);
			expect(await shown(page).getAttribute("data-round")).toBe("2026-05-31");
			await page.clock.runFor(2500);
			expect(await shown(page).getAttribute("data-round")).toBe("2026-07-10");
			expect(await play(page).isVisible()).toBe(true);
			const moving = await page
				.locator("[part=rounds]")
				.evaluate((rounds) => rounds.getAnimations({ subtree: true }).length);
			expect(moving).toBe(0);
			await play(page).click();
			expect(await shown(page).getAttribute("data-round")).toBe("2022-08-26");
		});

	const touches: [string, (page: Page) => Promise<void>][] = [
		["its button", (page) => pause(page).click()],
		["a touch of the map", (page) => page.locator("[part=map]").click()],
		["a key", (page) => page.keyboard.press("ArrowDown")],
		[
			"the page being hidden",
			(page) =>
				page.evaluate(() => {
					document.dispatchEvent(new Event("visibilitychange"));
				}),
		],
	];
	for (const [what, touch] of touches)
		test(`pauses at ${what}`, async () => {
			const page = await openMap({ path: "/?lang=en&round=2022-08-26" });
			await page.clock.install();
			await play(page).click();
			await page.clock.runFor(2600);
			expect(await shown(page).getAttribute("data-round")).toBe("2022-10-07");
			await touch(page);
			expect(await play(page).isVisible()).toBe(true);
			await page.clock.runFor(10_000);
			expect(await shown(page).getAttribute("data-round")).toBe("2022-10-07");
		});
});

describe("the chart", () => {
	for (const [lang, label] of [
		["en", "a schematic line, not a measurement"],
		["zh", "示意而已，并非测量"],
	] as const)
		test(`the column's claim is labelled as a sketch and carries no value (${lang})`, async () => {
			const page = await openMap({ path: `/?lang=${lang}` });
			const figure = page.getByRole("figure").filter({ hasText: label });
			await expect.poll(() => figure.count()).toBe(1);
			expect(await figure.textContent()).not.toMatch(/[0-9%]/);
			const drawn = await figure
				.locator("svg")
				.evaluate((picture) =>
					[...picture.querySelectorAll("*")].map(({ tagName }) => tagName),
				);
			expect(drawn).toEqual(["path"]);
			const measured = page.getByRole("figure").filter({ hasText: "182" });
			expect(await measured.getByText(label).count()).toBe(0);
		});

	test("a click on a bar shows its round, whose thumb stands under it", async () => {
		const page = await openMap({ path: "/?lang=en" });
		const column = page.locator("[part=rounds] .column").nth(4);
		await column.click();
		await expect
			.poll(() => shown(page).getAttribute("data-round"))
			.toBe("2023-10-17");
		const ground = await column.locator(".ground").boundingBox();
		const track = await slider(page).boundingBox();
		if (!ground || !track) throw new Error("The chart isn't drawn.");
		const thumb = track.x + 12 + ((track.width - 24) * 4) / 16;
		expect(Math.abs(thumb - (ground.x + ground.width / 2))).toBeLessThan(1.5);
	});

	for (const width of [320, 375])
		test(`fits a phone of ${width} px, with room for a finger`, async () => {
			const page = await openMap({ path: "/?lang=en", width, height: 700 });
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth),
			).toBe(width);
			const small = await page
				.locator("[part=rounds]")
				.locator("button, input, summary")
				.evaluateAll((controls) =>
					controls.flatMap((control) => {
						const { width, height } = control.getBoundingClientRect();
						return Math.min(width, height) < 24 ? [control.outerHTML] : [];
					}),
				);
			expect(small).toEqual([]);
		});
});

describe("beside a long argument", () => {
	test("the map and the rounds stay in sight, as far as there is room, and part from neither each other nor the panel", async () => {
		const page = await openMap({
			path: "/?lang=en&selected=KEN",
			width: 1280,
			height: 1000,
		});
		const sides = () =>
			page
				.locator("tier-map :is(.main, tier-map-rounds, .panel)")
				.evaluateAll((all) =>
					all.map((each) => {
						const { top, bottom } = each.getBoundingClientRect();
						return { top, bottom };
					}),
				);
		const scrolled = (y: number) =>
			page.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);
		// The argument is written in steps; its sources come last.
		await page.locator("tier-map .panel .sources").waitFor();
		const [map, panel, rounds] = await sides();
		if (!map || !panel || !rounds) throw new Error("A part is missing.");
		const apart = rounds.top - map.bottom;
		expect(apart).toBeGreaterThan(10);
		expect(map.top).toBeCloseTo(panel.top, 0);
		expect(panel.bottom).toBeGreaterThan(2000);
		// In the midst of it, and with more of the rounds opened.
		for (const open of [false, true]) {
			await scrolled(1500);
			if (open) await page.locator("tier-map-rounds summary").first().click();
			await expect
				.poll(async () => {
					const [map, , rounds] = await sides();
					return map && rounds && rounds.top - map.bottom;
				})
				.toBeCloseTo(apart, 0);
			const end = (await sides())[2]?.bottom ?? 0;
			expect(end).toBeGreaterThan(900);
			expect(end).toBeLessThanOrEqual(1000);
		}
		await scrolled(panel.bottom + 500);
		const [last, whole, end] = await sides();
		expect(end?.bottom).toBeCloseTo(whole?.bottom ?? 0, 0);
		expect((end?.top ?? 0) - (last?.bottom ?? 0)).toBeCloseTo(apart, 0);
	});
});

describe("a place's own rounds", () => {
	const places = {
		CHN: [
			["2022-08-26", "limited"],
			["2023-10-17", "presumed denied"],
		],
		HKG: [
			["2022-08-26", "limited"],
			["2023-10-17", "presumed denied"],
		],
		IRN: [["2022-08-26", "presumed denied"]],
		KHM: [
			["2022-08-26", "not covered"],
			["2023-10-17", "presumed denied"],
			["2026-02-03", "limited"],
		],
		ARE: [
			["2022-08-26", "not covered"],
			["2023-10-17", "limited"],
		],
		DEU: [
			["2022-08-26", "not covered"],
			["2025-01-13", "Tier 1 · exempt"],
			["2025-05-13", "not covered"],
		],
		KEN: [
			["2022-08-26", "not covered"],
			["2025-01-13", "limited"],
			["2025-05-13", "not covered"],
		],
	};
	for (const [place, runs] of Object.entries(places))
		test(`${place}: since when at which level, and every round in turn`, async () => {
			const page = await openMap({ path: `/?lang=en&selected=${place}` });
			const row = page.locator("[part=panel] .rule .place-rounds");
			await row.waitFor();
			const found = await row
				.locator(".runs li")
				.evaluateAll((items) =>
					items.map((item) => [
						item.querySelector("time")?.dateTime,
						item.querySelector("strong")?.textContent,
					]),
				);
			expect(found).toEqual(runs);
			const each = await row
				.locator("[data-level]")
				.evaluateAll((items) =>
					items.map((item) => [
						item.getAttribute("data-round"),
						item.getAttribute("data-level"),
					]),
				);
			expect(each).toEqual(
				rounds.map(([round]) => [round, expectedLevels(round)[place]]),
			);
			await row.locator(".runs button").last().click();
			await expect
				.poll(() => shown(page).getAttribute("data-round"))
				.toBe(runs.at(-1)?.[0]);
		});
});
