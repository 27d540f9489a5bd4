// `npm run look`: pictures of the built page into test/output/look/, to be looked at by a person.
// More views can be named: `npm run look -- "selected=TWN&view=table" round=2023-10-17`
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/chromium.mjs";
import { dist, ensureBuilt, serve } from "./browser/serve.mjs";

const folder = fileURLToPath(new URL("output/look/", import.meta.url));
const views = ["", "selected=KEN", ...process.argv.slice(2)];
const sizes = [
	{ width: 1280, height: 900 },
	{ width: 375, height: 812 },
];
const schemes = /** @type {const} */ (["light", "dark"]);

ensureBuilt();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serve(dist);
const browser = await launch();

for (const viewport of sizes) {
	for (const colorScheme of schemes) {
		const context = await browser.newContext({ viewport, colorScheme });
		for (const lang of ["en", "zh"]) {
			for (const view of views) {
				const name = [lang, viewport.width, colorScheme, view || "start"]
					.join("-")
					.replace(/[^\w-]+/g, "_");
				const page = await context.newPage();
				page.on("pageerror", (error) => say(name, String(error)));
				page.on("console", (message) => {
					if (message.type() === "error") say(name, message.text());
				});
				await page.goto(`${server.url}/?lang=${lang}&${view}`);
				await page.evaluate(async () => {
					const map = document.querySelector("tier-map");
					if (map && "ready" in map) await map.ready;
					await document.fonts.ready;
				});
				const wide = await page.evaluate(
					() => document.documentElement.scrollWidth,
				);
				if (wide > viewport.width) say(name, `is ${wide} px wide`);
				await page.screenshot({
					path: `${folder}${name}.png`,
					fullPage: true,
					animations: "disabled",
				});
				await page.close();
			}
		}
		await context.close();
	}
}

await browser.close();
await server.close();
console.log(`Pictures are in ${folder}`);

/**
 * @param {string} name
 * @param {string} problem
 */
function say(name, problem) {
	console.error(`${name}: ${problem}`);
	process.exitCode = 1;
}
