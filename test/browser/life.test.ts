/** What happens to `<tier-map>` on a page that moves it, takes it out, copies it, or changes its text. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TierMap } from "../../src/components/tier-map/tier-map.ts";
import { openPage, type TestPage } from "./harness.ts";
import { type HostServer, makeBundle, put, serveHosts } from "./hosts.ts";
import { openReady, settle } from "./reach.ts";
import {
	clickPlace,
	panelOn,
	patient,
	pointOn,
	recordEvents,
	recordedEvents,
	selectedOn,
} from "./reading.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
	put(
		hosts,
		"empty.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title>
		<script type="module" src="/tier-map/tier-map.js"></script>`,
	);
	put(
		hosts,
		"frame.html",
		`<!doctype html><html lang="zh"><meta charset="utf-8"><title>Another document</title><body style="margin: 0">`,
	);
	put(
		hosts,
		"adopt.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Adopt</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<tier-map selected="KEN" style="inline-size: 1000px"><p>The map as text.</p></tier-map>
		<iframe src="frame.html" width="1000" height="800"></iframe>`,
	);
	put(hosts, "bundle.json", JSON.stringify(makeBundle()));
});
afterAll(() => hosts.close());

const open = (name: string) => openPage({ path: `${hosts.url}/${name}` });

describe("a map that is moved into another document", () => {
	/** What of its looks would be missing with its style sheets. */
	const looks = (page: TestPage) =>
		page.evaluate(() => {
			const inside =
				document.querySelector("iframe")?.contentDocument ?? document;
			const map =
				document.querySelector("tier-map") ?? inside.querySelector("tier-map");
			const root = map?.shadowRoot;
			return [
				'path[data-place="KEN"]',
				".ocean",
				".layout",
				"tier-map-search input",
				"tier-map-panel h2",
				".voice.rule",
				"tier-map-legend button",
				"tier-map-rounds h2",
			].map((selector) => {
				const element = root?.querySelector(selector);
				if (!element) return `no ${selector}`;
				const { fill, font, padding, display, borderWidth } =
					getComputedStyle(element);
				return [selector, fill, font, padding, display, borderWidth].join(" ");
			});
		});
	const move = (page: TestPage, there: boolean) =>
		page.evaluate((there) => {
			const inside = document.querySelector("iframe")?.contentDocument;
			const [from, to] = there ? [document, inside] : [inside, document];
			const map = from?.querySelector("tier-map");
			if (map) to?.body.append(map);
		}, there);

	it("looks as before there, works, is read in its language, and comes back", async () => {
		const page = await open("adopt.html");
		await panelOn(page, "Kenya");
		await page.locator("tier-map tier-map-rounds .voice").waitFor();
		await page.evaluate(() => {
			// The language is to change with the place only where this isn't set.
			document.querySelector("tier-map")?.setAttribute("lang", "en");
		});
		const before = await looks(page);
		await move(page, true);
		expect(await looks(page)).toEqual(before);

		const frame = page.frameLocator("iframe");
		await frame.locator("tier-map .place[data-place=BRA]").first().click();
		await frame.locator("tier-map h2", { hasText: "Brazil" }).waitFor();
		await frame.locator("tier-map .place[data-place=AUS]").first().hover();
		await frame
			.locator("tier-map .map > .tooltip", { hasText: "Australia" })
			.waitFor();
		await page.keyboard.down("Control");
		await page.mouse.wheel(0, -100);
		await page.keyboard.up("Control");
		await expect
			.poll(
				() =>
					frame
						.locator("tier-map .places")
						.evaluate((layer: SVGGElement) => layer.style.transform),
				patient,
			)
			.toContain("scale(4)");
		await frame
			.locator("tier-map")
			.evaluate((map) => map.removeAttribute("lang"));
		await frame.locator("tier-map h2", { hasText: "巴西" }).waitFor();
		await frame
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("selected", "KEN"));
		await frame.locator("tier-map h2", { hasText: "肯尼亚" }).waitFor();

		await move(page, false);
		await expect.poll(() => looks(page), patient).toEqual(before);
	});
});

