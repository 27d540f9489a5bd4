// `npm run gallery`: draws every story, compares it with the picture kept in test/snapshots/gallery/, and serves all of
// them on a page, where each can be opened live and a changed one stands beside what it was.
//
//   npm run gallery -- map/dark panel   only the stories whose names begin so
//   npm run gallery -- --update         keeps the pictures as they are now
//   npm run gallery -- --check          serves nothing; exits with 1 if a picture changed
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../browser/chromium.mjs";
import { dist, ensureBuilt, serve } from "../browser/serve.mjs";
import { bundles } from "./bundles.mjs";
import { index } from "./index.mjs";
import { difference, fingerprint, packed } from "./pictures.mjs";
import { stories } from "./stories.mjs";

/** @typedef {import("./stories.mjs").Story} Story */

const WORKERS = 2;
/** Of the window, in pixels. */
const HEIGHT = 800;
const here = fileURLToPath(new URL(".", import.meta.url));
const kept = join(here, "../snapshots/gallery");
const out = join(here, "../output/gallery");
const machine = join(kept, "machine.json");

const { values, positionals } = parseArgs({
	options: { update: { type: "boolean" }, check: { type: "boolean" } },
	allowPositionals: true,
});
const wanted = stories.filter(
	({ name }) =>
		positionals.length === 0 ||
		positionals.some((start) => name.startsWith(start)),
);
if (wanted.length === 0) {
	console.error(`No story begins with ${positionals.join(" or ")}.`);
	process.exit(2);
}

ensureBuilt();
layOut();
// The same letters on every Debian.
process.env.FONTCONFIG_FILE = join(here, "fonts.conf");
const server = await serve(out);
const browser = await launch();
const looks = await probe();
const compared = values.update || looks === lastLooks();
/** @type {import("./index.mjs").Result[]} */
const results = [];
const queue = [...wanted];
await Promise.all(
	Array.from({ length: WORKERS }, async () => {
		for (let story = queue.shift(); story; story = queue.shift())
			results.push(await result(story));
	}),
);
await browser.close();
results.sort((a, b) => stories.indexOf(a.story) - stories.indexOf(b.story));
if (values.update) {
	if (positionals.length === 0) forget();
	writeFileSync(machine, `${JSON.stringify({ looks }, null, "\t")}\n`);
}
writeFileSync(join(out, "index.html"), index(results, compared));
report();
if (values.check || values.update) await server.close();
else console.log(`\n${server.url}/   (Ctrl+C ends it)`);

/** The folder that is served: the page of the stories, and the built map. */
function layOut() {
	rmSync(out, { recursive: true, force: true });
	mkdirSync(join(out, "pictures"), { recursive: true });
	for (const name of ["story.html", "story.js", "story.css", "index.css"])
		cpSync(join(here, name), join(out, name));
	symlinkSync(dist, join(out, "tier-map"));
	for (const [name, bundle] of Object.entries(bundles()))
		writeFileSync(join(out, name), JSON.stringify(bundle));
}

/** How this machine draws letters and controls: pictures of another one can't be compared. */
async function probe() {
	const page = await browser.newPage({ viewport: { width: 400, height: 200 } });
	await page.setContent(
		`<p style="font: 16px system-ui">Hamburgefonstiv 0123</p><p style="font: bold 13px serif">Sphinx of black quartz</p><p lang="zh-Hans" style="font: 16px system-ui">世界地图</p><p lang="zh-Hans" style="font: 16px serif">世界地图</p><button>Button</button><input value="Text"><input type="range"><details><summary>More</summary></details>`,
	);
	const looks = await fingerprint(await page.screenshot());
	await page.close();
	return looks;
}

function lastLooks() {
	return existsSync(machine)
		? JSON.parse(readFileSync(machine, "utf8")).looks
		: null;
}

/**
 * Draws a story and compares it.
 * @param {Story} story
 * @returns {Promise<import("./index.mjs").Result>}
 */
