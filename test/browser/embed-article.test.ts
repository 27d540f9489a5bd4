import type { Frame } from "playwright-core";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import { openPage, type PageOptions, type TestPage } from "./harness.ts";
import { frameIn, type HostServer, put, serveHosts } from "./hosts.ts";

let hosts: HostServer;
beforeAll(async () => {
	hosts = await serveHosts();
});
afterAll(() => hosts.close());

const SANDBOX = "allow-scripts allow-popups allow-downloads";
const iframe = (query = "lang=en&panel=none", attributes = "") =>
	`<iframe src="/tier-map/embed.html?${query}" title="Map" width="100%" height="720" sandbox="${SANDBOX}" ${attributes}></iframe>`;
const SCRIPT = `<script src="/tier-map/embed.js"></script>`;

async function openArticle(
	body: string,
	options: PageOptions = {},
): Promise<TestPage> {
	put(
		hosts,
		"article.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>${body}</html>`,
	);
	return openPage({ path: `${hosts.url}/article.html`, ...options });
}

/** Colours that the map of a frame has. */
async function schemeOf(page: TestPage): Promise<string> {
	const frame = await frameIn(page.locator("iframe").first());
	const ink = await frame
		.locator("tier-map .frame")
		.evaluate((e) => getComputedStyle(e).color);
	return (
		{ "rgb(28, 33, 39)": "light", "rgb(230, 232, 234)": "dark" }[ink] ?? ink
	);
}

describe("the colours of a frame", () => {
	it.each([
		[
			"a light page",
			"<style>:root{color-scheme:light}</style>",
			"dark",
			"light",
		],
		["a dark page", "<style>:root{color-scheme:dark}</style>", "light", "dark"],
		[
			"a page that is either",
			"<style>:root{color-scheme:light dark}</style>",
			"dark",
			"dark",
		],
		[
			"a page that is either",
			"<style>:root{color-scheme:light dark}</style>",
			"light",
			"light",
		],
		[
			"a page whose head says either",
			'<meta name="color-scheme" content="dark light">',
			"dark",
			"dark",
		],
		["a page that says nothing", "", "dark", "light"],
		[
			"a page that is dark and doesn't say so",
			"<style>body{background:#111;color:#eee}</style>",
			"light",
			"dark",
		],
		[
			"a dark section",
			"<style>body{color-scheme:dark}</style>",
			"light",
			"dark",
		],
	] as const)(
		"are those of %s (%s), on a system that is %s: %s",
		async (_, head, colorScheme, expected) => {
			const page = await openArticle(`${head}<body>${iframe()}${SCRIPT}`, {
				colorScheme,
			});
			await expect.poll(() => schemeOf(page)).toBe(expected);
			// The ground of the page shows through: no other one is put under the frame.
			expect(
				await page
					.locator("iframe")
					.evaluate((e) => getComputedStyle(e).colorScheme),
			).toBe(expected);
		},
	);

	it("change with those of the page, and with the system's", async () => {
		const page = await openArticle(
			`<style>.night{color-scheme:dark} .any{color-scheme:light dark}</style><body><main>${iframe()}</main>${SCRIPT}`,
		);
		await expect.poll(() => schemeOf(page)).toBe("light");
		const main = page.locator("main");
		await main.evaluate((e) => e.classList.add("night"));
		await expect.poll(() => schemeOf(page)).toBe("dark");
		await main.evaluate((e: HTMLElement) => {
			e.className = "any";
		});
		await expect.poll(() => schemeOf(page)).toBe("light");
		await page.emulateMedia({ colorScheme: "dark" });
		await expect.poll(() => schemeOf(page)).toBe("dark");
	});

	it.each([
		["", "light"],
		["&theme=dark", "dark"],
		["&theme=light", "light"],
		["&theme=auto", "dark"],
	])(
		"are those of the address (%s) where nothing tells the page's: %s",
		async (query, expected) => {
			const page = await openArticle(
				`<style>:root{color-scheme:light dark}</style><body>${iframe(`lang=en&panel=none${query}`)}`,
				{ colorScheme: "dark" },
			);
			const frame = await frameIn(page.locator("iframe"));
			await frame.locator("tier-map tier-map-toolbar button").first().waitFor();
			expect(await schemeOf(page)).toBe(expected);
		},
	);
});

