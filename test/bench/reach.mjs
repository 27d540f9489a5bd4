// `npm run bench:reach`: by which ways, and in how many actions, every place of the map is reached.
// It drives the built page in Chromium and prints a table; it fails nothing. Another build's folder can be named.
import { launch } from "../browser/chromium.mjs";
import { dist, ensureBuilt, serve } from "../browser/serve.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {readonly [x: number, y: number]} Point */
/** @typedef {{ text: string, at: Point }} Row */

/** Pairs from all over the map, near and far; the same every time. */
const PAIRS = `KEN-SGP FRA-POL USA-CHN BRA-ZAF ISL-NZL MLT-VAT CHL-CAN IND-AUS
	JPN-DEU NRU-KIR BHR-QAT MAC-HKG KNA-LCA TUV-FJI GIB-AND MEX-ARG RUS-ZAF SWE-ITA EGY-NAM
	MNG-LKA PER-ESP GBR-JPN TWN-USA NGA-IRN IDN-MDG KAZ-VNM CUB-COL PNG-PHL FIN-GRC XKX-XSL`
	.split(/\s+/)
	.map((pair) => pair.split("-"));
const NEAR = 20;
const arrows = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];

const [folder] = process.argv.slice(2);
if (!folder) ensureBuilt();
const server = await serve(folder ?? dist);
const browser = await launch();

/**
 * @param {string} what
 * @param {(page: Page) => Promise<string>} measure
 * @param {{ width?: number, height?: number, hasTouch?: boolean, query?: string, mapWidth?: string }} [options]
 */
async function row(what, measure, options = {}) {
	const { width = 1280, height = 900, hasTouch = false, query = "" } = options;
	const { mapWidth = "" } = options;
	const context = await browser.newContext({
		viewport: { width, height },
		hasTouch,
		reducedMotion: "reduce",
	});
	const page = await context.newPage();
	await page.goto(`${server.url}/?lang=en${query}`);
	if (!query) {
		await page.locator("tier-map #option-ZWE").waitFor({ state: "attached" });
		// D3 keeps the state of the zoom on the element that takes the gestures.
		await page.waitForFunction(() => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			const element = root?.querySelector('[part~="map"] .map');
			return element && "__zoom" in element;
		});
		if (mapWidth) {
			await page.locator("tier-map").evaluate((element, mapWidth) => {
				element.setAttribute("panel", "below");
				element.style.setProperty("inline-size", mapWidth);
			}, mapWidth);
			await page.waitForTimeout(500);
		}
		await map(page).evaluate((element) =>
			element.scrollIntoView({ block: "center" }),
		);
	}
	const figure = await measure(page);
	console.log(`${what.padEnd(62)} ${figure}`);
	await context.close();
}

/** @param {Page} page */
const map = (page) => page.locator('tier-map [part~="map"]');
/** @param {Page} page */
const selected = (page) =>
	page
		.locator("tier-map")
		.evaluate((element) => element.getAttribute("selected"));

/**
 * @param {readonly number[]} values
 * @param {number} [digits]
 */
function spread(values, digits = 2) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return `max ${round(Math.max(...values), digits)}, mean ${round(mean, digits)}`;
}

/**
 * @param {number} value
 * @param {number} digits
 */
function round(value, digits) {
	return String(Number(value.toFixed(digits)));
}

/**
 * Share reached, and the actions that took.
 * @param {readonly (number | null)[]} actions by place; null where it wasn't reached
 */
function reached(actions) {
	const done = actions.filter((count) => count !== null);
	return `${round((100 * done.length) / actions.length, 1)} % of ${actions.length}; actions ${spread(done)}`;
}

/**
 * Where each place is drawn: its marker's middle, a point at which its shape is on top, or, where others
 * cover it, a point of its outline.
 * @param {Page} page
 * @returns {Promise<{ id: string, name: string, at: Point }[]>}
 */
function targets(page) {
	return page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		/** @type {Map<string, Point>} */
		const found = new Map();
		/** @type {NodeListOf<SVGGeometryElement> | undefined} */
		const marks = root?.querySelectorAll("svg [data-place]");
		for (const mark of [...(marks ?? [])].reverse()) {
			const id = mark.dataset.place ?? "";
			const box = mark.getBoundingClientRect();
			for (let i = 0; i < 17 * 17 && !found.has(id); i++) {
				const x = box.left + (box.width * (((i % 17) + 8) % 17)) / 16;
				const down = (Math.floor(i / 17) + 8) % 17;
				const y = box.top + (box.height * down) / 16;
				if (root?.elementFromPoint(x, y) === mark) found.set(id, [x, y]);
			}
			const matrix = mark.getScreenCTM();
			if (found.has(id) || !matrix) continue;
			const { x, y } = mark.getPointAtLength(0).matrixTransform(matrix);
			found.set(id, [x, y]);
		}
		return [...found].map(([id, at]) => ({
			id,
			at,
			name:
				root
					?.getElementById(`option-${id}`)
					?.textContent?.trim()
					.replace(/: [^:]*$/, "") ?? "",
		}));
	});
}

