import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import type { TierMap } from "../../src/components/tier-map/tier-map.ts";
import { dataVersion } from "../fixtures/read.ts";
import {
	openMap,
	openPage,
	type PageOptions,
	type TestPage,
} from "./harness.ts";
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
	// A module from another origin needs leave of its server; the code works in any page.
	hosts = await serveHosts({ "Access-Control-Allow-Origin": "*" });
	strict = await serveHosts({ "Content-Security-Policy": STRICT });
});
afterAll(async () => {
	await hosts.close();
	await strict.close();
});

async function openBuilder(lang: string, server = hosts): Promise<TestPage> {
	const page = await openMap({
		path: `${server.url}/tier-map/index.html?lang=${lang}&selected=KEN`,
	});
	await page.locator("details.embed summary").click();
	await page.locator(".embed textarea").waitFor();
	return page;
}

async function codeOf(page: TestPage, kind: string): Promise<string> {
	await page.locator(`.embed input[value="${kind}"]`).check();
	return page.locator(`.embed textarea[data-kind="${kind}"]`).inputValue();
}

/** A page that holds nothing but the code. */
async function paste(
	code: string,
	prepare: (page: TestPage) => Promise<unknown> = async () => {},
	options: PageOptions = {},
): Promise<TestPage> {
	const blank = await serveHosts();
	put(
		blank,
		"blank.html",
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title></head><body>${code}</body></html>`,
	);
	const page = await openPage({
		...options,
		path: `${blank.url}/host.css`,
		origins: [hosts.url],
	});
	await prepare(page);
	await page.goto(`${blank.url}/blank.html`);
	return page;
}

describe.each([
	["en", "Kenya"],
	["zh", "肯尼亚"],
])("the embed builder in %s", (lang, name) => {
	it.each([true, false])(
		"writes scripts and frames that work in a blank page; pinned: %s",
		async (pinned) => {
			const builder = await openBuilder(lang);
			await builder.locator('.embed input[type="checkbox"]').setChecked(pinned);
			await expect
				.poll(async () =>
					(await codeOf(builder, "script")).includes("integrity="),
				)
				.toBe(pinned);
			const page = await paste(await codeOf(builder, "script"));
			await page
				.locator("tier-map tier-map-panel h2", { hasText: name })
				.waitFor();
			const framed = await paste(await codeOf(builder, "iframe"));
			await expect
				.poll(
					async () => (await framed.locator("iframe").boundingBox())?.height,
					{ timeout: 30_000 },
				)
				.toBeGreaterThan(1000);
			await framed
				.frameLocator("iframe")
				.locator("tier-map-panel h2", { hasText: name })
				.waitFor();
		},
	);

	it("writes a bare frame and a picture that work in a blank page", async () => {
		const builder = await openBuilder(lang);
		const plain = await paste(await codeOf(builder, "plain-iframe"));
		await plain
			.frameLocator("iframe")
			.locator("tier-map-panel h2", { hasText: name })
			.waitFor();
		expect((await plain.locator("iframe").boundingBox())?.height).toBe(720);

		const picture = await paste(await codeOf(builder, "picture"));
		expect(
			await picture
				.locator("img")
				.evaluate((image: HTMLImageElement) => image.naturalWidth),
		).toBe(960);
		await picture.locator("a").click();
		await picture
			.locator("tier-map tier-map-panel h2", { hasText: name })
			.waitFor();
	});

	it("writes codes that stay within a phone without a script", async () => {
		const builder = await openBuilder(lang);
		for (const kind of ["script", "picture"]) {
			const page = await paste(await codeOf(builder, kind), async () => {}, {
				width: 375,
				javaScript: false,
			});
			const { width = 0, height = 0 } =
				(await page.locator("img, svg").first().boundingBox()) ?? {};
			expect(width).toBeGreaterThan(300);
			expect(width).toBeLessThanOrEqual(375);
			const [, w, h] =
				/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(
					readFileSync(join(dist, `tier-map.${lang}.svg`), "utf8"),
				) ?? [];
			expect(width / height).toBeCloseTo(Number(w) / Number(h), 1);
		}
	});

	it.each([
		["data", /argument-\w+-[^/]+\.js/],
		["program", /later-[^/]+\.js/],
	])("pins every piece of its %s to a checksum", async (_, piece) => {
		const builder = await openBuilder(lang);
		const code = await codeOf(builder, "script");
		const spoilt = await paste(code, (page) =>
			page.route(piece, async (route) => {
				const response = await route.fetch();
				const body = `document.documentElement.className = "spoilt"; ${await response.text()}`;
				await route.fulfill({ response, body });
			}),
		);
		await spoilt.getByRole("alert").waitFor();
		expect(await spoilt.locator("html.spoilt").count()).toBe(0);
		expect(spoilt.problems().join()).toContain("integrity");
	});

	it("shows the choice live, and puts place, theme and panel into the code", async () => {
		const page = await openBuilder(lang, strict);
		const place = page.locator(".embed input[list]");
		expect(await place.inputValue()).toBe(name);
		await place.fill("Atlantis");
		await place.blur();
		await page.locator("#embed-unknown:not(:empty)").waitFor();
		expect(await place.inputValue()).toBe("Atlantis");
		await page.locator(".embed input[list]").fill("BRA");
		await page.locator(".embed input[list]").blur();
		await page.locator(".embed select").nth(1).selectOption("dark");
		await page.locator(".embed select").nth(2).selectOption("none");
		const shown = page.locator(".preview tier-map");
		await shown.locator('path[data-place="BRA"]').first().waitFor();
		expect(await shown.getAttribute("selected")).toBe("BRA");
		expect(await shown.getAttribute("theme")).toBe("dark");
		expect(await codeOf(page, "script")).toMatch(
			/<tier-map lang="[\w-]+" selected="BRA" theme="dark" panel="none">/,
		);
		expect(await codeOf(page, "iframe")).toContain(
			`embed.html?lang=${lang}&amp;selected=BRA&amp;theme=dark&amp;panel=none`,
		);
		await page
			.frameLocator(".preview iframe")
			.locator('path[data-place="BRA"]')
			.first()
			.waitFor();
	});
});

describe("pinned code from another server", () => {
	it.each([
		["a nonce", () => "'nonce-once'"],
		["its checksum", (sum: string) => `'${sum}' 'strict-dynamic'`],
	])("works in a page that allows it by %s alone", async (_, source) => {
		const code = await codeOf(await openBuilder("en"), "script");
		const [, checksum = ""] = /integrity="([^"]+)"/.exec(code) ?? [];
		const news = await serveHosts({
			"Content-Security-Policy": `default-src 'none'; script-src ${source(checksum)}; img-src ${hosts.url}; require-trusted-types-for 'script'`,
		});
		put(
			news,
			"news.html",
			`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head><body>${code.replace("<script ", '<script nonce="once" ')}</body></html>`,
		);
		const page = await openPage({
			path: `${news.url}/news.html`,
			origins: [hosts.url],
		});
		await page.locator("tier-map-panel h2", { hasText: "Kenya" }).waitFor();
		onTestFinished(() => news.close());
	});

	it("can do everything under a strict policy of the page", async () => {
		const builder = await openBuilder("en");
		const cdn = hosts.url;
		const news = await serveHosts({
			"Content-Security-Policy": `default-src 'none'; script-src 'self' ${cdn}; style-src 'self'; img-src 'self' data: ${cdn}; connect-src 'self'; frame-src ${cdn}; require-trusted-types-for 'script'; trusted-types lit-html tier-map tier-map-pieces`,
		});
		for (const kind of ["script", "iframe"])
			put(
				news,
				`${kind}.html`,
				`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head><body>${await codeOf(builder, kind)}</body></html>`,
			);
		put(news, "bundle.json", JSON.stringify(makeBundle()));

		const page = await openPage({
			path: `${news.url}/script.html`,
			origins: [cdn],
		});
		const map = page.locator("tier-map");
		await map.locator("tier-map-panel h2", { hasText: "Kenya" }).waitFor();
		await map.locator("[role=combobox]").fill("BRA");
		await map.locator("[role=option]").first().waitFor();
		await map.locator("[role=combobox]").press("Enter");
		await expect.poll(() => map.getAttribute("selected")).toBe("BRA");
		await map.locator("[role=listbox].proxy").focus();
		// Where the arrows lead comes with the focus.
		await expect
			.poll(async () => {
				await page.keyboard.press("ArrowUp");
				await page.keyboard.press("Enter");
				return map.getAttribute("selected");
			})
			.not.toBe("BRA");
		// Finer outlines, another meridian, both kinds of picture, the other language, a data set of the page's own.
		await map.locator("tier-map-toolbar .buttons button").nth(2).click();
		for (const attributes of [
			{ center: 100 },
			{ lang: "zh" },
			{ src: "bundle.json" },
		]) {
			await map.evaluate(
				(map: TierMap, attributes) =>
					new Promise((done) => {
						map.addEventListener("tier-map-load", done, { once: true });
						Object.assign(map, attributes);
					}).then(() => {}),
				attributes,
			);
			for (const profile of ["web", "print"] as const)
				expect(
					await map.evaluate(
						(map: TierMap, profile) => map.toSVG({ profile }),
						profile,
					),
				).toContain("</svg>");
		}
		const [file] = await Promise.all([
			page.waitForEvent("download"),
			map.evaluate(async (map: TierMap) => {
				await map.download("png");
			}),
		]);
		expect(file.suggestedFilename()).toMatch(/\.png$/);

		const framed = await openPage({
			path: `${news.url}/iframe.html`,
			origins: [cdn],
		});
		await framed
			.frameLocator("iframe")
			.locator("tier-map-panel h2", { hasText: "Kenya" })
			.waitFor();
		await expect
			.poll(async () => (await framed.locator("iframe").boundingBox())?.height)
			.toBeGreaterThan(1000);
		onTestFinished(() => news.close());
	});
});

describe.each([
	["en", "Kenya"],
	["zh", "肯尼亚"],
])("the frozen edition in %s", (lang, name) => {
	const file = join(dist, `frozen.${lang}.html`);

	it("opens from disk without a network, with everything in it", async () => {
		expect(statSync(file).size).toBeLessThan(410_000);
		const page = await openPage({ path: pathToFileURL(file).href });
		await page.context().setOffline(true);
		await page.locator('tier-map path[data-place="KEN"]').first().click();
		await page
			.locator("tier-map tier-map-panel h2", { hasText: name })
			.waitFor();
		await page.locator("tier-map [role=combobox]").fill("BRA");
		await page.locator("tier-map [role=option]").first().waitFor();
		await page.locator("tier-map [role=listbox].proxy").focus();
		await page.keyboard.press("ArrowUp");
		expect(
			await page.evaluate(() => document.querySelector("tier-map")?.toSVG()),
		).toContain("</svg>");
	});

	it("says its data's version and checksum, and finds them right", async () => {
		const page = await openPage({ path: pathToFileURL(file).href });
		const footer = await page.locator("footer").textContent();
		expect(footer).toContain(dataVersion());
		const said = page.locator("[data-checksum]");
		await expect.poll(() => said.textContent()).not.toBe("");
		expect(await said.textContent()).toBe(
			await said.getAttribute("data-right"),
		);
		const packed =
			/id="data">([^<]+)</.exec(readFileSync(file, "utf8"))?.[1] ?? "";
		const { gunzipSync } = await import("node:zlib");
		const { createHash } = await import("node:crypto");
		const data = gunzipSync(Buffer.from(packed, "base64"));
		expect(createHash("sha256").update(data).digest("hex")).toBe(
			await said.getAttribute("data-checksum"),
		);
	});
});
