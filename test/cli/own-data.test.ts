/** The commands for a data set of one's own, as a person at a terminal uses them. */
import { spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
	vi,
} from "vitest";
import { orThrow } from "../../src/build/or-throw.ts";
import { parseBundle } from "../../src/model/bundle.ts";
import { ensureLib, run } from "../lib.mjs";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let work: string;
let dir: string;

beforeAll(() => {
	ensureLib();
	work = mkdtempSync(join(tmpdir(), "tier-map-cli-"));
});
afterAll(() => rmSync(work, { recursive: true }));

beforeEach(() => {
	dir = join(work, String(readdirSync(work).length));
	expect(run(["init", dir]).status).toBe(0);
});

function edit(file: string, old: string, fresh: string): void {
	const path = join(dir, file);
	const text = readFileSync(path, "utf8");
	expect(text).toContain(old);
	writeFileSync(path, text.replace(old, fresh));
}

describe("init", () => {
	test("writes a folder that is right as it is, and leaves a full one alone", () => {
		const validated = run(["validate", dir]);
		expect(validated.status).toBe(0);
		expect(validated.stderr).toContain("0 errors");
		const again = run(["init", dir]);
		expect(again.status).toBe(1);
		expect(again.stderr).toContain("has something in it");
	});
});

test("what a killed init left stands in nobody's way", () => {
	const folder = join(dir, "half");
	mkdirSync(join(folder, ".tier-map-0-1-2.part"), { recursive: true });
	writeFileSync(join(folder, ".tier-map-0-1-2.part", "places.csv"), "id");
	expect(run(["init", folder]).status).toBe(0);
	expect(run(["validate", folder]).status).toBe(0);
});

describe("validate", () => {
	test("lists every error with file, line and remedy, and fails", () => {
		edit("tiers.csv", "#3f9170", "green");
		edit("claims.csv", "{source:gdpr}", "{source:gpdr}");
		edit("levels.csv", "*,AND,free", "*,ADN,free");
		const { status, stderr, stdout } = run(["validate", dir]);
		expect(status).toBe(1);
		expect(stdout).toBe("");
		const lines = stderr.trim().split("\n");
		expect(lines.slice(0, 3)).toEqual([
			expect.stringMatching(
				/^claims\.csv:3: unknown source "gpdr".*did you mean "gdpr"\?/,
			),
			expect.stringMatching(
				/^levels\.csv:\d+: unknown place "ADN".*did you mean "AND"\?/,
			),
			expect.stringMatching(
				/^tiers\.csv:4: "green" in column light isn't a colour/,
			),
		]);
		expect(lines.at(-1)).toContain("3 errors, 0 warnings");
	});

	test("speaks Chinese", () => {
		edit("tiers.csv", "#3f9170", "green");
		const { status, stderr } = run(["validate", dir, "--lang", "zh"]);
		expect(status).toBe(1);
		expect(stderr).toContain("tiers.csv:4：light列的“green”不是颜色值");
		expect(stderr).toContain("错误1处");
	});

	test("takes the built-in data as it takes any other", () => {
		expect(run(["validate", "data"]).status).toBe(0);
	});

	test.each<[args: string[], part: string]>([
		[["validate"], "Name one folder"],
		[["validate", "a", "b"], "Name one folder"],
		[["validate", "data", "--lang", "fr"], "isn't en or zh"],
		[["validate", "data", "--format", "json"], "isn't an option here"],
		[["build", "data"], "name the file to write"],
		[["diff", "data"], "Name 2 folders"],
		[["diff", "data", "data", "--format", "xml"], "text or json"],
		[["preview", "data", "--port", "x"], "a number from 0"],
	])("%j is a way to call it that doesn't exist", (args, part) => {
		const { status, stderr } = run(args);
		expect(status).toBe(2);
		expect(stderr).toContain(part);
	});

	test("of a folder that isn't there lists what is missing", () => {
		const { status, stderr } = run(["validate", join(work, "none")]);
		expect(status).toBe(1);
		expect(stderr).toContain("tier-map.json: file is missing: add it");
	});
});

