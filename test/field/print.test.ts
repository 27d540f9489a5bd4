import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import pixelmatch from "pixelmatch";
import type { Browser } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launch } from "../browser/chromium.mjs";
import { ensureLib, run } from "../lib.mjs";
import { call, has } from "./tools.ts";

const folder = fileURLToPath(new URL("../output/field/", import.meta.url));
const file = (name: string) => join(folder, name);
/** Device pixels per pixel of the figure. */
const SCALE = 2;
const WIDTH = 960 * SCALE;
const HEIGHT = 469 * SCALE;

const figures = ["en", "zh"].flatMap((lang) =>
	["light", "dark"].flatMap((theme) =>
		["web", "print"].map((profile) => ({ lang, theme, profile })),
	),
);
const nameOf = (options: object) => Object.values(options).join("-");

let browser: Browser;

beforeAll(async () => {
	ensureLib();
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	browser = await launch(inject("chromium"));
	for (const options of figures) render(options);
});
afterAll(() => browser?.close());

/** Draws a figure with the command line. */
function render(options: Readonly<Record<string, string>>): string {
	const path = file(`${nameOf(options)}.svg`);
	const { stderr } = run([
		"render",
		...Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]),
		"-o",
		path,
	]);
	expect(stderr).toBe("");
	return path;
}

/** Chromium's picture of the live map. */
async function liveMap(lang: string, theme: "light" | "dark"): Promise<PNG> {
	const page = await browser.newPage({
		viewport: { width: 1100, height: 1000 },
		deviceScaleFactor: SCALE,
		colorScheme: theme,
	});
	await page.goto(`${inject("baseURL")}/?lang=${lang}`);
	await page.evaluate(async () => {
		await customElements.whenDefined("tier-map");
		const map = document.querySelector<HTMLElement>("tier-map");
		if (!map) return;
		map.setAttribute("panel", "none");
		map.style.cssText = "inline-size: 960px";
		await (map as unknown as { ready: Promise<void> }).ready;
	});
	await page.waitForLoadState("networkidle");
	const map = page.locator("tier-map [part~=map] .map");
	// Onto whole pixels, as a file has them.
	const [x, y] = await map.evaluate((node: HTMLElement) => {
		const { left, top } = node.getBoundingClientRect();
		const host = document.querySelector<HTMLElement>("tier-map");
		if (host) {
			host.style.position = "relative";
			host.style.inset = `${-(top % 1)}px auto auto ${-(left % 1)}px`;
		}
		return [Math.floor(left), Math.floor(top)] as const;
	});
	const picture = PNG.sync.read(
		await page.screenshot({
			animations: "disabled",
			clip: { x, y, width: WIDTH / SCALE, height: HEIGHT / SCALE },
		}),
	);
	await page.close();
	return picture;
}

/** Chromium's picture of an SVG file. */
async function inChromium(path: string): Promise<PNG> {
	const svg = readFileSync(path, "utf8");
	const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/) ?? [];
	const page = await browser.newPage({
		viewport: { width: Number(width), height: Number(height) },
		deviceScaleFactor: SCALE,
	});
	// No other renderer draws adjacent Chinese punctuation closer together.
	await page.setContent(
		`<style>body { margin: 0 } svg { display: block } text { text-spacing-trim: space-all }</style>${svg}`,
	);
	const picture = PNG.sync.read(await page.screenshot());
	await page.close();
	return picture;
}

const renderers = {
	resvg: (path: string) =>
		new Resvg(readFileSync(path, "utf8"), {
			fitTo: { mode: "zoom", value: SCALE },
		})
			.render()
			.asPng(),
	"rsvg-convert": (path: string) => {
		call("rsvg-convert", ["-z", String(SCALE), "-o", `${path}.png`, path]);
		return readFileSync(`${path}.png`);
	},
	inkscape: (path: string) => {
		call("inkscape", [
			`--export-dpi=${96 * SCALE}`,
			"--export-type=png",
			`--export-filename=${path}.ink.png`,
			path,
		]);
		return readFileSync(`${path}.ink.png`);
	},
} as const;

