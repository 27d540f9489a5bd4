/**
 * Pages of strangers × ways to embed × browsers: in each the map is drawn in its colours, a place is picked on it, and the
 * panel's first line is read. What came of it goes into docs/reliability.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import {
	type HostServer,
	makeBundle,
	put,
	STRICT,
	serveHosts,
} from "../browser/hosts.ts";
import { dist } from "../browser/serve.mjs";
import { type Browser, browsers, type Engine } from "./engines.ts";
import { rgb } from "./rgb.ts";
import { columns } from "./table.ts";

interface Way {
	readonly code: string;
	/** Whether the map stands in a page of its own within the page. */
	readonly framed?: true;
}

interface Host {
	readonly head?: string;
	/** Attributes of the page's root. */
	readonly root?: string;
	/** What stands around the map; `*` is where it is. */
	readonly body?: string;
	readonly dark?: true;
}

const { "tier-map.js": program } = JSON.parse(
	readFileSync(join(dist, "embed.json"), "utf8"),
).files;
const map = '<tier-map lang="en"></tier-map>';
const frame = (page: string) =>
	`<iframe src="/tier-map/${page}" title="Map" width="100%" height="720"></iframe>`;

const WAYS: Readonly<Record<string, Way>> = {
	"module tag": {
		code: `<script type="module" src="/tier-map/tier-map.js"></script>${map}`,
	},
	"pinned tag": {
		code: `<script src="/tier-map/${program.path}" integrity="${program.integrity}" crossorigin="anonymous" defer></script>${map}`,
	},
	iframe: {
		code: `${frame("embed.html?lang=en")}<script src="/tier-map/embed.js" defer></script>`,
		framed: true,
	},
	"offline file": { code: frame("frozen.en.html"), framed: true },
	"own data": {
		code: `<script type="module" src="/tier-map/tier-map.js"></script><tier-map lang="en" src="/bundle.json"></tier-map>`,
	},
};

const HOSTS: Readonly<Record<string, Host>> = {
	"plain page": {},
	"strict policy": {
		head: `<meta http-equiv="Content-Security-Policy" content="${STRICT}">`,
	},
	"dark page": {
		head: "<style>:root { color-scheme: dark; background: #101418; color: #eee }</style>",
		dark: true,
	},
	"right to left": { root: 'lang="ar" dir="rtl"' },
	"old CMS": {
		head: styleOf("old-cms.html"),
		body: '<div id="wrap"><div id="main"><center><font size="2">*</font></center></div></div>',
	},
	"hostile styles": { head: styleOf("hostile.html") },
	"flex row": { body: '<div style="display: flex">*</div>' },
	"narrow column": { body: '<div style="width: 300px">*</div>' },
};

/** Places of three levels. */
const PLACES = { CAN: "1", BRA: "2", CHN: "3" };
const { tiers } = orThrow(
	loadDataset(fileURLToPath(new URL("../../data", import.meta.url))),
);
const soon = { timeout: 30_000, interval: 100 };

let server: HostServer;
beforeAll(async () => {
	server = await serveHosts();
	put(server, "bundle.json", JSON.stringify(makeBundle()));
	for (const [host, { head = "", root = "", body = "*" }] of Object.entries(
		HOSTS,
	))
		for (const [way, { code }] of Object.entries(WAYS))
			put(
				server,
				fileOf(host, way),
				`<!doctype html><html ${root}><head><meta charset="utf-8"><title>${host}</title>${head}</head><body><p>Before.</p>${body.replace("*", code)}<p>After.</p></body></html>`,
			);
});

/** What worked, by row and column. */
const worked = new Map<string, string[]>();
let tried = 0;
const rows = [...Object.keys(HOSTS), "from the disk"];

describe.each(browsers)("$name", (browser) => {
	let engine: Engine | undefined;
	beforeAll(async () => {
		if (browser.there) engine = await browser.launch();
	});
	afterAll(() => engine?.close());

	const cells = Object.keys(HOSTS).flatMap((host) =>
		Object.keys(WAYS).map((way) => ({ host, way })),
	);
	it.skipIf(!browser.there).each(cells)("$host, $way", ({ host, way }) =>
		tryCell(browser, engine, host, way, `${server.url}/${fileOf(host, way)}`),
	);
	it.skipIf(!browser.there)("from the disk, offline file", () =>
		tryCell(
			browser,
			engine,
			"from the disk",
			"offline file",
			pathToFileURL(join(dist, "frozen.en.html")).href,
		),
	);
});