describe("limits are told of by validate, with file and line", () => {
	const rows = (count: number, row: (i: number) => string) =>
		Array.from({ length: count }, (_, i) => row(i)).join("\n");
	const long = "x".repeat(201);
	/** The line that a text is on when it is put at the end of a file. */
	const added = (file: string, more: string) => {
		const path = join(dir, file);
		const before = readFileSync(path, "utf8").trimEnd();
		writeFileSync(path, `${before}\n${more}\n`);
		return before.split("\n").length;
	};
	const place = (i: number) =>
		`Q${i},,,Land ${i},地${i},Made up,,,no,,judgement,,,So it is.,就是这样。`;
	const source = (i: number) => `s-${i},Source ${i},来源${i},2024,`;

	test("too many places, and what follows from them", () => {
		const before = added("places.csv", rows(30_000, place));
		// The header and the comment above it are no places.
		const first = before + 30_000 - (before - 2) + 1;
		const { status, stderr } = run(["validate", dir]);
		expect(status).toBe(1);
		expect(stderr).toContain(`places.csv:${first}: more than 30000 rows`);
		expect(stderr).toMatch(/^places\.csv:\d+: more than 60000 names/m);
		const zh = run(["build", dir, "-o", "-", "--lang", "zh"]);
		expect(zh.status).toBe(1);
		expect(zh.stderr).toMatch(
			new RegExp(`places\\.csv:${first}：超过一张图所容的30000行：请`),
		);
	}, 120_000);

	test.each<[file: string, more: () => string, what: RegExp]>([
		["sources.csv", () => rows(5000, source), /more than 5000 rows/],
		[
			"sources.csv",
			() => `x,X,某,2024,https://e.org/${"x".repeat(2000)}`,
			/:LINE: .*isn't a web address/,
		],
		[
			"sources.csv",
			() => "x,X,某,2024,https://e.org\\x",
			/:LINE: .*isn't a web address/,
		],
		["sources.csv", () => `x,${long},某,2024,`, /:LINE: .*title_en has more/],
		[
			"sources.csv",
			() => "x,X,某,2024,https://bis.gov@e.org/x",
			/:LINE: .*url has a user name before the host/,
		],
		[
			"sources.csv",
			() => "x,X,某,2024,https://e.org/\u202egpj.exe",
			/:LINE: .*isn't a web address.*no mark of direction/,
		],
		[
			"sources.csv",
			() => "x,\u2067X,某,2024,",
			/:LINE: column title_en .*turns the direction of text/,
		],
		[
			"aliases.csv",
			() => "FRA,common,Ecnarf\u202e,",
			/:LINE: column en .*turns the direction of text/,
		],
		["sources.csv", () => `${long},X,某,2024,`, /:LINE: .*64 at most/],
		[
			"rounds.csv",
			() =>
				rows(
					200,
					(i) =>
						`${2100 + i}-01-01,relax,no,none,Round,一轮,It happened.,发生了。`,
				),
			/:\d+: more than 200 rows/,
		],
		[
			"aliases.csv",
			() => `FRA,common,${long},`,
			/:LINE: .*en has more than 200/,
		],
		[
			"essays.en.md",
			() => `\n## FRA\n\n${"word ".repeat(5000)}`,
			/:\d+: .*"FRA" has more than 20000 characters/,
		],
		[
			"tiers.csv",
			() =>
				rows(
					5,
					(i) => `t${i},T,级,t,级,It is so.,是这样。,#101010,#101010,,none`,
				),
			/:\d+: 8 tiers: a map has 2 to 7/,
		],
	])("%s: %#", (file, more, what) => {
		const line = added(file, more()) + 1;
		const { status, stderr } = run(["validate", dir]);
		expect(status).toBe(1);
		const told = new RegExp(what.source.replace("LINE", String(line)));
		expect(
			stderr.split("\n").some((l) => l.startsWith(file) && told.test(l)),
			stderr,
		).toBe(true);
		expect(stderr.length).toBeLessThan(10_000);
	});

	test("names that turn about, and addresses with a user name, in Chinese too", () => {
		edit("places.csv", "JPN,JP,392,", "JPN,JP,392,Ja\u202epan");
		edit("sources.csv", "https://", "https://user@");
		const { status, stderr } = run(["validate", dir, "--lang", "zh"]);
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/^places\.csv:\d+：name_en列有改变文字方向的控制字符/m,
		);
		expect(stderr).toMatch(
			/^sources\.csv:\d+：url列的“https:\/\/user@.*请删去@/m,
		);
	});

	test("too many languages, and an approval number that is a book", () => {
		edit(
			"tier-map.json",
			'"round"',
			`"geometry": { "file": "map.json", "approval": "${long}" },\n\t"round"`,
		);
		edit(
			"tier-map.json",
			'["en", "zh"]',
			JSON.stringify(Array.from({ length: 101 }, (_, i) => `en-x-a${i}`)),
		);
		const { stderr } = run(["validate", dir]);
		expect(stderr).toMatch(/^tier-map\.json:5: .*up to 100 language keys/m);
		expect(stderr).toMatch(/^tier-map\.json:6: .*up to 200 characters/m);
	});

	test("an outline that is too fine for a page", () => {
		const ids = readFileSync(join(dir, "places.csv"), "utf8").match(
			/^[A-Z]{3}(?=,)/gm,
		);
		const points = ids?.filter((id) => id !== "FRA") ?? [];
		writeFileSync(
			join(dir, "points.csv"),
			`place,longitude,latitude,source\n${points.map((id) => `${id},0,0,test`).join("\n")}\n`,
		);
		// A comb with so many teeth that drawing it leads a million pixels up and down.
		const comb = Array.from({ length: 3600 }, (_, i) => [
			-170 + i * 0.09,
			i % 4 < 2 ? 70 : -70,
		]);
		const outline = [...comb, [155, 75], [-170, 75], comb[0]];
		const map = join(dir, "map.json");
		writeFileSync(
			map,
			JSON.stringify({
				type: "Feature",
				id: "FRA",
				geometry: { type: "Polygon", coordinates: [outline] },
			}),
		);
		for (const [lang, told] of [
			["en", "FRA has too many points for a map on a page: simplify it"],
			["zh", "FRA的轮廓点数太多，网页难以承受：请先简化"],
		] as const) {
			const args = [dir, "--geometry", map, "--lang", lang];
			const { status, stderr } = run(["validate", ...args]);
			expect(status).toBe(1);
			expect(stderr).toContain(told);
			expect(stderr).toContain(map);
		}
	}, 120_000);
});

