import type { GeoProjection } from "d3-geo";
import { beforeAll, describe, expect, it } from "vitest";
import { expectedCounts, expectedTiers } from "../fixtures/read.ts";
import { openMap } from "./harness.ts";
import {
	clickPlace,
	type Mark,
	marksOf,
	panelOn,
	part,
	patient,
	pointOn,
	projectionOf,
	selectedOn,
	tierIds,
} from "./reading.ts";

const languages = [
	{ lang: "en", center: 11 },
	{ lang: "zh", center: 150 },
] as const;

/** Where places without a shape lie (CIA World Factbook), in degrees. */
const points = {
	BVT: [3.4, -54.4333],
	GIB: [-5.35, 36.1333],
	TUV: [179.2167, -8.5167],
} as const;

/** Towns, and the place each has to be drawn in; degrees. */
const towns: [name: string, place: string, at: [number, number]][] = [
	["Cayenne, inland of", "GUF", [-52.6, 4.2]],
	["Saint-Denis, hills above", "REU", [55.5, -21.1]],
	["Fort-de-France, inland of", "MTQ", [-61.02, 14.68]],
	["Longyearbyen, inland of", "SJM", [16.8, 78.1]],
	["Simferopol", "XCR", [34.1, 44.95]],
	["Paris", "FRA", [2.35, 48.86]],
	["Oslo", "NOR", [10.75, 59.91]],
	["Amsterdam", "NLD", [5.3, 52.2]],
	["Hargeisa", "XSL", [44.07, 9.56]],
	["Mogadishu, inland of", "SOM", [45.1, 2.2]],
	["Pristina", "XKX", [21.16, 42.66]],
	["Nuuk, inland of", "GRL", [-50, 64.2]],
	["Nairobi", "KEN", [36.82, -1.29]],
	["Taichung", "TWN", [120.8, 24.1]],
	["Anadyr, inland of", "RUS", [174, 66]],
	["Chukotka beyond the antimeridian", "RUS", [-176, 67]],
	["Fairbanks", "USA", [-147.7, 64.8]],
	["Moscow", "RUS", [37.6, 55.75]],
	["Beijing", "CHN", [116.4, 39.9]],
	["South Pole Station", "ATA", [0, -89]],
	["Vostok Station", "ATA", [106.8, -78.5]],
];

/** The longest straight line along x in path data of relative commands. */
function longestStep(d: string): number {
	const rings = d
		.split(/[Mmz]+/)
		.map((ring) => [...ring.matchAll(/(-?\d*\.?\d+)[ ,l]*(-?\d*\.?\d+)/g)]);
	return Math.max(
		0,
		...rings.flatMap((ring) =>
			ring.slice(1).map(([, x]) => Math.abs(Number(x))),
		),
	);
}

describe.each(languages)("the map in $lang", ({ lang, center }) => {
	const path = `/?lang=${lang}`;
	let marks: Mark[];
	let projection: GeoProjection;
	let places: string[];
	/** Units of the view box per pixel of a map 960 pixels wide. */
	let units: number;
	let widths: number[];
	let legend: [tier: string | null, count: number][];

	beforeAll(async () => {
		const page = await openMap({ path });
		marks = await marksOf(page);
		projection = await projectionOf(page, center);
		units = await page
			.locator("tier-map svg", { has: page.locator("path.outline") })
			.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width / 960);
		places = await page.evaluate(
			(positions) => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				const shapes = [
					...(root?.querySelectorAll<SVGPathElement>("path[data-place]") ?? []),
				];
				return positions.map(([x, y]) =>
					shapes
						.filter((shape) => shape.isPointInFill(new DOMPoint(x, y)))
						.map((shape) => shape.dataset.place)
						.join(" "),
				);
			},
			towns.map(([, , at]) => projection(at) ?? ([0, 0] as const)),
		);
		widths = await page
			.locator(
				"tier-map svg :is(path.ocean, path.graticule, path[data-place=ATA])",
			)
			.evaluateAll((all) =>
				all.map((path) => (path as SVGPathElement).getBBox().width),
			);
		legend = await part(page, "legend")
			.locator("button", { has: page.locator("[data-tier]") })
			.evaluateAll((all) =>
				all.map((button): [string | null, number] => [
					button.querySelector("[data-tier]")?.getAttribute("data-tier") ??
						null,
					Number(/(\d+)\D*$/.exec(button.textContent ?? "")?.[1]),
				]),
			);
	});

	it("draws every one of the 254 places once, in its tier", {
		tags: ["smoke"],
	}, () => {
		const tiers = expectedTiers();
		const drawn = new Set(marks.map(({ place }) => place));
		expect([...drawn].toSorted()).toEqual([...tiers.keys()].toSorted());
		const wrong = marks.filter(({ place, tier }) => tiers.get(place) !== tier);
		expect(wrong).toEqual([]);
		const keys = marks.map(({ place, shape }) => `${place} ${shape}`);
		expect(keys).toHaveLength(new Set(keys).size);
		const open = marks.filter(({ shape, d }) => shape && !/^M.+z$/.test(d));
		expect(open).toEqual([]);
	});

	it("puts what has no shape where it is", () => {
		for (const [place, [longitude, latitude]] of Object.entries(points)) {
			const own = marks.filter((mark) => mark.place === place);
			expect(own.map(({ shape }) => shape)).toEqual([false]);
			const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
			const [atX = 0, atY = 0] = own[0]?.at ?? [];
			expect(Math.hypot(atX - x, atY - y)).toBeLessThan(0.5 * units);
		}
		// Three atolls over 150 km: any of them will do.
		const tokelau = marks.find((m) => m.place === "TKL" && !m.shape);
		const [x = 0, y = 0] = projection([-171.85, -9.05]) ?? [];
		expect(
			Math.hypot((tokelau?.at[0] ?? 0) - x, (tokelau?.at[1] ?? 0) - y),
		).toBeLessThan(3 * units);
	});

	it("draws towns in the places they belong to", () => {
		expect(towns.map(([name], i) => [name, places[i]])).toEqual(
			towns.map(([name, place]) => [name, place]),
		);
	});

	it("draws the sphere, the graticule and Antarctica from edge to edge", () => {
		expect(widths).toHaveLength(3);
		const [ocean, graticule, antarctica] = widths;
		expect(ocean).toBeGreaterThan(900 * units);
		expect(graticule).toBeGreaterThan(900 * units);
		const [west = 0] = projection([center - 179.999, -85]) ?? [];
		const [east = 0] = projection([center + 179.999, -85]) ?? [];
		expect(antarctica).toBeGreaterThan(east - west);
	});

	it("has no place smeared over the map", () => {
		const smeared = marks.filter(
			({ place, d }) => place !== "ATA" && longestStep(d) > (960 / 8) * units,
		);
		// The longest straight border, between Canada and the United States, takes about 75 pixels.
		expect(smeared.map(({ place }) => place)).toEqual([]);
	});

	it("says how many places each tier has", () => {
		const counts = expectedCounts();
		expect(legend).toEqual(tierIds.map((tier) => [tier, counts[tier]]));
	});

	it("names the place and its tier under the pointer and moves no path for it", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path });
		const before = await marksOf(page);
		const [name, tier] =
			lang === "en" ? ["Kenya", "Tier 2"] : ["肯尼亚", "第二级"];
		const [x, y] = await pointOn(page, "KEN");
		await page.mouse.move(x, y, { steps: 3 });
		await page
			.locator("tier-map .tooltip", { hasText: name })
			.filter({ hasText: tier })
			.waitFor();
		expect(await marksOf(page)).toEqual(before);
		const [x2, y2] = await pointOn(page, "BRA");
		await page.mouse.move(x2, y2, { steps: 3 });
		await page
			.locator("tier-map .tooltip", {
				hasText: lang === "en" ? "Brazil" : "巴西",
			})
			.waitFor();
		await page.mouse.move(0, 0);
		await expect
			.poll(() => page.locator("tier-map .tooltip:visible").count(), patient)
			.toBe(0);
		expect(await marksOf(page)).toEqual(before);
	});
});

