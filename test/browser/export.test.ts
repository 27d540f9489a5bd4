import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { FigureOptions } from "../../src/svg/options.ts";
import { ensureLib, run } from "../lib.mjs";
import { parse } from "../svg/figures.ts";
import { openMap, openPage, serve } from "./harness.ts";
import { patient } from "./reading.ts";
import { dist } from "./serve.mjs";

beforeAll(ensureLib, 240_000);

/** The element as a host page sees it. */
interface Exporting extends HTMLElement {
	readonly ready: Promise<void>;
	toSVG(options?: FigureOptions): Promise<string>;
	download(format: "svg" | "png", scale?: number): Promise<string>;
}

function svgOf(page: Page, options: FigureOptions = {}): Promise<string> {
	return page
		.locator("tier-map")
		.evaluate((map: Exporting, options) => map.toSVG(options), options);
}

async function contentOf(download: Download): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream())
		chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Forty combinations that between them use every value of every option. */
const combinations: FigureOptions[] = Array.from({ length: 40 }, (_, i) => {
	const of = <T>(values: readonly T[], step = 1) =>
		values[Math.floor(i / step) % values.length] as T;
	return {
		lang: of(["en", "zh"]),
		profile: of(["web", "print", "wikipedia"]),
		layout: of(["wide", "square", "narrow"], 3),
		theme: of(["light", "dark"], 2),
		round: of(["2025-01-13", "2023-10-17", "2025-05-13", "2026-07-10"], 5),
		selected: of([null, "KEN", "MLT", "southeast-asia", "TUV"], 2),
		tier: of([null, null, "2", "3"]),
		labels: of([false, true, true], 7),
		center: i < 38 ? null : of([-100, 60]),
	};
});

describe("the same bytes from the page and from the command line", () => {
	it("in forty combinations", async () => {
		const page = await openMap();
		for (const options of combinations) {
			const flags = Object.entries(options).flatMap(([name, value]) =>
				value === null || value === false
					? []
					: value === true
						? [`--${name}`]
						: [`--${name}`, String(value)],
			);
			const { stdout, stderr } = run(["render", ...flags, "-o", "-"]);
			expect(stderr).toBe("");
			const fromPage = await svgOf(page, options);
			expect(fromPage === stdout, flags.join(" ")).toBe(true);
		}
	}, 240_000);

	it("in the static picture too", () => {
		for (const lang of ["en", "zh"])
			expect(
				readFileSync(`${dist}/tier-map.${lang}.svg`, "utf8") ===
					run(["render", "--lang", lang, "-o", "-"]).stdout,
			).toBe(true);
	});
});

describe("what the reader sees", () => {
	it("is what is saved", async () => {
		const page = await openMap({
			path: "/?lang=zh&selected=KEN&tier=2&round=2023-10-17",
			colorScheme: "dark",
		});
		expect(await svgOf(page)).toBe(
			await svgOf(page, {
				lang: "zh",
				selected: "KEN",
				tier: "2",
				round: "2023-10-17",
				theme: "dark",
				layout: "wide",
			}),
		);
	});

	it("is narrow on a phone", async () => {
		const page = await openMap({ width: 375 });
		expect(parse(await svgOf(page)).attributes.width).toBe("480");
	});

	it("refuses what it doesn't know, and names what it does", async () => {
		const page = await openMap();
		const refusal = await page.locator("tier-map").evaluate((map: Exporting) =>
			map
				// @ts-expect-error
				.toSVG({ selected: "XXX", layout: "tall" })
				.catch((error: Error) => `${error.name} ${error.message}`),
		);
		expect(refusal).toMatch(/^TypeError.*"XXX".*africa/s);
		expect(refusal).toMatch(/"tall".*wide, square, narrow/);
	});
});