describe("folders of any kind", () => {
	test("a name with a space is quoted in what is to be typed next", () => {
		const { stderr } = run(["init", "my map"], { cwd: dir });
		expect(stderr).toMatch(/cli\.js preview "my map"$/m);
		expect(run(["validate", "my map"], { cwd: dir }).status).toBe(0);
	});

	test("folders, loops, pipes and huge files in place of files are named", () => {
		for (const file of ["claims.csv", "facts.csv", "levels.csv"])
			rmSync(join(dir, file));
		mkdirSync(join(dir, "claims.csv"));
		symlinkSync("facts.csv", join(dir, "facts.csv"));
		expect(spawnSync("mkfifo", [join(dir, "levels.csv")]).status).toBe(0);
		truncateSync(join(dir, "texts.csv"), 200 * 2 ** 20);
		const { status, stderr } = run(["validate", dir]);
		expect(status).toBe(1);
		for (const line of [
			/^claims\.csv: not a file/m,
			/^facts\.csv: file can't be read/m,
			/^levels\.csv: not a file/m,
			/^texts\.csv: file is bigger/m,
		])
			expect(stderr).toMatch(line);
		expect(stderr).not.toMatch(/\n {4}at /);
	});
});

describe("build", () => {
	test("writes what the element reads; nothing where there are errors", () => {
		const file = join(dir, "bundle.json");
		const { status, stderr } = run(["build", dir, "-o", file]);
		expect(status).toBe(0);
		expect(stderr).toContain('<tier-map src="bundle.json"></tier-map>');
		const made = orThrow(parseBundle(JSON.parse(readFileSync(file, "utf8"))));
		expect(made.version).toBe("2024-01-15");
		expect(made.program).toMatch(/^\d+\.\d+\.\d+$/);
		rmSync(file);
		edit("tiers.csv", "#3f9170", "green");
		expect(run(["build", dir, "-o", file]).status).toBe(1);
		expect(readdirSync(dir)).not.toContain("bundle.json");
	});

	test("names what a base map of one's own lacks", () => {
		const map = join(dir, "map.json");
		writeFileSync(
			map,
			JSON.stringify({
				type: "Feature",
				id: "FRA",
				geometry: {
					type: "Polygon",
					coordinates: [
						[
							[0, 44],
							[6, 44],
							[6, 49],
							[0, 49],
							[0, 44],
						],
					],
				},
			}),
		);
		const { status, stderr } = run([
			"build",
			dir,
			"-o",
			join(dir, "bundle.json"),
			"--geometry",
			map,
			"--lang",
			"zh",
		]);
		expect(status).toBe(1);
		expect(stderr).toContain("places.csv：DEU在");
		expect(stderr).not.toContain("FRA在");
	});
});

