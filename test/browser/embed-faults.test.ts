import type { ConsoleMessage, Frame, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataVersion } from "../fixtures/read.ts";
import { openPage, type TestPage } from "./harness.ts";
import {
	frameIn,
	type HostServer,
	makeBundle,
	put,
	serveHosts,
} from "./hosts.ts";

let hosts: HostServer;
/** Another origin that anybody may read. */
let elsewhere: HostServer;
let good: string;
beforeAll(async () => {
	hosts = await serveHosts();
	elsewhere = await serveHosts({ "Access-Control-Allow-Origin": "*" });
	good = JSON.stringify(makeBundle());
	put(hosts, "good.json", good);
	put(elsewhere, "good.json", good);
	put(
		hosts,
		"own.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Own data</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<tier-map src="bundle.json"><p id="fallback">The map as text.</p></tier-map>`,
	);
});
afterAll(async () => {
	await hosts.close();
	await elsewhere.close();
});

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
	// What the browser itself says of an answer that didn't come is no fault of ours; `thrown` is.
	page.problems();
	return {
		page,
		warnings,
		heard: () =>
			page.evaluate(() => (window as unknown as { heard: Heard }).heard),
	};
}

/** What our own code threw. */
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
		"led to another origin",
		(page) =>
			page.route("**/bundle.json", (route) =>
				route.fulfill({
					status: 302,
					headers: { Location: `${elsewhere.url}/good.json` },
				}),
			),
		/another origin/,
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
			{ version: dataVersion(), bundle: `${hosts.url}/bundle.json` },
		]);
		expect(await page.getByRole("alert").count()).toBe(0);
		put(hosts, "bundle.json", "");
		const { rmSync } = await import("node:fs");
		rmSync(`${hosts.folder}/bundle.json`);
	});
});

/** Files of the built-in map, and what is missing without each. */
const files: [file: string, without: "all" | "part"][] = [
	["core-en", "all"],
	["picture-en", "all"],
	["argument-en", "part"],
	["later", "part"],
];

const broken: [string, (route: Route) => Promise<void>][] = [
	["missing", (route) => route.fulfill({ status: 404, body: "Not found" })],
	[
		"cut short",
		async (route) => {
			const response = await route.fetch();
			const body = (await response.text()).slice(0, 200);
			await route.fulfill({ response, body });
		},
	],
	[
		"another type of file",
		(route) =>
			route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
	],
	["out of reach", (route) => route.abort()],
];

/** Lets a file of the map come only as a test wants it. */
async function spoil(
	page: Page,
	file: string,
	answer: (route: Route) => Promise<void>,
): Promise<{ mend(): void }> {
	let spoilt = true;
	await page.route(
		new RegExp(`/(assets/${file}-[^/]+|tier-map/${file})\\.js`),
		(route) => (spoilt ? answer(route) : route.fallback()),
	);
	return {
		mend: () => {
			spoilt = false;
		},
	};
}

/** The map and its argument are there and answer. */
async function works(page: Page | Frame): Promise<void> {
	await page.locator('tier-map path[data-place="BRA"]').first().click();
	await page
		.locator("tier-map tier-map-panel h2", { hasText: "Brazil" })
		.waitFor();
}

describe.each(files)("%s of the built-in map", (file, without) => {
	it.each(broken)(
		"%s: says so, keeps what is there, and works when tried again",
		async (_, answer) => {
			let fault: Awaited<ReturnType<typeof spoil>> | undefined;
			const { page, warnings, heard } = await open(async (page) => {
				fault = await spoil(page, file, answer);
			}, "plain.html");
			const alert = page.getByRole("alert");
			await alert.waitFor();
			const all = without === "all";
			expect(await page.locator("tier-map > .fallback").isVisible()).toBe(all);
			expect(await alert.textContent()).toContain(
				all ? "The map could not" : "Part of the map could not",
			);
			const { errors, loads } = await heard();
			expect([errors.length, loads.length]).toEqual([1, all ? 0 : 1]);
			expect(warnings).toEqual([expect.stringMatching(/^tier-map: /)]);
			expect(thrown(page)).toEqual([]);

			fault?.mend();
			await alert.getByRole("button", { name: "Try again" }).click();
			await works(page);
			expect(await alert.count()).toBe(0);
			expect((await heard()).loads.length).toBe(1);
			expect(warnings.length).toBe(1);
			expect(thrown(page)).toEqual([]);
		},
	);

	it("late: what is there stays until it comes", async () => {
		let come: () => void = () => {};
		const waiting = new Promise<void>((resolve) => {
			come = resolve;
		});
		const { page, warnings, heard } = await open(
			(page) =>
				spoil(page, file, async (route) => {
					await waiting;
					await route.fallback();
				}),
			"plain.html",
		);
		if (without === "all")
			expect(await page.locator("tier-map > .fallback").isVisible()).toBe(true);
		else
			await page.locator('tier-map path[data-place="KEN"]').first().waitFor();
		come();
		await works(page);
		expect((await heard()).errors).toEqual([]);
		expect(warnings).toEqual([]);
	});
});