describe("a map that is taken out", () => {
	it("while it loads lets go of its request, and loads when it is back", async () => {
		const page = await open("empty.html");
		const failed: string[] = [];
		const answers: (() => void)[] = [];
		await page.route("**/slow.json", async (route) => {
			await new Promise<void>((then) => answers.push(then));
			await route.fulfill({ json: makeBundle() }).catch(() => {});
		});
		page.on("requestfailed", (request) => {
			failed.push(
				`${new URL(request.url()).pathname} ${request.failure()?.errorText}`,
			);
		});
		await recordEvents(page);
		const asked = page.waitForRequest("**/slow.json");
		await page.evaluate(() => {
			const map = document.createElement("tier-map");
			map.src = "slow.json";
			document.body.append(map);
		});
		await asked;
		// One that is moved is as if it had stayed.
		await page.evaluate(() => {
			const section = document.createElement("section");
			const map = document.querySelector("tier-map");
			document.body.append(section);
			if (map) section.append(map);
		});
		expect(failed).toEqual([]);
		const again = page.waitForRequest("**/slow.json");
		await page.evaluate(async () => {
			const map = document.querySelector("tier-map");
			map?.remove();
			// What is let go is so after the script that took it out.
			await new Promise((done) => setTimeout(done));
			if (map) document.body.append(map);
		});
		await again;
		await expect.poll(() => failed).toEqual(["/slow.json net::ERR_ABORTED"]);
		await expect.poll(() => answers.length).toBe(2);
		for (const answer of answers) answer();
		await page.locator("tier-map tier-map-rounds h2").waitFor();
		expect((await recordedEvents(page)).map(({ type }) => type)).toEqual([
			"tier-map-load",
		]);
	});

	it("before its bundle fails leaves no listener, no node and no request, fifty times", async () => {
		const page = await open("empty.html");
		const session = await page.context().newCDPSession(page);
		await session.send("Performance.enable");
		const left = async () => {
			for (let i = 0; i < 3; i++)
				await session.send("HeapProfiler.collectGarbage");
			const { metrics } = await session.send("Performance.getMetrics");
			const of = (name: string) =>
				metrics.find((metric) => metric.name === name)?.value ?? 0;
			return { nodes: of("Nodes"), listeners: of("JSEventListeners") };
		};
		const cycle = (times: number) =>
			page.evaluate(async (times) => {
				const maps = Array.from({ length: times }, (_, i) => {
					const map = document.createElement("tier-map");
					map.src = `missing-${i}.json`;
					document.body.append(map);
					return map;
				});
				for (const [i, map] of maps.entries()) {
					// Some at once, some when they have asked.
					if (i % 2) await map.updateComplete;
					map.remove();
				}
				maps.length = 0;
				await new Promise((done) =>
					requestIdleCallback(() => setTimeout(done)),
				);
			}, times);
		await recordEvents(page);
		await cycle(4);
		const before = await left();
		await cycle(50);
		await expect
			.poll(async () => {
				const { nodes, listeners } = await left();
				return nodes - before.nodes < 50 && listeners - before.listeners < 25;
			}, patient)
			.toBe(true);
		const requests: string[] = [];
		page.on("request", (request) => requests.push(request.url()));
		await page.evaluate(async () => {
			dispatchEvent(new Event("online"));
			await new Promise((done) => requestIdleCallback(() => setTimeout(done)));
		});
		expect(requests).toEqual([]);
		expect(await recordedEvents(page)).toEqual([]);
		page.problems();
	});

	it("after it has failed tries again when it is put in again", async () => {
		const page = await open("empty.html");
		await page.evaluate(() => {
			const map = document.createElement("tier-map");
			map.src = "late.json";
			document.body.append(map);
		});
		await page.locator("tier-map .failure button").waitFor();
		put(hosts, "late.json", JSON.stringify(makeBundle()));
		await page.evaluate(async () => {
			const map = document.querySelector("tier-map");
			map?.remove();
			await Promise.resolve();
			if (map) document.body.append(map);
		});
		await page.locator("tier-map tier-map-rounds h2").waitFor();
		page.problems();
	});
});

