/** A data set of another subject on a page: made by the command line, shown by the same code. */
import { type ChildProcess, spawn } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bundle, parseBundle } from "../../src/model/bundle.ts";
import { mutant } from "../fuzz/mutants.ts";
import { cli, ensureLib, run } from "../lib.mjs";
import { openPage, screenshot } from "./harness.ts";
import { type HostServer, put, serveHosts } from "./hosts.ts";

let hosts: HostServer;
let folder: string;
let made: string;

beforeAll(async () => {
	ensureLib();
	hosts = await serveHosts();
	folder = join(mkdtempSync(join(tmpdir(), "tier-map-own-")), "my-map");
	expect(run(["init", folder]).status).toBe(0);
	const output = join(hosts.folder, "own.json");
	expect(run(["build", folder, "-o", output]).status).toBe(0);
	made = readFileSync(output, "utf8");
}, 120_000);

afterAll(async () => {
	rmSync(join(folder, ".."), { recursive: true });
	await hosts.close();
});

/** Opens a page with a map of a bundle, in a language. */
async function open(lang: string, bundle = "own.json", width = 1280) {
	put(
		hosts,
		"own-data.html",
		`<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Own data</title>
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<script type="module" src="/tier-map/tier-map.js"></script>
		<link rel="icon" href="/tier-map/favicon.svg">
		<tier-map src="${bundle}"></tier-map>`,
	);
	const page = await openPage({ path: `${hosts.url}/own-data.html`, width });
	await page.evaluate(async () => {
		await customElements.whenDefined("tier-map");
		await document.querySelector("tier-map")?.ready;
	});
	return page;
}

/** A bundle whose Chinese is replaced by Hebrew, as far as this test reads it. */
function hebrew(): Bundle {
	const { editions, ...rest } = JSON.parse(made) as Bundle;
	const { en } = editions;
	if (!en) throw new Error("no English edition");
	return {
		...rest,
		editions: {
			he: {
				...en,
				core: {
					...en.core,
					lang: "he",
					approval: "TEST 12",
					strings: {
						legend: "רמות",
						places: {
							one: "מקום אחד",
							two: "שני מקומות",
							other: "{count} מקומות",
						},
					},
				},
				argument: { ...en.argument, lang: "he" },
			},
		},
	};
}

describe("the example as a bundle", () => {
	test.each([
		["en", "Free flow", "What the Commission argues", "Japan"],
		["zh-Hans", "自由流动", "委员会怎么说", "日本"],
	])(
		"in %s is shown with its own tiers, words and claims",
		async (lang, tier, voice, name) => {
			const page = await open(lang);
			await page.getByRole("button", { name: tier }).first().waitFor();
			await page.evaluate(() =>
				document.querySelector("tier-map")?.select("JPN"),
			);
			await page.getByRole("heading", { name, level: 2 }).waitFor();
			await page.getByRole("heading", { name: voice }).waitFor();
			const text = await page.evaluate(
				() => document.querySelector("tier-map")?.shadowRoot?.textContent,
			);
			expect(text).not.toMatch(/Nvidia|chip|芯片|columnist|专栏/i);
			await screenshot(page, `own-data-${lang}`);
		},
	);

	test("is saved as a picture of its own, and searched by its own names", async () => {
		const page = await open("en");
		const svg = await page.evaluate(() =>
			document.querySelector("tier-map")?.toSVG(),
		);
		expect(svg).toContain("EU adequacy decisions");
		expect(svg).not.toContain("chip");
		await page.getByRole("combobox").fill("scotland");
		await page.getByRole("option", { name: /United Kingdom Scotland/ }).click();
		await page
			.getByRole("heading", { name: /^United Kingdom/, level: 2 })
			.waitFor();
	});
});

describe("the iframe page of a bundle", () => {
	test("has its title and says nothing of the built-in data", async () => {
		const page = await openPage({
			path: `${hosts.url}/tier-map/embed.html?src=../own.json&lang=zh`,
		});
		await expect.poll(() => page.title()).toMatch(/欧洲的数据/);
		const head = await page.evaluate(() => document.head.innerHTML);
		expect(head).not.toMatch(/chip|芯片|oembed|canonical/);
		expect(await page.locator("body > .credit").count()).toBe(0);
	});
});

describe("a bundle made without what pictures need", () => {
	test("is shown, and refuses to be saved rather than save another map", async () => {
		const own = JSON.parse(made);
		for (const lang of Object.keys(own.editions))
			delete own.editions[lang].figure;
		put(hosts, "no-figure.json", JSON.stringify(own));
		const page = await open("en", "no-figure.json");
		const saved = page.evaluate(() =>
			document.querySelector("tier-map")?.toSVG(),
		);
		await expect(saved).rejects.toThrow(/build it again/);
	});
});

