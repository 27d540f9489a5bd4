import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import type { TierMap } from "../../src/components/tier-map/tier-map.ts";
import { openPage, screenshot } from "./harness.ts";
import {
	type HostServer,
	makeBundle,
	put,
	STRICT,
	serveHosts,
} from "./hosts.ts";
import { dist } from "./serve.mjs";

let hosts: HostServer;
let strict: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
	strict = await serveHosts({ "Content-Security-Policy": STRICT });
});
afterAll(async () => {
	await hosts.close();
	await strict.close();
});

async function open(server: HostServer, path: string, more = {}) {
	const page = await openPage({ path: `${server.url}/${path}`, ...more });
	await ready(page);
	return page;
}

/** Waits until every map of a page is there with all its parts. */
async function ready(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await customElements.whenDefined("tier-map");
		for (const map of document.querySelectorAll("tier-map")) await map.ready;
		await customElements.whenDefined("tier-map-panel");
	});
	await page.locator("tier-map tier-map-panel h2").first().waitFor();
}

/** What must look the same whatever the host page does: sizes and colours of what is painted. */
function looks(page: Page) {
	return page.evaluate(() => {
		const root = document.querySelector("tier-map")?.shadowRoot;
		const styleOf = (selector: string) => {
			const element = root?.querySelector(selector);
			if (!element) throw new Error(`There is no ${selector}.`);
			const {
				fill,
				fontSize,
				lineHeight,
				letterSpacing,
				textTransform,
				whiteSpace,
				textAlign,
				display,
				direction,
				color,
				wordSpacing,
			} = getComputedStyle(element);
			return [
				selector,
				fill,
				fontSize,
				lineHeight,
				letterSpacing,
				textTransform,
				whiteSpace,
				textAlign,
				display,
				direction,
				color,
				wordSpacing,
			].join(" ");
		};
		return [
			'path[data-place="KEN"]',
			'path[data-place="CHN"]',
			".ocean",
			"tier-map-panel h2",
			"tier-map-panel p",
			"tier-map-legend button",
			"tier-map-search input",
			"tier-map-toolbar button",
			"tier-map-rounds p",
		].map(styleOf);
	});
}

/** The built program under another version's number. */
function programOf(version: string, own: string): string {
	return readFileSync(join(dist, "tier-map.js"), "utf8")
		.replaceAll(own, version)
		.replace('"assets/"', '"/tier-map/assets/"');
}

