import { join } from "node:path";
import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { stringsFor } from "../../src/i18n/strings.ts";
import type { Dataset } from "../../src/model/types.ts";
import { expectedClaims } from "../fixtures/read.ts";
import { openMap } from "./harness.ts";
import {
	clickEarth,
	clickPlace,
	panelOn,
	part,
	patient,
	pick,
	selectedOn,
} from "./reading.ts";

/** What the panel must say of a place: names, tier, a number or rule, and the claims the column makes on it. */
const places = [
	["KEN", "Kenya", "肯尼亚", "2", ["garissa"]],
	["TWN", "Taiwan", "台湾", "1", ["taiwan"]],
	[
		"USA",
		"United States",
		"美国",
		"us",
		"premise wits-end self-isolation soviet-precedent small-yard nvidia oracle wsj talent walls-isolate asymmetry".split(
			" ",
		),
	],
	["BRA", "Brazil", "巴西", "2", ["brics"]],
	["CAN", "Canada", "加拿大", "1", []],
	["SJM", "Svalbard", "斯瓦尔巴", "1", []],
	["HKG", "Hong Kong", "香港", "3", []],
	["ATA", "Antarctica", "南极洲", "na", []],
	["FLK", "Falkland Islands", "马尔维纳斯", "1", []],
	["PRK", "North Korea", "朝鲜", "3", []],
] as const;

const tierNames = {
	en: { us: "issuer", 1: "Tier 1", 2: "Tier 2", 3: "Tier 3", na: "Not app" },
	zh: { us: "发布方", 1: "第一级", 2: "第二级", 3: "第三级", na: "不适用" },
} as const;

/** A phrase of what the rule gives each tier. */
const rules = {
	en: {
		us: "Puerto Rico",
		1: "without a cap",
		2: "50,000 H100",
		3: "presumption of denial",
		na: "no row on the Commerce Country Chart",
	},
	zh: {
		us: "波多黎各",
		1: "不设",
		2: "5万块H100",
		3: "推定拒绝",
		na: "国家列表",
	},
} as const;

const status = {
	en: /13 May 2025.*would rescind the rule.*would not enforce it.*still stands/s,
	zh: /2025年5月13日宣布将撤销.*不再执行.*仍载/s,
} as const;

/** Words of the page by language, then by what they stand for. */
type ByLanguage = Record<"en" | "zh", Record<string, string>>;

const sections: ByLanguage = {
	en: { intro: "introduction", 1: "section 1", 2: "section 2", 3: "section 3" },
	zh: { intro: "引言", 1: "第一部分", 2: "第二部分", 3: "第三部分" },
};

const kinds: ByLanguage = {
	en: {
		assertion: "assertion",
		quotation: "quotation",
		fact: "statement of fact",
	},
	zh: { assertion: "论断", quotation: "引语", fact: "事实陈述" },
};

const languages = ["en", "zh"] as const;

let dataset: Dataset;

beforeAll(() => {
	const result = loadDataset(join(import.meta.dirname, "../../data"));
	if (!result.ok) throw new Error("The data has problems.");
	dataset = result.value;
});

/** The claims listed in the panel, in the order of reading. */
async function claimsIn(panel: Locator) {
	await panel.locator("[data-claim]").first().waitFor({ state: "attached" });
	return panel.locator("[data-claim]").evaluateAll((all) =>
		all.map((claim) => ({
			id: claim.getAttribute("data-claim") ?? "",
			text: claim.textContent ?? "",
		})),
	);
}

/** The first tier of the rule and the issuer, whose territories stand aside from what is said of regions. */
const SPARED =
	"USA AUS BEL CAN DNK FIN FRA DEU IRL ITA JPN NLD NZL NOR KOR ESP SWE TWN GBR".split(
		" ",
	);

/** Where nothing that the column says of a region may be told of the place. */
function standsAside(id: string): boolean {
	const place = dataset.places.find((place) => place.id === id);
	return (
		place?.uninhabited === true ||
		[place?.parent, place?.treatedAs].some((of) => of && SPARED.includes(of))
	);
}

/** How far from a place a claim is: on it, on its regions, its tier, the world, its parent; or only referred to. */
function distance(claimId: string, placeId: string, tier: string): number {
	const claim = dataset.claims.find(({ id }) => id === claimId);
	const place = dataset.places.find(({ id }) => id === placeId);
	if (claim?.places.includes(placeId)) return 0;
	if (
		!standsAside(placeId) &&
		claim?.regions.some((id) => place?.regions.includes(id)) &&
		(!claim.within.length ||
			claim.within.some((id) => place?.regions.includes(id)))
	)
		return 1;
	if (claim?.tiers.includes(tier)) return 2;
	if (claim?.world) return 3;
	if (place?.parent && claim?.places.includes(place.parent)) return 4;
	return 5;
}

