// Every state of every part of the map, by name. A story is a page, what is done on it, and what of it is shown.

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {object} Story
 * @property {string} name folder and name of its picture
 * @property {string} [query] attributes of the map, as parameters of `story.html`
 * @property {string} [page] another page of `dist/` instead
 * @property {string} [show] selector of what is shown; the map otherwise
 * @property {number} [width] of the window, in pixels; 800 otherwise
 * @property {number} [tall] of what is shown, at most, in pixels; 1000 otherwise, 1600 of a whole page
 * @property {"light" | "dark"} [scheme]
 * @property {boolean} [forced] forced colours
 * @property {boolean} [touch] a screen that is touched
 * @property {boolean} [whole] the page from its top, at half its size
 * @property {(page: Page) => Promise<unknown>} [act] what is done on the page before
 * @property {(page: Page) => Promise<unknown>} [ready] instead of waiting until the map is ready
 */

const PANEL = "tier-map-panel";
const PICTURE = "tier-map-picture";
const ROUNDS = "tier-map-rounds";
const PHONE = 375;

/** @type {(id: string) => Story} */
const place = (id) => ({
	name: `panel/${id}`,
	query: `selected=${id}`,
	show: PANEL,
	// The beginning of it; the rest is prose.
	tall: 640,
});

/** @type {(text: string) => (page: Page) => Promise<void>} */
const search = (text) => async (page) => {
	await page.getByRole("combobox").first().fill(text);
	await page
		.locator(
			"tier-map-search [role=option], tier-map-search .none, tier-map-search [role=status]:not(:empty)",
		)
		.first()
		.waitFor();
};

/**
 * A tap on a small place in the midst of others.
 * @type {(page: Page) => Promise<void>}
 */
const crowd = async (page) => {
	const marker = page.locator(`${PICTURE} .marker[data-place=KNA]`).last();
	await marker.scrollIntoViewIfNeeded();
	// Markers are moved apart a moment after the map is there, and the gestures are loaded then.
	await page.waitForLoadState("networkidle");
	const { x, y, width, height } = await still(marker);
	await page.touchscreen.tap(x + width / 2, y + height / 2);
	await page.locator("tier-map .chooser button").first().waitFor();
};

/**
 * Plays two rounds on, and stands still while it plays.
 * @type {(page: Page) => Promise<void>}
 */
const play = async (page) => {
	await page.clock.install();
	await page.locator(`${ROUNDS} .play`).click();
	await page.clock.runFor(6000);
};

/** @type {readonly Story[]} */
const map = [
	{ name: "map/world", show: PICTURE },
	{ name: "map/world-in-chinese", query: "lang=zh", show: PICTURE },
	{ name: "map/dark", query: "theme=dark", scheme: "dark", show: PICTURE },
	{ name: "map/forced-colours", forced: true, show: PICTURE },
	{ name: "map/phone", width: PHONE, show: PICTURE },
	{ name: "map/shape-picked", query: "selected=KEN", show: PICTURE },
	{ name: "map/small-marker-picked", query: "selected=SGP", show: PICTURE },
	{ name: "map/territory-picked", query: "selected=GUF", show: PICTURE },
	{ name: "map/disputed-area-picked", query: "selected=XCR", show: PICTURE },
	{
		name: "map/region-picked",
		query: "selected=southeast-asia",
		show: PICTURE,
	},
	{ name: "map/issuer-picked", query: "selected=USA", show: PICTURE },
	{ name: "map/not-applicable-picked", query: "selected=ATA", show: PICTURE },
	{ name: "map/one-tier", query: "tier=3", show: PICTURE },
	{ name: "map/other-middle", query: "center=-100", show: PICTURE },
	{
		name: "map/hovered",
		show: PICTURE,
		act: async (page) => {
			await page.locator(`${PICTURE} path[data-place=BRA]`).first().hover();
			await page
				.locator(`${PICTURE} .tooltip`)
				.filter({ visible: true })
				.waitFor();
		},
	},
	{
		name: "map/keyboard",
		show: PICTURE,
		act: async (page) => {
			await page.locator(`${PICTURE} [role=listbox]`).focus();
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("ArrowRight");
		},
	},
	{
		name: "map/chooser",
		width: PHONE,
		touch: true,
		tall: 640,
		act: crowd,
	},
	{
		name: "map/chooser-dark",
		query: "theme=dark&lang=zh",
		scheme: "dark",
		width: PHONE,
		touch: true,
		tall: 640,
		act: crowd,
	},
	{
		name: "map/zoomed",
		query: "selected=SGP",
		show: PICTURE,
		act: async (page) => {
			await page
				.getByRole("button", { name: "Zoom to what is picked" })
				.click();
			await settled(page);
		},
	},
];

