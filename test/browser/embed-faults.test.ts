import type { ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, type TestPage } from "./harness.ts";
import { type HostServer, makeBundle, put, serveHosts } from "./hosts.ts";

let hosts: HostServer;
let good: string;
beforeAll(async () => {
	hosts = await serveHosts();
	good = JSON.stringify(makeBundle());
	put(hosts, "good.json", good);
	put(
		hosts,
		"own.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Own data</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<tier-map src="bundle.json"><p id="fallback">The map as text.</p></tier-map>`,
	);
});
afterAll(() => hosts.close());

interface Heard {
	readonly errors: { path: string; message: string }[][];
	readonly loads: { version: string; bundle: string }[];
}

/** Opens a page with a map, hearing its events from before it loads. */
async function open(
	prepare: (page: Page) => Promise<unknown>,
	path = "own.html",
): Promise<{ page: TestPage; warnings: string[]; heard(): Promise<Heard> }> {
	const page = await openPage({ path: `${hosts.url}/host.css` });
	const warnings: string[] = [];
	page.on("console", (message: ConsoleMessage) => {
		if (message.type() === "warning") warnings.push(message.text());
	});
	await page.addInitScript(() => {
		const heard: Heard = { errors: [], loads: [] };
		Object.assign(window, { heard });
		addEventListener("tier-map-error", (event) => {
			heard.errors.push([...(event as CustomEvent).detail.problems]);
		});
		addEventListener("tier-map-load", (event) => {
			heard.loads.push((event as CustomEvent).detail);
		});
	});
	await prepare(page);
	await page.goto(`${hosts.url}/${path}`);
	return {
		page,
		warnings,
		heard: () =>
			page.evaluate(() => (window as unknown as { heard: Heard }).heard),
	};
}

/** The browser itself reports an answer it didn't get; our own code throws nothing. */
function thrown(page: TestPage): string[] {
	return page.problems().filter((problem) => problem.startsWith("error:"));
}

const faults: [string, (page: Page) => Promise<unknown>, RegExp][] = [
	["missing", async () => {}, /404/],
	[
		"cut short",
		(page) =>
			page.route("**/bundle.json", (route) =>
				route.fulfill({
					body: good.slice(0, 5000),
					contentType: "application/json",
				}),
			),
		/JSON/,
	],
	[
		"another type of file",
		(page) =>
			page.route("**/bundle.json", (route) =>
				route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
			),
		/JSON/,
	],
	[
		"of another version",
		(page) =>
			page.route("**/bundle.json", (route) =>
				route.fulfill({ body: good.replace('"schema":1', '"schema":2') }),
			),
		/schema.*1.*2/,
	],
	[
		"out of reach",
		(page) => page.route("**/bundle.json", (route) => route.abort()),
		/could not be reached/,
	],
];

describe.each(faults)("a bundle that is %s", (_, prepare, message) => {
	it("leaves the fallback, says so, and loads when tried again", async () => {
		const { page, warnings, heard } = await open(prepare);
		const alert = page.getByRole("alert");
		await alert.waitFor();
		expect(await page.locator("#fallback").isVisible()).toBe(true);
		const { errors } = await heard();
		expect(errors.length).toBe(1);
		expect(JSON.stringify(errors)).toMatch(message);
		expect(warnings.length).toBe(1);
		expect(warnings[0]).toMatch(/^tier-map: /);
		expect(thrown(page)).toEqual([]);

		await page.unroute("**/bundle.json");
		put(hosts, "bundle.json", good);
		await alert.getByRole("button", { name: "Try again" }).click();
		await page.locator('tier-map path[data-place="KEN"]').first().waitFor();
		expect((await heard()).loads).toEqual([
			{ version: "2026-11-24", bundle: `${hosts.url}/bundle.json` },
		]);
		expect(await page.getByRole("alert").count()).toBe(0);
		put(hosts, "bundle.json", "");
		const { rmSync } = await import("node:fs");
		rmSync(`${hosts.folder}/bundle.json`);
	});
});