describe("a host page", () => {
	it("with hostile styles changes nothing that isn't offered", async () => {
		const plain = await open(hosts, "plain.html");
		const expected = await looks(plain);
		for (const name of ["hostile", "old-cms", "rtl"]) {
			const page = await open(hosts, `${name}.html`);
			if (name === "rtl")
				await page.evaluate(() =>
					document.querySelector("tier-map")?.setAttribute("lang", "en"),
				);
			expect(await looks(page), name).toEqual(expected);
			const box = await page.locator("tier-map .map").boundingBox();
			expect(box?.width, name).toBeGreaterThan(550);
			const wide = await page.evaluate(
				() => document.documentElement.scrollWidth,
			);
			expect(wide, name).toBeLessThanOrEqual(1280);
			await screenshot(page, `host-${name}`);
		}
	});

	it("at 400 % zoom has everything in one column, nothing beside it", async () => {
		for (const path of ["plain.html", "tier-map/embed.html?lang=en"]) {
			const page = await open(hosts, path, { width: 320, height: 256 });
			for (const view of ["map", "table"] as const) {
				await page.locator("tier-map").evaluate(async (map: TierMap, view) => {
					map.view = view;
					map.selected = "KEN";
					await map.updateComplete;
				}, view);
				await page.locator(`tier-map [part=${view}]`).waitFor();
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth),
					`${path} ${view}`,
				).toBeLessThanOrEqual(320);
			}
			await screenshot(page, `host-zoom-${path.replace(/\W+/g, "-")}`);
		}
	});

	it("that is dark gets a dark map, whatever the system prefers", async () => {
		const page = await open(hosts, "dark.html", { colorScheme: "light" });
		const [text] = await page
			.locator("tier-map .frame")
			.evaluateAll((all) => all.map((e) => getComputedStyle(e).color));
		expect(text).toBe("rgb(230, 232, 234)");
		await page
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("theme", "light"));
		await expect
			.poll(() =>
				page
					.locator("tier-map .frame")
					.evaluate((e) => getComputedStyle(e).color),
			)
			.toBe("rgb(28, 33, 39)");
	});

	it("that leaves the argument out gets the rest as it is beside it", async () => {
		const page = await open(hosts, "plain.html");
		put(
			hosts,
			"no-panel.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>No panel</title>
			<script type="module" src="/tier-map/tier-map.js"></script>
			<tier-map selected="KEN" panel="none"></tier-map>`,
		);
		const alone = await openPage({ path: `${hosts.url}/no-panel.html` });
		const painted = (page: Page) =>
			page.locator("tier-map-rounds :is(.voice, .voice *)").evaluateAll((all) =>
				all.map((e) => {
					const { font, color, verticalAlign, padding, backgroundColor } =
						getComputedStyle(e);
					return `${e.tagName}.${e.className} ${font} ${color} ${verticalAlign} ${padding} ${backgroundColor}`;
				}),
			);
		await alone.locator("tier-map-rounds .voice .cite").first().waitFor();
		await page.locator("tier-map-rounds .voice .cite").first().waitFor();
		expect(await painted(alone)).toEqual(await painted(page));
	});

	it("with a strict policy gets everything the map can do", async () => {
		const page = await open(strict, "strict-csp.html");
		await page.locator('tier-map path[data-place="BRA"]').first().hover();
		await page
			.locator("tier-map .tooltip strong", { hasText: "巴西" })
			.first()
			.waitFor();
		const tip = await page.locator("tier-map .map > .tooltip").boundingBox();
		const brazil = await page
			.locator('tier-map path[data-place="BRA"]')
			.first()
			.boundingBox();
		// It stands beside the pointer, so its position was let through.
		expect(Math.abs((tip?.y ?? 0) - (brazil?.y ?? 0))).toBeLessThan(200);
		await page.locator('tier-map path[data-place="BRA"]').first().click();
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "巴西" })
			.waitFor();
		await page.locator("tier-map [role=combobox]").fill("肯尼亚");
		await page.locator("tier-map [role=combobox]").press("ArrowDown");
		await page.locator("tier-map [role=combobox]").press("Enter");
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "肯尼亚" })
			.waitFor();
		await page.locator("tier-map tier-map-toolbar button").nth(2).click();
		await expect
			.poll(() =>
				page
					.locator("tier-map .markers")
					.evaluate((e: SVGElement) => e.style.getPropertyValue("--scale")),
			)
			.not.toBe("1.0000");
		await page
			.locator("tier-map")
			.evaluate((map) => map.setAttribute("lang", "en"));
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "Kenya" })
			.waitFor();
		await page.locator("tier-map").evaluate((map) =>
			new Promise((done) => {
				map.addEventListener("tier-map-load", done, { once: true });
				map.setAttribute("center", "100");
			}).then(() => {}),
		);
		await page
			.locator("tier-map")
			.getByRole("button", { name: "Table" })
			.click();
		await page.locator("tier-map tier-map-table table").waitFor();
		const svg = await page.evaluate(() =>
			document.querySelector("tier-map")?.toSVG(),
		);
		expect(svg).toMatch(/^<svg|^<\?xml/);
		await page
			.locator("tier-map")
			.getByRole("button", { name: "Previous round" })
			.click();
		await expect
			.poll(() =>
				page.locator("tier-map").evaluate((map: TierMap) => map.round ?? ""),
			)
			.not.toBe("2025-01-13");
		for (const format of ["svg", "png"] as const) {
			const [file] = await Promise.all([
				page.waitForEvent("download"),
				page.locator("tier-map").evaluate(async (map: TierMap, format) => {
					await map.download(format);
				}, format),
			]);
			expect(file.suggestedFilename()).toMatch(
				new RegExp(`^tier-map_.*\\.${format}$`),
			);
		}
		put(strict, "bundle.json", JSON.stringify(makeBundle()));
		await page.locator("tier-map").evaluate((map: TierMap) =>
			new Promise((done) => {
				map.addEventListener("tier-map-load", done, { once: true });
				map.src = "/bundle.json";
			}).then(() => {}),
		);
		expect(await page.context().cookies()).toEqual([]);
		expect(
			await page.evaluate(() => [localStorage.length, sessionStorage.length]),
		).toEqual([0, 0]);
	});

	it("with the whole page under a strict policy works", async () => {
		await open(strict, "tier-map/index.html?lang=zh&selected=KEN");
	});

	it("from another origin needs nothing but the module", async () => {
		const elsewhere = await serveHosts({ "Access-Control-Allow-Origin": "*" });
		put(
			hosts,
			"elsewhere.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
			<script type="module" src="${elsewhere.url}/tier-map/tier-map.js"></script><tier-map selected="KEN"></tier-map>`,
		);
		await open(hosts, "elsewhere.html", { origins: [elsewhere.url] });
		onTestFinished(() => elsewhere.close());
	});
});