async function result(story) {
	const address = story.page
		? `tier-map/${story.page}`
		: `story.html?${story.query ?? ""}`;
	/** @param {string} kind */
	const file = (kind) => `pictures/${story.name}${kind}.png`;
	const keptFile = join(kept, `${story.name}.png`);
	const result = { story, address, picture: file("") };
	try {
		const screenshot = await draw(story, address);
		const picture = await packed(screenshot, story.whole ?? false);
		write(join(out, file("")), picture);
		if (values.update) {
			const same =
				existsSync(keptFile) &&
				!(await difference(readFileSync(keptFile), picture));
			if (!same) write(keptFile, picture);
			return { ...result, state: same ? "same" : "new" };
		}
		if (!compared) return { ...result, state: "same" };
		if (!existsSync(keptFile)) return { ...result, state: "new" };
		const before = readFileSync(keptFile);
		const found = await difference(before, picture);
		if (!found) return { ...result, state: "same" };
		write(join(out, file(".before")), before);
		write(join(out, file(".difference")), found.picture);
		return {
			...result,
			state: "changed",
			before: file(".before"),
			difference: file(".difference"),
			pixels: found.pixels,
		};
	} catch (error) {
		return {
			...result,
			state: "broken",
			problem: error instanceof Error ? error.message : String(error),
		};
	}
}

/**
 * @param {Story} story
 * @param {string} address
 */
async function draw(story, address) {
	const context = await browser.newContext({
		viewport: { width: story.width ?? 800, height: HEIGHT },
		hasTouch: story.touch ?? false,
		colorScheme: story.scheme ?? "light",
		forcedColors: story.forced ? "active" : "none",
		reducedMotion: "reduce",
		locale: "en",
	});
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		// Never answered: the map goes on loading.
		await context.route("**/slow.json", () => {});
		const response = await page.goto(`${server.url}/${address}`);
		if (!response?.ok()) throw new Error(`${address} isn't there.`);
		if (story.ready) await story.ready(page);
		else await whole(page);
		await story.act?.(page);
		// What is loaded late, such as finer outlines.
		if (!story.ready) await page.waitForLoadState("networkidle");
		// Places on the page are reckoned from its top.
		await page.evaluate(() => scrollTo(0, 0));
		const target = story.whole ? "html" : (story.show ?? "tier-map");
		const box = await page.locator(target).first().boundingBox();
		if (!box || box.height === 0) throw new Error(`${target} isn't shown.`);
		const most = story.tall ?? (story.whole ? 1600 : 1000);
		const height = Math.min(box.height, most);
		return await page.screenshot({
			clip: { ...box, height },
			// The window grows for it, which closes what is open on the map.
			fullPage: box.y + height > HEIGHT,
			animations: "disabled",
		});
	} finally {
		await context.unrouteAll({ behavior: "ignoreErrors" });
		await context.close();
	}
}

/**
 * Waits until the map and all its parts are there.
 * @param {import("playwright-core").Page} page
 */
async function whole(page) {
	await page.evaluate(async () => {
		const map = document.querySelector("tier-map");
		if (!map) return;
		for (const name of ["tier-map", "tier-map-panel", "tier-map-search"])
			await customElements.whenDefined(name);
		const failed = new Promise((_, reject) =>
			map.addEventListener("tier-map-error", (event) =>
				reject(new Error(JSON.stringify(event.detail.problems))),
			),
		);
		if ("ready" in map) await Promise.race([map.ready, failed]);
		await document.fonts.ready;
	});
}

/** Removes the pictures of stories that are told no more. */
function forget() {
	const names = new Set(stories.map(({ name }) => `${name}.png`));
	for (const file of readdirSync(kept, { recursive: true, encoding: "utf8" }))
		if (file.endsWith(".png") && !names.has(file)) rmSync(join(kept, file));
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 */
function write(path, bytes) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, bytes);
}

function report() {
	/** @param {string} state */
	const of = (state) => results.filter((each) => each.state === state);
	for (const { story, problem } of of("broken"))
		console.error(`${story.name}: ${problem}`);
	for (const { story, pixels } of of("changed"))
		console.error(`${story.name}: ${pixels} pixels differ`);
	for (const { story } of of("new"))
		console.log(
			`${story.name}: ${values.update ? "kept" : "has no picture yet"}`,
		);
	if (!compared)
		console.log(
			"Not compared: this machine draws letters or controls otherwise than the one the pictures were made on. They are shown all the same.",
		);
	console.log(
		`${results.length} stories: ${of("same").length} ${compared ? "as kept" : "drawn"}, ${of("changed").length} changed, ${of("new").length} new, ${of("broken").length} broken`,
	);
	if (of("broken").length > 0 || (of("changed").length > 0 && values.check))
		process.exitCode = 1;
}
