import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { openMap } from "./harness.ts";
import { marksOf, panelOn, pick } from "./reading.ts";

/** Disputed areas: who the panel has to name, as a claimant or as an administrator. */
const disputes = [
	["XCR", "Crimea", "克里米亚", /Russia.*Ukraine/, /俄罗斯.*乌克兰/],
	["XSG", "Siachen", "锡亚琴", /India.*Pakistan/, /印度.*巴基斯坦/],
	["XNC", "Northern Cyprus", "北塞浦路斯", /Türkiye|Turk/, /土耳其/],
	["XSL", "Somaliland", "索马里兰", /Somalia/, /索马里/],
	["XKX", "Kosovo", "科索沃", /Serbia/, /塞尔维亚/],
	["ESH", "Western Sahara", "西撒哈拉", /Morocco/, /摩洛哥/],
	["FLK", "Falkland", "马尔维纳斯", /Kingdom.*Argentina/, /英国.*阿根廷/],
	[
		"TWN",
		"Taiwan",
		"台湾",
		/Taipei.*People’s Republic/,
		/台北.*中华人民共和国/,
	],
] as const;

describe.each([
	["en", 1, 3, "Disputed area"],
	["zh", 2, 4, "争议地区"],
] as const)("disputed areas in %s", (lang, name, note, label) => {
	it("say who claims and who administers", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		for (const row of disputes) {
			await pick(page, row[0]);
			const panel = await panelOn(page, row[name]);
			const said = panel.locator("p, div", { hasText: label }).last();
			expect(await said.textContent()).toMatch(row[note]);
		}
	});

	it("are hatched, and nothing else is", async () => {
		const page = await openMap({ path: `/?lang=${lang}` });
		const marks = await marksOf(page);
		const shapes = new Map(
			marks.filter(({ shape }) => shape).map(({ place, d }) => [d, place]),
		);
		const hatched = await page
			.locator("tier-map svg path.hatch")
			.evaluateAll((all) =>
				all.map((path) => ({
					d: path.getAttribute("d") ?? "",
					fill: getComputedStyle(path).fill,
				})),
			);
		expect(hatched.every(({ fill }) => fill.startsWith("url("))).toBe(true);
		const result = loadDataset(join(import.meta.dirname, "../../data"));
		const drawn = new Set(shapes.values());
		const disputed = result.ok
			? result.value.places.filter((p) => p.dispute && drawn.has(p.id))
			: [];
		expect(hatched.map(({ d }) => shapes.get(d)).toSorted()).toEqual(
			disputed.map(({ id }) => id).toSorted(),
		);
		expect(disputed.map(({ id }) => id)).toEqual(
			expect.arrayContaining(disputes.map(([id]) => id)),
		);
	});
});