describe("bundles that are nearly right", () => {
	/** Each is loaded and used; `npm run fuzz:browser` takes more of them. */
	const COUNT = Number(process.env.TIER_MAP_FUZZ_STEPS ?? 0) / 50 || 8;
	const SEED = Number(process.env.TIER_MAP_FUZZ_SEED ?? 20_250_113);

	test("are refused, or do all that a map does", {
		timeout: 60_000 + COUNT * 10_000,
	}, async () => {
		const page = await open("en");
		let seed = SEED % 1_000_000;
		for (let i = 0; i < COUNT; i++) {
			let text = "";
			for (let passed = false; !passed; seed++) {
				text = JSON.stringify(mutant(made, seed, 1 + (seed % 3)));
				passed = parseBundle(JSON.parse(text)).ok;
			}
			put(hosts, `mutant-${seed}.json`, text);
			const done = await page.evaluate(async (src) => {
				const map = document.querySelector("tier-map");
				if (!map) return "no map";
				const heard = new Promise<string>((resolve) => {
					map.addEventListener("tier-map-load", () => resolve("shown"), {
						once: true,
					});
					map.addEventListener("tier-map-error", () => resolve("refused"), {
						once: true,
					});
				});
				map.src = src;
				const outcome = await heard;
				const shadow = map.shadowRoot;
				const all = [...(shadow?.querySelectorAll(".place") ?? [])];
				const places = [all[0], all.at(-1)].map((each) =>
					each?.getAttribute("data-place"),
				);
				for (const id of [...places, "eea", "nowhere"]) {
					map.select(id ?? "");
					await map.updateComplete;
				}
				for (const view of ["table", "map"] as const) {
					map.view = view;
					await map.updateComplete;
				}
				const range = shadow?.querySelector<HTMLInputElement>("[type=range]");
				if (range) {
					range.value = "0";
					range.dispatchEvent(new Event("input", { bubbles: true }));
				}
				const search =
					shadow?.querySelector<HTMLInputElement>("[role=combobox]");
				search?.focus();
				if (search) search.value = "un";
				search?.dispatchEvent(new Event("input", { bubbles: true }));
				await map.updateComplete;
				const saved = await map.toSVG({ labels: true }).catch(String);
				return `${outcome} ${saved.slice(0, 300)}`;
			}, `mutant-${seed}.json`);
			const context = `seed ${seed}`;
			expect(done, context).toMatch(/^shown (<svg|TypeError: this bundle)/);
			for (const key of ["ArrowDown", "Enter", "Escape", "Escape"])
				await page.keyboard.press(key);
			await page.evaluate(() =>
				document
					.querySelector("tier-map")
					?.shadowRoot?.querySelector<HTMLElement>("tier-map-picture")
					?.focus(),
			);
			for (const key of ["ArrowRight", "ArrowUp", "]", "Enter", "End"])
				await page.keyboard.press(key);
			expect(page.problems(), context).toEqual([]);
		}
	});
});

describe("other numbers of tiers", () => {
	/** The example with every place at one of so many tiers, in turn. */
	function withTiers(count: number): string {
		const own = JSON.parse(made);
		const ids = Array.from({ length: count }, (_, i) => `level-${i}`);
		const patterns = [null, null, "hatch", "horizontal", "vertical", "cross"];
		for (const { core, argument } of Object.values<Bundle["editions"][string]>(
			own.editions,
		)) {
			const tiers = ids.map((id, i) => {
				const pattern = patterns[i % patterns.length] ?? null;
				const grey = Math.round(240 - (200 * i) / (count - 1))
					.toString(16)
					.padStart(2, "0");
				return {
					id,
					name: `Level ${i}`,
					level: `level ${i}`,
					light: `#40${grey}${grey}`,
					dark: `#${grey}80${grey}`,
					...(pattern && { hatched: true }),
					...(pattern && pattern !== "hatch" && { pattern }),
				};
			});
			const levels = Object.fromEntries(
				ids.map((id, i) => [
					id,
					core.places.filter((_, n) => n % count === i).map((p) => p.id),
				]),
			);
			const rounds = core.rounds.map((round) => ({
				...round,
				rest: ids[0],
				levels,
			}));
			Object.assign(core, { tiers, rounds });
			Object.assign(argument, {
				tiers: Object.fromEntries(ids.map((id) => [id, "What it means."])),
				facts: [],
				claims: argument.claims.map((claim) => ({ ...claim, tiers: [] })),
				essays: {},
			});
		}
		return JSON.stringify(own);
	}

	test.each([2, 7])(
		"%i tiers are shown, each by its colour and pattern",
		async (count) => {
			put(hosts, "tiers.json", withTiers(count));
			const page = await open("en", "tiers.json");
			const legend = page.locator("[part=legend] button");
			await expect.poll(() => legend.count()).toBe(count);
			const looks = await page.evaluate(() => {
				const root = document.querySelector("tier-map")?.shadowRoot;
				return [...(root?.querySelectorAll("[part=legend] svg") ?? [])].map(
					(svg) => {
						const swatch = svg.querySelector(".swatch");
						const lines = [...svg.querySelectorAll(".swatch-hatch")]
							.filter((path) => getComputedStyle(path).display !== "none")
							.map((path) => path.getAttribute("d"));
						return `${swatch && getComputedStyle(swatch).fill} ${lines.join()}`;
					},
				);
			});
			expect(new Set(looks).size).toBe(count);
			const shapes = page.locator("[part=map] .place[data-tier=level-1]");
			expect(await shapes.count()).toBeGreaterThan(20);
			const svg = await page.evaluate(() =>
				document.querySelector("tier-map")?.toSVG(),
			);
			expect(svg).toContain("Level 1");
			await screenshot(page, `own-data-${count}-tiers`, { fullPage: false });
		},
	);
});