describe("<tier-map>", () => {
	it("keeps properties set before it is defined", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		put(
			hosts,
			"early.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Early</title><tier-map></tier-map>
			<script>Object.assign(document.querySelector("tier-map"), { selected: "BR", view: "table", tier: "2", lang: "zh" })</script>
			<script type="module" src="/tier-map/tier-map.js"></script>`,
		);
		await page.goto(`${hosts.url}/early.html`);
		await ready(page);
		expect(
			await page.evaluate(() => {
				const map = document.querySelector("tier-map");
				return [
					map?.selected,
					map?.view,
					map?.tier,
					map?.getAttribute("selected"),
				];
			}),
		).toEqual(["BRA", "table", "2", "BRA"]);
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "巴西" })
			.waitFor();
	});

	it("can be moved, and be several", async () => {
		const page = await open(hosts, "plain.html");
		await page.evaluate(() => {
			const zh = document.createElement("section");
			zh.lang = "zh-CN";
			document.body.append(zh);
			const second = document.createElement("tier-map");
			second.selected = "CHN";
			document.body.append(second);
			const map = document.querySelector("tier-map");
			if (map) zh.append(map);
		});
		await page
			.locator("section tier-map-panel h2", { hasText: "肯尼亚" })
			.waitFor();
		await page
			.locator("body > tier-map tier-map-panel h2", { hasText: "China" })
			.waitFor();
		await page.locator('section path[data-place="BRA"]').first().click();
		await page
			.locator("section tier-map-panel h2", { hasText: "巴西" })
			.waitFor();
		expect(await page.locator("body > tier-map").getAttribute("selected")).toBe(
			"CHN",
		);
	});

	it("can be put in and taken out a hundred times without a leak", async () => {
		const page = await open(hosts, "plain.html");
		const session = await page.context().newCDPSession(page);
		const cycle = (times: number) =>
			page.evaluate(async (times) => {
				for (let i = 0; i < times; i++) {
					const map = document.createElement("tier-map");
					map.selected = "KEN";
					document.body.append(map);
					await map.ready;
					map.remove();
					document.body.append(map);
					await new Promise((done) => setTimeout(done, 0));
					map.remove();
				}
			}, times);
		const heap = async () => {
			for (let i = 0; i < 3; i++)
				await session.send("HeapProfiler.collectGarbage");
			const { usedSize } = await session.send("Runtime.getHeapUsage");
			return usedSize;
		};
		await cycle(10);
		// What was put off until the browser is idle holds on to its map that long.
		const idle = () =>
			page.evaluate(
				() =>
					new Promise((done) => requestIdleCallback(() => setTimeout(done))),
			);
		await idle();
		const before = await heap();
		await cycle(100);
		await expect
			.poll(
				async () => {
					await idle();
					return (await heap()) - before;
				},
				{
					timeout: 20_000,
					interval: 500,
				},
			)
			.toBeLessThan(2 * 1024 * 1024);
	}, 120_000);

	it("in two versions on a page warns by their numbers and breaks nothing, whichever is first", async () => {
		const ours = JSON.parse(
			readFileSync(join(dist, "embed.json"), "utf8"),
		).version;
		put(hosts, "other-version.js", programOf("9.9.9", ours));
		const scripts = ["/tier-map/tier-map.js", "/other-version.js"];
		for (const [all, first, second] of [
			[scripts, ours, "9.9.9"],
			[scripts.toReversed(), "9.9.9", ours],
		] as const) {
			put(
				hosts,
				"two.html",
				`<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title>
				${all.map((src) => `<script type="module" src="${src}"></script>`).join("")}
				<tier-map selected="KEN"></tier-map>`,
			);
			const page = await openPage({ path: `${hosts.url}/host.css` });
			const warnings: string[] = [];
			page.on("console", (message) => {
				if (message.type() === "warning") warnings.push(message.text());
			});
			await page.goto(`${hosts.url}/two.html`);
			await ready(page);
			await page.locator('tier-map path[data-place="BRA"]').first().click();
			await page
				.locator("tier-map tier-map-panel h2", { hasText: "Brazil" })
				.waitFor();
			expect(warnings).toEqual([
				`tier-map ${second}: version ${first} has registered <tier-map> on this page; that one is used. Load one of them.`,
			]);
		}
	});

	it("names the colours of a theme that can't be told apart or read, once", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		const warnings: string[] = [];
		page.on("console", (message) => {
			if (message.type() === "warning") warnings.push(message.text());
		});
		put(
			hosts,
			"pale.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Pale</title>
			<style>tier-map { --tier-map-tier-1: #fff; --tier-map-tier-2: oklch(0.9 0.05 240); --tier-map-tier-3: #222; --tier-map-text: #999 }</style>
			<script type="module" src="/tier-map/tier-map.js"></script>
			<tier-map></tier-map><tier-map></tier-map>`,
		);
		put(
			hosts,
			"through.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Through</title>
			<style>tier-map { --tier-map-surface: transparent }</style>
			<script type="module" src="/tier-map/tier-map.js"></script>
			<tier-map></tier-map>`,
		);
		// What the page shows through can't be judged.
		await page.goto(`${hosts.url}/through.html`);
		await ready(page);
		await page.locator("tier-map tier-map-panel h2").waitFor();
		expect(warnings).toEqual([]);
		await page.goto(`${hosts.url}/pale.html`);
		await ready(page);
		await page.evaluate(() =>
			document.querySelector("tier-map")?.setAttribute("lang", "zh"),
		);
		await page.locator("tier-map tier-map-panel h2:lang(zh)").waitFor();
		expect(warnings).toEqual([
			expect.stringMatching(
				/^tier-map: --tier-map-tier-1 \(#fff\) and --tier-map-tier-2 \(oklch\(0\.9 0\.05 240\)\) have a contrast of 1\.\d\d:1/,
			),
			expect.stringMatching(
				/^tier-map: --tier-map-text \(#999\) and --tier-map-surface \(not set: rgb\(245, 244, 240\)\) have a contrast of 2\.\d\d:1/,
			),
		]);
	});
});
