import {
	type Color,
	converter,
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse,
	wcagContrast,
} from "culori";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openMap } from "./harness.ts";
import { part, patient, tierIds } from "./reading.ts";

const schemes = ["light", "dark"] as const;

/** Machado, Oliveira and Fernandes (2009), at full severity. */
const eyes = {
	"full colour vision": (seen: Color) => seen,
	protanopia: filterDeficiencyProt(1),
	deuteranopia: filterDeficiencyDeuter(1),
	tritanopia: filterDeficiencyTrit(1),
} as const;

const difference = differenceCiede2000();
const lab = converter("lab65");

/** The fill of each tier as the live legend paints it. */
async function fills(page: Page): Promise<Record<string, string>> {
	const rows = await part(page, "legend")
		.locator("[data-tier]")
		.evaluateAll((all) =>
			all.map((swatch) => [
				swatch.getAttribute("data-tier") ?? "",
				getComputedStyle(swatch.querySelector("rect") ?? swatch).fill,
			]),
		);
	return Object.fromEntries(rows);
}

function color(fill = ""): Color {
	const parsed = parse(fill);
	if (!parsed) throw new Error(`"${fill}" is no colour.`);
	return parsed;
}

/** Every pair of two different tiers. */
function pairs<T>(items: readonly T[]): [T, T][] {
	return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}

describe.each(schemes)("the five fills in the %s theme", (colorScheme) => {
	const path = "/?lang=en";
	let legend: Record<string, string>;

	beforeAll(async () => {
		legend = await fills(await openMap({ path, colorScheme }));
	});

	it("are colours, and the map's shapes have them", async () => {
		const page = await openMap({ path, colorScheme });
		expect(Object.keys(legend).toSorted()).toEqual([...tierIds].toSorted());
		const shapes = await page
			.locator("tier-map svg path[data-place]")
			.evaluateAll((all) =>
				all.map((shape) => {
					const { fill } = getComputedStyle(shape);
					const pattern = /^url\("#(.+)"\)/.exec(fill)?.[1];
					const root = shape.getRootNode();
					const ground =
						pattern && root instanceof ShadowRoot
							? root.getElementById(pattern)?.querySelector("[data-tier]")
							: null;
					return {
						tier: shape.getAttribute("data-tier") ?? "",
						fill: ground ? getComputedStyle(ground).fill : fill,
						hatched: Boolean(pattern) && !shape.hasAttribute("data-embargo"),
					};
				}),
			);
		expect(shapes.filter(({ tier, fill }) => fill !== legend[tier])).toEqual(
			[],
		);
		const hatched = new Set(
			shapes.filter((s) => s.hatched).map(({ tier }) => tier),
		);
		expect([...hatched]).toEqual(["us"]);
	});

	it.each(Object.entries(eyes))("stay apart to %s", (_, see) => {
		for (const [a, b] of pairs(tierIds)) {
			expect(
				difference(see(color(legend[a])), see(color(legend[b]))),
				`${a} and ${b} (CIEDE2000)`,
			).toBeGreaterThan(10);
		}
	});

	it("stay apart in grey", () => {
		const lightness = (tier: string) => lab(color(legend[tier])).l;
		for (const [a, b] of pairs(tierIds))
			expect(
				Math.abs(lightness(a) - lightness(b)),
				`${a} and ${b} (CIE L*)`,
			).toBeGreaterThan(10);
	});

	it("put 3:1 between tiers 1, 2 and 3, and read as an order", () => {
		for (const [a, b] of pairs(["1", "2", "3"]))
			expect(
				wcagContrast(legend[a] ?? "", legend[b] ?? ""),
				`${a} and ${b}`,
			).toBeGreaterThanOrEqual(3);
		const [first = 0, second = 0, third = 0] = ["1", "2", "3"].map(
			(tier) => lab(color(legend[tier])).l,
		);
		expect(Math.sign(first - second)).toBe(Math.sign(second - third));
	});
});

describe("the fills", () => {
	it("follow the theme attribute whatever the reader's system prefers", async () => {
		const light = await fills(await openMap({ colorScheme: "light" }));
		const page = await openMap({ colorScheme: "dark" });
		expect(await fills(page)).not.toEqual(light);
		await page
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("theme", "light"));
		await expect.poll(() => fills(page), patient).toEqual(light);
	});

	it("can be set by the host page", async () => {
		const page = await openMap();
		await page
			.locator("tier-map")
			.evaluate((map) =>
				map.style.setProperty("--tier-map-tier-2", "rgb(1, 2, 3)"),
			);
		expect((await fills(page))["2"]).toBe("rgb(1, 2, 3)");
		const brazil = page.locator("tier-map svg path[data-place=BRA]");
		expect(await brazil.evaluate((b) => getComputedStyle(b).fill)).toBe(
			"rgb(1, 2, 3)",
		);
	});
});