describe("what zooms the map", () => {
	const scale = (page: Page) =>
		page
			.locator("tier-map .markers")
			.evaluate((e: SVGElement) => Number(e.style.getPropertyValue("--scale")));

	it.each(broken)(
		"%s: a press says so, and the next one zooms",
		async (_, answer) => {
			let fault: Awaited<ReturnType<typeof spoil>> | undefined;
			const { page, warnings } = await open(async (page) => {
				fault = await spoil(page, "gestures", answer);
			}, "plain.html");
			const zoomIn = page.getByRole("button", { name: "Zoom in" });
			await zoomIn.click();
			await page
				.getByRole("status")
				.filter({ hasText: "Part of the map could not" })
				.waitFor();
			const before = await scale(page);
			fault?.mend();
			await zoomIn.click();
			await expect.poll(() => scale(page)).toBeCloseTo(2 * before, 2);
			await works(page);
			expect(warnings).toEqual([]);
			expect(thrown(page)).toEqual([]);
		},
	);

	it("comes by itself when the browser is back online, and when the map gets the focus", async () => {
		for (const wanted of ["online", "focus"]) {
			let fault: Awaited<ReturnType<typeof spoil>> | undefined;
			let failed: Promise<unknown> | undefined;
			const { page } = await open(async (page) => {
				fault = await spoil(page, "gestures", (route) => route.abort());
				failed = page.waitForEvent("requestfailed", (request) =>
					/gestures-[^/]+\?/.test(request.url()),
				);
			}, "plain.html");
			await failed;
			fault?.mend();
			const came = page.waitForResponse(/gestures-/);
			if (wanted === "online")
				await page.evaluate(() => dispatchEvent(new Event("online")));
			else await page.locator("tier-map [role=listbox].proxy").focus();
			await came;
			expect(thrown(page)).toEqual([]);
		}
	});
});

describe("the program", () => {
	it.each(broken)("%s: the fallback stays", async (_, answer) => {
		const { page, warnings } = await open(
			(page) => spoil(page, "tier-map", answer),
			"plain.html",
		);
		expect(await page.locator("tier-map > .fallback").isVisible()).toBe(true);
		expect(warnings).toEqual([]);
	});
});

describe("a page that goes offline", () => {
	it("keeps the fallback, and gets its map by itself when it is back", async () => {
		put(
			hosts,
			"offline.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Offline</title>
			<script type="module" src="/tier-map/tier-map.js"></script>`,
		);
		const { page, warnings } = await open(async () => {}, "offline.html");
		await page.evaluate(() => customElements.whenDefined("tier-map"));
		await page.context().setOffline(true);
		await page.evaluate(() => {
			document.body.innerHTML = `<tier-map><p class="fallback">The map as text.</p></tier-map>`;
		});
		await page.getByRole("alert").waitFor();
		expect(await page.locator(".fallback").isVisible()).toBe(true);
		await page.context().setOffline(false);
		await works(page);
		expect(warnings.length).toBe(1);
		expect(thrown(page)).toEqual([]);
	});
});

describe.each([
	["argument", "argument-en"],
	["tools and panel", "later"],
])("the iframe page without its %s", (_, piece) => {
	beforeAll(() =>
		put(
			hosts,
			"frame.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title>
			<iframe title="Map" src="/tier-map/embed.html?lang=en" sandbox="allow-scripts" width="1000" height="2000"></iframe>`,
		),
	);

	it.each(broken)(
		"%s says so, and works when tried again",
		async (_, answer) => {
			let fault: Awaited<ReturnType<typeof spoil>> | undefined;
			const { page, warnings } = await open(async (page) => {
				fault = await spoil(page, piece, answer);
			}, "frame.html");
			const frame = await frameIn(page.locator("iframe"));
			const alert = frame.getByRole("alert");
			await alert.waitFor();
			// What did come can be used.
			expect(await frame.getByRole("combobox").count()).toBe(
				piece === "later" ? 0 : 1,
			);
			expect(warnings.length).toBe(1);
			expect(thrown(page)).toEqual([]);
			fault?.mend();
			await alert.getByRole("button", { name: "Try again" }).click();
			await alert.waitFor({ state: "detached" });
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
