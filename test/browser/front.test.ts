import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { PNG } from "pngjs";
import { describe, expect, it, test } from "vitest";
import { openMap, openPage, serve } from "./harness.ts";
import { address, panelOn, selectedOn } from "./reading.ts";
import { dist } from "./serve.mjs";

const languages = ["en", "zh"] as const;

describe("the text under the map", () => {
	it("leads to rounds and places on the map, and the way back works", async () => {
		const page = await openMap({ path: "/?lang=en" });
		const story = page.locator(".story:visible");
		await story.getByRole("link", { name: "17 October 2023" }).click();
		expect(address(page)).toBe("lang=en&round=2023-10-17");
		const map = page.locator("tier-map");
		expect(await map.getAttribute("round")).toBe("2023-10-17");
		const top = await map.evaluate((map) => map.getBoundingClientRect().top);
		expect(Math.abs(top)).toBeLessThan(40);
		await story.getByRole("link", { name: "Crimea" }).first().click();
		await panelOn(page, "Crimea");
		await page.goBack();
		await page.goBack();
		await expect.poll(() => selectedOn(page)).toBe(null);
		expect(await map.getAttribute("round")).toBe(null);
	});

	it("is one language at a time, and both without a script", async () => {
		for (const [javaScript, shown] of [
			[true, 1],
			[false, 2],
		] as const) {
			const page = await openPage({ path: "/?lang=zh", javaScript });
			expect(await page.locator("article.story:visible").count()).toBe(shown);
			expect(await page.locator(".intro:visible").count()).toBe(shown);
		}
	});

	it("is printed without what can only be clicked", async () => {
		const page = await openMap({ path: "/?lang=en" });
		await page.emulateMedia({ media: "print" });
		for (const gone of [".masthead nav", ".intro nav", ".take"])
			expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
		expect(await page.locator("table.rounds").first().isVisible()).toBe(true);
	});
});

describe("the built pages", () => {
	const pages = readdirSync(dist).filter((name) => name.endsWith(".html"));
	const htmlOf = (name: string) => readFileSync(join(dist, name), "utf8");
	const idsOf = (html: string) =>
		new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));

	test.each(pages)("%s links to files and anchors there are", (name) => {
		const html = htmlOf(name);
		const broken = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
			.map(([, link = ""]) => link.replace(/&(?:#38|amp);/g, "&"))
			.filter((link) => !/^([a-z]+:|\?)/.test(link))
			.filter((link) => {
				const [, path = "", anchor] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(
					link,
				) ?? ["", "", undefined];
				// Everything is found from the folder that the page lies in.
				if (path.startsWith("/")) return true;
				const file = normalize(path === "./" ? "index.html" : path || name);
				if (!existsSync(join(dist, file))) return true;
				return (
					anchor !== undefined &&
					!file.startsWith("frozen") &&
					!idsOf(htmlOf(file)).has(anchor)
				);
			});
		expect(broken).toEqual([]);
	});

	test.each(languages)("the picture for social media is there (%s)", (lang) => {
		const { width, height, data } = PNG.sync.read(
			readFileSync(join(dist, `tier-map.${lang}.png`)),
		);
		expect([width, height]).toEqual([1200, 630]);
		const colours = new Set<number>();
		for (let i = 0; i < data.length; i += 4) colours.add(data.readUIntBE(i, 3));
		// The three tiers and the issuer, as on the map.
		for (const tier of [0xf5eed4, 0x5590ad, 0x243f63, 0xd0a968])
			expect(colours).toContain(tier);
		expect(htmlOf(`argument.${lang}.html`)).toContain(
			`content="./tier-map.${lang}.png"`,
		);
		expect(htmlOf("index.html")).toMatch(/"og:image"\s+content="\.\/.*\.png"/);
	});

	it("carries the licences of what it contains", () => {
		const notice = readFileSync(join(dist, "NOTICE.txt"), "utf8");
		for (const work of ["Natural Earth", "CLDR", "Lit", "d3-geo", "topojson"])
			expect(notice).toContain(work);
	});
});

it("where there is no page, leads to the map in both languages, under any path", async () => {
	const { url, close } = await serve(dist, { under: "/some/folder/" });
	try {
		const page = await openPage({ path: `${url}/404.html` });
		expect(await page.locator("h1").count()).toBe(2);
		await page.locator('.intro[lang|="zh"] a').first().click();
		// All has come before the server closes.
		await page.locator("tier-map-panel .sources").waitFor();
		await page.waitForLoadState("networkidle");
		expect(page.url()).toBe(`${url}/index.html?lang=zh`);
	} finally {
		await close();
	}
});