/** What is put round frames to hold them to a ratio or a height; the frame follows at FRAME. */
const BOXES: Readonly<Record<string, string>> = {
	"a padding before":
		'<style>.a{position:relative;max-width:500px}.a::before{content:"";display:block;padding-top:56.25%}.a iframe{position:absolute;inset:0;width:100%;height:100%}</style><div class="a">FRAME</div>',
	"a padding below":
		'<style>.b{position:relative;height:0;padding-bottom:56.25%;overflow:hidden;max-width:700px}.b iframe{position:absolute;top:0;left:0;width:100%;height:100%!important}</style><div class="b">FRAME</div>',
	"a ratio":
		'<style>.c{aspect-ratio:16/9;max-width:600px}.c iframe{width:100%;height:100%}</style><div class="c">FRAME</div>',
	"a ratio, out of the flow":
		'<style>.d{position:relative;aspect-ratio:4/3!important;width:min(100%,640px)}.d iframe{position:absolute;width:100%;height:100%}</style><div class="d"><script></script>FRAME</div>',
	"a fixed height":
		'<style>.e{height:300px;max-height:300px;overflow:hidden}</style><div class="e">FRAME</div>',
	"WordPress's figure":
		'<style>.wp-embed-responsive .wp-block-embed__wrapper{position:relative}.wp-embed-responsive .wp-block-embed__wrapper::before{content:"";display:block;padding-top:56.25%}.wp-embed-responsive iframe{position:absolute;inset:0;height:100%;width:100%}</style><div class="wp-embed-responsive"><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nFRAME\n</div></figure></div>',
	"AMP's sizer":
		'<style>.g{display:block;position:relative;overflow:hidden;height:400px}.g iframe{position:absolute;inset:0;min-width:100%;width:1px;height:100%}</style><div class="g">FRAME</div>',
};

