/**
 * Every file that the build left, spoilt in every way, in every way to show the map: the reader has a working map, or a
 * line that says what is missing and something to press that works once the server does, without loading the page anew.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TierMap } from "../../src/components/tier-map/tier-map.ts";
import { openPage } from "./harness.ts";
import { type HostServer, makeBundle, put, serveHosts } from "./hosts.ts";
import { dist } from "./serve.mjs";

const { path: pinned, integrity } = JSON.parse(
	readFileSync(join(dist, "embed.json"), "utf8"),
).files["tier-map.js"];

/** Ways to show the map, and where. */
const ways = {
	page: "tier-map/index.html?lang=en",
	embed: "tier-map/embed.html?lang=en",
	"script tag": "script-tag.html",
	pinned: "pinned.html",
};
type Way = keyof typeof ways;

/** Longer than the program waits for any file, in milliseconds. */
const PATIENCE = 8000;

const faults: Readonly<
	Record<string, (route: Route, whole: () => Promise<string>) => Promise<void>>
> = {
	"cut short": async (route, whole) => {
		const text = await whole();
		await route.fulfill({
			contentType: typeOf(route),
			body: text.slice(0, text.length / 2),
		});
	},
	"answered with an error": (route) =>
		route.fulfill({ status: 500, contentType: "text/plain", body: "Sorry" }),
	"answered with HTML": (route) =>
		route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Hi" }),
	// Never answered: what comes next isn't told of it.
	"left hanging": async () => {},
};

function typeOf(route: Route): string {
	return route.request().url().includes(".css")
		? "text/css"
		: "text/javascript";
}

/** What a file is for: how a reader comes to need it, is told that it is missing, and sees that it is there. */
interface Use {
	readonly ways?: readonly Way[];
	/** The page asks for it itself, before the program, which doesn't wait for it for ever. */
	readonly isTagged?: boolean;
	/** Needed as soon as the page is there where it doesn't say how. */
	readonly need?: (page: Page) => Promise<unknown>;
	/** The line that tells it; null where nothing is missing without it. */
	readonly told: ((page: Page) => Promise<unknown>) | null;
	/** What a reader presses then. */
	readonly again?: (page: Page) => Promise<unknown>;
	readonly works?: (page: Page) => Promise<unknown>;
}

const alert = (page: Page) =>
	page.getByRole("alert").filter({ visible: true }).first();
const tryAgain = (page: Page) =>
	alert(page).getByRole("button", { name: "Try again" }).click();
const hinted = (page: Page) =>
	page
		.getByRole("status")
		.filter({ hasText: "Part of the map could not" })
		.waitFor();
/** The map and its argument are there and answer. */
const answers = async (page: Page) => {
	// Not the picture that stands there before, and nowhere near a marker.
	await page
		.locator('tier-map tier-map-picture path[data-place="KAZ"]')
		.first()
		.click();
	await page
		.locator("tier-map tier-map-panel h2", { hasText: "Kazakhstan" })
		.waitFor();
	await page.locator("tier-map tier-map-panel .voice").first().waitFor();
	expect(await page.getByRole("alert").filter({ visible: true }).count()).toBe(
		0,
	);
};
const settled = (page: Page) =>
	page.locator("tier-map tier-map-panel .voice").first().waitFor();
const zoomIn = async (page: Page) => {
	await settled(page);
	await page.getByRole("button", { name: "Zoom in" }).click();
};
const zoomed = (page: Page) =>
	expect
		.poll(() =>
			page
				.locator("tier-map .markers")
				.evaluate((e: SVGElement) => e.style.getPropertyValue("--scale")),
		)
		.not.toBe(unzoomed);
let unzoomed = "";
const setOn = (attribute: string, value: string) => async (page: Page) => {
	await settled(page);
	await page
		.locator("tier-map")
		.evaluate((map, [name, value]) => map.setAttribute(name, value), [
			attribute,
			value,
		] as const);
};
const save = async (page: Page) => {
	await settled(page);
	await page.getByRole("button", { name: "Save" }).click();
	const [item] = [page.getByRole("menuitem").first()];
	await item.click();
};
const saved = (page: Page) =>
	page.getByRole("status").filter({ hasText: "Saved" }).waitFor();