describe("diff", () => {
	test("tells what changed as text and as JSON", () => {
		const old = join(work, "old");
		cpSync(dir, old, { recursive: true });
		expect(run(["diff", old, dir]).stdout).toContain("nothing changed");
		edit("levels.csv", "2023-07-10,KOR,free", "2023-07-10,BRA,free");
		edit("claims.csv", "without any further safeguard", "with no more ado");
		const text = run(["diff", old, dir]).stdout;
		expect(text).toContain("2023-07-10  BRA Brazil: none → free");
		expect(text).toContain("~ free-flow: text");
		expect(run(["diff", old, dir, "--lang", "zh"]).stdout).toContain(
			"BRA 巴西",
		);
		const json = JSON.parse(run(["diff", old, dir, "--format", "json"]).stdout);
		expect(json.moved).toHaveLength(2);
		expect(json.claims.changed).toEqual([
			{ id: "free-flow", fields: ["text"] },
		]);
		rmSync(old, { recursive: true });
	});
});

describe("rounds and embargoes", () => {
	/** The example in schema 2: a round under another id, with a corrected level, and an embargo. */
	function correct(): void {
		edit("tier-map.json", '"schema": 1', '"schema": 2');
		const rounds = readFileSync(join(dir, "rounds.csv"), "utf8")
			.replace("id,kind,recolours,", "id,also,kind,")
			.replace(/^(\d{4}-\d\d-\d\d),(\w+),\w+,/gm, "$1,,$2,")
			.replace("2021-12-17,,", "2021-12-18,2021-12-17,");
		writeFileSync(join(dir, "rounds.csv"), rounds);
		const levels = readFileSync(join(dir, "levels.csv"), "utf8");
		writeFileSync(
			join(dir, "levels.csv"),
			`${levels
				.replace("round,place,level", "round,place,level,lifts")
				.replace(/^(\*|\d{4}-\d\d-\d\d)(,.*)$/gm, "$1$2,yes")
				.replaceAll("2021-12-17", "2021-12-18")}2021-12-18,BRA,part,yes\n`,
		);
		writeFileSync(
			join(dir, "embargoes.csv"),
			"place,since,until,source,note_en,note_zh,checked\nKOR,2020,2022,japan,Not read again.,未再核对。,2024-01-15\n",
		);
	}

	test("diff names rounds with another id, embargoes, and levels that were corrected", () => {
		const old = join(work, "before");
		cpSync(dir, old, { recursive: true });
		correct();
		const text = run(["diff", old, dir]).stdout;
		expect(text).toMatch(/another id \(1\)\n {2}2021-12-17 → 2021-12-18\n/);
		expect(text).toContain("2021-12-18  BRA Brazil: none → part");
		expect(text).toMatch(/embargoes \(1\)\n {2}\+ KOR 2020\n/);
		expect(text).not.toMatch(/[+−] 2021/);
		expect(run(["diff", old, dir, "--lang", "zh"]).stdout).toContain(
			"改了代号的轮次",
		);
		rmSync(old, { recursive: true });
	});

	test("validate tells of them with file and line, in both languages", () => {
		correct();
		expect(run(["validate", dir]).stderr).toContain("0 errors");
		edit("embargoes.csv", "2020,2022", "2022,2020");
		edit("levels.csv", "2021-12-18,KOR,free,yes", "2021-12-18,KOR,free,");
		edit("levels.csv", "BRA,part,yes", "BRA,part,");
		const { status, stderr } = run(["validate", dir]);
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/^embargoes\.csv:2: ends on 2020, before it begins/m,
		);
		expect(stderr).toMatch(/^levels\.csv:\d+: BRA goes down from "none" to/m);
		expect(run(["validate", dir, "--lang", "zh"]).stderr).toMatch(
			/^embargoes\.csv:2：结束日期2020早于开始日期2022：请/m,
		);
	});

	test("render opens a round by its former id, and marks what is under an embargo then", () => {
		correct();
		const draw = (round: string) =>
			run([
				...["render", "--data", dir, "--round", round],
				...["--profile", "print", "-o", "-"],
			]).stdout;
		const svg = draw("2021-12-17");
		expect(svg).toBe(draw("2021-12-18"));
		expect(svg).toMatch(/<g id="hatching-embargo"[^>]*><path id="embargo-KOR"/);
		expect(svg).toContain("Under embargoes of their own: South Korea.");
		expect(draw("2023-07-10")).not.toContain("embargo-KOR");
	});
});