describe("a frame in a box", () => {
	it.each(Object.entries(BOXES))(
		"of %s has room, and covers nothing",
		async (_, box) => {
			const page = await openArticle(
				`<body>${box.replace("FRAME", iframe("lang=en&panel=none"))}<p id="after">After.</p>${SCRIPT}`,
			);
			const frame = await frameIn(page.locator("iframe"));
			const expectRoom = async () => {
				await expect.poll(() => unseen(page, frame)).toBe(0);
			};
			await frame.locator("tier-map tier-map-rounds svg").first().waitFor();
			await expectRoom();
			const top = () =>
				page.locator("#after").evaluate((e) => e.getBoundingClientRect().top);
			const before = await top();
			// The table is of another height; the box grows and shrinks with it.
			await frame
				.locator("tier-map")
				.getByRole("button", { name: "Table" })
				.click();
			await frame.locator("tier-map tier-map-table table").waitFor();
			await expect.poll(top).not.toBe(before);
			await expectRoom();
			await frame
				.locator("tier-map")
				.getByRole("button", { name: "Map" })
				.click();
			await expect.poll(top).toBe(before);
		},
	);

	it("with something else in it is named, and left alone", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		const warnings: string[] = [];
		page.on("console", (message) => {
			if (message.type() === "warning") warnings.push(message.text());
		});
		put(
			hosts,
			"named.html",
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Named</title>
			<figure class="media" style="height: 300px">${iframe()}<figcaption>Caption</figcaption></figure>
			<div style="height: 200px; overflow: auto">${iframe()}</div>
			<p><span>${iframe("lang=en&panel=none", 'style="float: left"')}</span></p>${SCRIPT}`,
		);
		await page.goto(`${hosts.url}/named.html`);
		for (const one of await page.locator("iframe").all())
			await expect
				.poll(async () => (await one.boundingBox())?.height ?? 0)
				.not.toBe(724);
		expect(warnings).toEqual([
			expect.stringMatching(
				/^tier-map: <figure class="media" style="height: 300px"> is 300px high .*\(height: auto/,
			),
		]);
		expect(await page.locator("figure").getAttribute("style")).toBe(
			"height: 300px",
		);
	});
});

/** Pixels of a frame's content that it has no room for, or that lie over the paragraph after it. */
async function unseen(page: TestPage, frame: Frame): Promise<number> {
	const content = await frame.evaluate(() =>
		Math.ceil(document.body.getBoundingClientRect().height),
	);
	const [room, over] = await page.evaluate(() => {
		const iframe = document.querySelector("iframe");
		const after = document.querySelector("#after");
		if (!iframe || !after) throw new Error("The page has lost its frame.");
		const box = iframe.getBoundingClientRect();
		return [
			iframe.clientHeight,
			box.bottom - after.getBoundingClientRect().top,
		];
	});
	return Math.max(0, content - room, over);
}

describe("embed.js", () => {
	const ATTACK = `<!doctype html><title>Other</title><script>
		for (const message of [
			{ type: "tier-map:height", height: 2000 },
			{ type: "tier-map:paper", width: 580, height: 2000 },
			{ type: "tier-map:select", id: "KEN", kind: "place", tier: "2", via: "map" },
			{ type: "tier-map:here" },
		]) parent.postMessage(message, "*");
		parent.postMessage("said", "*");
	</script>`;

	it("hears no frame of another folder or origin, whatever it is called", async () => {
		const other = await serveHosts();
		put(other, "embed.html", ATTACK);
		put(hosts, "embed.html", ATTACK);
		put(hosts, "tier-map-2.html", ATTACK);
		const page = await openArticle(
			`<script>let said = 0; addEventListener("message", ({ data }) => { said += data === "said" });
			document.addEventListener("tier-map-select", () => { document.title = "picked" });</script>
			${SCRIPT}
			${[
				`src="${other.url}/embed.html"`,
				`src="${other.url}/embed.html" sandbox="allow-scripts"`,
				`src="${other.url}/embed.html" data-tier-map`,
				`src="/embed.html"`,
				`src="/embed.html" sandbox="allow-scripts"`,
				`src="/tier-map-2.html"`,
			]
				.map((source) => `<iframe ${source} width="300" height="250"></iframe>`)
				.join("")}`,
			{ origins: [other.url] },
		);
		await page.waitForFunction("said === 6");
		// What is heard takes effect with the next picture.
		await page.evaluate(
			() =>
				new Promise((done) =>
					requestAnimationFrame(() => requestAnimationFrame(done)),
				),
		);
		expect(
			await page
				.locator("iframe")
				.evaluateAll((all) =>
					all.map((e) => [e.clientHeight, e.getAttribute("style")]),
				),
		).toEqual(Array(6).fill([250, null]));
		expect(await page.title()).toBe("Article");
		onTestFinished(() => other.close());
	});

	it("takes heights and ids that can be, and sizes once a picture", async () => {
		const page = await openArticle(`<body>${iframe()}${SCRIPT}`);
		const box = page.locator("iframe");
		const frame = await frameIn(box);
		await frame.locator("tier-map tier-map-rounds svg").first().waitFor();
		await expect
			.poll(async () => (await box.boundingBox())?.height)
			.not.toBe(724);
		await page.evaluate(() => {
			const seen: { heights: string[]; picture: number; pictures: number[] } = {
				heights: [],
				picture: 0,
				pictures: [],
			};
			Object.assign(window, { seen });
			const iframe = document.querySelector("iframe");
			if (!iframe) return;
			const count = () => {
				seen.picture++;
				requestAnimationFrame(count);
			};
			requestAnimationFrame(count);
			new MutationObserver(() => {
				seen.heights.push(iframe.style.height);
				seen.pictures.push(seen.picture);
			}).observe(iframe, { attributeFilter: ["style"] });
			document.addEventListener("tier-map-select", (event) => {
				document.title += ` ${JSON.stringify((event as CustomEvent).detail)}`;
			});
		});
		await frame.evaluate(() => {
			const say = (message: object) => parent.postMessage(message, "*");
			for (const height of [119, 20_001, -500, 1e9, Number.NaN, "500", null])
				say({ type: "tier-map:height", height });
			for (let height = 500; height <= 540; height++)
				say({ type: "tier-map:height", height });
			const pick = {
				type: "tier-map:select",
				id: "KEN",
				kind: "place",
				tier: "2",
				via: "map",
			};
			for (const wrong of [
				{ id: "<img src=x onerror=alert(1)>" },
				{ id: 7 },
				{ id: "K".repeat(65) },
				{ kind: "planet" },
				{ tier: "a b" },
				{ via: "<b>" },
				{ via: null },
			])
				say({ ...pick, ...wrong });
			say(pick);
		});
		await expect
			.poll(() => page.title())
			.toBe('Article {"id":"KEN","kind":"place","tier":"2","via":"map"}');
		await page.waitForFunction(`seen.heights.includes("540px")`);
		const { heights, pictures } = await page.evaluate(
			() =>
				(
					window as unknown as {
						seen: { heights: string[]; pictures: number[] };
					}
				).seen,
		);
		// The frame may tell its own height meanwhile; what can't be one is never set.
		for (const height of heights) {
			expect(Number.parseFloat(height)).toBeGreaterThanOrEqual(120);
			expect(Number.parseFloat(height)).toBeLessThanOrEqual(20_000);
		}
		expect(new Set(pictures).size).toBe(pictures.length);
	});

	it("hears the frames of its folder when it is pinned, and marked ones of its origin", async () => {
		const manifest = await fetch(`${hosts.url}/tier-map/embed.json`);
		const { files } = await manifest.json();
		const page = await openArticle(
			`${iframe()}<script src="/tier-map/${files["embed.js"].path}"></script>`,
		);
		await expect
			.poll(async () => (await page.locator("iframe").boundingBox())?.height)
			.not.toBe(724);
	});
});

describe("embed.html?src=", () => {
	it("is left out where the page's own switch is off", async () => {
		const page = await openPage({ path: `${hosts.url}/host.css` });
		put(hosts, "bundle.json", "{}");
		await page.route(/\/embed\.html\?/, async (route) => {
			const answer = await route.fetch();
			const body = (await answer.text()).replace(
				'name="tier-map-src" content="same-origin"',
				'name="tier-map-src" content="none"',
			);
			await route.fulfill({ response: answer, body });
		});
		await page.goto(
			`${hosts.url}/tier-map/embed.html?lang=en&selected=KEN&src=/bundle.json`,
		);
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "Kenya" })
			.waitFor();
		expect(await page.locator("tier-map").getAttribute("src")).toBe(null);
	});
});