async function tryCell(
	{ name }: Browser,
	engine: Engine | undefined,
	host: string,
	way: string,
	url: string,
): Promise<void> {
	tried += 1;
	if (!engine) throw new Error(`${name} hasn't started.`);
	const { value, click } = engine;
	const framed = Boolean(WAYS[way]?.framed) && host in HOSTS;
	const root = `${framed ? 'document.querySelector("iframe").contentDocument' : "document"}.querySelector("tier-map")?.shadowRoot`;
	const firstLine = () =>
		value<string>(
			`${root}?.querySelector("tier-map-panel h2")?.textContent.trim() ?? ""`,
		);
	await engine.goto(url);
	await expect.poll(firstLine, soon).toBe("The thesis");
	// `embed.js` tells a frame the colours around it; without it, a browser does or doesn't.
	const themes = !HOSTS[host]?.dark
		? (["light"] as const)
		: framed && way !== "iframe"
			? (["light", "dark"] as const)
			: (["dark"] as const);
	expect(themes.map(coloursIn)).toContainEqual(
		await value(
			`${JSON.stringify(Object.keys(PLACES))}.map((id) => getComputedStyle(${root}.querySelector('path[data-place="' + id + '"]')).fill)`,
		),
	);
	const [x = 0, y = 0] = await value<number[]>(
		whenItRests(`(() => {
			const place = ${root}.querySelector('path[data-place="BRA"]');
			place.scrollIntoView({ block: "center" });
			const { x, y, width, height } = place.getBoundingClientRect();
			const around = ${framed} ? document.querySelector("iframe").getBoundingClientRect() : { x: 0, y: 0 };
			return [around.x + x + width / 2, around.y + y + height / 2];
		})()`),
	);
	await click(x, y);
	await expect.poll(firstLine, soon).toMatch(/^Brazil/);
	const cell = `${host}|${name}`;
	worked.set(cell, [...(worked.get(cell) ?? []), way]);
}

function coloursIn(theme: "light" | "dark"): string[] {
	return Object.values(PLACES).map((tier) =>
		rgb(tiers.find(({ id }) => id === tier)?.[theme] ?? ""),
	);
}

afterAll(async () => {
	await server.close();
	const cells = Object.keys(HOSTS).length * Object.keys(WAYS).length + 1;
	if (tried >= cells * browsers.length) writeTable();
});

function writeTable(): void {
	const path = fileURLToPath(
		new URL("../../docs/reliability.md", import.meta.url),
	);
	const cell = (host: string, browser: string) => {
		const ways = host in HOSTS ? Object.keys(WAYS) : ["offline file"];
		const good = worked.get(`${host}|${browser}`) ?? [];
		const bad = ways.filter((way) => !good.includes(way));
		if (bad.length) return `not: ${bad.join(", ")}`;
		return ways.length > 1 ? "all ways" : ways.join();
	};
	const table = columns([
		["page", ...browsers.map(({ name }) => name)],
		...rows.map((host) => [
			host,
			...browsers.map(({ name }) => cell(host, name)),
		]),
	]);
	const text = `Ways: ${Object.keys(WAYS).join(", ")}.\n\n${table}`;
	writeFileSync(
		path,
		readFileSync(path, "utf8").replace(
			/(<!-- matrix -->\n).*?(<!-- \/matrix -->)/s,
			(_, start: string, end: string) => `${start}${text}\n${end}`,
		),
	);
}

/** The value of an expression once it has been the same in ten frames: a browser may scroll later than it says. */
function whenItRests(expression: string): string {
	return `new Promise((done) => {
		let last = "";
		let same = 0;
		const look = () => {
			const value = ${expression};
			same = JSON.stringify(value) === last ? same + 1 : 0;
			if (same === 10) return done(value);
			last = JSON.stringify(value);
			requestAnimationFrame(look);
		};
		look();
	})`;
}

function styleOf(page: string): string {
	const html = readFileSync(
		new URL(`../hosts/${page}`, import.meta.url),
		"utf8",
	);
	return /<style>.*<\/style>/s.exec(html)?.[0] ?? "";
}

function fileOf(host: string, way: string): string {
	return `${host}-${way}.html`.replaceAll(" ", "-");
}