/** The map in a picture of a whole figure. */
function mapOf(picture: PNG, svg: string): PNG {
	const top = Number(svg.match(/viewBox="0 (-?\d+)/)?.[1] ?? 0);
	const map = new PNG({ width: WIDTH, height: HEIGHT });
	PNG.bitblt(picture, map, 0, -top * SCALE, WIDTH, HEIGHT, 0, 0);
	return map;
}

/** Share of pixels that differ between two pictures; where they do is written to a file. */
function difference(one: PNG, other: PNG, name: string): number {
	const { width, height } = one;
	expect([other.width, other.height]).toEqual([width, height]);
	const picture = new PNG({ width, height });
	const differing = pixelmatch(
		one.data,
		other.data,
		picture.data,
		width,
		height,
	);
	const share = differing / (width * height);
	console.log(`${name}: ${(share * 100).toFixed(2)} %`);
	writeFileSync(file(`${name}.diff.png`), PNG.sync.write(picture));
	return share;
}

describe.each(Object.entries(renderers))("%s", (tool, draw) => {
	const there = tool === "resvg" || has(tool as "inkscape");

	it.skipIf(!there).each(figures)(
		"draws the map as Chromium draws the live one: $lang $theme $profile",
		async (options) => {
			const path = file(`${nameOf(options)}.svg`);
			const picture = PNG.sync.read(draw(path));
			const live = await liveMap(
				options.lang,
				options.theme === "dark" ? "dark" : "light",
			);
			expect(
				difference(
					mapOf(picture, readFileSync(path, "utf8")),
					live,
					`${tool}-live-${nameOf(options)}`,
				),
			).toBeLessThanOrEqual(0.01);
		},
	);

	it
		.skipIf(!there)
		.each(
			["en", "zh"].flatMap((lang) =>
				["wide", "square", "narrow"].map((layout) => ({ lang, layout })),
			),
		)(
		"draws a whole figure as Chromium does: $lang $layout",
		async (options) => {
			const path = render({ ...options, profile: "print", selected: "KEN" });
			expect(
				difference(
					PNG.sync.read(draw(path)),
					await inChromium(path),
					`${tool}-figure-${nameOf(options)}`,
				),
			).toBeLessThanOrEqual(0.01);
		},
	);
});

it.skipIf(!has("xmllint"))("is valid XML: xmllint", () => {
	for (const options of [
		...figures,
		{ lang: "zh", profile: "wikipedia" },
		{ lang: "zh", profile: "print", selected: "africa" },
	])
		expect(call("xmllint", ["--noout", render(options)])).toBe("");
});

it.skipIf(!has("inkscape"))("has its layers in Inkscape", () => {
	const path = render({ lang: "zh", profile: "print", selected: "KEN" });
	const boxes = new Map(
		call("inkscape", ["--query-all", path])
			.trim()
			.split("\n")
			.map((line) => line.split(","))
			.map(([id = "", ...box]) => [id, box.map(Number)]),
	);
	for (const id of [
		..."title earth tiers hatching borders markers legend credit selection".split(
			" ",
		),
		"tier-2",
		"KEN",
		"marker-MLT",
	])
		expect([...boxes.keys()]).toContain(id);
	const [, , width = 0, height = 0] = boxes.get("KEN") ?? [];
	expect(width * height).toBeGreaterThan(300);
});

describe.skipIf(!has("pdftotext"))("the kit's PDF, read with poppler", () => {
	const kit = file("kit");
	const pdf = (lang: string, layout = "wide") =>
		join(kit, `pdf/tier-map_2025-01-13_${lang}_${layout}.pdf`);
	beforeAll(() => {
		expect(run(["kit", "-o", kit]).status).toBe(0);
	});

	it.each(["en", "zh"])(
		"has one page, fonts embedded, text as text: %s",
		(lang) => {
			expect(call("pdfinfo", [pdf(lang)])).toMatch(/Pages: +1\n/);
			const rows = call("pdffonts", [pdf(lang)])
				.trim()
				.split("\n")
				.slice(2);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) expect(row).toMatch(/ yes yes (yes|no) +\d+ +0$/);
			const alt = readFileSync(join(kit, `text/credits.${lang}.txt`), "utf8");
			const text = call("pdftotext", [pdf(lang), "-"]).replace(/\s/g, "");
			for (const line of alt.trim().split("\n"))
				expect(text).toContain(line.replace(/\s/g, ""));
		},
	);

	it.each(["en", "zh"])("looks like the SVG: %s", async (lang) => {
		const svg = join(kit, `svg/tier-map_2025-01-13_${lang}_wide_print.svg`);
		const expected = await inChromium(svg);
		const start = file(`pdf-${lang}`);
		call("pdftoppm", [
			"-png",
			"-singlefile",
			"-scale-to-x",
			String(expected.width),
			"-scale-to-y",
			String(expected.height),
			pdf(lang),
			start,
		]);
		expect(
			difference(
				PNG.sync.read(readFileSync(`${start}.png`)),
				expected,
				`pdf-${lang}`,
			),
		).toBeLessThanOrEqual(0.02);
	});
});

it("sets Chinese without a missing glyph", () => {
	const font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
	const path = file("glyphs.png");
	const args = ["render", "--lang", "zh", "--labels", "-o", path];
	expect(run([...args, "--font", font]).stderr).toBe("");
	// What the title's place shows is neither empty nor a row of the same boxes.
	const picture = PNG.sync.read(readFileSync(path));
	const columns = Array.from({ length: 500 }, (_, x) => {
		let ink = 0;
		for (let y = 50; y < 110; y++) {
			const at = (y * picture.width + x + 48) * 4;
			if ((picture.data[at] ?? 255) < 128) ink += 1;
		}
		return ink;
	});
	expect(new Set(columns).size).toBeGreaterThan(20);
});