describe("the tier filter", () => {
	it("dims all other tiers, and shows them again at the second click", {
		tags: ["smoke"],
	}, async () => {
		const page = await openMap({ path: "/?lang=en", reducedMotion: true });
		const button = part(page, "legend").locator("button", {
			has: page.locator('[data-tier="3"]'),
		});
		const opacities = () =>
			page
				.locator("tier-map svg [data-place]")
				.evaluateAll((all) =>
					all.map(
						(mark) =>
							[
								mark.getAttribute("data-tier"),
								Number(getComputedStyle(mark).opacity),
							] as const,
					),
				);
		expect((await opacities()).every(([, opacity]) => opacity === 1)).toBe(
			true,
		);
		await button.click();
		await expect
			.poll(() => button.getAttribute("aria-pressed"), patient)
			.toBe("true");
		for (const [tier, opacity] of await opacities())
			if (tier === "3") expect(opacity).toBe(1);
			else expect(opacity).toBeLessThan(0.4);
		expect(page.url()).toContain("tier=3");
		await button.click();
		await expect
			.poll(() => button.getAttribute("aria-pressed"), patient)
			.toBe("false");
		expect((await opacities()).every(([, opacity]) => opacity === 1)).toBe(
			true,
		);
		expect(page.url()).not.toContain("tier=");
	});

	it("leaves the selection alone, and a dimmed place can still be picked", async () => {
		const page = await openMap({
			path: "/?lang=en&selected=KEN&tier=1",
			reducedMotion: true,
		});
		await panelOn(page, "Kenya");
		await clickPlace(page, "BRA");
		await panelOn(page, "Brazil");
		expect(await selectedOn(page)).toBe("BRA");
		const kenya = page.locator("tier-map svg path[data-place=KEN]");
		expect(
			await kenya.evaluate((shape) => Number(getComputedStyle(shape).opacity)),
		).toBeLessThan(0.4);
	});
});

describe("a centre of one's own", () => {
	const center = -90;

	it("projects every place about it, as truly", async () => {
		const page = await openMap({ path: "/?lang=en" });
		const projection = await projectionOf(page, center);
		await page
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("center", "-90"));
		const [x = 0, y = 0] = projection([...points.GIB]) ?? [];
		const gibraltar = async () =>
			(await marksOf(page)).find(({ place }) => place === "GIB")?.at ?? [0, 0];
		await expect
			.poll(async () => Math.abs((await gibraltar())[0] - x), patient)
			.toBeLessThan(0.5);
		expect(Math.abs((await gibraltar())[1] - y)).toBeLessThan(0.5);
		const drawn = new Map(
			(await marksOf(page)).map(({ place, tier }) => [place, tier]),
		);
		expect(Object.fromEntries(drawn)).toEqual(
			Object.fromEntries(expectedTiers()),
		);
	});

	it("goes back to the language's own where it isn't a number", async () => {
		const page = await openMap({ path: "/?lang=en" });
		const before = await marksOf(page);
		await page.locator("tier-map").evaluate(async (map) => {
			map.setAttribute("center", "-90");
			await new Promise((loaded) =>
				map.addEventListener("tier-map-load", loaded, { once: true }),
			);
			map.setAttribute("center", "the middle");
		});
		await expect.poll(() => marksOf(page), patient).toEqual(before);
	});
});