describe("render and kit with --data", () => {
	let bundle: string;
	let made: string | undefined;
	beforeEach(() => {
		bundle = join(dir, "bundle.json");
		// Every one of these folders is the same.
		if (made) writeFileSync(bundle, made);
		else expect(run(["build", dir, "-o", bundle]).status).toBe(0);
		made = readFileSync(bundle, "utf8");
	});
	const render = (data: string, options: string) =>
		run(["render", "-o", "-", "--data", data, ...options.split(" ")]);

	test("draw the folder and its bundle alike, in its own words", () => {
		const options = "--lang zh --selected JPN --layout square --labels";
		const folder = render(dir, options);
		expect([folder.status, folder.stderr]).toEqual([0, ""]);
		expect(folder.stdout).toContain("自由流动");
		expect(folder.stdout).toContain("日本");
		expect(folder.stdout).not.toMatch(/芯片/);
		expect(render(bundle, options).stdout).toBe(folder.stdout);
		// Only the folder has what another meridian takes.
		expect(render(dir, "--center -90").status).toBe(0);
		const { status, stderr } = render(bundle, "--center -90");
		expect(status).toBe(2);
		expect(stderr).toMatch(/--center: .*name the folder/);
	}, 240_000);

	test("name what is wrong with the data, and what it has", () => {
		const wrong = (data: string, options = "--tier 9") => {
			const { status, stdout, stderr } = render(data, options);
			expect(stdout).toBe("");
			return `${status} ${stderr}`;
		};
		expect(wrong(bundle, "--lang fr")).toMatch(/^2 --lang: "fr".*en, zh/);
		expect(wrong(bundle)).toMatch(/^2 --tier: "9".*free, part, none/);
		expect(wrong(join(dir, "none"))).toMatch(/^1 .*no data folder or bundle/);
		expect(wrong(join(dir, "tiers.csv"))).toMatch(/^1 .*tiers\.csv is no JSON/);
		writeFileSync(bundle, '{"schema": 1, "version": "x"}');
		expect(wrong(bundle)).toMatch(/^1 .*json: version: expected a date/);
		edit("tiers.csv", "#3f9170", "green");
		expect(wrong(dir)).toMatch(/^1 tiers\.csv:4: "green"/);
		expect(run(["kit", "--data", dir, "-o", join(dir, "kit")]).status).toBe(1);
		expect(readdirSync(dir)).not.toContain("kit");
	});

	test("a kit has all of it", () => {
		const kit = join(dir, "kit");
		expect(run(["kit", "--data", bundle, "-o", kit]).status).toBe(0);
		const svg = readdirSync(join(kit, "svg"));
		expect(svg).toContain("tier-map_2023-07-10_zh_wide_print.svg");
		expect(svg).toHaveLength(14);
		expect(readFileSync(join(kit, "data/places.csv"), "utf8")).toMatch(
			/^JPN,JP,Japan,日本,.*free$/m,
		);
		expect(readFileSync(join(kit, "text/caption.en.txt"), "utf8")).toContain(
			"adequacy",
		);
	}, 240_000);

	test("a kit leaves out the PDF that would have its text in the wrong order, and says so", () => {
		const kit = join(dir, "kit-he");
		const { editions, ...rest } = JSON.parse(readFileSync(bundle, "utf8"));
		const { core, argument, ...en } = editions.en;
		const he = {
			...en,
			core: { ...core, lang: "he" },
			argument: { ...argument, lang: "he" },
		};
		const leftward = join(dir, "he.json");
		writeFileSync(leftward, JSON.stringify({ ...rest, editions: { he } }));
		const { status, stderr } = run(["kit", "--data", leftward, "-o", kit]);
		expect(status).toBe(0);
		expect(stderr).toMatch(/No PDF in he: .*right to left.*SVG/);
		expect(readdirSync(kit)).toEqual(expect.arrayContaining(["svg", "png"]));
		expect(readdirSync(kit)).not.toContain("pdf");
	}, 240_000);
});