describe.each(languages)("the panel in %s", (lang) => {
	const index = lang === "en" ? 1 : 2;

	it("is true of every place picked", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		const expected = new Map(expectedClaims().map((c) => [c.id, c]));
		for (const row of places) {
			const [id, en, zh, tier, own] = row;
			await clickPlace(page, id);
			const panel = await panelOn(page, row[index]);
			const heading = await panel.locator("h2").textContent();
			expect(heading).toContain(en);
			expect(heading).toContain(zh);
			const header = await panel.locator("header").textContent();
			expect(header, id).toContain(tierNames[lang][tier]);

			const claims = await claimsIn(panel);
			const text = (await panel.textContent()) ?? "";
			expect(text, id).toContain(rules[lang][tier]);
			expect(text, id).toMatch(status[lang]);

			// Nearest first, every claim that applies, and none twice.
			const distances = claims.map((c) => distance(c.id, id, tier));
			expect(distances, id).toEqual(distances.toSorted((a, b) => a - b));
			const near = claims.filter((_, i) => distances[i] === 0);
			expect(near.map((c) => c.id)).toEqual(own);
			expect(new Set(claims.map((c) => c.id)).size, id).toBe(claims.length);
			const applying = dataset.claims.filter(
				(c) => distance(c.id, id, tier) < 5,
			);
			expect(distances.filter((d) => d < 5)).toHaveLength(applying.length);

			for (const claim of claims) {
				const { sections: where = [], kind } = expected.get(claim.id) ?? {};
				for (const section of where)
					expect(claim.text).toContain(sections[lang][section] ?? "?");
				expect(claim.text).toContain(kinds[lang][kind ?? ""] ?? "?");
			}
		}
	});

	it("cites sources that are listed, by their numbers", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		for (const row of places) {
			await pick(page, row[0]);
			const panel = await panelOn(page, row[index]);
			await claimsIn(panel);
			const cited = await panel.evaluate((part) => {
				const root = part.getRootNode() as ShadowRoot;
				return [...part.querySelectorAll('a[href^="#source-"]')].map((link) => {
					const target = root.getElementById(
						link.getAttribute("href")?.slice(1) ?? "",
					);
					const list = [...(target?.parentElement?.children ?? [])];
					return {
						number: Number(link.textContent?.trim()),
						listed: target ? list.indexOf(target) + 1 : 0,
						title: target?.textContent?.trim() ?? "",
					};
				});
			});
			expect(cited.length).toBeGreaterThan(2);
			for (const { number, listed, title } of cited) {
				expect(number).toBe(listed);
				expect(title).not.toBe("");
			}
			// In the rule's box every fact carries a source; the dates of a level lead to their rounds.
			const bare = await panel
				.locator(".rule li:not(.runs *)")
				.evaluateAll((all) =>
					all.filter((fact) => !fact.querySelector('a[href^="#source-"]')),
				);
			expect(bare).toEqual([]);
		}
	});

	it("says where the column is silent, and only there", async () => {
		const said = (key: string, id: string) => {
			const place = dataset.places.find((place) => place.id === id);
			const name = place?.nameIn[lang] ?? place?.name[lang] ?? "";
			return dataset.texts[key]?.[lang]?.replace("{name}", name) ?? "?";
		};
		const page = await openMap({ path: `/?lang=${lang}` });
		for (const [id, en, zh, , own] of places) {
			const name = lang === "en" ? en : zh;
			await pick(page, id);
			const text = (await (await panelOn(page, name)).textContent()) ?? "";
			expect(text.includes(said("silent", id)), id).toBe(!own.length);
			expect(text.includes(said("silent-regions", id)), id).toBe(
				id === "CAN" || id === "ATA",
			);
		}
	});

	it("offers what the column says of the place it belongs to, under that name", async () => {
		const page = await openMap({ path: `/?lang=${lang}&selected=HKG` });
		const panel = await panelOn(page, lang === "en" ? "Hong Kong" : "香港");
		const title = lang === "en" ? /China.*belongs/ : /文章谈到中国/;
		const heading = panel.locator("h4").filter({ hasText: title });
		await heading.waitFor();
		const offered = await heading
			.locator("xpath=following-sibling::*[1]//*[@data-claim]")
			.evaluateAll((all) => all.map((c) => c.getAttribute("data-claim")));
		expect(offered).toEqual(
			expect.arrayContaining(["early-pressure", "substitution", "integration"]),
		);

		await pick(page, "SJM");
		const norway = lang === "en" ? "Norway" : "挪威";
		const svalbard = await panelOn(
			page,
			lang === "en" ? "Svalbard" : "斯瓦尔巴",
		);
		await svalbard.getByRole("button", { name: norway, exact: true }).click();
		await panelOn(page, norway);
		expect(await selectedOn(page)).toBe("NOR");
	});

	it("sets out the thesis and what it means, and invites, before anything is picked", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		const panel = part(page, "panel");
		const said = {
			en: [/The column argues/, /Marginal effect/, /Pick a place/],
			zh: [/文章认为/, /边际效应/, /点选/],
		}[lang];
		await panel
			.getByText(said[2] ?? "")
			.first()
			.waitFor();
		const text = await panel.textContent();
		for (const pattern of said) expect(text).toMatch(pattern);
	});

	it("shows each of the column's 50 claims somewhere", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		const seen = new Set<string>();
		for (const id of "CHN USA RUS KEN TWN BRA JPN SGP DEU ITA".split(" ")) {
			await pick(page, id);
			const name = dataset.places.find((p) => p.id === id)?.name[lang] ?? "";
			for (const claim of await claimsIn(await panelOn(page, name)))
				seen.add(claim.id);
		}
		const expected = expectedClaims().map(({ id }) => id);
		expect([...seen].toSorted()).toEqual(expected.toSorted());
		expect(expected).toHaveLength(50);
	});
});

