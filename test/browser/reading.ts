/** How tests read a map on a page, through what the contract promises: attributes, parts, roles. */
import { type GeoProjection, geoEqualEarth } from "d3-geo";
import type { Locator, Page } from "playwright-core";

/** The element as a host page sees it. */
export interface LiveMap extends HTMLElement {
	selected: string | null;
	tier: string | null;
	round: string | null;
	readonly ready: Promise<void>;
	select(id: string): void;
	clear(): void;
}

/** For what a page does after a click or a load, on a busy machine. */
export const patient = { timeout: 30_000 };

export const tierIds = ["us", "1", "2", "3", "na"] as const;

/** A part of the contract. */
export function part(page: Page, name: "map" | "panel" | "legend"): Locator {
	return page.locator(`tier-map [part~="${name}"]`);
}

/** Waits until the panel's heading has a name in it; returns the panel. */
export async function panelOn(page: Page, name: string): Promise<Locator> {
	await part(page, "panel").locator("h2", { hasText: name }).waitFor();
	return part(page, "panel");
}

/** A shape or marker of the live map. */
export interface Mark {
	readonly place: string;
	readonly tier: string;
	readonly shape: boolean;
	/** Path data; of a marker, its position in the view box. */
	readonly d: string;
	readonly at: readonly [x: number, y: number];
}

/** Every shape and marker of the live map, in paint order. */
export function marksOf(page: Page): Promise<Mark[]> {
	return page.locator("tier-map svg [data-place]").evaluateAll((all) =>
		all.map((mark) => {
			const number = (name: string) => Number(mark.getAttribute(name));
			return {
				place: mark.getAttribute("data-place") ?? "",
				tier: mark.getAttribute("data-tier") ?? "",
				shape: mark.localName === "path",
				d: mark.getAttribute("d") ?? "",
				at: [number("cx"), number("cy")] as const,
			};
		}),
	);
}

/** Equal Earth about a meridian, fitted to where the live map draws the Earth. */
export async function projectionOf(
	page: Page,
	center: number,
): Promise<GeoProjection> {
	const [x, y, width, height] = await page
		.locator("tier-map svg path.outline")
		.evaluate((rim: SVGPathElement) => {
			const box = rim.getBBox();
			return [box.x, box.y, box.width, box.height] as const;
		});
	return geoEqualEarth()
		.rotate([-center, 0])
		.fitExtent(
			[
				[x, y],
				[x + width, y + height],
			],
			{ type: "Sphere" },
		);
}

/** A point of the screen, in pixels, at which a place is on top. */
export async function pointOn(
	page: Page,
	place: string,
): Promise<readonly [x: number, y: number]> {
	await part(page, "map").scrollIntoViewIfNeeded();
	const point = await page.evaluate((id) => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const marks = [...(root?.querySelectorAll(`[data-place="${id}"]`) ?? [])];
		const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.25, 0.75];
		for (const mark of marks.reverse()) {
			const { left, top, width, height } = mark.getBoundingClientRect();
			for (const down of steps)
				for (const along of steps) {
					const x = left + width * along;
					const y = top + height * down;
					if (root?.elementFromPoint(x, y) === mark) return [x, y] as const;
				}
		}
		return null;
	}, place);
	if (!point) throw new Error(`Nothing of ${place} can be pointed at.`);
	return point;
}

/** Clicks a place as a reader does, with the mouse. */
export async function clickPlace(page: Page, place: string): Promise<void> {
	const [x, y] = await pointOn(page, place);
	await page.mouse.click(x, y);
}

/** Picks a place as a host page does. */
export async function pick(page: Page, place: string): Promise<void> {
	await page
		.locator("tier-map")
		.evaluate((map: LiveMap, id) => map.select(id), place);
}

/** Clicks a position on the Earth, in degrees. */
export async function clickEarth(
	page: Page,
	center: number,
	at: readonly [longitude: number, latitude: number],
): Promise<void> {
	await part(page, "map").scrollIntoViewIfNeeded();
	const [x, y] = (await projectionOf(page, center))([...at]) ?? [0, 0];
	const point = await page.locator("tier-map svg path.outline").evaluate(
		(rim: SVGPathElement, [x, y]) => {
			const { a, d, e, f } = rim.getScreenCTM() ?? new DOMMatrix();
			return [x * a + e, y * d + f] as const;
		},
		[x, y] as const,
	);
	await page.mouse.click(...point);
}

/** The level of the map's state that a host page sees. */
export function selectedOn(page: Page): Promise<string | null> {
	return page
		.locator("tier-map")
		.evaluate((map: LiveMap) => map.getAttribute("selected"));
}

/** Where the page is, as its path and query. */
export function address(page: Page): string {
	const { searchParams } = new URL(page.url());
	return searchParams.toString();
}

/** Notes from now on every event of the map that reaches the document. */
export async function recordEvents(page: Page): Promise<void> {
	await page.evaluate(() => {
		const seen: { type: string; detail: unknown }[] = [];
		for (const type of [
			"tier-map-select",
			"tier-map-load",
			"tier-map-change",
			"tier-map-error",
		])
			document.addEventListener(type, (event) => {
				if (event instanceof CustomEvent)
					seen.push({ type, detail: event.detail });
			});
		Object.assign(window, { seen });
	});
}

/** The events noted so far. */
export function recordedEvents(
	page: Page,
): Promise<{ type: string; detail: unknown }[]> {
	return page.evaluate(() => ("seen" in window ? (window.seen as []) : []));
}