describe("a map that can't be drawn", () => {
	it("leaves what stood in the page, and says so once", async () => {
		put(
			hosts,
			"broken.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Broken</title>
			<script>
				seen = [];
				addEventListener("tier-map-error", ({ detail }) => seen.push(detail.problems));
				addEventListener("tier-map-load", () => seen.push("load"));
				// Something that the map draws with fails.
				Object.defineProperty(SVGSVGElement.prototype, "viewBox", { get() { throw new Error("no sizes here") } });
			</script>
			<script type="module" src="/tier-map/tier-map.js"></script>
			<tier-map><p id="fallback">The map as text.</p></tier-map>`,
		);
		const page = await open("broken.html");
		await page.locator("tier-map .failure").waitFor();
		expect(await page.locator("#fallback").isVisible()).toBe(true);
		expect(await page.locator("tier-map .failure").textContent()).toContain(
			"The map could not be loaded.",
		);
		// It would come to the same.
		expect(await page.locator("tier-map .failure button").count()).toBe(0);
		await page.evaluate(
			() => new Promise((done) => requestIdleCallback(() => setTimeout(done))),
		);
		expect(await page.evaluate("seen")).toEqual([
			[{ path: "built-in", message: "Error: no sizes here" }],
		]);
		expect(page.problems()).toEqual([]);
	});

	it("leaves it even where nothing at all can be drawn", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		await page.addInitScript(() => {
			Document.prototype.importNode = () => {
				throw new Error("no nodes here");
			};
		});
		await page.goto(`${hosts.url}/adopt.html`);
		await expect
			.poll(() => page.evaluate(() => Boolean(customElements.get("tier-map"))))
			.toBe(true);
		await page.evaluate(
			() => new Promise((done) => requestIdleCallback(() => setTimeout(done))),
		);
		expect(await page.locator("tier-map > p").isVisible()).toBe(true);
		expect(page.problems()).toEqual([]);
	});

	it("gives back the picture that it took over", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		await page.addInitScript(() => {
			Object.defineProperty(SVGSVGElement.prototype, "viewBox", {
				get() {
					throw new Error("no sizes here");
				},
			});
		});
		await page.goto(`${hosts.url}/tier-map/index.html?lang=en`);
		await page.locator("tier-map .failure").waitFor();
		const kenya = page.locator('tier-map > svg path[data-place="KEN"]');
		expect((await kenya.boundingBox())?.width).toBeGreaterThan(5);
		page.problems();
	});
});

it("says nothing of the place before, where a translator has replaced the text", async () => {
	const page = await openReady({ path: "/?lang=en&selected=KEN" });
	await panelOn(page, "Kenya");
	await page.mouse.move(...(await pointOn(page, "KEN")));
	await page.evaluate(() => {
		const replace = (root: Node) => {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			for (const text of texts) {
				// As those do that don't heed what isn't to be translated.
				if (!text.data.trim() || text.parentElement?.closest("svg, style"))
					continue;
				const font = document.createElement("font");
				text.replaceWith(font);
				font.textContent = text.data.toUpperCase();
			}
		};
		const root = document.querySelector("tier-map")?.shadowRoot;
		if (root) replace(root);
	});
	await clickPlace(page, "BRA");
	await expect
		.poll(
			() =>
				page
					.locator("tier-map tier-map-panel")
					.evaluate((panel) => panel.textContent ?? ""),
			patient,
		)
		.toContain("Brazil");
	await page
		.locator("tier-map")
		.evaluate((map: TierMap) => map.setAttribute("round", "2022-10-07"));
	await expect
		.poll(() => page.locator("tier-map tier-map-rounds .day").textContent())
		.toContain("7 October 2022");
	const said = await page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const of = (selector: string) =>
			[...(root?.querySelectorAll(selector) ?? [])]
				.map((element) => element.textContent ?? "")
				.join(" ");
		return {
			panel: of("tier-map-panel section"),
			tooltip: of(".tooltip"),
			round: of("tier-map-rounds .voice"),
			options: of("[role=option]"),
			legend: of("tier-map-legend .count"),
			status: of("[role=status]"),
		};
	});
	expect(said.panel).not.toContain("KENYA");
	expect(said.panel).not.toMatch(/[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}/);
	expect(said.tooltip).toContain("Brazil");
	expect(said.tooltip).not.toContain("KENYA");
	expect(said.round).not.toMatch(/[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}/);
	expect(said.options).not.toContain("KENYA");
	expect(said.status).toContain("Brazil");
	expect(said.status).not.toContain("KENYA");
});

it("marks as not to be translated the names that a reader looks places up by", async () => {
	const page = await openReady({ path: "/?lang=en&selected=TUR" });
	const panel = await panelOn(page, "Türkiye");
	expect(await panel.locator("h2").getAttribute("translate")).toBe("no");
	await page.mouse.move(...(await pointOn(page, "TCD")));
	await page
		.locator("tier-map .map > .tooltip [translate=no]", { hasText: "Chad" })
		.waitFor();
});

it("can be copied while it lives", async () => {
	const page = await open("adopt.html");
	await panelOn(page, "Kenya");
	await page.evaluate(() => {
		const map = document.querySelector("tier-map");
		if (map) document.body.append(map.cloneNode(true));
	});
	const copy = page.locator("tier-map").last();
	await copy.locator("h2", { hasText: "Kenya" }).waitFor();
	await copy.locator(".place[data-place=BRA]").first().click();
	await copy.locator("h2", { hasText: "Brazil" }).waitFor();
	expect(await page.locator("tier-map").first().getAttribute("selected")).toBe(
		"KEN",
	);
});

describe("the name beside the pointer", () => {
	const tooltip = (page: TestPage) =>
		page.locator("tier-map .map > .tooltip").evaluate((element) => ({
			shown: getComputedStyle(element).visibility === "visible",
			name: element.querySelector("strong")?.textContent,
		}));

	it("goes with Escape, wherever the focus is, and comes back with another place", async () => {
		const page = await openReady({ path: "/?lang=en" });
		const [x, y] = await pointOn(page, "BRA");
		await page.mouse.move(x, y);
		await expect
			.poll(() => tooltip(page))
			.toEqual({ shown: true, name: "Brazil" });
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe(
			"body",
		);
		await page.keyboard.press("Escape");
		await expect.poll(async () => (await tooltip(page)).shown).toBe(false);
		// A hand trembles.
		await page.mouse.move(x + 1, y);
		await settle(page);
		expect((await tooltip(page)).shown).toBe(false);
		await page.mouse.move(...(await pointOn(page, "AUS")));
		await expect
			.poll(() => tooltip(page))
			.toEqual({ shown: true, name: "Australia" });
	});

	it("and beside the keyboard's cursor goes with Escape", async () => {
		const page = await openReady({ path: "/?lang=en" });
		const named = page.locator("tier-map div.cursor .tooltip");
		await page.locator("tier-map [role=listbox].proxy").focus();
		await page.keyboard.press("End");
		await named.waitFor();
		await page.keyboard.press("Escape");
		await named.waitFor({ state: "detached" });
		await page.keyboard.press("Home");
		await named.waitFor();
	});
});

it("has the focus after a click on the map: the arrow keys go on from there", async () => {
	const page = await openReady({ path: "/?lang=en" });
	await clickPlace(page, "KEN");
	const scroll = await page.evaluate(() => scrollY);
	const list = page.locator("tier-map [role=listbox].proxy");
	await expect
		.poll(() => list.evaluate((element) => element.matches(":focus")))
		.toBe(true);
	await expect
		.poll(() => list.getAttribute("aria-activedescendant"))
		.toBe("option-KEN");
	// The graph that the keys go over comes with the focus.
	await expect
		.poll(async () => {
			await page.keyboard.press("ArrowUp");
			return list.getAttribute("aria-activedescendant");
		}, patient)
		.not.toBe("option-KEN");
	expect(await page.evaluate(() => scrollY)).toBe(scroll);
	expect(await selectedOn(page)).toBe("KEN");
	await page.locator("tier-map div.cursor .tooltip").waitFor();
	await page.keyboard.press("Enter");
	await expect.poll(() => selectedOn(page)).not.toBe("KEN");
});