/** @type {readonly Story[]} */
const parts = [
	{ name: "legend/all", show: "tier-map-legend" },
	{ name: "legend/one-tier", query: "tier=2", show: "tier-map-legend" },
	{ name: "legend/phone", width: PHONE, show: "tier-map-legend" },
	{ name: "toolbar/tools", show: ".tools" },
	{ name: "toolbar/phone", width: PHONE, show: ".tools" },
	{
		name: "toolbar/save-menu",
		act: (page) => page.locator(".export button").first().click(),
		show: ".main",
		tall: 420,
	},
	{ name: "search/hits", act: search("nor"), show: ".main", tall: 420 },
	{
		name: "search/pinyin",
		query: "lang=zh",
		act: search("keniya"),
		show: ".main",
		tall: 420,
	},
	{ name: "search/no-hit", act: search("zzzz"), show: ".main", tall: 420 },
	{
		name: "search/phone",
		act: search("isl"),
		width: PHONE,
		show: ".main",
		tall: 420,
	},
	{
		name: "table/rows",
		query: "view=table",
		show: "tier-map-table",
		tall: 480,
	},
	{
		name: "table/in-chinese",
		query: "view=table&lang=zh",
		show: "tier-map-table",
		tall: 480,
	},
	{
		name: "table/phone",
		query: "view=table",
		width: PHONE,
		show: "tier-map-table",
		tall: 480,
	},
	{
		name: "table/dark",
		query: "view=table&theme=dark&selected=ALB",
		scheme: "dark",
		show: "tier-map-table",
		tall: 480,
	},
	{
		name: "table/no-row",
		query: "view=table",
		show: "tier-map-table",
		tall: 480,
		act: (page) => page.locator("tier-map-table input").fill("zzzz"),
	},
];

/** @type {readonly Story[]} */
const rounds = [
	{ name: "rounds/default", show: ROUNDS },
	{ name: "rounds/first", query: "round=2022-08-26", show: ROUNDS },
	{ name: "rounds/colours-kept", query: "round=2025-01-15", show: ROUNDS },
	{ name: "rounds/last", query: "round=2026-07-10&lang=zh", show: ROUNDS },
	{ name: "rounds/dark", query: "theme=dark", scheme: "dark", show: ROUNDS },
	{ name: "rounds/phone", width: PHONE, show: ROUNDS },
	{
		name: "rounds/playing",
		query: "round=2022-08-26",
		show: ROUNDS,
		act: play,
	},
	{
		name: "rounds/playing-phone",
		query: "round=2024-04-04&lang=zh",
		width: PHONE,
		show: ROUNDS,
		act: play,
	},
	{
		name: "rounds/counts",
		show: ROUNDS,
		act: (page) => page.locator(`${ROUNDS} details summary`).first().click(),
	},
];

/** @type {readonly Story[]} */
const panels = [
	{ name: "panel/nothing-picked", show: PANEL },
	place("KEN"),
	place("SGP"),
	place("GUF"),
	place("XCR"),
	place("BTN"),
	place("southeast-asia"),
	place("USA"),
	place("ATA"),
	{ ...place("CHN"), name: "panel/in-chinese", query: "selected=CHN&lang=zh" },
	{
		...place("CHN"),
		name: "panel/dark",
		query: "selected=CHN&theme=dark",
		scheme: "dark",
	},
	{ ...place("CHN"), name: "panel/forced-colours", forced: true },
	{ ...place("CHN"), name: "panel/phone", width: PHONE },
	{
		name: "panel/another-round",
		query: "selected=TWN&round=2023-10-17",
		show: PANEL,
		tall: 640,
	},
];

