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
import { call, has, hasNoto, noto } from "./tools.ts";

const folder = fileURLToPath(new URL("../output/field/", import.meta.url));
const file = (name: string) => join(folder, name);
/** Device pixels per pixel of the figure. */
const SCALE = 2;
const WIDTH = 960 * SCALE;
const HEIGHT = 469 * SCALE;

type Options = Readonly<Record<string, string>>;

/** Figures whose map is the live one's. */
const maps: readonly Options[] = ["en", "zh"].flatMap((lang) =>
	["light", "dark"].flatMap((theme) =>
		["web", "print"].map((profile) => ({ lang, theme, profile })),
	),
);
/** Figures with all that is around the map. */
const wholes: readonly Options[] = ["en", "zh"].flatMap((lang) =>
	["wide", "square", "narrow"].map((layout) => ({
		lang,
		layout,
		profile: "print",
		selected: "KEN",
		labels: "",
	})),
);
const nameOf = (options: Options) =>
	Object.values(options).filter(Boolean).join("-");
const pathOf = (options: Options) => file(`${nameOf(options)}.svg`);

let browser: Browser;

beforeAll(async () => {
	ensureLib();
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	browser = await launch();
	for (const options of [...maps, ...wholes]) render(options);
});
afterAll(() => browser?.close());

/** Draws a figure with the command line. */
function render(options: Options): string {
	const path = pathOf(options);
	const { stderr } = run([
		"render",
		...Object.entries(options).flatMap(([key, value]) =>
			value ? [`--${key}`, value] : [`--${key}`],
		),
		"-o",
		path,
	]);
	expect(stderr).toBe("");
	return path;
}

/** Takes each picture once. */
function once(take: (...of: string[]) => Promise<PNG>) {
	const taken = new Map<string, Promise<PNG>>();
	return (...of: string[]): Promise<PNG> => {
		const key = of.join(" ");
		const picture = taken.get(key) ?? take(...of);
		taken.set(key, picture);
		return picture;
	};
}

/** Chromium's picture of the live map. */
const liveMap = once(async (lang, theme) => {
	const page = await browser.newPage({
		viewport: { width: 1100, height: 1000 },
		deviceScaleFactor: SCALE,
		colorScheme: theme === "dark" ? "dark" : "light",
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
});

/** Chromium's picture of an SVG file. */
const inChromium = once(async (path = "") => {
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
});

/** Each draws many files: Inkscape takes seconds to start. */
const renderers: Readonly<
	Record<string, (paths: readonly string[]) => readonly Buffer[]>
> = {
	resvg: (paths) =>
		paths.map((path) =>
			new Resvg(readFileSync(path, "utf8"), {
				fitTo: { mode: "zoom", value: SCALE },
			})
				.render()
				.asPng(),
		),
	"rsvg-convert": (paths) =>
		paths.map((path) => {
			call("rsvg-convert", ["-z", String(SCALE), "-o", `${path}.png`, path]);
			return readFileSync(`${path}.png`);
		}),
	inkscape: (paths) => {
		call("inkscape", [
			`--export-dpi=${96 * SCALE}`,
			"--export-type=png",
			...paths,
		]);
		return paths.map((path) => readFileSync(path.replace(/svg$/, "png")));
	},
};

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
	const pictures = new Map<Options, PNG>();
	beforeAll(() => {
		if (!there) return;
		const all = [...maps, ...wholes];
		for (const [i, data] of draw(all.map(pathOf)).entries()) {
			const options = all[i];
			if (options) pictures.set(options, PNG.sync.read(data));
		}
	});
	const pictureOf = (options: Options) => {
		const picture = pictures.get(options);
		if (!picture) throw new Error(`${tool} drew no ${nameOf(options)}`);
		return picture;
	};

	it.skipIf(!there).each(maps)(
		"draws the map as Chromium draws the live one: $lang $theme $profile",
		async (options) => {
			const svg = readFileSync(pathOf(options), "utf8");
			expect(
				difference(
					mapOf(pictureOf(options), svg),
					await liveMap(options.lang ?? "", options.theme ?? ""),
					`${tool}-live-${nameOf(options)}`,
				),
			).toBeLessThanOrEqual(0.01);
		},
	);

	// Their texts look the same where all find the same fonts.
	it.skipIf(!there || !hasNoto).each(wholes)(
		"draws a whole figure as Chromium does: $lang $layout",
		async (options) => {
			expect(
				difference(
					pictureOf(options),
					await inChromium(pathOf(options)),
					`${tool}-figure-${nameOf(options)}`,
				),
			).toBeLessThanOrEqual(0.01);
		},
	);
});

it.skipIf(!has("xmllint"))("is valid XML: xmllint", () => {
	const paths = [
		...maps.map(pathOf),
		...wholes.map(pathOf),
		render({ lang: "zh", profile: "wikipedia" }),
		render({ lang: "zh", profile: "print", selected: "africa" }),
	];
	expect(call("xmllint", ["--noout", ...paths])).toBe("");
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

it.skipIf(!hasNoto)("sets Chinese without a missing glyph: Noto CJK", () => {
	const path = file("glyphs.png");
	const args = ["render", "--lang", "zh", "--labels", "-o", path];
	expect(run([...args, "--font", noto]).stderr).toBe("");
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
