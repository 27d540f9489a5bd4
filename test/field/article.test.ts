import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "../browser/harness.ts";
import { frameIn, type HostServer, put, serveHosts } from "../browser/hosts.ts";
import { call, has } from "./tools.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

const BOX =
	'<style>.box{position:relative}.box::before{content:"";display:block;padding-top:56.25%}.box iframe{position:absolute;inset:0;width:100%;height:100%}</style>';

describe.skipIf(!has("pdftotext"))("an article on paper", () => {
	it.each([
		["a column", "lang=en&selected=KEN", "max-width: 40rem", "FRAME"],
		["a wide page", "lang=zh&selected=CHN", "", "FRAME"],
		["a box of a ratio", "lang=en", "", `${BOX}<div class="box">FRAME</div>`],
		["a table", "lang=en&view=table&panel=none", "", "FRAME"],
	])(
		"in %s holds the whole frame (%s), sources included, and then goes on",
		async (_, query, style, body) => {
			put(
				hosts,
				"paper.html",
				`<!doctype html><html lang="en"><meta charset="utf-8"><title>Paper</title><main style="${style}"><p>BEFORE THE MAP</p>
			${body.replace("FRAME", `<iframe src="/tier-map/embed.html?${query}" title="Map" width="100%" height="720" frameborder="0" sandbox="allow-scripts"></iframe>`)}
			<p>AFTER THE MAP</p></main><script src="/tier-map/embed.js"></script></html>`,
			);
			const page = await openPage({ path: `${hosts.url}/host.css` });
			await page.addInitScript(() => {
				if (window.parent !== window) return;
				addEventListener("message", ({ data }) => {
					if (data?.type === "tier-map:paper")
						document.documentElement.dataset.paper = data.height;
				});
			});
			await page.goto(`${hosts.url}/paper.html`);
			const iframe = page.locator("iframe");
			const frame = await frameIn(iframe);
			await page.locator("html[data-paper]").waitFor();
			const before = await iframe.boundingBox();
			// What stands last in the frame, and the last source that it names.
			const [source, last] = await frame.evaluate(() => {
				const texts = [
					...(document
						.querySelector("tier-map")
						?.shadowRoot?.querySelectorAll(".sources li, tier-map-table tr") ??
						[]),
				].map((e) => e.textContent ?? "");
				const credit = [...document.querySelectorAll(".credit")].find(
					(e) => e.getBoundingClientRect().height > 0,
				);
				return [texts.at(-1) ?? "", credit?.textContent ?? ""];
			});
			const path = join(
				mkdtempSync(join(tmpdir(), "tier-map-paper-")),
				"a.pdf",
			);
			await page.pdf({ path, format: "A4", printBackground: true });
			const dense = (text: string) => text.replace(/\s+/g, "");
			const text = dense(call("pdftotext", ["-layout", path, "-"]));
			const order = ["BEFORETHEMAP", dense(last), "AFTERTHEMAP"].map((part) =>
				text.indexOf(part),
			);
			expect(order).toEqual(order.toSorted((a, b) => a - b));
			expect(order).not.toContain(-1);
			expect(source).not.toBe("");
			expect(text).toContain(dense(source).slice(0, 30));
			// On the screen it is again as it was.
			await expect.poll(() => iframe.boundingBox()).toEqual(before);
		},
	);
});
