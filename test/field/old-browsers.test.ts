/** Browsers older than those that the map works in: the picture that the build made, in its colours, with legend, text and link. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFor } from "../../src/page/embed-builder/codes.ts";
import { type HostServer, put, serveHosts } from "../browser/hosts.ts";
import { dist } from "../browser/serve.mjs";
import { chromium, type Engine } from "./engines.ts";
import { hasOldChromium, oldChromium } from "./old-chromium.ts";
import { rgb } from "./rgb.ts";

/** The light colours of the tiers that are seen from afar. */
const COLOURS = {
	USA: "#d0a968",
	CAN: "#f5eed4",
	BRA: "#5590ad",
	CHN: "#243f63",
};
const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

/** Whether an element takes room, in the page's own words. */
const seen =
	"(element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'";

describe.skipIf(!hasOldChromium(103))("Chromium 103", () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await chromium(oldChromium(103));
	});
	afterAll(() => engine.close());
	const texts = (selector: string) =>
		engine.value<string[]>(
			`[...document.querySelectorAll(${JSON.stringify(selector)})].filter(${seen}).map((element) => element.textContent.trim())`,
		);

	it.each(["index.html?lang=en", "embed.html?lang=en", "frozen.en.html"])(
		"%s: picture, legend, text, no button that does nothing",
		async (page) => {
			await engine.goto(`${hosts.url}/tier-map/${page}`);
			expect(
				await engine.value(
					`${JSON.stringify(Object.keys(COLOURS))}.map((id) => getComputedStyle(document.querySelector('tier-map > svg path[data-place="' + id + '"]')).fill.replace(/^url\\(.*?\\) /, ""))`,
				),
			).toEqual(Object.values(COLOURS).map(rgb));
			expect(await texts("tier-map .legend li")).toHaveLength(5);
			expect((await texts("tier-map .fallback p"))[0]).toMatch(/column/i);
			expect(
				await texts("button, input, select, textarea, summary, [role=button]"),
			).toEqual([]);
			if (!page.startsWith("frozen"))
				expect(await texts('tier-map a[href^="./argument.en"]')).toHaveLength(
					1,
				);
		},
	);

	it("shows the picture's colours without a style sheet, too", async () => {
		await engine.goto(`${hosts.url}/tier-map/embed.html?lang=en`);
		expect(
			await engine.value(
				`(() => { for (const sheet of document.querySelectorAll("link[rel=stylesheet], style")) sheet.remove(); return ${JSON.stringify(Object.keys(COLOURS))}.map((id) => getComputedStyle(document.querySelector('path[data-place="' + id + '"]')).fill); })()`,
			),
		).toEqual(Object.values(COLOURS).map(rgb));
	});

	it("is as high in a frame as what it shows", async () => {
		put(
			hosts,
			"frame.html",
			'<!doctype html><title>Page</title><iframe src="/tier-map/embed.html?lang=en" width="800" height="720"></iframe><script src="/tier-map/embed.js"></script>',
		);
		await engine.goto(`${hosts.url}/frame.html`);
		await expect
			.poll(() =>
				engine.value<number>(
					'document.querySelector("iframe").getBoundingClientRect().height',
				),
			)
			.toBeGreaterThan(1000);
	});

	it.each([true, false])(
		"shows what our code holds on a stranger's page (pinned: %s)",
		async (pinned) => {
			const { files, pictures } = JSON.parse(
				readFileSync(join(dist, "embed.json"), "utf8"),
			);
			const code = codeFor(
				{
					kind: "script",
					lang: "en",
					tag: "en",
					place: "",
					theme: "auto",
					panel: "auto",
					pinned,
				},
				{
					base: "/tier-map/",
					files,
					title: "Map",
					link: "Full page",
					fallback: '<p id="text">The map as text.</p>',
					picture: pictures.en,
				},
			);
			put(hosts, "code.html", `<!doctype html><title>Page</title>${code}`);
			await engine.goto(`${hosts.url}/code.html`);
			expect(await texts("#text")).toEqual(["The map as text."]);
			expect(
				await engine.value(
					'document.querySelector("tier-map image").getBoundingClientRect().height',
				),
			).toBeGreaterThan(400);
		},
	);
});

describe.skipIf(!hasOldChromium(80))("Chromium 80", () => {
	it.each(["index.html?lang=en", "embed.html?lang=zh", "frozen.en.html"])(
		"paints %s in its colours",
		async (page) => {
			mkdirSync(OUTPUT, { recursive: true });
			const file = join(OUTPUT, `chromium-80-${page.replace(/\W/g, "-")}.png`);
			// No program of today drives it; it takes a picture by itself.
			await promisify(execFile)(
				oldChromium(80),
				[
					"--headless",
					"--no-sandbox",
					"--disable-gpu",
					"--disable-dev-shm-usage",
					"--window-size=1280,1000",
					`--screenshot=${file}`,
					`${hosts.url}/tier-map/${page}`,
				],
				{ timeout: 60_000 },
			);
			const { data } = PNG.sync.read(readFileSync(file));
			const counts = new Map<string, number>();
			for (let i = 0; i < data.length; i += 4) {
				const colour = `#${data.toString("hex", i, i + 3)}`;
				counts.set(colour, (counts.get(colour) ?? 0) + 1);
			}
			for (const colour of Object.values(COLOURS))
				expect(counts.get(colour) ?? 0, colour).toBeGreaterThan(2000);
		},
	);
});