/**
 * Every second half as far along as the first, so that no two taps are near enough for a double tap.
 * @template {{ at: Point }} T
 * @param {readonly T[]} list
 */
function farApart(list) {
	const sorted = [...list].sort((a, b) => a.at[0] - b.at[0]);
	const half = Math.ceil(sorted.length / 2);
	return sorted
		.slice(0, half)
		.flatMap((one, i) => [one, ...sorted.slice(half + i, half + i + 1)]);
}

/** @param {Page} page */
async function byMouse(page) {
	const actions = [];
	for (const { id, at } of await targets(page)) {
		await page.mouse.click(...at);
		actions.push((await selected(page)) === id ? 1 : null);
	}
	return reached(actions);
}

/** @param {Page} page */
async function byTouch(page) {
	const actions = [];
	for (const { id, name, at } of farApart(await targets(page))) {
		await page.touchscreen.tap(...at);
		const rows = await page.locator("tier-map").evaluate((element) => {
			const found = element.shadowRoot?.querySelectorAll(".chooser button");
			return [...(found ?? [])].map((button) => {
				const { left, top, width, height } = button.getBoundingClientRect();
				return {
					text: button.textContent?.trim() ?? "",
					at: [left + width / 2, top + height / 2],
				};
			});
		});
		const own = rows.find(({ text }) => text.startsWith(`${name}:`));
		const [x = 0, y = 0] = own?.at ?? [];
		if (own) await page.touchscreen.tap(x, y);
		else if (rows.length) await page.touchscreen.tap(2, 2);
		actions.push((await selected(page)) === id ? (rows.length ? 2 : 1) : null);
	}
	return reached(actions);
}

/** @param {Page} page */
async function bySearch(page) {
	const field = page.locator("tier-map [role=combobox]");
	await field.focus();
	await field.fill("x");
	await page.waitForFunction(() =>
		document.querySelector("tier-map")?.shadowRoot?.querySelector("#search-0"),
	);
	const actions = [];
	for (const { id, name } of await targets(page)) {
		await field.fill(name);
		// The name, a step down the list for each row above, and Enter.
		let steps = 2;
		for (; steps < 10; steps++) {
			if (steps > 2) await page.keyboard.press("ArrowDown");
			if (steps === 3) await page.keyboard.press("ArrowDown");
			await page.keyboard.press("Enter");
			if ((await selected(page)) === id) break;
			await field.fill(name);
			for (let i = 3; i <= steps; i++) await page.keyboard.press("ArrowDown");
		}
		actions.push((await selected(page)) === id ? steps : null);
	}
	return reached(actions);
}

/** @param {Page} page */
async function byTyping(page) {
	const places = await targets(page);
	await page.locator("tier-map .proxy").focus();
	await page.clock.install();
	const actions = [];
	for (const { id, name } of places) {
		await page.clock.runFor(1100);
		// On a keyboard without accents.
		await page.keyboard.type(name.normalize("NFKD").replace(/\p{M}/gu, ""));
		await page.keyboard.press("Enter");
		actions.push((await selected(page)) === id ? 2 : null);
	}
	return reached(actions);
}

/** @param {Page} page */
async function byList(page) {
	const options = page.locator("tier-map [role=listbox].proxy [role=option]");
	const ids = await options.evaluateAll((all) =>
		all.map(({ id }) => id.replace("option-", "")),
	);
	const actions = [];
	for (const id of ids) {
		await page
			.locator(`tier-map #option-${id}`)
			.evaluate((option) => option instanceof HTMLElement && option.click());
		actions.push((await selected(page)) === id ? 1 : null);
	}
	return reached(actions);
}

/** @param {Page} page */
async function byTable(page) {
	const rows = page.locator("tier-map [part~=table] [data-row]");
	await rows.first().waitFor();
	const ids = await rows.evaluateAll((all) =>
		all.map((tr) => tr.getAttribute("data-row") ?? ""),
	);
	const filter = page.locator("tier-map [part~=table] input");
	const actions = [];
	for (const id of ids) {
		// The code in the filter, and its row.
		await filter.fill(id);
		await page.locator(`tier-map [data-row="${id}"] button`).click();
		actions.push((await selected(page)) === id ? 2 : null);
	}
	return reached(actions);
}

