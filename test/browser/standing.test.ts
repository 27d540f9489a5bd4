import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openMap } from "./harness.ts";

/** The text of the panel's head, in one line. */
async function head(page: Page): Promise<string> {
	const header = page.locator("[part=panel] header");
	await header.waitFor();
	return ((await header.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

/** Places of which any shape or marker has an attribute, with its value. */
function marked(page: Page): Promise<Record<string, string>> {
	return page
		.locator("tier-map")
		.evaluate((map) =>
			Object.fromEntries(
				[
					...(map.shadowRoot?.querySelectorAll<SVGElement>(
						"[part=map] [data-place][data-embargo]",
					) ?? []),
				].map(({ dataset }) => [dataset.place ?? "", dataset.embargo ?? ""]),
			),
		);
}

describe("the head of the panel", () => {
	/** What must stand there, in this order; and what mustn't. */
	const heads: readonly [
		address: string,
		said: readonly (string | RegExp)[],
		unsaid: RegExp,
	][] = [
		[
			"lang=en&selected=KEN&round=2026-07-10",
			[
				/^not covered Kenya/,
				"Controls as of 10 July 2026",
				"These controls ask for no licence here; other US export rules may.",
				"Rule of 13 January 2025, which the column is about",
				"Tier 2 · limited",
				"Now: not covered · since 13 May 2025 · checked to 20 September 2026",
			],
			/free|embargo/i,
		],
		[
			"lang=zh&selected=KEN&round=2026-07-10",
			[
				/^未涉及 肯尼亚/,
				"2026年7月10日的管制状况",
				"文章所论的2025年1月13日规则",
				"第二级·受限",
				"目前：未涉及 · 2025年5月13日起 · 核查至2026年9月20日",
			],
			/自由|禁运/,
		],
		[
			"lang=en&selected=KEN",
			[
				/^Tier 2 · limited Kenya/,
				"Controls as of 13 January 2025",
				"Now: not covered",
			],
			/Rule of 13 January/,
		],
		[
			"lang=en&selected=ARE&round=2026-07-10",
			[
				/^limited, partial relief United Arab Emirates/,
				"Partial relief: The Emirates join group A:5 (10 July 2026)",
				"Now: limited, partial relief · since 17 November 2023",
			],
			/not covered/,
		],
		[
			"lang=en&selected=IRN&round=2022-10-07",
			[
				/^presumed denied, under an embargo of its own Iran/,
				"Now: presumed denied, under an embargo of its own · since 1995",
			],
			/1995-|May 1995/,
		],
		[
			"lang=zh&selected=XCR&round=2025-05-13",
			[/^推定拒绝，另受禁运 克里米亚/, "2015年1月29日起"],
			/未涉及/,
		],
		[
			"lang=en&selected=KHM&round=2026-01-13",
			[/^presumed denied Cambodia/, "Now: limited · since 3 February 2026"],
			/embargo/,
		],
		[
			"lang=en&selected=DEU&round=2025-04-09",
			[/^Tier 1 · exempt Germany/, "Now: not covered · since 13 May 2025"],
			/^not covered/,
		],
	];
	for (const [address, said, unsaid] of heads)
		test(`${address}: what holds then, under the column's rule, and now`, async () => {
			const page = await openMap({ path: `/?${address}` });
			const text = await head(page);
			let from = 0;
			for (const part of said) {
				const rest = text.slice(from);
				const at =
					typeof part === "string" ? rest.indexOf(part) : rest.search(part);
				expect(at, `${part} in “${rest}”`).toBeGreaterThanOrEqual(0);
				from += at;
			}
			expect(text).not.toMatch(unsaid);
		});

	test("follows the round, and counts a region's levels", async () => {
		const page = await openMap({ path: "/?lang=en&selected=caucasus" });
		expect(await head(page)).toContain("Tier 2 · limited: 3");
		await page.locator("tier-map").evaluate((map) => {
			map.setAttribute("round", "2022-08-26");
		});
		await expect
			.poll(() => head(page))
			.toMatch(
				/26 August 2022 not covered: 3.*Tier 2 · limited: 3.*Now: limited: 3/,
			);
	});
});

describe("embargoes", () => {
	const standing = {
		BLR: "2022-03-02",
		CUB: "1962",
		IRN: "1995",
		PRK: "2007",
		RUS: "2022-02-24",
		SYR: "2004-05-14",
		XCR: "2015-01-29",
	};

	for (const round of ["2022-08-26", "2023-10-17", "2025-01-13", "2026-07-10"])
		test(`are marked on the map in the round ${round}, at the level of denial`, async () => {
			const page = await openMap({ path: `/?lang=en&round=${round}` });
			expect(await marked(page)).toEqual(standing);
			for (const place of Object.keys(standing))
				expect(
					await page
						.locator(`[part=map] [data-place=${place}]`)
						.first()
						.getAttribute("data-tier"),
				).toBe("3");
		});

	test("are named where the place is: legend, list, table and its CSV, panel", async () => {
		const page = await openMap({
			path: "/?lang=en&round=2022-10-07&selected=RUS",
		});
		const legend = page.locator("[part=legend]");
		expect(await legend.locator(".mark").textContent()).toMatch(
			/under an embargo of its own.*7 places/s,
		);
		expect(
			await legend
				.getByTitle("7 places, 7 of them under embargoes of their own")
				.count(),
		).toBe(1);
		expect(await page.locator("#option-IRN").textContent()).toMatch(
			/Iran: presumed denied, under an embargo of its own/,
		);
		const rule = page.locator("[part=panel] [data-voice=rule] .embargo");
		expect(await rule.textContent()).toMatch(
			/doesn’t depend on these rounds, since 24 February 2022.*categories 3 to 9/s,
		);
		await page.getByRole("button", { name: "Table" }).click();
		const row = page.locator("[part=table] [data-row=RUS]");
		expect(await row.textContent()).toMatch(
			/presumed denied.*under an embargo of its own/s,
		);
		expect(await page.locator("[part=table] caption").textContent()).toContain(
			"7 of them are under embargoes of their own.",
		);
		await page.evaluate(() => {
			Object.defineProperty(navigator, "clipboard", { value: undefined });
		});
		await page.getByRole("button", { name: "Copy as CSV" }).click();
		const csv = await page
			.getByRole("textbox", { name: "Copy as CSV" })
			.inputValue();
		expect(csv).toMatch(/^id,.*tier,tier_name,.*,embargo_since,relief\r?\n/);
		expect(csv).toMatch(/^RUS,.*,3,presumed denied,.*,2022-02-24,\r?$/m);
		expect(csv).toMatch(/^KEN,.*,1,not covered,.*,,\r?$/m);
	});
});

describe("rounds", () => {
	test("with a former id open under the one they have now", async () => {
		const page = await openMap({ path: "/?lang=en&round=2026-07-14" });
		const shown = page.locator("[part=rounds] [data-round]");
		expect(await shown.getAttribute("data-round")).toBe("2026-07-10");
		const map = page.locator("tier-map");
		await map.evaluate((element) => {
			element.setAttribute("round", "2025-11-07");
		});
		await expect
			.poll(() => shown.getAttribute("data-round"))
			.toBe("2026-02-03");
		expect(
			await page
				.locator("[part=map] [data-place=KHM]")
				.getAttribute("data-tier"),
		).toBe("2");
		expect(await page.locator(".notice").count()).toBe(0);
	});

	test("say how they are known, and when they were announced and came into force", async () => {
		const page = await openMap({ path: "/?lang=en&round=2023-08-28" });
		const shown = page.locator("[part=rounds] [data-round]");
		expect(await shown.textContent()).toMatch(
			/letter known from a filing.*announced 28 August 2023 · in force July 2023/s,
		);
		await page.locator("tier-map").evaluate((map) => {
			map.setAttribute("round", "2025-08-11");
			map.setAttribute("lang", "zh");
		});
		await expect
			.poll(() => shown.textContent())
			.toMatch(/官方宣布.*2025年7月14日公布.*部分放宽：中国/s);
	});
});
