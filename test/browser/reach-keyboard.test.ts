import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectedTiers } from "../fixtures/read.ts";
import { labelsOf, later, openReady } from "./reach.ts";
import {
	part,
	patient,
	recordEvents,
	recordedEvents,
	selectedOn,
} from "./reading.ts";

/** A letter typed that long after the last one begins a new name, in milliseconds. */
const NEW_NAME = 1000;

const arrows = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] as const;
type Arrow = (typeof arrows)[number];

const list = (page: Page) => page.locator("tier-map [role=listbox].proxy");

/** The place the keyboard is on, as a screen reader is told. */
async function cursorOn(page: Page): Promise<string> {
	const id = await list(page).getAttribute("aria-activedescendant");
	return id?.replace("option-", "") ?? "";
}

/** Gives the map the focus as a reader does: with Tab, from the legend. */
async function enterMap(page: Page): Promise<void> {
	await part(page, "legend").locator("button").first().focus();
	await page.keyboard.press("Tab");
	await expect.poll(() => cursorOn(page), patient).not.toBe("");
	// The arrow keys' graph arrives with the focus.
	const start = await cursorOn(page);
	await expect
		.poll(async () => {
			await page.keyboard.press("ArrowDown");
			return cursorOn(page);
		}, patient)
		.not.toBe(start);
}

describe("arrow keys alone", () => {
	it("lead to every place, and Enter picks it", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await recordEvents(page);
		await enterMap(page);
		const box = await list(page).elementHandle();
		const cursor = async () =>
			(await box?.getAttribute("aria-activedescendant"))?.slice(7) ?? "";
		const known = new Map<string, Map<Arrow, string>>();
		let at = await cursorOn(page);
		const arrive = async (place: string) => {
			at = place;
			if (known.has(place)) return;
			known.set(place, new Map());
			await page.keyboard.press("Enter");
		};
		await arrive(at);
		for (;;) {
			const way = wayToUntried(known, at);
			if (!way) break;
			for (const arrow of way) {
				const from = at;
				await page.keyboard.press(arrow);
				await arrive(await cursor());
				known.get(from)?.set(arrow, at);
			}
			if (known.size === 254) break;
		}
		const tiers = expectedTiers();
		expect([...known.keys()].toSorted()).toEqual([...tiers.keys()].toSorted());
		const events = await recordedEvents(page);
		expect(events.every(({ type }) => type === "tier-map-select")).toBe(true);
		expect(events.map(({ detail }) => detail)).toEqual(
			[...known.keys()].map((id) => ({
				id,
				kind: "place",
				tier: tiers.get(id),
				via: "keyboard",
			})),
		);
	}, 240_000);
});

/** The arrows to press to get to the nearest direction that hasn't been tried. */
function wayToUntried(
	known: ReadonlyMap<string, ReadonlyMap<Arrow, string>>,
	from: string,
): Arrow[] | null {
	const ways = new Map<string, Arrow[]>([[from, []]]);
	for (const [place, way] of ways) {
		const tried = known.get(place);
		const untried = arrows.find((arrow) => !tried?.has(arrow));
		if (untried) return [...way, untried];
		for (const [arrow, to] of tried ?? [])
			if (!ways.has(to)) ways.set(to, [...way, arrow]);
	}
	return null;
}

describe("other keys on the map", () => {
	it("go within the tier, to the ends, to a name, and a step back", {
		tags: ["smoke"],
	}, async () => {
		const page = await openReady({ path: "/?lang=en&selected=KEN" });
		const labels = await labelsOf(page);
		await part(page, "legend").locator("button").first().focus();
		await page.keyboard.press("Tab");
		await expect.poll(() => cursorOn(page), patient).toBe("KEN");

		const order = [...labels.keys()];
		const first = order[0] ?? "";
		const last = order.at(-1) ?? "";
		await page.keyboard.press("Home");
		expect(await cursorOn(page)).toBe(first);
		await page.keyboard.press("End");
		expect(await cursorOn(page)).toBe(last);

		await page.keyboard.type("china");
		expect(await cursorOn(page)).toBe("CHN");
		const tier = expectedTiers();
		const third = order.filter((id) => tier.get(id) === "3");
		const walked: string[] = [];
		for (let i = 0; i < third.length; i++) {
			await page.keyboard.press("]");
			walked.push(await cursorOn(page));
		}
		expect(walked.at(-1)).toBe("CHN");
		expect(walked.toSorted()).toEqual(third.toSorted());
		await page.keyboard.press("]");
		await page.keyboard.press("[");
		expect(await cursorOn(page)).toBe("CHN");

		// A second after the last letter a new name begins; accents may be left off.
		await later(page, NEW_NAME);
		await page.keyboard.type("turkiye");
		expect(await cursorOn(page)).toBe("TUR");
		await later(page, NEW_NAME);
		await page.keyboard.type("Sri L");
		expect(await cursorOn(page)).toBe("LKA");
		expect(await selectedOn(page)).toBe("KEN");
		await page.keyboard.press("Enter");
		expect(await selectedOn(page)).toBe("LKA");
		await page.keyboard.press("Escape");
		expect(await selectedOn(page)).toBe(null);
		expect(await cursorOn(page)).toBe("LKA");
	});

	it("leave to the host page what they have no use for", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await page.evaluate(() => {
			const left: string[] = [];
			document.addEventListener("keydown", (event) => {
				if (!event.defaultPrevented)
					left.push((event.ctrlKey ? "Ctrl+" : "") + event.key);
			});
			Object.assign(window, { left });
		});
		await enterMap(page);
		for (const key of ["Escape", "Control+ArrowRight", "PageDown", "F1"])
			await page.keyboard.press(key);
		const left = await page.evaluate(() =>
			"left" in window ? (window.left as string[]) : [],
		);
		expect(left.filter((key) => key !== "Control")).toEqual([
			"Tab",
			"Escape",
			"Ctrl+Control",
			"Ctrl+ArrowRight",
			"PageDown",
			"F1",
		]);
	});

	it("do nothing while the focus is elsewhere", async () => {
		const page = await openReady({ path: "/?lang=en&selected=KEN" });
		await enterMap(page);
		const before = await cursorOn(page);
		const keys = ["ArrowRight", "ArrowDown", "[", "]", "Home", "End", "k"];
		const elsewhere = [
			page.locator(".masthead a").first(),
			part(page, "legend").locator("button").first(),
			part(page, "panel").locator("a").first(),
			page.locator("tier-map [part~=search] input"),
		];
		for (const control of elsewhere) {
			await control.focus();
			for (const key of keys) await page.keyboard.press(key);
			expect(await cursorOn(page)).toBe(before);
			expect(await selectedOn(page)).toBe("KEN");
		}
	});
});

