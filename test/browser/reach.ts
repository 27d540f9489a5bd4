/** What the tests of reach share: a map that is ready for every gesture, and where its places are. */
import type { Page } from "playwright-core";
import { openMap, type PageOptions, type TestPage } from "./harness.ts";
import { part } from "./reading.ts";

/** Opens a map and waits until what comes after the first paint is there: the list, the gestures, and the markers laid out for its size. */
export async function openReady(options: PageOptions = {}): Promise<TestPage> {
	const page = await openMap(options);
	await page.locator("tier-map #option-ZWE").waitFor({ state: "attached" });
	// D3 keeps the state of the zoom on the element that takes the gestures.
	await page.waitForFunction(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const map = root?.querySelector('[part~="map"] .map');
		return map && "__zoom" in map;
	});
	await settle(page);
	return page;
}

/** Waits until the map has come to rest: its markers are laid out anew a moment after it has moved. */
export async function settle(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				const look = () =>
					[...(root?.querySelectorAll(".marker") ?? [])]
						.map((marker) => marker.getAttribute("transform"))
						.join();
				let last = "";
				let still = 0;
				const frame = () => {
					const now = look();
					still = now === last ? still + 1 : 0;
					last = now;
					if (still > 30) done();
					else requestAnimationFrame(frame);
				};
				frame();
			}),
	);
}

/**
 * Lets the page's own clock go on, where what the reader does next means something else by then: a tap that is
 * no second of a double tap, a letter that begins a new name.
 *
 * @param milliseconds by the clock that events carry
 */
export async function later(page: Page, milliseconds: number): Promise<void> {
	await page.evaluate(async (milliseconds) => {
		const start = performance.now();
		while (performance.now() - start <= milliseconds)
			await new Promise(requestAnimationFrame);
	}, milliseconds);
}

/** Magnification of the map, as drawn. */
export async function zoomOf(page: Page): Promise<number> {
	return Number(/scale\(([\d.]+)\)/.exec(await viewOf(page))?.[1] ?? 1);
}

/** The layers' CSS transform, as drawn. */
export function viewOf(page: Page): Promise<string> {
	return part(page, "map").evaluate(
		(map: HTMLElement) =>
			map.querySelector<SVGGElement>(".places")?.style.transform || "none",
	);
}

/** Presses a button, by its name. */
export async function press(page: Page, label: string): Promise<void> {
	const map = page.locator("tier-map");
	await map.getByRole("button", { name: label, exact: true }).click();
}

/** What each place is called, with its tier, as the list that stands for the map says it. */
export async function labelsOf(page: Page): Promise<Map<string, string>> {
	const labels = await page
		.locator("tier-map [role=listbox] [id^=option-]")
		.evaluateAll((all) =>
			all.map((option): [string, string] => [
				option.id.replace("option-", ""),
				option.textContent?.trim() ?? "",
			]),
		);
	return new Map(labels);
}

/**
 * Where to aim for each place, in pixels of the window: its marker's middle, or a point at which its shape
 * is on top; where markers cover all of it, a point of its outline.
 */
export async function targetsOf(
	page: Page,
): Promise<Map<string, [x: number, y: number]>> {
	const targets = await page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const found: [string, [number, number]][] = [];
		const seen = new Set<string>();
		const marks = [
			...(root?.querySelectorAll<SVGGeometryElement>("svg [data-place]") ?? []),
		];
		// Markers are painted last.
		for (const mark of marks.toReversed()) {
			const place = mark.dataset.place ?? "";
			if (seen.has(place)) continue;
			const { left, top, width, height } = mark.getBoundingClientRect();
			for (let i = 0; i < 17 * 17 && !seen.has(place); i++) {
				// From the middle outwards.
				const along = (((i % 17) + 8) % 17) / 16;
				const down = ((Math.floor(i / 17) + 8) % 17) / 16;
				const x = left + width * along;
				const y = top + height * down;
				if (root?.elementFromPoint(x, y) !== mark) continue;
				found.push([place, [x, y]]);
				seen.add(place);
			}
			const matrix = mark.getScreenCTM();
			if (seen.has(place) || !matrix) continue;
			const { x, y } = mark.getPointAtLength(0).matrixTransform(matrix);
			found.push([place, [x, y]]);
			seen.add(place);
		}
		return found;
	});
	return new Map(targets);
}

/** Brings the map into the middle of the window. */
export async function centre(page: Page): Promise<void> {
	await part(page, "map").evaluate((map) =>
		map.scrollIntoView({ block: "center", behavior: "instant" }),
	);
}