describe("the panel", () => {
	it("never passes a quotation without a source off as somebody's words", async () => {
		const page = await openMap({ path: "/?lang=en&selected=USA" });
		const panel = await panelOn(page, "United States");
		for (const id of ["wsj", "stiglitz", "kelly"]) {
			const claim = panel.locator(`[data-claim=${id}]`).first();
			await claim.waitFor({ state: "attached" });
			expect(await claim.textContent()).toMatch(/the column quotes/i);
			expect(await claim.textContent()).toMatch(/no source/i);
			expect(
				await claim.locator("[data-check]").getAttribute("data-check"),
			).toBe("not-found");
		}
	});

	it("goes back to the thesis when the sea is clicked, and when it is closed", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path: "/?lang=en" });
		const thesis = part(page, "panel").locator("h2", { hasText: "thesis" });
		await clickPlace(page, "KEN");
		await panelOn(page, "Kenya");
		await clickEarth(page, 11, [-110, -45]);
		await thesis.waitFor();
		expect(await selectedOn(page)).toBe(null);
		await clickPlace(page, "KEN");
		await panelOn(page, "Kenya");
		await part(page, "panel").getByRole("button", { name: "Close" }).click();
		await thesis.waitFor();
		await expect.poll(() => selectedOn(page), patient).toBe(null);
	});
});

/** The visible words of a voice's blocks in the panel. */
const voice = (panel: Locator, name: string) =>
	panel.locator(`[data-voice="${name}"]`);