describe("the built-in data", () => {
	it.each(["tier-map/index.html?lang=en", "plain.html"])(
		"out of reach leaves the fallback of %s, and loads when tried again",
		async (path) => {
			let offline = true;
			const { page, warnings, heard } = await open(
				(page) =>
					page.route("**/assets/{en,zh}-*.js", (route) =>
						offline ? route.abort() : route.fallback(),
					),
				path,
			);
			await page.getByRole("alert").waitFor();
			expect(
				await page.locator("tier-map > .fallback").first().isVisible(),
			).toBe(true);
			expect((await heard()).errors.length).toBe(1);
			expect(warnings.length).toBe(1);
			expect(thrown(page)).toEqual([]);
			offline = false;
			await page.getByRole("button", { name: "Try again" }).click();
			await page.locator('tier-map path[data-place="KEN"]').first().waitFor();
			await page.locator("tier-map tier-map-panel h2").first().waitFor();
			expect(thrown(page)).toEqual([]);
		},
	);
});

describe("src", () => {
	it("is fetched once for two maps, and can be changed", async () => {
		let asked = 0;
		const page = await openPage({ path: `${hosts.url}/plain.html` });
		await page.route("**/good.json", (route) => {
			asked += 1;
			return route.fallback();
		});
		await page.evaluate(() => {
			document.body.insertAdjacentHTML(
				"beforeend",
				'<tier-map id="a" src="good.json" lang="zh"></tier-map><tier-map id="b" src="/good.json"></tier-map>',
			);
		});
		for (const id of ["a", "b"])
			await page.locator(`#${id} path[data-place="KEN"]`).first().waitFor();
		expect(asked).toBe(1);
		const own = JSON.parse(good);
		for (const edition of Object.values<typeof own>(own.editions))
			edition.core.places.find((p: { id: string }) => p.id === "KEN").name =
				"<img src=x onerror=alert(1)>";
		put(hosts, "renamed.json", JSON.stringify(own));
		await page.locator("#b").evaluate((map) => {
			map.setAttribute("src", "renamed.json");
			map.setAttribute("selected", "KEN");
		});
		await page
			.locator("#b tier-map-panel h2", { hasText: "<img src=x" })
			.waitFor();
		expect(await page.locator("#b img").count()).toBe(0);
	});

	it("with hostile content is refused, every problem listed", async () => {
		const hostile = JSON.parse(good);
		const { core, argument, picture } = hostile.editions.en;
		argument.sources[0].url = "java\tscript:alert(1)";
		argument.sources[1].url = "javascript:alert(1)";
		argument.sources[2].url = "//example.com/x";
		core.tiers[0].light = "red;} * { display: none";
		core.tiers[1].id = '"] {} [x="';
		core.places[0].id = "constructor";
		core.places[1].name = "x".repeat(30_000);
		core.center = null;
		picture.shapes.KEN = 'M0 0"/><script>alert(1)</script>';
		picture.markers.TUV = [1, "2"];
		delete argument.claims;
		put(hosts, "bundle.json", JSON.stringify(hostile));
		const { page, heard } = await open(async () => {});
		await page.getByRole("alert").waitFor();
		const paths = (await heard()).errors.flat().map(({ path }) => path);
		expect(paths).toEqual(
			expect.arrayContaining(
				[
					"argument.sources[0].url",
					"argument.sources[1].url",
					"argument.sources[2].url",
					"core.tiers[0].light",
					"core.tiers[1].id",
					"core.places[0].id",
					"core.places[1].name",
					"core.center",
					"picture.shapes.KEN",
					"picture.markers.TUV[1]",
					"argument.claims",
				].map((path) => `editions.en.${path}`),
			),
		);
		expect(thrown(page)).toEqual([]);
	});
});
