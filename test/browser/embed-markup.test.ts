/** Content of a bundle becomes nodes and text; no parser of markup ever gets it. */
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atlasScene } from "../../src/components/tier-map/draw-atlas.ts";
import type { TierMap } from "../../src/components/tier-map/tier-map.ts";
import { MOST_NAME } from "../../src/model/limits.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { liveSvg } from "../../src/svg/live.ts";
import { serialise } from "../../src/svg/markup.ts";
import { openPage } from "./harness.ts";
import {
	type HostServer,
	makeBundle,
	put,
	STRICT,
	serveHosts,
} from "./hosts.ts";

/** Runs if it is ever read as markup; put into every text. */
const HOSTILE = `<img src="x" onerror="document.title='ran'"><a href="javascript:alert(1)">&lt;b&gt;`;
/** Put into every outline. */
const STEP = "l0 0.123456";
/** Keys of a bundle whose values are texts, or hold nothing but texts. */
const TEXTS =
	/^(name|level|title|text|response|less|why|dispute|finding|pinyin|otherNames|essays|texts|approval)$/;
const OUTLINES = /^(sphere|graticule|shapes|coasts|boundaries)$/;

/** A bundle with something hostile at the end of every text and every outline. */
function hostile(value: unknown, end = ""): unknown {
	// A title that is near its limit makes room.
	if (typeof value === "string")
		return (
			(end !== HOSTILE || value.length > MOST_NAME
				? value
				: value.slice(0, MOST_NAME - end.length)) + end
		);
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map((each) => hostile(each, end));
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => [
			key,
			key === "lang"
				? each
				: hostile(
						each,
						TEXTS.test(key) ? HOSTILE : OUTLINES.test(key) ? STEP : end,
					),
		]),
	);
}

interface Parsed {
	/** What was given to a policy of Trusted Types, as the policy's name and the text. */
	readonly parsed: [policy: string, text: string][];
}

let hosts: HostServer;
/** A strict policy that lets nobody make markup but lit, out of its own templates; the iframe page loads its files by `tier-map-pieces`. */
let strict: HostServer;
const own = makeBundle();
beforeAll(async () => {
	hosts = await serveHosts();
	strict = await serveHosts({
		"Content-Security-Policy": `${STRICT}; trusted-types lit-html tier-map-pieces`,
	});
	put(strict, "bundle.json", JSON.stringify(hostile(own)));
	put(
		strict,
		"own.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Own data</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<tier-map src="bundle.json" selected="KEN"></tier-map>`,
	);
});
afterAll(async () => {
	await hosts.close();
	await strict.close();
});