/** @type {readonly Story[]} */
const wholes = [
	{
		name: "whole/side",
		query: "selected=KEN&panel=side",
		width: 1280,
		whole: true,
	},
	{
		name: "whole/below",
		query: "selected=KEN&panel=below",
		width: 800,
		whole: true,
	},
	{ name: "whole/none", query: "panel=none", whole: true },
	{
		name: "whole/long-names",
		query: "src=long.json&selected=KEN",
		width: 900,
		whole: true,
	},
	{
		name: "whole/long-names-phone",
		query: "src=long.json&selected=KEN",
		width: PHONE,
		whole: true,
	},
	{
		name: "whole/unknown-place",
		query: "selected=QQQ&round=1999-12-31&tier=9",
		whole: true,
	},
	{
		name: "whole/loading",
		query: "src=slow.json",
		ready: (page) => page.locator("tier-map").waitFor({ state: "attached" }),
	},
	{
		name: "whole/failed",
		query: "src=missing.json",
		ready: (page) => page.locator("tier-map button").waitFor(),
	},
	{
		name: "whole/failed-in-chinese",
		query: "src=missing.json&lang=zh",
		ready: (page) => page.locator("tier-map button").waitFor(),
	},
	{
		name: "whole/iframe-page",
		page: "embed.html?lang=en&selected=KEN",
		width: 700,
		whole: true,
	},
	{
		name: "whole/text-page",
		page: "argument.en.html",
		tall: 900,
		show: "main",
	},
	{
		name: "whole/embed-builder",
		page: "index.html?lang=en",
		show: "details.embed",
		act: async (page) => {
			await page.locator("details.embed summary").click();
			await page.locator("details.embed tier-map tier-map-panel").waitFor();
			// The code names this server's port and this build's files.
			await page.locator("details.embed textarea").evaluateAll((all) => {
				for (const code of all)
					if (code instanceof HTMLTextAreaElement)
						code.value = code.value
							.replace(/:\d+/g, "")
							.replace(/-[0-9a-f]{8}\./g, "-….")
							.replace(/sha384-[^"]+/g, "sha384-…");
			});
		},
	},
];

/** @type {readonly Story[]} */
const rightToLeft = [
	{ name: "right-to-left/side", query: "selected=KEN", width: 1280, tall: 900 },
	{ name: "right-to-left/phone", query: "selected=SGP", width: PHONE },
	{ name: "right-to-left/rounds", show: ROUNDS },
	{ name: "right-to-left/rounds-phone", width: PHONE, show: ROUNDS },
	{ name: "right-to-left/table", query: "view=table", show: "tier-map-table" },
	{
		name: "right-to-left/chooser",
		width: PHONE,
		touch: true,
		tall: 640,
		act: crowd,
	},
	{ name: "right-to-left/search", act: search("נור"), show: ".main" },
].map((story) => ({
	tall: 480,
	...story,
	query: `src=rtl.json&lang=he&${story.query ?? ""}`,
}));

/** @type {readonly Story[]} */
const pages = [375, 768, 1280, 1680].flatMap((width) =>
	["en", "zh"].flatMap((lang) =>
		/** @type {const} */ (["light", "dark"]).map((scheme) => ({
			name: `page/${width}-${lang}-${scheme}`,
			page: `index.html?lang=${lang}`,
			width,
			scheme,
			whole: true,
			tall: 1900,
		})),
	),
);

/** @type {readonly Story[]} */
const sections = ["reading", "rounds", "data"].flatMap((section) =>
	/** @type {const} */ ([
		["en", 1280],
		["zh", PHONE],
	]).map(([lang, width]) => ({
		name: `page/${section}-${lang}`,
		page: `index.html?lang=${lang}`,
		show: `#${section}-${lang}`,
		width,
		tall: 2000,
	})),
);

/** @type {readonly Story[]} */
export const stories = [
	...map,
	...parts,
	...rounds,
	...panels,
	...wholes,
	...rightToLeft,
	...pages,
	...sections,
];

/**
 * Where something is that has come to rest.
 * @param {import("playwright-core").Locator} locator
 */
async function still(locator) {
	for (let before = ""; ; ) {
		const box = await locator.boundingBox();
		if (!box) throw new Error(`${locator} isn't shown.`);
		if (JSON.stringify(box) === before) return box;
		before = JSON.stringify(box);
		await locator.page().waitForTimeout(250);
	}
}

/**
 * Waits until nothing on the page moves.
 * @param {Page} page
 */
async function settled(page) {
	await page.waitForFunction(() =>
		document.getAnimations().every(({ playState }) => playState !== "running"),
	);
}
