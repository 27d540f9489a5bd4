import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openMap, type PageOptions } from "./harness.ts";
import { centre, openReady, press, targetsOf } from "./reach.ts";
import { part } from "./reading.ts";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

const options: RunOptions = {
	runOnly: [
		"wcag2a",
		"wcag2aa",
		"wcag21a",
		"wcag21aa",
		"wcag22aa",
		"best-practice",
	],
	// Left off by default, as it is new in WCAG 2.2.
	rules: { "target-size": { enabled: true } },
	resultTypes: ["violations"],
};

/** What axe finds wrong with the component, with the elements it means. */
async function violationsOn(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async (options) => {
		const { axe } = window as unknown as {
			axe: { run(context: string, options: object): Promise<AxeResults> };
		};
		const { violations, passes } = await axe.run("tier-map", options);
		if (passes.length < 10) return ["axe looked at next to nothing"];
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(
				({ target, failureSummary }) =>
					`${id}: ${JSON.stringify(target)} ${failureSummary}`,
			),
		);
	}, options);
}

const listed = async (page: Page) => {
	const field = page.locator("tier-map [role=combobox]");
	await field.fill("gu");
	await page.locator("tier-map [part~=search] [role=option]").first().waitFor();
	await field.press("ArrowDown");
	await page.locator("tier-map [role=option][aria-selected=true]").waitFor();
};

const choosing = async (page: Page) => {
	await centre(page);
	const at = (await targetsOf(page)).get("LUX") ?? [0, 0];
	await page.touchscreen.tap(...at);
	await page.locator("tier-map .chooser").waitFor();
};

const states: [
	name: string,
	query: string,
	options?: PageOptions,
	act?: (page: Page) => Promise<void>,
][] = [
	["the start", ""],
	["a place picked", "&selected=KEN"],
	["a region picked", "&selected=eu"],
	["a disputed area on a phone", "&selected=XCR", { width: 320 }],
	["the table", "&view=table&selected=KEN"],
	["the search's list", "", {}, listed],
	["the chooser", "", { width: 375, hasTouch: true }, choosing],
	["another round", "&round=2022-10-07&selected=CHN"],
	["one tier alone", "&tier=3"],
	["a notice", "&selected=ATLANTIS&tier=9"],
	["zoomed in", "&selected=SGP", {}, (page) => press(page, "Zoom in")],
	["the dark", "&selected=KEN", { colorScheme: "dark" }],
	["Chinese", "&lang=zh&selected=SGP"],
	[
		"Chinese, in the dark, as a table",
		"&lang=zh&view=table",
		{ colorScheme: "dark" },
	],
];

it.each(states)(
	"axe finds nothing wrong with %s",
	async (_, query, opened, act) => {
		const path = `/?${query.includes("lang") ? "" : "lang=en"}${query}`;
		const table = query.includes("view=table");
		const page = table
			? await openMap({ path, ...opened })
			: await openReady({ path, ...opened });
		await part(page, "panel").locator("h2").waitFor();
		await act?.(page);
		expect(await violationsOn(page)).toEqual([]);
	},
);
