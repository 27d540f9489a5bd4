import type { Frame, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "./harness.ts";
import { frameIn, type HostServer, put, STRICT, serveHosts } from "./hosts.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

const open = (path: string, more = {}) =>
	openPage({ path: `${hosts.url}/${path}`, ...more });

/** Height in pixels of what a frame shows, once the map is there. */
async function shown(frame: Frame): Promise<number> {
	await frame.locator("tier-map tier-map-rounds svg").first().waitFor();
	return frame.evaluate(() =>
		Math.ceil(document.body.getBoundingClientRect().height),
	);
}

/** Waits until an element is as high as a frame's content. */
async function expectSized(box: Locator, frame: Frame, around = 0) {
	await box.scrollIntoViewIfNeeded();
	await expect
		.poll(
			async () => {
				const height = (await box.boundingBox())?.height ?? 0;
				return Math.abs(height - around - (await shown(frame)));
			},
			{ timeout: 10_000 },
		)
		.toBeLessThan(2);
}

describe("embed.js", () => {
	it("sizes sandboxed frames, growing and shrinking, hidden, lazy and late ones too", async () => {
		const page = await open("sandbox.html");
		const one = page.locator("#one");
		const first = await frameIn(one);
		await expectSized(one, first, 4);
		const before = (await one.boundingBox())?.height ?? 0;
		expect(before).toBeGreaterThan(500);

		// A table is much higher than the map; back to the map it shrinks.
		await first
			.locator("tier-map")
			.getByRole("button", { name: "Table" })
			.click();
		await first.locator("tier-map tier-map-table table").waitFor();
		await expect
			.poll(async () => (await one.boundingBox())?.height ?? 0)
			.not.toBe(before);
		await expectSized(one, first, 4);
		await first
			.locator("tier-map")
			.getByRole("button", { name: "Map" })
			.click();
		await expect
			.poll(async () => (await one.boundingBox())?.height ?? 0)
			.toBe(before);

		const two = page.locator("#two");
		await two.evaluate((frame) => frame.removeAttribute("hidden"));
		await expectSized(two, await frameIn(two), 4);

		const three = page.locator("#three");
		await three.scrollIntoViewIfNeeded();
		await expectSized(three, await frameIn(three), 4);

		await page.evaluate(() => {
			const late = document.createElement("iframe");
			late.id = "late";
			late.src = "/tier-map/embed.html?lang=en&panel=none";
			document.body.prepend(late);
		});
		const late = page.locator("#late");
		await expectSized(late, await frameIn(late), 4);
	});

	it("asks frames that had told their height before it came", async () => {
		const page = await open("receivers.html");
		const iframe = page.locator("#datawrapper");
		await page.evaluate(() => {
			document.querySelector("#datawrapper")?.setAttribute("id", "unheard");
		});
		const frame = await frameIn(page.locator("#unheard"));
		await shown(frame);
		await page.addScriptTag({ url: "/tier-map/embed.js" });
		await expectSized(page.locator("#unheard"), frame);
		expect(await iframe.count()).toBe(0);
	});

	it("ignores what is malformed, and what others send", async () => {
		const page = await open("sandbox.html");
		const one = page.locator("#one");
		await expectSized(one, await frameIn(one), 4);
		const before = (await one.boundingBox())?.height;
		put(
			hosts,
			"foreign.html",
			`<!doctype html><title>Foreign</title><script>
			for (const height of [50, 99]) parent.postMessage({ type: "tier-map:height", height }, "*");
			</script>`,
		);
		await page.evaluate(async () => {
			const foreign = document.createElement("iframe");
			foreign.id = "foreign";
			foreign.src = "/foreign.html";
			document.body.append(foreign);
			await new Promise((loaded) => foreign.addEventListener("load", loaded));
			for (const data of [
				null,
				"tier-map:height",
				{ type: "tier-map:height", height: 10 },
				{ type: "tier-map:height" },
			])
				window.postMessage(data, "*");
		});
		const first = await frameIn(one);
		await first.evaluate(() => {
			for (const height of [
				Number.NaN,
				-1,
				0,
				1e9,
				"10",
				{},
				[],
				null,
				undefined,
				Infinity,
			])
				parent.postMessage({ type: "tier-map:height", height }, "*");
			parent.postMessage({ type: "tier-map:select", id: {} }, "*");
			parent.postMessage([], "*");
		});
		await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
		expect((await one.boundingBox())?.height).toBe(before);
		expect((await page.locator("#foreign").boundingBox())?.height).toBe(300);
	});

	it("tells the page what the reader of a frame picked", async () => {
		const page = await open("sandbox.html");
		await page.evaluate(() => {
			document.addEventListener("tier-map-select", (event) => {
				document.title = JSON.stringify([
					(event.target as Element).id,
					(event as CustomEvent).detail,
				]);
			});
		});
		const frame = await frameIn(page.locator("#one"));
		await frame.locator('tier-map path[data-place="BRA"]').first().click();
		await expect
			.poll(() => page.title())
			.toBe(
				JSON.stringify([
					"one",
					{ id: "BRA", kind: "place", tier: "2", via: "map" },
				]),
			);
	});
});

describe("other listeners", () => {
	it("of Datawrapper and Medium size it", async () => {
		const page = await open("receivers.html");
		// The second one is out of sight, where a browser paints nothing; it is sized nevertheless.
		await expect
			.poll(async () => (await page.locator("#medium").boundingBox())?.height, {
				timeout: 10_000,
			})
			.toBeGreaterThan(600);
		for (const id of ["datawrapper", "medium"]) {
			const iframe = page.locator(`#${id}`);
			await expectSized(iframe, await frameIn(iframe));
		}
	});

	it("of AMP size it", async () => {
		const page = await open("amp.html");
		const frame = await frameIn(page.locator("iframe"));
		await expectSized(page.locator(".box"), frame);
	});

	it("of the real pym.js size it, at two widths", async () => {
		const page = await open("pym.html");
		const iframe = page.locator("#map iframe");
		await expectSized(iframe, await frameIn(iframe));
		const wide = (await iframe.boundingBox())?.height ?? 0;
		await page.setViewportSize({ width: 500, height: 800 });
		await expect
			.poll(async () => (await iframe.boundingBox())?.height)
			.not.toBe(wide);
		await expectSized(iframe, await frameIn(iframe));
	});
});

describe("embed.html", () => {
	it("takes the attributes as parameters, and leaves out what is malformed", {
		tags: ["smoke"],
	}, async () => {
		const attributes = async (query: string) => {
			const page = await open(`tier-map/embed.html?${query}`);
			return page.evaluate(() =>
				Object.fromEntries(
					[...(document.querySelector("tier-map")?.attributes ?? [])].map(
						({ name, value }) => [name, value],
					),
				),
			);
		};
		expect(
			await attributes(
				"lang=zh&selected=KEN&tier=2&round=2023-10-17&view=table&panel=below&theme=dark&center=20",
			),
		).toMatchObject({
			lang: "zh",
			selected: "KEN",
			tier: "2",
			round: "2023-10-17",
			view: "table",
			panel: "below",
			theme: "dark",
			center: "20",
		});
		expect(
			await attributes(
				"selected=%3Cscript%3E&tier=a%20b&view=globe&panel=&theme=red&center=1e9&onclick=alert(1)&style=color:red&src=https://example.com/x.json",
			),
		).toEqual({});
		expect(await attributes("src=javascript:alert(1)&center=NaN")).toEqual({});
	});

	it("works in a sandbox under a strict policy, and keeps nothing", async () => {
		const strict = await serveHosts({ "Content-Security-Policy": STRICT });
		const page = await openPage({ path: `${strict.url}/amp.html` });
		const frame = await frameIn(page.locator("iframe"));
		expect(await frame.evaluate(() => self.origin)).toBe("null");
		await frame.locator('tier-map path[data-place="KEN"]').first().click();
		await frame
			.locator("tier-map .picked")
			.first()
			.waitFor({ state: "attached" });
		await frame.locator("tier-map [role=combobox]").fill("braz");
		await frame
			.locator("tier-map [role=option]", { hasText: "Brazil" })
			.first()
			.waitFor({ state: "attached" });
		expect(await page.context().cookies()).toEqual([]);
		// What the map loads when nobody does anything may still be under way.
		await page.waitForLoadState("networkidle");
		await strict.close();
	});

	it("says where the full page is, and opens links outside the frame", async () => {
		const page = await open("tier-map/embed.html?lang=zh");
		await page.locator("tier-map tier-map-panel h2").first().waitFor();
		expect(await page.title()).toMatch(/\p{Script=Han}/u);
		expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(
			"./index.html",
		);
		expect(
			await page.locator("meta[name=robots]").getAttribute("content"),
		).toBe("noindex");
		expect(await page.locator("base").getAttribute("target")).toBe("_blank");
		const [full] = await Promise.all([
			page.context().waitForEvent("page"),
			page.locator("body > .credit:lang(zh) a").click(),
		]);
		expect(new URL(full.url()).pathname).toBe("/tier-map/index.html");
		const oembed = await page.request.get(
			`${hosts.url}/tier-map/oembed.zh.json`,
		);
		expect((await oembed.json()).html).toContain("embed.html?lang=zh");
	});
});
