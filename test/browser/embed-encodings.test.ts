/** Pages in any encoding, from a server that doesn't say how its scripts are encoded. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "./harness.ts";
import { frameIn, type HostServer, put, serveHosts } from "./hosts.ts";
import { dist } from "./serve.mjs";

/** Encodings that pages declare, with a word in their bytes; the last page declares none. */
const encodings: [name: string, meta: string, word: number[]][] = [
	["GBK", "gbk", [0xb5, 0xd8, 0xcd, 0xbc]],
	["Big5", "big5", [0xa6, 0x61, 0xb9, 0xcf]],
	["Shift_JIS", "shift_jis", [0x92, 0x6e, 0x90, 0x7d]],
	["windows-1252", "windows-1252", [0xdc, 0x62, 0x65, 0x72]],
	["no encoding told", "", [0x4d, 0x61, 0x70]],
];

const { path, integrity } = JSON.parse(
	readFileSync(join(dist, "embed.json"), "utf8"),
).files["tier-map.js"];

const kinds: [kind: string, code: string][] = [
	[
		"pinned",
		`<script src="/tier-map/${path}" integrity="${integrity}" crossorigin="anonymous" defer></script>
		<tier-map lang="zh" selected="KEN"></tier-map>`,
	],
	[
		"module",
		`<script type="module" src="/tier-map/tier-map.js"></script>
		<tier-map lang="zh" selected="KEN"></tier-map>`,
	],
	[
		"iframe",
		`<script src="/tier-map/embed.js" defer></script>
		<iframe title="Map" src="/tier-map/embed.html?lang=zh&amp;selected=KEN" width="1000" height="300" sandbox="allow-scripts"></iframe>`,
	],
];

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts(
		{ "Access-Control-Allow-Origin": "*" },
		{ charset: false },
	);
});
afterAll(() => hosts.close());

/** Reads the panel: its heading and what the column says, in Chinese. */
async function expectRead(page: Page | Frame): Promise<void> {
	const panel = page.locator("tier-map tier-map-panel");
	await panel.locator("h2", { hasText: "肯尼亚" }).waitFor();
	await panel.locator(".voice").first().waitFor();
	const text = await panel.evaluate(
		(e) => e.shadowRoot?.textContent ?? e.textContent ?? "",
	);
	expect(text).toMatch(/[\u4e00-\u9fff]{4}/);
	// What a wrong decoder makes of UTF-8: replacement characters, and Latin letters with marks in a row.
	expect(text).not.toMatch(/\ufffd|[\u00c0-\u00ff]{2}|[\ue000-\uf8ff]/);
	await page.locator("tier-map [role=combobox]").fill("bx");
	await page.locator("tier-map li[role=option]", { hasText: "巴西" }).waitFor();
}

describe.each(encodings)("a page in %s", (name, meta, word) => {
	it.each(kinds)("reads %s right", async (kind, code) => {
		const file = `${kind}-${name.replaceAll(" ", "-")}.html`;
		put(
			hosts,
			file,
			Buffer.concat([
				Buffer.from(
					`<!doctype html><html lang="zh"><head>${meta && `<meta charset="${meta}">`}<title>`,
				),
				Uint8Array.from(word),
				Buffer.from(`</title></head><body>${code}</body></html>`),
			]),
		);
		const page = await openPage({ path: `${hosts.url}/${file}` });
		if (kind !== "iframe") return expectRead(page);
		const frame = page.locator("iframe");
		await expectRead(await frameIn(frame));
		await expect
			.poll(async () => (await frame.boundingBox())?.height ?? 0)
			.toBeGreaterThan(400);
	});
});

describe("what is loaded as a script", () => {
	const scripts = readdirSync(dist, {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => file.endsWith(".js"));

	it("is ASCII, whatever it holds", () => {
		expect(scripts.length).toBeGreaterThan(20);
		const others = scripts.filter((file) =>
			readFileSync(join(dist, file)).some((byte) => byte > 127),
		);
		expect(others).toEqual([]);
	});

	it("is one of those files, where it is handed out and where our pages name it", () => {
		const handed = [
			...Object.values<{ path: string }>(
				JSON.parse(readFileSync(join(dist, "embed.json"), "utf8")).files,
			).map(({ path }) => path),
			...["index.html", "embed.html"].flatMap((page) =>
				[
					...readFileSync(join(dist, page), "utf8").matchAll(
						/<script[^>]* src="\.\/([^"]+)"/g,
					),
				].map(([, src = ""]) => src),
			),
		];
		expect(handed.length).toBeGreaterThan(6);
		expect(handed.filter((file) => !scripts.includes(file))).toEqual([]);
		for (const lang of ["en", "zh"])
			expect(
				JSON.parse(readFileSync(join(dist, `oembed.${lang}.json`), "utf8"))
					.html,
			).not.toContain("<script");
	});
});