describe("the way through by Tab", () => {
	it.each([
		["en", ""],
		["en", "&selected=KEN"],
		["zh", "&selected=eu"],
	])(
		"has at most six stops beside the panel's own: %s %s",
		async (lang, more) => {
			const page = await openReady({ path: `/?lang=${lang}${more}` });
			await part(page, "panel").locator("h2").waitFor();
			const stops: string[] = [];
			for (let i = 0; i < 200; i++) {
				await page.keyboard.press("Tab");
				const stop = await page.evaluate(() => {
					const host = document.activeElement;
					const focused = host?.shadowRoot?.activeElement;
					return focused?.closest("[part]")?.getAttribute("part") ?? null;
				});
				if (stop) stops.push(stop);
				// The page's own links stand before and after it.
				else if (stops.length) break;
			}
			const own = stops.filter((stop) => stop !== "panel");
			expect(own).toEqual([
				"search",
				"toolbar",
				"legend",
				"map",
				"rounds",
				"rounds",
			]);
			expect(stops.length).toBeGreaterThan(own.length);
			// And back again.
			await page.keyboard.press("Shift+Tab");
			expect(
				await page.evaluate(() =>
					document.activeElement?.shadowRoot?.activeElement
						?.closest("[part]")
						?.getAttribute("part"),
				),
			).toBe("rounds");
		},
	);

	it("leaves no control of the rounds out of the keyboard's reach", async () => {
		const page = await openReady({ path: "/?lang=en" });
		const rounds = page.locator("tier-map [part~=rounds]");
		await rounds.locator(".cite").first().waitFor();
		const controls = await rounds
			.locator("button, summary, .cite")
			.evaluateAll((all) => all.map((control) => control.textContent?.trim()));
		await rounds.locator("input[type=range]").focus();
		await page.keyboard.press("Tab");
		const reached: (string | undefined)[] = [];
		for (const _ of controls) {
			reached.push(
				await page.evaluate(() =>
					document.activeElement?.shadowRoot?.activeElement?.textContent?.trim(),
				),
			);
			await page.keyboard.press("ArrowRight");
		}
		expect(reached).toEqual(controls);
	});
});

describe.each(["light", "dark"] as const)("the focus, %s", (colorScheme) => {
	it("shows as a ring of two colours round the map and round the place", async () => {
		const page = await openReady({ path: "/?lang=en", colorScheme });
		const cursor = page.locator("tier-map svg g.cursor");
		expect(await cursor.isVisible()).toBe(false);
		await enterMap(page);
		const ring = await list(page).evaluate((element) => {
			const { outlineColor, outlineStyle, outlineWidth, boxShadow } =
				getComputedStyle(element);
			return { outlineColor, outlineStyle, outlineWidth, boxShadow };
		});
		expect(ring.outlineStyle).toBe("solid");
		expect(Number.parseFloat(ring.outlineWidth)).toBeGreaterThanOrEqual(2);
		const [, shadow = ""] = /^(.*?\))/.exec(ring.boxShadow) ?? [];
		expect(contrast(ring.outlineColor, shadow)).toBeGreaterThanOrEqual(3);

		await expect.poll(() => cursor.isVisible(), patient).toBe(true);
		const [halo = "", line = ""] = await cursor
			.locator("path")
			.evaluateAll((paths) =>
				paths.map((path) => getComputedStyle(path).stroke),
			);
		expect(contrast(halo, line)).toBeGreaterThanOrEqual(3);
	});
});

/** WCAG contrast ratio of two colours as a browser computes them, `rgb(…)`. */
function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
		const value = Number(part) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