const map: Use = {
	told: (page) => alert(page).waitFor(),
	again: tryAgain,
	works: answers,
};
const gestures: Use = {
	need: async (page) => {
		await settled(page);
		unzoomed = await page
			.locator("tier-map .markers")
			.evaluate((e: SVGElement) => e.style.getPropertyValue("--scale"));
		await zoomIn(page);
	},
	told: hinted,
	again: zoomIn,
	works: zoomed,
};
const own: Use = {
	...map,
	need: setOn("src", "/good.json"),
	works: async (page) => {
		await page
			.locator("tier-map tier-map-legend", { hasText: "Mine" })
			.waitFor();
		await answers(page);
	},
};
const figure: Use = {
	need: save,
	told: (page) => page.locator("tier-map .export-failed").waitFor(),
	again: save,
	works: saved,
};
const quiet: Use = { told: null, works: answers };
/** Nothing of ours runs without it: what stands in the page stays. */
const fallback = (ways: readonly Way[]): Use => ({
	ways,
	told: (page) => page.locator("tier-map > .fallback").waitFor(),
});

/** By the beginning of a file's name, the longest first. */
const uses: Readonly<Record<string, Use>> = {
	"core-en": map,
	"i18n-map-en": map,
	"i18n-en": map,
	"argument-en": map,
	later: map,
	gestures,
	drawing: gestures,
	"search-en": {
		need: async (page) => {
			await settled(page);
			await page.getByRole("combobox").fill("braz");
		},
		told: (page) =>
			page
				.getByRole("status")
				.filter({ hasText: "could not be loaded" })
				.waitFor(),
		again: (page) => page.getByRole("combobox").fill("brazi"),
		works: (page) =>
			page.locator("tier-map li[role=option]", { hasText: "Brazil" }).waitFor(),
	},
	"neighbours-en": {
		need: async (page) => {
			await settled(page);
			await page.locator("tier-map [role=listbox].proxy").focus();
		},
		told: hinted,
		again: (page) => page.keyboard.press("ArrowRight"),
		works: async (page) => {
			const cursor = () =>
				page
					.locator("tier-map [role=listbox].proxy")
					.getAttribute("aria-activedescendant");
			const before = await cursor();
			await expect
				.poll(async () => {
					await page.keyboard.press("ArrowRight");
					return cursor();
				})
				.not.toBe(before);
		},
	},
	projection: { ...map, need: setOn("center", "100") },
	world: { ...map, need: setOn("center", "100") },
	"rolldown-runtime": { ...map, need: setOn("center", "100") },
	"own-data": own,
	given: own,
	"figure-web-en": figure,
	figure,
	"figure-print-en": {
		need: async (page) => {
			await settled(page);
			await page.locator("tier-map").evaluate((map: TierMap) => {
				map
					.toSVG({ profile: "print" })
					.then(
						() => "drawn",
						() => "refused",
					)
					.then((said) => {
						document.title = said;
					});
			});
		},
		told: (page) => page.waitForFunction(() => document.title === "refused"),
		works: (page) =>
			page
				.locator("tier-map")
				.evaluate((map: TierMap) => map.toSVG({ profile: "print" })),
	},
	// Outlines that are coarse, and a page without its style, still work.
	"fine-en": {
		told: null,
		need: async (page) => {
			for (let i = 0; i < 3; i++) await zoomIn(page);
		},
		works: async (page) => {
			await page.getByRole("combobox").fill("braz");
			await page.getByRole("combobox").press("Enter");
			await page
				.locator("tier-map tier-map-panel h2", { hasText: "Brazil" })
				.waitFor();
		},
	},
	"index-": { ...quiet, ways: ["page"] },
	"builder-css": {
		...quiet,
		ways: ["page"],
		need: async (page) => {
			await settled(page);
			await page.locator("details.embed > summary").click();
		},
	},
	"embed-css": { ...quiet, ways: ["embed"] },
	paint: { ...quiet, ways: ["page", "embed"] },
	"start.js": { ...quiet, ways: ["page", "embed"] },
	"page-": {
		...map,
		ways: ["page"],
		isTagged: true,
		works: async (page) => {
			await answers(page);
			expect(page.url()).toContain("selected=KAZ");
		},
	},
	"frame-": { ...map, ways: ["embed"], isTagged: true },
	"builder-": {
		ways: ["page"],
		need: async (page) => {
			await settled(page);
			await page.locator("details.embed > summary").click();
		},
		told: (page) => page.locator("details.embed .failed:visible").waitFor(),
		again: async (page) => {
			await page.locator("details.embed > summary").click();
			await page.locator("details.embed > summary").click();
		},
		works: (page) => page.locator("details.embed textarea").waitFor(),
	},
	"picture-en": { ...map, ways: ["script tag", "pinned"] },
	"tier-map.js": { ...map, ways: ["page"] },
	"tier-map-": { ...map, ways: ["embed"] },
};

