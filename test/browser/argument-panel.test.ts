import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { stringsFor } from "../../src/i18n/strings.ts";
import { openMap } from "./harness.ts";

const data = loadDataset(join(import.meta.dirname, "../../data"));
if (!data.ok) throw new Error("The data has problems.");
const { claims, places, regions } = data.value;

/** Places that a mouse hits at the picture's size, and that the column's claims reach between them. */
const CLICKED = "USA CHN RUS IND IRN BRA KEN FRA JPN KOR IDN TWN".split(" ");

const nameOf = (id: string, lang: string) =>
	[...places, ...regions].find((row) => row.id === id)?.name[lang] ?? id;

/** Clicks the map on a place, as a reader does, and waits for its panel. */
async function clickPlace(page: Page, id: string): Promise<void> {
	const map = page.locator("tier-map");
	const point = await map.evaluate((host, id) => {
		const root = host.shadowRoot;
		const shape = root?.querySelector(`path[data-place="${id}"]`);
		if (!root || !shape) return null;
		shape.scrollIntoView({ block: "center" });
		const { left, top, width, height } = shape.getBoundingClientRect();
		const steps = 24;
		for (let row = 1; row < steps; row++)
			for (let column = 1; column < steps; column++) {
				const x = left + (width * column) / steps;
				const y = top + (height * row) / steps;
				const hit = root.elementFromPoint(x, y)?.closest("[data-place]");
				if (hit?.getAttribute("data-place") === id) return { x, y };
			}
		return null;
	}, id);
	if (!point) throw new Error(`${id} can't be hit on the map.`);
	await page.mouse.click(point.x, point.y);
	await page.locator(`tier-map[selected="${id}"]`).waitFor();
}

interface ShownClaim {
	readonly id: string;
	readonly text: string;
	readonly links: readonly string[];
	readonly check: string | null;
}

/** The claims in the panel, folded ones included. */
function shownClaims(page: Page): Promise<ShownClaim[]> {
	return page.locator("tier-map-panel [data-claim]").evaluateAll((items) =>
		items.map((item) => ({
			id: item.getAttribute("data-claim") ?? "",
			text: item.textContent ?? "",
			links: [...item.querySelectorAll("button")].map(
				(button) => button.textContent?.trim() ?? "",
			),
			check:
				item.querySelector("[data-check]")?.getAttribute("data-check") ?? null,
		})),
	);
}

it.each(["en", "zh"])(
	"reaches each of the 50 claims by clicks on the map, with section, places and check, in %s",
	{
		timeout: 120_000,
	},
	async (lang) => {
		const page = await openMap({ path: `/?lang=${lang}`, height: 1000 });
		const shown = new Map<string, ShownClaim>();
		for (const id of CLICKED) {
			await clickPlace(page, id);
			await page
				.locator("tier-map-panel h2", { hasText: nameOf(id, lang) })
				.waitFor();
			// The argument is written in steps; its sources come last.
			await page.locator("tier-map-panel .sources").waitFor();
			for (const claim of await shownClaims(page)) shown.set(claim.id, claim);
		}
		expect([...shown.keys()].sort()).toEqual(claims.map(({ id }) => id).sort());
		expect(shown.size).toBe(50);
		const strings = stringsFor(lang);
		for (const claim of claims) {
			const { text = "", links = [], check } = shown.get(claim.id) ?? {};
			expect(text, claim.id).toContain(strings.section(claim.sections));
			expect(text, claim.id).toContain(
				claim.checkable === "untraced"
					? strings.uncheckable.untraced
					: strings.kinds[claim.kind],
			);
			expect(check, claim.id).toBe(claim.check);
			if (claim.check)
				expect(text, claim.id).toContain(strings.checks[claim.check]);
			// A claim on one place only stands under that place's name.
			const concerned = [
				...claim.places,
				// A region that holds nothing but the places named isn't told besides.
				...claim.regions.filter((region) =>
					places.some(
						({ id, regions }) =>
							regions.includes(region) && !claim.places.includes(id),
					),
				),
			];
			if (concerned.length > 1)
				for (const id of concerned)
					expect(links, claim.id).toContain(nameOf(id, lang));
		}
	},
);