/** @type {Map<string, Map<string, string>>} */
const graph = new Map();
/** @type {Map<string, Point>} */
const anchors = new Map();

/**
 * Walks every arrow of every place, over what it has found.
 * @param {Page} page
 */
async function byArrows(page) {
	for (const { id, at } of await targets(page)) anchors.set(id, at);
	const list = page.locator("tier-map .proxy");
	await list.focus();
	const box = await list.elementHandle();
	const cursor = async () =>
		(await box?.getAttribute("aria-activedescendant"))?.slice(7) ?? "";
	const start = await cursor();
	while ((await cursor()) === start) await page.keyboard.press("ArrowDown");
	let at = await cursor();
	for (;;) {
		if (!graph.has(at)) graph.set(at, new Map());
		const way = wayTo(at, (id) =>
			arrows.find((arrow) => !graph.get(id)?.has(arrow)) ? id : null,
		);
		if (!way) break;
		for (const arrow of way.keys) await page.keyboard.press(arrow);
		const arrow = arrows.find((a) => !graph.get(way.to)?.has(a)) ?? "";
		await page.keyboard.press(arrow);
		at = await cursor();
		graph.get(way.to)?.set(arrow, at);
	}
	const arrowsFromStart = [...graph.keys()].map(
		(id) => wayTo("KEN", (to) => to === id)?.keys.length ?? null,
	);
	return `${reached(arrowsFromStart)} (from Kenya)`;
}

/**
 * The shortest way over the graph to the first place that is wanted.
 * @param {string} from
 * @param {(id: string) => unknown} wanted
 */
function wayTo(from, wanted) {
	/** @type {Map<string, { keys: string[], via: string[] }>} */
	const ways = new Map([[from, { keys: [], via: [from] }]]);
	for (const [to, { keys, via }] of ways) {
		if (wanted(to)) return { to, keys, via };
		for (const [arrow, next] of graph.get(to) ?? [])
			if (!ways.has(next))
				ways.set(next, { keys: [...keys, arrow], via: [...via, next] });
	}
	return null;
}

function betweenPairs() {
	const steps = [];
	const detours = [];
	for (const [from = "", to = ""] of PAIRS) {
		const way = wayTo(from, (id) => id === to);
		if (!way) return "a pair has no way";
		steps.push(way.keys.length);
		const straight = distance(from, to);
		let length = 0;
		for (const [i, id] of way.via.slice(1).entries())
			length += distance(way.via[i] ?? id, id);
		detours.push(length / straight);
	}
	return `steps ${spread(steps, 1)}; way by straight line ${spread(detours)}`;
}

/**
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
	const [x = 0, y = 0] = anchors.get(a) ?? [];
	const [toX = 0, toY = 0] = anchors.get(b) ?? [];
	return Math.hypot(toX - x, toY - y);
}

/** @param {Page} page */
async function nearest(page) {
	let state = 20250113;
	const random = () => {
		state = (state * 16807) % 2147483647;
		return state / 2147483647;
	};
	const { left, top, width, height } = await map(page).evaluate((element) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		return { left, top, width, height };
	});
	/** @type {Point[]} */
	const points = Array.from({ length: 600 }, () => [
		left + width * random(),
		top + height * random(),
	]);
	const truth = await page.evaluate((points) => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		/** @type {[string, number, number][]} */
		const samples = [];
		/** @type {NodeListOf<SVGGeometryElement> | undefined} */
		const marks = root?.querySelectorAll("svg [data-place]");
		for (const mark of marks ?? []) {
			const matrix = mark.getScreenCTM() ?? new DOMMatrix();
			const name =
				root
					?.getElementById(`option-${mark.dataset.place}`)
					?.textContent?.trim()
					.replace(/: [^:]*$/, "") ?? "";
			if (mark.localName === "circle") {
				const box = mark.getBoundingClientRect();
				samples.push([name, box.x + box.width / 2, box.y + box.height / 2]);
				continue;
			}
			for (let at = 0; at < mark.getTotalLength(); at += 0.5) {
				const { x, y } = mark.getPointAtLength(at).matrixTransform(matrix);
				samples.push([name, x, y]);
			}
		}
		return points.map(([x = 0, y = 0]) => {
			/** @type {Record<string, number>} */
			const found = {};
			for (const [name, px, py] of samples) {
				const away = Math.hypot(px - x, py - y);
				if (away < (found[name] ?? 40)) found[name] = away;
			}
			const over = root?.elementFromPoint(x, y);
			return { over: over?.hasAttribute("data-place") ?? false, found };
		});
	}, points);
	const errors = [];
	let beyond = 0;
	for (const [i, { over, found }] of truth.entries()) {
		if (over) continue;
		await page.mouse.move(...(points[i] ?? [0, 0]));
		const meant = await page
			.locator("tier-map")
			.evaluate(
				(element) =>
					new Promise((done) =>
						requestAnimationFrame(() =>
							done(
								element.shadowRoot?.querySelector(
									":not(.cursor) > .tooltip strong",
								)?.textContent ?? null,
							),
						),
					),
			);
		const least = Math.min(40, ...Object.values(found));
		if (least > NEAR + 1) {
			if (meant) beyond++;
		} else if (least < NEAR - 1)
			errors.push((found[String(meant)] ?? 40) - least);
	}
	return `${errors.length} points within ${NEAR} px: error ${spread(errors)} px; ${beyond} meant beyond it`;
}