describe("the menu", () => {
	async function choose(page: Page, item: string | RegExp) {
		await page.getByRole("button", { name: /^(Save|保存)$/ }).click();
		await page.getByRole("menuitem", { name: item }).click();
	}

	it("saves an SVG under a speaking name", async () => {
		const page = await openMap({ path: "/?lang=zh&selected=KEN" });
		const saved = page.waitForEvent("download", patient);
		await choose(page, /SVG.*编辑/);
		const download = await saved;
		expect(download.suggestedFilename()).toBe("tier-map_2025-01-13_zh_KEN.svg");
		expect((await contentOf(download)).toString("utf8")).toBe(
			await svgOf(page),
		);
		await page
			.getByRole("status")
			.filter({ hasText: "tier-map_2025-01-13_zh_KEN.svg" })
			.waitFor(patient);
	});

	it.each([1, 2, 3])("saves a PNG at %s×", async (scale) => {
		const page = await openMap();
		const saved = page.waitForEvent("download", patient);
		await choose(page, `PNG, ${scale}×`);
		const download = await saved;
		expect(download.suggestedFilename()).toBe(
			`tier-map_2025-01-13_en${scale > 1 ? `@${scale}x` : ""}.png`,
		);
		const { width, height, data } = PNG.sync.read(await contentOf(download));
		const { attributes } = parse(await svgOf(page));
		expect([width, height]).toEqual([
			Number(attributes.width) * scale,
			Number(attributes.height) * scale,
		]);
		// The sea, and the colour of tier 2.
		const colours = new Set<number>();
		for (let i = 0; i < data.length; i += 4) colours.add(data.readUIntBE(i, 3));
		expect(colours).toContain(0xe4ecf1);
		expect(colours.size).toBeGreaterThan(100);
	});

	it("copies the picture and the SVG", async () => {
		const page = await openMap();
		await page
			.context()
			.grantPermissions(["clipboard-read", "clipboard-write"]);
		const said = () =>
			page.getByRole("status").filter({ hasText: "Copied." }).waitFor(patient);
		await choose(page, "Copy as SVG");
		await said();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			await svgOf(page),
		);
		await choose(page, "Copy as picture");
		await page.waitForFunction(
			async () =>
				(await navigator.clipboard.read())[0]?.types.includes("image/png"),
			undefined,
			patient,
		);
	});

	it("is worked by the keyboard, and is one stop with the toolbar", async () => {
		const page = await openMap();
		const button = page.getByRole("button", { name: "Save" });
		const items = page.getByRole("menuitem");
		await page.getByRole("button", { name: "Map", exact: true }).focus();
		for (let i = 0; i < 12; i++) {
			if (await button.evaluate((node) => node.matches(":focus"))) break;
			await page.keyboard.press("ArrowRight");
		}
		expect(await button.evaluate((node) => node.matches(":focus"))).toBe(true);
		await page.keyboard.press("ArrowDown");
		await items.first().waitFor();
		const focused = () =>
			page.evaluate(
				() =>
					document.querySelector("tier-map")?.shadowRoot?.activeElement
						?.textContent,
			);
		await expect.poll(focused).toContain("SVG");
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toContain("PNG, 1×");
		await page.keyboard.press("End");
		expect(await focused()).toContain("Copy as SVG");
		await page.keyboard.press("Escape");
		await items.first().waitFor({ state: "detached" });
		expect(await button.evaluate((node) => node.matches(":focus"))).toBe(true);
		expect(await button.getAttribute("aria-expanded")).toBe("false");
		await button.click();
		await items.first().waitFor();
		await page.mouse.click(5, 5);
		await items.first().waitFor({ state: "detached" });
	});
});

it("works under a strict content security policy", async () => {
	const server = await serve(dist, {
		headers: {
			"Content-Security-Policy":
				"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; trusted-types tier-map lit-html; require-trusted-types-for 'script'",
		},
	});
	try {
		const page = await openPage({ path: `${server.url}/?selected=KEN` });
		await page.evaluate(async () => {
			await customElements.whenDefined("tier-map");
			await document.querySelector<Exporting>("tier-map")?.ready;
		});
		for (const format of ["svg", "png"] as const) {
			const saved = page.waitForEvent("download", patient);
			await page
				.locator("tier-map")
				.evaluate((map: Exporting, format) => map.download(format, 2), format);
			expect((await contentOf(await saved)).length).toBeGreaterThan(50_000);
		}
	} finally {
		onTestFinished(() => server.close());
	}
});