it("never sets the quotations without a source as the person's words", async () => {
	const page = await openMap({ path: "/?lang=en&selected=FRA" });
	await page.locator("tier-map-panel [data-claim=eu-official]").waitFor();
	expect(
		await page.locator("tier-map-panel").locator("blockquote, q").count(),
	).toBe(0);
	for (const id of ["wsj", "stiglitz", "kelly", "eu-official"]) {
		if (id === "wsj") await clickPlace(page, "USA");
		if (id === "eu-official") await clickPlace(page, "FRA");
		const item = page.locator(`tier-map-panel [data-claim="${id}"]`);
		expect(await item.getAttribute("data-kind")).toBe("quotation");
		expect(await item.textContent()).toContain("The column quotes");
		expect(await item.textContent()).toContain("source not found");
	}
});

it("lights the members of every region, and its panel links them", {
	timeout: 120_000,
}, async () => {
	const page = await openMap({ path: "/?lang=en", height: 1000 });
	for (const region of regions) {
		const members = places.filter((place) => place.regions.includes(region.id));
		expect(members.length, region.id).toBeGreaterThan(1);
		await page
			.locator("tier-map")
			.evaluate((map, id) => map.setAttribute("selected", id), region.id);
		await page
			.locator("tier-map-panel h2", { hasText: nameOf(region.id, "en") })
			.waitFor();
		const { lit, dark } = await litPlaces(page);
		for (const { id, regions } of places) {
			const list = regions.includes(region.id) ? lit : dark;
			expect(list, `${region.id}: ${id}`).toContain(id);
		}
		const links = await page
			.locator("tier-map-panel .members button")
			.allTextContents();
		expect(links.map((link) => link.trim()).sort()).toEqual(
			members.map(({ id }) => nameOf(id, "en")).sort(),
		);
	}
});

it("goes from a region to a member and from a place to its region", {
	tags: ["smoke"],
}, async () => {
	const page = await openMap({ path: "/?lang=en&selected=southeast-asia" });
	const panel = page.locator("tier-map-panel");
	await panel.locator(".members summary").click();
	await panel
		.locator(".members")
		.getByRole("button", { name: "Malaysia", exact: true })
		.click();
	await page.locator('tier-map[selected="MYS"]').waitFor();
	await panel
		.locator("header")
		.getByRole("button", { name: "South-East Asia", exact: true })
		.click();
	await page.locator('tier-map[selected="southeast-asia"]').waitFor();
});

/**
 * Which places the outline of the selection goes round. A place without a shape of its own is a marker,
 * and the outline a circle about it.
 */
function litPlaces(page: Page): Promise<{ lit: string[]; dark: string[] }> {
	return page.locator("tier-map-picture").evaluate((picture) => {
		const path = picture.querySelector<SVGPathElement>("path.picked");
		const outline = path?.getAttribute("d") ?? "";
		const toUser = path?.getScreenCTM()?.inverse();
		const circles = [
			...outline.matchAll(/M(-?[\d.]+) (-?[\d.]+)a([\d.]+)/g),
		].map(([, x, y, r]) => ({ x: Number(x) + Number(r), y: Number(y) }));
		const isCircled = (marker: Element) => {
			const box = marker.getBoundingClientRect();
			const middle = new DOMPoint(
				box.left + box.width / 2,
				box.top + box.height / 2,
			).matrixTransform(toUser);
			return circles.some(
				({ x, y }) => Math.hypot(x - middle.x, y - middle.y) < 0.5,
			);
		};
		const lit = new Set<string>();
		const all = new Set<string>();
		for (const mark of picture.querySelectorAll("svg [data-place]")) {
			const id = mark.getAttribute("data-place") ?? "";
			const d = mark.getAttribute("d");
			all.add(id);
			if (d ? outline.includes(d) : isCircled(mark)) lit.add(id);
		}
		return { lit: [...lit], dark: [...all].filter((id) => !lit.has(id)) };
	});
}