/** What is left is the same in another language, is loaded by no map, or has no script that could tell. */
const elsewhere =
	/-zh-|^(embed\.js|embed-\d.*\.js|404-.*|argument-[^e].*\.css|argument-\w{8}\.css)$/;

/** Its name for `uses`, and what it is for. */
function useOf(file: string, way?: Way): [name: string, use: Use] | undefined {
	if (file === "tier-map.js" && way === "script tag")
		return [file, fallback(["script tag"])];
	const named = file.endsWith(".css")
		? file.replace(/^(embed|builder)-/, "$1-css-")
		: file;
	return Object.entries(uses)
		.sort(([a], [b]) => b.length - a.length)
		.find(([name]) => named.startsWith(name));
}

const files = [
	...readdirSync(join(dist, "assets")),
	...readdirSync(dist).filter((file) => file.endsWith(".js")),
].filter((file) => !elsewhere.test(file));

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
	const bundle = makeBundle();
	for (const { core } of Object.values(bundle.editions))
		Object.assign(core, {
			tiers: core.tiers.map((tier) => ({ ...tier, name: `Mine ${tier.id}` })),
			strings: {},
		});
	put(hosts, "good.json", JSON.stringify(bundle));
	const host = (script: string) =>
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
		${script}<tier-map><p class="fallback">The map as text.</p></tier-map>`;
	put(
		hosts,
		"script-tag.html",
		host('<script type="module" src="/tier-map/tier-map.js"></script>'),
	);
	put(
		hosts,
		"pinned.html",
		host(
			`<script src="/tier-map/${pinned}" integrity="${integrity}" crossorigin="anonymous" defer></script>`,
		),
	);
});
afterAll(() => hosts.close());

it("every file of the build has a use here", () => {
	expect(files.filter((file) => !useOf(file))).toEqual([]);
	const left = new Set(files.map((file) => useOf(file)?.[0]));
	expect(Object.keys(uses).filter((name) => !left.has(name))).toEqual([]);
});

describe.each(Object.entries(ways) as [Way, string][])("%s", (way, path) => {
	const needed = files.filter(
		(file) => useOf(file, way)?.[1].ways?.includes(way) ?? true,
	);

	it.each(Object.entries(faults))(
		"with each file %s",
		async (kind, answer) => {
			const page = await openPage({ path: `${hosts.url}/host.css` });
			page.setDefaultTimeout(10_000);
			await page.clock.install();
			let spoilt: string | null = null;
			let asked = 0;
			await page.route("**/tier-map/**", async (route) => {
				const { pathname } = new URL(route.request().url());
				if (!spoilt || !pathname.endsWith(`/${spoilt}`))
					return route.fallback();
				asked += 1;
				await answer(route, async () => (await route.fetch()).text());
			});
			const failed: string[] = [];
			for (const [index, file] of needed.entries()) {
				// Two faults of the four for each file and way, all four for each file; ALL_FAULTS=1 tries every one.
				const turn = index + Object.keys(ways).indexOf(way);
				if (
					!process.env.ALL_FAULTS &&
					(turn + Object.keys(faults).indexOf(kind)) % 2
				)
					continue;
				const use = useOf(file, way)?.[1];
				if (!use) continue;
				const { need, told, again, works, isTagged } = use;
				try {
					spoilt = file;
					asked = 0;
					await page.goto(`${hosts.url}/${path}`, { waitUntil: "commit" });
					const waiting = (async () => {
						await need?.(page);
						await told?.(page);
					})();
					waiting.catch(() => {});
					await expect
						.poll(() => asked, { timeout: 10_000 })
						.toBeGreaterThan(0);
					if (isTagged && kind === "left hanging") {
						await page.clock.fastForward(PATIENCE / 2);
						await page.waitForFunction(() => customElements.get("tier-map"));
					}
					if (kind === "left hanging") await page.clock.fastForward(PATIENCE);
					await waiting;
					if (told && works) {
						spoilt = null;
						await again?.(page);
					}
					await works?.(page);
				} catch (error) {
					failed.push(`${file}: ${error}`);
				}
			}
			const problems = page.problems();
			expect(failed).toEqual([]);
			// What is cut short is said by the map, not by the console; but for what no script of ours could watch.
			expect(
				problems
					.filter((problem) => problem.startsWith("error:"))
					.filter((problem) => !/SyntaxError|^error: $/.test(problem)),
			).toEqual([]);
		},
		300_000,
	);
});