/** @param {Page} page */
async function wheelKept(page) {
	const kept = [];
	const scroll = () => page.evaluate(() => scrollY);
	for (const zoomed of [false, true]) {
		if (zoomed)
			for (const _ of "12")
				await page
					.locator("tier-map")
					.getByRole("button", { name: "Zoom in" })
					.click();
		await page.evaluate(() => scrollTo(0, 0));
		const box = await map(page).boundingBox();
		await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 250);
		for (let i = 0; i < 2; i++) {
			const before = await scroll();
			await page.mouse.wheel(0, 100);
			await page.waitForTimeout(400);
			kept.push((100 * ((await scroll()) - before)) / 100);
		}
	}
	return `least ${round(Math.min(...kept), 1)} %`;
}

/**
 * Of a swipe's distance, which the browser shortens by what it takes to begin, the share of what the same
 * swipe over the page's text gets.
 * @param {Page} page
 */
async function swipeKept(page) {
	const touch = await page.context().newCDPSession(page);
	/** @type {(x: number, y: number, length: number) => Promise<number>} */
	const swipe = async (x, y, length) => {
		const before = await page.evaluate(() => scrollY);
		const send = (
			/** @type {"touchStart" | "touchMove"} */ type,
			/** @type {number} */ up,
		) =>
			touch.send("Input.dispatchTouchEvent", {
				type,
				touchPoints: [{ x, y: y - up }],
			});
		await send("touchStart", 0);
		for (let i = 1; i <= 15; i++) await send("touchMove", (length * i) / 15);
		await page.waitForTimeout(400);
		await touch.send("Input.dispatchTouchEvent", {
			type: "touchEnd",
			touchPoints: [],
		});
		return (await page.evaluate(() => scrollY)) - before;
	};
	const kept = [];
	for (const zoomed of [false, true]) {
		if (zoomed)
			for (const _ of "12")
				await page
					.locator("tier-map")
					.getByRole("button", { name: "Zoom in" })
					.click();
		for (const length of [100, 200]) {
			await page.evaluate(() => scrollTo(0, 0));
			const text = await page.locator(".intro:visible .lead").boundingBox();
			const beside = await swipe(100, (text?.y ?? 0) + 40, length);
			await map(page).evaluate((element) =>
				element.scrollIntoView({ block: "center" }),
			);
			const box = await map(page).boundingBox();
			const over = await swipe(180, (box?.y ?? 0) + 120, length);
			kept.push((100 * over) / beside);
		}
	}
	return `least ${round(Math.min(...kept), 1)} %`;
}

await row("mouse, map 960 px wide", byMouse, { mapWidth: "960px" });
await row("finger, 375 px", byTouch, {
	width: 375,
	height: 740,
	hasTouch: true,
});
await row("finger, 320 px", byTouch, {
	width: 320,
	height: 740,
	hasTouch: true,
});
await row("search, by the name", bySearch);
await row("keyboard on the map, by typing the name", byTyping);
await row("keyboard on the map, by arrows alone", byArrows, { width: 600 });
await row("screen reader's list", byList);
await row("table, by its filter", byTable, { query: "&view=table" });
await row("nearest place, map 960 px wide", nearest, { mapWidth: "960px" });
await row("30 pairs by arrows", async () => betweenPairs());
await row("wheel distance that the page kept, at any zoom", wheelKept, {
	height: 500,
});
await row("swipe distance that the page kept, at any zoom", swipeKept, {
	width: 375,
	height: 740,
	hasTouch: true,
});

await browser.close();
await server.close();