describe.each(languages)("whose voice is whose, in %s", (lang) => {
	const strings = stringsFor(lang);
	const open = async (id: string) => {
		const page = await openMap({ path: `/?lang=${lang}&selected=${id}` });
		const panel = part(page, "panel");
		await panel.locator(".sources").waitFor();
		return panel;
	};

	it("marks rule, column, check and what is ours", async () => {
		const panel = await open("KEN");
		await expect.poll(() => voice(panel, "rule").count()).toBeGreaterThan(0);
		const column = voice(panel, "column").first();
		await column.waitFor();
		expect(
			await column
				.locator('[data-claim=garissa] [data-voice="check"]')
				.textContent(),
		).toContain(strings.checks.confirmed);
		// What is argued of the world waits folded.
		const remark = column.locator(
			'[data-claim=irreversible] [data-voice="ours"]',
		);
		expect(await remark.textContent()).toContain(strings.remark);
	});

	it("sets our application apart from the column's essay", async () => {
		const panel = await open("KEN");
		const ours = voice(panel, "ours").filter({ hasText: strings.application });
		const kenya = dataset.essays.find(({ about }) => about === "KEN");
		expect(await ours.count()).toBe(1);
		expect(await ours.textContent()).toContain(
			kenya?.application?.[lang]?.slice(0, 20),
		);
	});

	it("says that the chain is grouped, and its last step inferred, by us", async () => {
		const chain = (await open("KEN")).locator('.chain[data-voice="ours"]');
		expect(await chain.textContent()).toContain(strings.grouped);
		expect(await chain.textContent()).toContain(strings.inferred);
		await chain.locator('li[data-voice="rule"]').waitFor();
		await chain
			.locator('li[data-voice="column"]', {
				hasText: strings.aboutPlace(lang === "en" ? "Kenya" : "肯尼亚"),
			})
			.waitFor();
	});

	it("says of what the column speaks: the place, a region, the tier, the world", async () => {
		const titles = {
			en: [
				"The column says this of Japan",
				"The column says this of Asia, in which Japan lies",
				/^The column says this of tier 1 \(\S+\)$/,
				"The column says this of the world as a whole",
			],
			zh: [
				"文章谈到日本",
				"文章谈到亚洲，日本在其中",
				/^文章泛论第一级（\S+）$/,
				"文章泛论全球",
			],
		}[lang];
		const panel = await open("JPN");
		for (const name of titles)
			await panel
				.locator("h4")
				.getByText(name, { exact: true })
				.first()
				.waitFor({ state: "attached" });
		// It has no essay of its own: the narrowest region's is read, and said to be that.
		await panel
			.locator("h4")
			.getByText(
				{
					en: "On Japan and South Korea, to which Japan belongs",
					zh: "关于日本和韩国（日本在其中）",
				}[lang],
				{ exact: true },
			)
			.waitFor();
		await panel.locator("[data-claim=japan-korea]").waitFor();
	});

	it("tells of each claim whether it was checked, could be, or can't", async () => {
		const panel = await open("CHN");
		for (const claim of dataset.claims.filter(({ places }) =>
			places.includes("CHN"),
		)) {
			const item = panel.locator(`[data-claim="${claim.id}"]`);
			await item.waitFor({ state: "attached" });
			const text = (await item.textContent()) ?? "";
			const said =
				claim.checkable === "yes" || claim.checkable === null
					? strings.checks[claim.check ?? "unchecked"]
					: strings.uncheckable[claim.checkable];
			expect(text, claim.id).toContain(said);
		}
	});
});

describe("what the column says of a region", () => {
	it("hangs on no territory of those that the rule spares, on no place where nobody lives, and on no others than it means", {
		timeout: 300_000,
	}, async () => {
		const page = await openMap({ path: "/?lang=en" });
		const panel = part(page, "panel");
		const aside: string[] = [];
		for (const { id, name, regions } of dataset.places) {
			await pick(page, id);
			await panel.locator("h2", { hasText: name.en ?? "" }).waitFor();
			await panel.locator(".sources").waitFor();
			const titles = await panel.locator(".column h4").allTextContents();
			const ofRegion = titles.filter((title) =>
				/^The column says this of .*, (in which .* lies|to which .* belongs)$/.test(
					title.trim(),
				),
			);
			const onRegion = titles.filter((title) => title.startsWith("On "));
			const parent = dataset.places.find((place) => place.id === id)?.parent;
			if (standsAside(id)) {
				aside.push(id);
				// What it says of the state that it belongs to is told under that name.
				expect(ofRegion.length, id).toBeLessThanOrEqual(parent ? 1 : 0);
				expect(onRegion, id).toEqual([]);
			} else if (!regions.includes("developing"))
				expect(titles.join(), id).not.toContain("Belt and Road");
		}
		expect(aside).toHaveLength(51);
	});

	it.each([
		["PRI", "Latin America", "part of the United States or depends on it"],
		["XSG", "Asia", "where nobody lives permanently"],
		["NZL", "the Belt and Road", "isn’t among the developing economies"],
		["NRU", "the developing economies", "isn’t among the Belt and Road"],
	])("%s: why what it says of %s isn’t told", async (id, region, reason) => {
		const page = await openMap({ path: `/?lang=en&selected=${id}` });
		const silence = part(page, "panel").locator(".silence");
		await silence.waitFor();
		expect(await silence.textContent()).toContain(region);
		expect(await silence.textContent()).toContain(reason);
	});

	it("sets names as they stand in a sentence", async () => {
		const page = await openMap({ path: "/?lang=en&selected=PRI" });
		const panel = part(page, "panel");
		await panel
			.locator("header")
			.getByRole("button", { name: "the United States", exact: true })
			.waitFor();
		await pick(page, "DEU");
		await panel
			.getByText("On the European Union, to which Germany belongs")
			.waitFor();
		// Names stand apart in the text itself, as it is copied and spoken.
		await pick(page, "USA");
		const concerns = panel.locator("[data-claim=premise] .meta").last();
		await concerns.waitFor();
		expect((await concerns.textContent())?.replace(/\s+/g, " ").trim()).toBe(
			"Concerns United States, China",
		);
	});
});