describe("a language from right to left", () => {
	test("sets the map in its direction, with the strings that the data gives", async () => {
		put(hosts, "he.json", JSON.stringify(hebrew()));
		const page = await open("he", "he.json");
		await page.getByRole("list", { name: "רמות" }).waitFor();
		expect(await page.getByRole("button", { name: "שני מקומות" }).count()).toBe(
			1,
		);
		// What isn't given stays English.
		await page.getByRole("button", { name: "Zoom in" }).waitFor();
		await page.evaluate(() =>
			document.querySelector("tier-map")?.select("CAN"),
		);
		const panel = page.locator("[part=panel]");
		await page.getByRole("heading", { name: /^Canada/, level: 2 }).waitFor();
		const [map, beside] = [
			await page.locator("[part=map]").boundingBox(),
			await panel.boundingBox(),
		];
		expect(beside?.x).toBeLessThan(map?.x ?? 0);
		expect(
			await panel.evaluate((element) => getComputedStyle(element).direction),
		).toBe("rtl");
		await screenshot(page, "own-data-he");
	});

	test("reads on to the left in the rounds; their chart runs to the right as everywhere", async () => {
		put(hosts, "he.json", JSON.stringify(hebrew()));
		const page = await open("he", "he.json");
		await page.locator("tier-map-rounds .changes").waitFor();
		const seen = await page.evaluate(() => {
			const root = document.querySelector("tier-map")?.shadowRoot;
			const find = (selector: string) =>
				root?.querySelector(`tier-map-rounds ${selector}`);
			const box = (selector: string) => find(selector)?.getBoundingClientRect();
			const direction = (selector: string) => {
				const found = find(selector);
				return found && getComputedStyle(found).direction;
			};
			const [chart, slider] = [box(".reach"), box("input")];
			return {
				text: [".key", "figcaption", ".counts"].map(direction),
				time: [".reach", ".years", "input", ".steps"].map(direction),
				left: Math.round((slider?.left ?? 0) - (chart?.left ?? 1)),
				right: Math.round((chart?.right ?? 0) - (slider?.right ?? 1)),
				moved: find(".changes")?.textContent,
			};
		});
		expect(seen.text).toEqual(["rtl", "rtl", "rtl"]);
		expect(seen.time).toEqual(["ltr", "ltr", "ltr", "ltr"]);
		expect(seen.left).toBe(seen.right);
		expect(seen.moved).toMatch(/no decision ← free flow in part/);
	});

	test("is saved with its lines begun at the right, in their own order", async () => {
		put(hosts, "he.json", JSON.stringify(hebrew()));
		const page = await open("he", "he.json");
		const seen = await page.evaluate(async () => {
			const svg = await document
				.querySelector("tier-map")
				?.toSVG({ labels: true, selected: "CAN" });
			document.body.innerHTML = svg ?? "";
			const right = (selector: string) =>
				[...document.querySelectorAll<SVGGraphicsElement>(selector)].map(
					(mark) => {
						const { x, width } = mark.getBBox();
						return Math.round(x + width);
					},
				);
			const [box, ...lines] = right("#selection rect, #selection text");
			return {
				title: right("#title text"),
				credit: right("#credit text"),
				swatch: right("#legend rect")[0],
				called: lines.map((line) => (box ?? 0) - line),
				texts: [...document.querySelectorAll("text")].map(
					({ textContent }) => textContent,
				),
			};
		});
		for (const edge of [...seen.title, ...seen.credit, seen.swatch])
			expect(edge).toBe(936);
		for (const room of seen.called)
			expect(Math.abs(room - 7)).toBeLessThanOrEqual(1);
		for (const text of seen.texts) expect(text).toMatch(/^\u202b.*\u202c$/);
		await screenshot(page, "own-data-he-figure");
	});

	test("prints the approval number as the editor gave it, on the map and in pictures", async () => {
		put(hosts, "he.json", JSON.stringify(hebrew()));
		const page = await open("he", "he.json", 375);
		await page.getByText("TEST 12").waitFor();
		expect(
			await page.evaluate(() => document.querySelector("tier-map")?.toSVG()),
		).toContain("TEST 12");
		await screenshot(page, "own-data-he-phone");
	});
});

