import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type HostServer, serveHosts } from "../browser/hosts.ts";
import { browsers, type Engine } from "./engines.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

/** What is in the map, by selector. */
const inMap = (selector: string) =>
	`document.querySelector("tier-map").shadowRoot.querySelector(${JSON.stringify(selector)})`;

describe.each(browsers)("$name", ({ there, launch }) => {
	let engine: Engine | undefined;
	afterEach(async () => {
		await engine?.close();
		engine = undefined;
	});

	it.skipIf(!there)(
		"picks by click, search and keyboard, shows the table, switches the language, exports, and is sized in a frame",
		async () => {
			engine = await launch();
			const { value, click, type } = engine;
			const soon = { timeout: 20_000, interval: 200 };
			const heading = () =>
				value<string>(
					`${inMap("tier-map-panel h2")}?.textContent.trim() ?? ""`,
				);
			const press = async (target: string) => {
				const [x = 0, y = 0] = await value<number[]>(
					`(() => { const e = ${target}; e.scrollIntoView({ block: "center" }); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`,
				);
				await click(x, y);
			};

			await engine.goto(`${hosts.url}/tier-map/index.html?lang=en`);
			await value(
				`customElements.whenDefined("tier-map").then(() => document.querySelector("tier-map").ready).then(() => true)`,
			);
			await expect.poll(heading, soon).toBe("The thesis");

			await press(inMap('path[data-place="BRA"]'));
			await expect.poll(heading, soon).toMatch(/^Brazil/);

			await press(inMap("[role=combobox]"));
			await value(`${inMap("[role=combobox]")}.select()`);
			await type("keny");
			await expect
				.poll(
					() => value<number>(`${inMap("#search-list")}.children.length`),
					soon,
				)
				.toBeGreaterThan(0);
			await type("ArrowDown");
			await type("Enter");
			await expect.poll(heading, soon).toMatch(/^Kenya/);

			await value(`${inMap(".proxy")}.focus()`);
			await expect
				.poll(async () => {
					await type("ArrowUp");
					await type("Enter");
					return heading();
				}, soon)
				.not.toMatch(/^Kenya/);

			await value(`document.querySelector("tier-map").view = "table"`);
			await expect
				.poll(
					() =>
						value<number>(`${inMap("tier-map-table tbody")}?.rows.length ?? 0`),
					soon,
				)
				.toBeGreaterThan(200);
			await value(`document.querySelector("tier-map").view = "map"`);

			await press(`document.querySelector('nav [data-lang="zh"]')`);
			await expect.poll(heading, soon).toMatch(/\p{Script=Han}/u);

			expect(
				await value<string>(`document.querySelector("tier-map").toSVG()`),
			).toMatch(/<\/svg>\s*$/);

			await engine.goto(`${hosts.url}/sandbox.html`);
			await expect
				.poll(
					() =>
						value<number>(
							`document.querySelector("#one").getBoundingClientRect().height`,
						),
					soon,
				)
				.toBeGreaterThan(500);
		},
	);
});