describe("a bundle full of markup", () => {
	it.each([
		["in a page", "own.html"],
		["in the iframe page", "tier-map/embed.html?src=/bundle.json&selected=KEN"],
	])("%s is drawn and read out, and none of it is parsed", async (_, path) => {
		const page = await openPage({ path: `${strict.url}/host.css` });
		await page.addInitScript(() => {
			const parsed: [string, string][] = [];
			Object.assign(window, { parsed });
			const { trustedTypes } = window;
			if (!trustedTypes) throw new Error("There are no Trusted Types.");
			const createPolicy = trustedTypes.createPolicy.bind(trustedTypes);
			trustedTypes.createPolicy = (name, rules) =>
				createPolicy(name, {
					...rules,
					createHTML: (text) => {
						parsed.push([name, text]);
						return rules.createHTML(text);
					},
				});
		});
		await page.goto(`${strict.url}/${path}`);
		const map = page.locator("tier-map");
		await map.locator("tier-map-panel h2", { hasText: HOSTILE }).waitFor();
		await map.locator('path[data-place="BRA"]').first().hover();
		await map.locator(".tooltip strong", { hasText: HOSTILE }).waitFor();
		await map.locator("[role=combobox]").fill("braz");
		await map.locator("[role=option]", { hasText: HOSTILE }).first().waitFor();
		await map.locator("[role=combobox]").press("Enter");
		await map.locator("tier-map-legend button").first().click();
		await map.getByRole("button", { name: "Previous round" }).click();
		const svg = await map.evaluate(async (map: TierMap) => {
			map.view = "table";
			await map.updateComplete;
			return map.toSVG();
		});
		expect(svg).toContain("&#60;img");
		expect(svg).not.toContain("<img");
		await map
			.locator("tier-map-table td", { hasText: HOSTILE })
			.first()
			.waitFor();
		expect(
			await map.evaluate((map: TierMap) => {
				const roots = [
					map.shadowRoot,
					...(map.shadowRoot?.querySelectorAll("*") ?? []),
				];
				return roots.flatMap((root) => [
					...(root?.querySelectorAll("img, a[href^=javascript]") ?? []),
				]).length;
			}),
		).toBe(0);
		const { parsed } = await page.evaluate(() => ({
			parsed: (window as unknown as Parsed).parsed,
		}));
		expect(parsed.length).toBeGreaterThan(5);
		expect([...new Set(parsed.map(([policy]) => policy))]).toEqual([
			"lit-html",
		]);
		for (const [, text] of parsed)
			expect(text).not.toMatch(/onerror|javascript:|0\.123456|Kenya/);
		expect(await page.title()).not.toBe("ran");
		// The built-in picture that stood in the iframe page has made way.
		expect(await page.locator("svg[data-picture]").count()).toBe(0);
	});
});

describe("the two renderers of the live map", () => {
	const everything: Scene = {
		width: 960,
		height: 480.5,
		layers: [
			{
				name: "marks",
				marks: [
					{
						kind: "path",
						look: "place",
						place: "AAA",
						tier: "2",
						d: "M0 0l1 1z",
					},
					{ kind: "path", look: "hatch", d: "" },
					{
						kind: "circle",
						look: "marker",
						x: 1.25,
						y: 2,
						r: 3,
						dx: 0,
						dy: -4.5,
					},
					{ kind: "rect", look: "ground", x: 0, y: 0, width: 9, height: 9 },
					{
						kind: "text",
						look: "label",
						x: 1,
						y: 2,
						size: 11,
						bold: true,
						anchor: "middle",
						runs: [
							{ script: "latin", text: `"A" & 'B' <b>` },
							{ script: "han", text: "甲乙" },
							{ script: "latin", text: " C" },
						],
					},
					{ name: "inner", marks: [] },
				],
			},
			{ name: 'no "layer" <g>', marks: [] },
		],
	};
	const { core, picture } = own.editions.en ?? own.editions.zh ?? {};
	if (!core || !picture) throw new Error("The bundle has no edition.");

	it.each([
		["every kind of mark", everything],
		["the map of a bundle", atlasScene(core, picture)],
	])("make the same of %s", async (_, scene) => {
		const page = await openPage({ path: `${hosts.url}/plain.html` });
		await page.addScriptTag({ content: await renderer() });
		const [nodes, markup] = await page.evaluate(
			([scene, markup]) => {
				const { draw } = (window as unknown as Renderer).renderer;
				const template = document.createElement("template");
				template.innerHTML = markup;
				const parsed = document.importNode(template.content, true).firstChild;
				const made = draw(scene);
				return [
					made.isEqualNode(parsed),
					made.outerHTML === template.innerHTML,
				];
			},
			[scene, serialise(liveSvg(scene))] as const,
		);
		expect([nodes, markup]).toEqual([true, true]);
	});
});

interface Renderer {
	readonly renderer: { draw(scene: Scene): SVGSVGElement };
}

/** The renderer of nodes as a script for a page. */
async function renderer(): Promise<string> {
	const result = (await build({
		configFile: false,
		logLevel: "error",
		publicDir: false,
		build: {
			write: false,
			lib: {
				entry: "src/components/picture/draw.ts",
				formats: ["iife"],
				name: "renderer",
			},
		},
	})) as Rolldown.RolldownOutput[];
	return result[0]?.output[0].code ?? "";
}