describe("tier-map preview", () => {
	let server: ChildProcess;
	afterAll(() => server?.kill());

	test("shows the folder, what is wrong with it, and every change", async () => {
		server = spawn(process.execPath, [cli, "preview", folder, "--port", "0"]);
		let said = "";
		server.stderr?.on("data", (data) => {
			said += String(data);
		});
		const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
		await expect.poll(address, { timeout: 60_000 }).toBeTruthy();
		const page = await openPage({ path: address() ?? "" });
		await page.getByRole("button", { name: "Free flow in part" }).waitFor();

		const file = join(folder, "tiers.csv");
		const good = readFileSync(file, "utf8");
		writeFileSync(file, good.replace("Free flow in part", "Half open"));
		await page.getByRole("button", { name: "Half open" }).waitFor();
		writeFileSync(file, good.replace("#3f9170", "green"));
		await page.getByText('tiers.csv:4: "green" in column light').waitFor();
		writeFileSync(file, good);
		await page.getByRole("button", { name: "Free flow in part" }).waitFor();
		// A reload cuts off what was on its way.
		page.problems();
		const outside = await page.request.get(
			`${address()}..%2f..%2fpackage.json`,
		);
		expect(outside.status()).toBe(404);
		const { host } = new URL(address() ?? "");
		const slashes = await new Promise<number | undefined>((resolve, reject) =>
			get(`http://${host}`, { path: "//" }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			}).on("error", reject),
		);
		expect(slashes).toBe(404);
		expect(readdirSync(folder)).toContain("README.md");
	}, 180_000);
});

describe("tier-map preview --geometry", () => {
	let server: ChildProcess;
	afterAll(() => server?.kill());

	test("shows the folder again when the base map elsewhere is put anew", async () => {
		const elsewhere = join(folder, "../maps");
		mkdirSync(elsewhere);
		const map = join(elsewhere, "map.json");
		const write = (text: string) => {
			// As editors do: a new file in the place of the old one.
			writeFileSync(`${map}~`, text);
			renameSync(`${map}~`, map);
		};
		write("{}");
		server = spawn(process.execPath, [
			...[cli, "preview", folder, "--port", "0", "--geometry", map],
		]);
		let said = "";
		server.stderr?.on("data", (data) => {
			said += String(data);
		});
		const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
		await expect.poll(address, { timeout: 60_000 }).toBeTruthy();
		const page = await openPage({ path: address() ?? "" });
		await page.getByText("no TopoJSON or GeoJSON").waitFor();
		const square = { type: "Polygon", coordinates: [SQUARE] };
		write(JSON.stringify({ type: "Feature", id: "FRA", geometry: square }));
		await page.getByText("DEU has neither a shape in").waitFor();
	}, 180_000);
});

/** In degrees. */
const SQUARE = [
	[0, 44],
	[6, 44],
	[6, 49],
	[0, 49],
	[0, 44],
];

describe("hostile bundles on a page", () => {
	test("a script in a name is text; an address that runs refuses the bundle", async () => {
		const name =
			'<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
		const own = JSON.parse(made);
		for (const edition of Object.values<Bundle["editions"][string]>(
			own.editions,
		))
			for (const place of edition.core.places)
				if (place.id === "JPN") Object.assign(place, { name });
		put(hosts, "hostile.json", JSON.stringify(own));
		const page = await open("en", "hostile.json");
		await page.evaluate(() =>
			document.querySelector("tier-map")?.select("JPN"),
		);
		await page.getByRole("heading", { name: "<img src=x", level: 2 }).waitFor();
		expect(await page.evaluate(() => "hit" in window)).toBe(false);

		own.editions.en.argument.sources[0].url = "javascript:window.hit=1";
		put(hosts, "runs.json", JSON.stringify(own));
		const problems = await page.evaluate(async () => {
			const map = document.querySelector("tier-map");
			const heard = new Promise<string>((resolve) =>
				map?.addEventListener("tier-map-error", ({ detail }) =>
					resolve(JSON.stringify(detail.problems)),
				),
			);
			map?.setAttribute("src", "runs.json");
			return heard;
		});
		expect(problems).toContain("editions.en.argument.sources[0].url");
	});
});
