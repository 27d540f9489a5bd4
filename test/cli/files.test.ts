import { createHash } from "node:crypto";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureLib, run } from "../lib.mjs";
import { parse } from "../svg/figures.ts";

const noFont = fileURLToPath(new URL("../../package.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tier-map-"));
const inFolder = (...parts: string[]) => join(folder, ...parts);

beforeAll(ensureLib, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("render", () => {
	it("writes an SVG", () => {
		const path = inFolder("map.svg");
		const { status, stdout, stderr } = run([
			"render",
			..."--lang zh --round 2023-10-17 --selected KEN --layout square --theme dark --profile print --labels".split(
				" ",
			),
			"-o",
			path,
		]);
		expect([status, stdout, stderr]).toEqual([0, "", ""]);
		const svg = parse(readFileSync(path, "utf8"));
		expect(svg.attributes).toMatchObject({ lang: "zh-Hans", height: "960" });
		expect(svg.text).toContain("肯尼亚");
	});

	it("writes to stdout, and nothing else there", () => {
		const { status, stdout, stderr } = run(["render", "-o", "-"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(parse(stdout).name).toBe("svg");
	});

	it("gives a file a name that says what it shows", () => {
		const { status, stderr } = run(
			"render --lang zh --round 2025-01-13 --selected KEN".split(" "),
			{ cwd: folder },
		);
		expect(status).toBe(0);
		expect(stderr).toContain("tier-map_2025-01-13_zh_KEN.svg");
		expect(existsSync(inFolder("tier-map_2025-01-13_zh_KEN.svg"))).toBe(true);
	});

	it("writes a PNG of the size asked for", () => {
		const path = inFolder("map.png");
		expect(run(["render", "--scale", "1", "-o", path]).status).toBe(0);
		const { width, data } = PNG.sync.read(readFileSync(path));
		expect(width).toBe(960);
		expect(new Set(data).size).toBeGreaterThan(50);
	});

	it.each(["en", "zh"])("is small for the web, names and all: %s", (lang) => {
		const { stdout } = run(["render", "--lang", lang, "--labels", "-o", "-"]);
		expect(stdout).toContain('id="labels"');
		expect(Buffer.byteLength(stdout)).toBeLessThan(120_000);
	});

	it("takes a meridian in the west", () => {
		const west = run("render --center -90 -o -".split(" "));
		expect(west.status).toBe(0);
		expect(west.stdout).not.toBe(run("render -o -".split(" ")).stdout);
		expect(west.stdout).toBe(run("render --center=-90 -o -".split(" ")).stdout);
	});
});

describe("what can't be done", () => {
	const target = inFolder("never.svg");
	const wrong: readonly (readonly [string, RegExp])[] = [
		["", /render.*kit/s],
		["paint", /“paint”.*render, kit/],
		["__proto__", /no command/],
		[`render --colour red -o ${target}`, /--colour.*--lang, --round/s],
		[`render map -o ${target}`, /map/],
		[`render --lang fr -o ${target}`, /--lang: "fr".*en, zh/],
		[
			`render --selected XXX -o ${target}`,
			/--selected: "XXX".*such as ABW.*africa/,
		],
		[`render --round 1999-01-01 -o ${target}`, /--round: .*2025-01-13/],
		[`render --tier 4 -o ${target}`, /--tier: "4".*us, 1, 2, 3, na/],
		[`render --layout tall -o ${target}`, /--layout: .*wide, square, narrow/],
		[`render --theme sepia -o ${target}`, /--theme: .*light, dark/],
		[
			`render --profile cmyk -o ${target}`,
			/--profile: .*web, print, wikipedia/,
		],
		[`render --format pdf -o ${target}`, /--format: "pdf".*svg, png/],
		[`render --scale big -o ${target}`, /--scale: "big"/],
		[`render --center north -o ${target}`, /--center: "NaN".*degrees/],
		["render --output=", /--output/],
		["kit", /--output/],
		["kit --everything -o x", /--everything/],
	];

	it.each(wrong)("tier-map %s", (line, message) => {
		const { status, stdout, stderr } = run(line.split(" ").filter(Boolean));
		expect([status, stdout]).toEqual([2, ""]);
		expect(stderr).toMatch(message);
		expect(stderr).not.toMatch(/\n {4}at /);
		expect(existsSync(target)).toBe(false);
	});

	it("names every problem at once", () => {
		const { stderr } = run(
			"render --tier 4 --theme sepia --selected XXX -o -".split(" "),
		);
		expect(stderr).toMatch(/--tier/);
		expect(stderr).toMatch(/--theme/);
		expect(stderr).toMatch(/--selected/);
	});

	it.each([
		["a folder that isn't there", ["no", "map.svg"], /folder doesn't exist/],
		["a folder", ["."], /is a folder/],
		["a file as folder", ["file", "map.svg"], /is a file, not a folder/],
		["a name too long", [`${"x".repeat(300)}.svg`], /name is too long/],
	] as const)("%s", (_, parts, message) => {
		writeFileSync(inFolder("file"), "");
		const { status, stderr } = run(["render", "-o", inFolder(...parts)]);
		expect(status).toBe(1);
		expect(stderr).toMatch(message);
		expect(readdirSync(folder).filter((name) => /part/.test(name))).toEqual([]);
	});

	// Root may write everywhere.
	it.skipIf(process.getuid?.() === 0)("a folder without permission", () => {
		const locked = inFolder("locked");
		mkdirSync(locked);
		chmodSync(locked, 0o500);
		const { status, stderr } = run(["render", "-o", join(locked, "map.svg")]);
		expect(status).toBe(1);
		expect(stderr).toMatch(/isn't allowed/);
	});

	it.skipIf(!existsSync("/dev/full"))("a full disk", () => {
		const { status, stderr } = run(["render", "-o", "/dev/full"]);
		expect(status).toBe(1);
		expect(stderr).toMatch(/disk is full/);
	});

	it("a font that isn't one", () => {
		const args = ["render", "-o", inFolder("font.png"), "--font"];
		const absent = run([...args, inFolder("none.ttf")]);
		expect(absent.status).toBe(1);
		expect(absent.stderr).toMatch(/none\.ttf.*no such file/);
		const wrong = run([...args, noFont]);
		expect(wrong.status).toBe(1);
		expect(wrong.stderr).toMatch(/No font has any/);
		expect(existsSync(inFolder("font.png"))).toBe(false);
		expect(run(["kit", "-o", inFolder("k"), "--font", noFont]).status).toBe(1);
	});
});

describe("kit", () => {
	const one = inFolder("one");
	const other = inFolder("other");
	let files: string[];

	beforeAll(() => {
		for (const path of [one, other]) {
			const { status, stdout, stderr } = run(["kit", "-o", path]);
			expect([status, stdout]).toEqual([0, ""]);
			expect(stderr).not.toContain("\u001b");
		}
		files = listed(one);
	}, 240_000);

	it("has every language, layout and profile", () => {
		for (const lang of ["en", "zh"]) {
			const start = `tier-map_2025-01-13_${lang}`;
			for (const layout of ["wide", "square", "narrow"]) {
				for (const profile of ["web", "print"])
					expect(files).toContain(`svg/${start}_${layout}_${profile}.svg`);
				expect(files).toContain(`png/${start}_${layout}@2x.png`);
			}
			expect(files).toContain(`svg/${start}_wikipedia.svg`);
			for (const text of ["alt", "caption", "credits"])
				expect(files).toContain(`text/${text}.${lang}.txt`);
		}
		expect(files).toContain("pdf/tier-map_2025-01-13_en_wide.pdf");
	});

	it("comes out the same, byte for byte", () => {
		expect(listed(other)).toEqual(files);
		for (const path of files)
			expect(
				readFileSync(join(other, path)).equals(readFileSync(join(one, path))),
				path,
			).toBe(true);
	});

	it("lists the sums of all its files", () => {
		const lines = readFileSync(join(one, "SHA256SUMS"), "utf8")
			.trim()
			.split("\n");
		expect(lines.map((line) => line.slice(66)).sort()).toEqual(
			files.filter((path) => path !== "SHA256SUMS"),
		);
		for (const line of lines) {
			const sum = createHash("sha256")
				.update(readFileSync(join(one, line.slice(66))))
				.digest("hex");
			expect(line.slice(0, 64)).toBe(sum);
		}
	});

	it("has every place's tier in every round", () => {
		const [header = "", ...rows] = readFileSync(
			join(one, "data/places.csv"),
			"utf8",
		)
			.trim()
			.split("\n");
		expect(header).toMatch(/^id,a2,name_en,name_zh,2022-08-26,.*2025-01-13/);
		expect(rows).toHaveLength(254);
		const column = header.split(",").indexOf("2025-01-13");
		const kenya = rows.find((row) => row.startsWith("KEN,"))?.split(",");
		expect(kenya?.slice(0, 4)).toEqual(["KEN", "KE", "Kenya", "肯尼亚"]);
		expect(kenya?.[column]).toBe("2");
	});

	it("has one page in a PDF", () => {
		const pdf = readFileSync(
			join(one, "pdf/tier-map_2025-01-13_en_wide.pdf"),
			"latin1",
		);
		expect(pdf).toMatch(/^%PDF-1/);
		expect(pdf).toMatch(/\/Count 1\b/);
		expect(pdf).not.toMatch(/\/Subtype \/Image/);
	});

	it("has swatches that can be read back", () => {
		const ase = readFileSync(join(one, "swatches/tier-map.ase"));
		expect(ase.toString("latin1", 0, 4)).toBe("ASEF");
		let at = 12;
		let blocks = 0;
		for (; at < ase.length; blocks++) at += 6 + ase.readUInt32BE(at + 2);
		expect([at, blocks]).toEqual([ase.length, ase.readUInt32BE(8)]);
		expect(readFileSync(join(one, "swatches/tier-map.gpl"), "utf8")).toMatch(
			/^GIMP Palette\n.*CMYK \d+ \d+ \d+ \d+/s,
		);
	});

	it("asks before it writes into a folder with something in it", () => {
		const before = readFileSync(join(one, "SHA256SUMS"), "utf8");
		const refused = run(["kit", "-o", one]);
		expect(refused.status).toBe(1);
		expect(refused.stderr).toMatch(/--force/);
		expect(readFileSync(join(one, "SHA256SUMS"), "utf8")).toBe(before);
		expect(run(["kit", "-o", inFolder("map.svg")]).stderr).toMatch(/is a file/);
	});
});

/** Files under a folder, by their paths in it. */
function listed(path: string): string[] {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
		.sort();
}
