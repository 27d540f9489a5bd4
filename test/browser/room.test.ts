import { afterAll, beforeAll, expect, it } from "vitest";
import { openPage, screenshot } from "./harness.ts";
import { type HostServer, put, serveHosts } from "./hosts.ts";
import { patient } from "./reading.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

/** Widths in pixels where they aren't those of the room. */
const WIDTHS: Readonly<Record<string, number>> = {
	beside: 500,
	"wp-group": 645,
	narrow: 300,
	"narrow-row": 300,
};

it("takes all the room there is in parents that are as wide as what is in them", async () => {
	const page = await openPage({ path: `${hosts.url}/room.html`, height: 2000 });
	const outers = page.locator(".outer");
	const ids = await outers.evaluateAll((all) => all.map(({ id }) => id));
	expect(ids).toHaveLength(18);
	// All that comes later has come.
	await expect
		.poll(() => page.locator("tier-map tier-map-rounds h2").count(), patient)
		.toBe(ids.length);
	const sizes = await outers.evaluateAll((all) =>
		all.map((outer) => {
			const map = outer.querySelector("tier-map");
			const frame = map?.shadowRoot?.querySelector(".frame");
			const picture = map?.shadowRoot?.querySelector(".map");
			return {
				id: outer.id,
				map: map?.offsetWidth,
				picture: picture?.clientWidth,
				over: (frame?.scrollWidth ?? 0) - (frame?.clientWidth ?? 0),
			};
		}),
	);
	expect(sizes).toEqual(
		ids.map((id) => {
			const width = WIDTHS[id] ?? 700;
			return { id, map: width, picture: width, over: 0 };
		}),
	);
	await screenshot(page, "host-room");
});

it("is 280 px wide at least where there is no room", async () => {
	put(
		hosts,
		"crowded.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Crowded</title>
		<script type="module" src="/tier-map/tier-map.js"></script>
		<div style="display: flex; width: 400px"><tier-map></tier-map><p style="flex: none; width: 380px">Beside it</p></div>
		<div style="width: 120px"><div style="float: left"><tier-map></tier-map></div></div>
		<div style="width: max-content"><tier-map></tier-map></div>`,
	);
	const page = await openPage({ path: `${hosts.url}/crowded.html` });
	await expect
		.poll(() => page.locator("tier-map tier-map-rounds h2").count(), patient)
		.toBe(3);
	expect(
		await page
			.locator("tier-map")
			.evaluateAll((all) => all.map((map) => (map as HTMLElement).offsetWidth)),
	).toEqual([280, 280, 1280]);
});

it("has room on the iframe page and before its script has run", async () => {
	const page = await openPage({
		path: "/embed.html?lang=en",
		width: 300,
		javaScript: false,
	});
	const picture = page.locator("tier-map > svg");
	expect((await picture.boundingBox())?.width).toBe(290);
	const live = await openPage({ path: "/embed.html?lang=en", width: 300 });
	await live.locator("tier-map tier-map-rounds h2").waitFor();
	expect(await live.evaluate(() => document.documentElement.scrollWidth)).toBe(
		300,
	);
});
