/** A data set of another subject, and every way in which its folder may be wrong. */
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { geoArea } from "d3-geo";
import type { FeatureCollection, Polygon } from "geojson";
import { feature } from "topojson-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bundle } from "../../src/build/bundle.ts";
import { loadDataset, loadFolder } from "../../src/build/dataset.ts";
import { doubtsOf } from "../../src/build/doubts.ts";
import { readGeometry } from "../../src/build/geometry.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import { stringKeys } from "../../src/build/strings.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import { gapsOf } from "../../src/i18n/given.ts";
import { parseBundle } from "../../src/model/bundle.ts";
import { changesBetween } from "../../src/model/changes.ts";
import { isDate } from "../../src/model/date.ts";
import { COLUMNS } from "../../src/model/parse/columns.ts";
import { messagesEn } from "../../src/model/parse/messages.ts";
import { messagesZh } from "../../src/model/parse/messages-zh.ts";
import type { TableName } from "../../src/model/tables.ts";
import type { Dataset, Problem } from "../../src/model/types.ts";

const ROOT = join(import.meta.dirname, "../..");
const EXAMPLE = join(ROOT, "examples/data-adequacy");
const DATA = join(ROOT, "data");

vi.setConfig({ testTimeout: 30_000 });

let dir: string;

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "tier-map-own-"));
	cpSync(EXAMPLE, dir, { recursive: true });
});

afterEach(() => rmSync(dir, { recursive: true }));

const text = (file: string, folder = dir) =>
	readFileSync(join(folder, file), "utf8");
const write = (file: string, content: string | Uint8Array) =>
	writeFileSync(join(dir, file), content);

function edit(file: string, old: string, fresh: string): void {
	expect(text(file), `${file} holds what is replaced`).toContain(old);
	write(file, text(file).replace(old, fresh));
}

function value(): Dataset {
	return orThrow(loadDataset(dir));
}

function problems(say = messagesEn): readonly Problem[] {
	const { result } = loadFolder(dir, say);
	return result.ok ? [] : result.problems;
}

function doubts(say = messagesEn, own = false): readonly Problem[] {
	const { tables, result } = loadFolder(dir, say);
	return doubtsOf(tables, orThrow(result), own, say);
}

/** What may be left out is left out of the example, too. */
const FILES = (Object.keys(COLUMNS) as TableName[]).filter((name) =>
	existsSync(join(EXAMPLE, `${name}.csv`)),
);

/** The columns that a file must have, or those that it may have besides. */
const columnsOf = (name: TableName, optional = false) =>
	COLUMNS[name]
		.split(" ")
		.filter((column) => column.endsWith("?") === optional)
		.map((column) => column.replace("?", ""))
		.flatMap((column) =>
			column.endsWith("*")
				? ["en", "zh"].map((lang) => column.replace("*", lang))
				: [column],
		);

describe("the example", () => {
	it("is a whole data set of another subject", () => {
		const { tiers, regions, claims, manifest } = value();
		expect(tiers).toHaveLength(3);
		expect(regions).toHaveLength(5);
		expect(claims).toHaveLength(10);
		expect(manifest.languages).toEqual(["en", "zh"]);
	});

	it("leaves nothing doubtful but the places that its argument passes over", () => {
		expect(doubts()).toEqual([
			{
				path: expect.stringMatching(/^places\.csv:\d+$/),
				message: expect.stringContaining("no claim names"),
			},
		]);
	});

	it("becomes a bundle that the element reads, with all the places of its own tiers", () => {
		const world = orThrow(buildWorld(value(), readCountries(), 2));
		const made = JSON.parse(JSON.stringify(bundle(value(), world)));
		const read = orThrow(parseBundle(made));
		expect(read.editions.en?.core.tiers.map(({ id }) => id)).toEqual([
			"free",
			"part",
			"none",
		]);
		expect(schemaProblems("bundle", made)).toEqual([]);
		made.editions.en.core.places[0].id = "no id";
		expect(schemaProblems("bundle", made)).not.toEqual([]);
	});
});

function schemaProblems(name: string, value: unknown): unknown[] {
	const ajv = new Ajv2020({ strict: false });
	addFormats(ajv);
	const schema = readFileSync(
		join(ROOT, `public/schema/${name}.schema.json`),
		"utf8",
	);
	ajv.validate(JSON.parse(schema), value);
	return ajv.errors ?? [];
}

/** What is tried in the place of any value of a bundle, and of how many a list or record may be made. */
const VALUES = [
	...["", "no id!", "x1", "X1", "2024-01-01", "2024-02-30", "#1b6ca8", "M0 0z"],
	...[
		"http://e.org/",
		"javascript:1",
		"//e.org",
		"a\\b",
		"https://user@e.org/",
		"https:///user@e.org/",
		"https://e.org/@user",
		"a\u202eb",
		"a\u200fb",
		"a\u0000b",
		"QQQ AND",
	],
	...[65, 201, 2001, 20_001, 500_001].map((length) => "x".repeat(length)),
	...[0, 1, -2001, true, false, null, [], {}],
];
const SIZES = [0, 1, 8, 101, 201, 5001, 30_001, 35_008];

/** A bundle with the first two of everything. */
function sample(value: unknown): Record<string, unknown> {
	const cut = (each: unknown): unknown => {
		if (Array.isArray(each)) return each.slice(0, 2).map(cut);
		if (typeof each !== "object" || each === null) return each;
		const entries = Object.entries(each);
		// A piece of the bundle has fewer keys than that, and needs all of them.
		const some = entries.length > 14 ? entries.slice(0, 2) : entries;
		return Object.fromEntries(some.map(([key, item]) => [key, cut(item)]));
	};
	return cut(value) as Record<string, unknown>;
}

/** A list or record with so many items like the first. */
function grown(value: object, size: number): object {
	const [[key, item] = ["x", "x"]] = Object.entries(value);
	if (Array.isArray(value)) return Array.from({ length: size }, () => item);
	const day = (i: number) => new Date(i * 864e5).toISOString().slice(0, 10);
	const keyed = (i: number) => {
		if (isDate(key)) return day(i);
		if (/^[A-Z]/.test(key)) return `Q${i}`;
		return /^(en|zh)$/.test(key) ? `en-x-a${i}` : `k${i}`;
	};
	return Object.fromEntries(
		Array.from({ length: size }, (_, i) => [keyed(i), item]),
	);
}

/** Whether the form of a bundle is right, whatever it refers to. */
function isFormed(value: unknown): boolean {
	const result = parseBundle(value);
	return (
		result.ok ||
		/^there is no “|there twice$|^expected "|has colours$|above it$|000 names$/.test(
			result.problems[0]?.message ?? "",
		)
	);
}

describe("the published schemas", () => {
	it.each([EXAMPLE, DATA])("fit the manifest of %s", (folder) => {
		const manifest = JSON.parse(
			readFileSync(join(folder, "tier-map.json"), "utf8"),
		);
		expect(schemaProblems("tier-map", manifest)).toEqual([]);
		for (const key of ["schema", "version", "languages", "round", "centers"])
			expect(
				schemaProblems("tier-map", { ...manifest, [key]: "wrong" }),
			).not.toEqual([]);
	});

	it("take and refuse what the program does, wherever in a bundle it stands", () => {
		const world = orThrow(buildWorld(value(), readCountries(), 8));
		const whole = sample(
			JSON.parse(JSON.stringify(bundle(value(), world, ["en"]))),
		);
		// What may be left out is left out of the example.
		Object.assign(Object(whole).editions.en.core.rounds[0], {
			also: ["2019-01-22"],
			announced: "2019-01",
			inForce: "2019",
			established: "letter",
			lifts: ["2019-01-23"],
			relief: ["JPN"],
			checked: "2024-01-15",
		});
		Object.assign(Object(whole).editions.en.core, {
			embargoes: [{ place: "JPN", since: "1995", until: "2004-05-14" }],
		});
		Object.assign(Object(whole).editions.en.argument, {
			levels: { none: "…" },
			embargoes: { JPN: { "1995-01-01": { note: "…", sources: ["japan"] } } },
		});
		const ajv = new Ajv2020({ strict: false });
		addFormats(ajv);
		const takes = ajv.compile(
			JSON.parse(
				readFileSync(join(ROOT, "public/schema/bundle.schema.json"), "utf8"),
			),
		);
		expect(takes(whole), JSON.stringify(takes.errors)).toBe(true);
		const wrong: string[] = [];
		const tried = (
			holder: Record<string, unknown>,
			key: string,
			value: unknown,
			what: string,
		) => {
			const before = holder[key];
			holder[key] = value;
			if (takes(whole) !== isFormed(whole)) wrong.push(what);
			holder[key] = before;
		};
		const visit = (holder: Record<string, unknown>, path: string) => {
			for (const [key, value] of Object.entries(holder)) {
				const at = `${path}.${key}`;
				for (const other of typeof value === "object" ? [null] : VALUES)
					tried(holder, key, other, `${at}: ${String(other).slice(0, 20)}`);
				if (typeof value !== "object" || value === null) continue;
				for (const size of SIZES)
					tried(holder, key, grown(value, size), `${at} × ${size}`);
				visit(value as Record<string, unknown>, at);
			}
		};
		visit(whole, "");
		expect(wrong).toEqual([]);
	}, 120_000);

	it("know every string of the interface, and its gaps", () => {
		const { properties } = JSON.parse(
			readFileSync(join(ROOT, "public/schema/strings.schema.json"), "utf8"),
		);
		const { $schema, ...strings } = properties;
		expect(Object.keys(strings)).toEqual(stringKeys());
		for (const key of stringKeys())
			for (const gap of gapsOf(key))
				expect(strings[key].description).toContain(`{${gap}}`);
		for (const lang of ["en", "zh"])
			expect(
				schemaProblems("strings", JSON.parse(text(`strings.${lang}.json`))),
			).toEqual([]);
	});
});

describe("docs/data.md", () => {
	const docs = readFileSync(join(ROOT, "docs/data.md"), "utf8");
	const section = (file: string) =>
		docs.split(/^## /m).find((part) => part.startsWith(`\`${file}`)) ?? "";

	/** What stands in the first column of a section's table. */
	const explained = (file: string) =>
		[...section(file).matchAll(/^\| `([^`]+)` *\|/gm)].map(([, name]) => name);

	it.each(Object.entries(COLUMNS))(
		"explains every column of %s.csv, and no other",
		(name, columns) => {
			expect(explained(`${name}.csv`)).toEqual(
				columns
					.split(" ")
					.map((column) => column.replace("?", "").replace(/\*$/, "<lang>")),
			);
		},
	);

	it("explains every key of tier-map.json", () => {
		const { properties } = JSON.parse(
			readFileSync(join(ROOT, "public/schema/tier-map.schema.json"), "utf8"),
		);
		expect(explained("tier-map.json")).toEqual(Object.keys(properties));
	});
});

/** What may be wrong in a cell; for every column one of them is. */
const WRONG = ["", "{", "no such thing!", "Ä", "-1"];

describe("one error in a column", () => {
	const cases = FILES.flatMap((name) =>
		columnsOf(name).map((column) => [name, column] as const),
	);

	it.each(cases)(
		"%s.csv without %s is told of at its header",
		(name, column) => {
			const [comment = "", header = "", ...rows] = text(`${name}.csv`).split(
				"\n",
			);
			const columns = header.split(",");
			expect(columns).toContain(column);
			write(
				`${name}.csv`,
				[
					comment,
					columns
						.map((each) => (each === column ? "nonsense" : each))
						.join(","),
					...rows,
				].join("\n"),
			);
			for (const say of [messagesEn, messagesZh])
				expect(problems(say)).toContainEqual({
					path: `${name}.csv:2`,
					message: say.missingColumn(column),
				});
		},
	);

	// Remarks for people; nothing in them can be wrong.
	const checked = cases.filter(([, column]) => column !== "note");

	it.each(checked)(
		"%s.csv with a wrong %s is told of at its line, with how to mend it",
		(name, column) => {
			const file = `${name}.csv`;
			const lines = text(file).split("\n");
			const index = (lines[1] ?? "").split(",").indexOf(column);
			const row = rowOf(lines[2] ?? "");
			const found = WRONG.map((wrong) => {
				const cells = row.map((cell, i) => (i === index ? wrong : cell));
				const line = cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(",");
				write(file, [...lines.slice(0, 2), line, ...lines.slice(3)].join("\n"));
				const here = ({ path }: Problem) => path === `${file}:3`;
				return {
					en: problems(messagesEn).find(here),
					zh: problems(messagesZh).find(here),
				};
			}).find(({ en }) => en);
			expect(found?.en?.message).toMatch(/\S: \S.*/);
			expect(found?.zh?.message).toMatch(/：.*(请|是不是)/);
			expect(found?.zh?.message).not.toBe(found?.en?.message);
		},
	);

	/** Gives a file columns more, with these cells in its first row. */
	function widen(file: string, columns: string, cells: string): void {
		const [comment, header, first, ...rows] = text(file).trimEnd().split("\n");
		const empty = columns.replace(/[^,]/g, "");
		write(
			file,
			[
				comment,
				`${header},${columns}`,
				`${first},${cells}`,
				...rows.map((row) => `${row},${empty}`),
			].join("\n"),
		);
	}

	it.each([
		["facts.csv", "checked", "2024-07-01", "soon"],
		["facts.csv", "checked", "2024-07-01", "2999-01-01"],
		["sources.csv", "note_en,note_zh", "Out of print,绝版", "Out of print,"],
		[
			"sources.csv",
			"note_en,note_zh",
			"Out of print,绝版",
			"{source:gdpr},绝版",
		],
		[
			"places.csv",
			"parent_note_en,parent_note_zh",
			"A part,一部分",
			"{A},一部分",
		],
	])(
		"%s goes without %s; with %s all is well, and %s is told of at its line",
		(file, columns, right, wrong) => {
			widen(file, columns, right);
			expect(problems()).toEqual([]);
			cpSync(EXAMPLE, dir, { recursive: true });
			widen(file, columns, wrong);
			const [en, ...more] = problems();
			expect(more).toEqual([]);
			expect(en?.path).toBe(`${file}:3`);
			expect(en?.message).toMatch(/\S: \S.*/);
			expect(problems(messagesZh)[0]?.message).toMatch(/：.*请/);
		},
	);

	it.each(["1 2 3.5", "1 95 2 3", "1 2", "west 2 3 4"])(
		"cutouts.csv with the line %s is told of at its line",
		(line) => {
			edit("cutouts.csv", ",-51,6,,", `,-51,6,${line},`);
			expect(problems()).toEqual([
				{ path: "cutouts.csv:3", message: messagesEn.cutLine() },
			]);
		},
	);

	it("that a file may have, in one language alone, is told of at its header", () => {
		widen("sources.csv", "note_en", "Out of print");
		expect(problems()).toContainEqual({
			path: "sources.csv:2",
			message: messagesEn.missingColumn("note_zh"),
		});
	});

	it.each([
		["tier-map.json", '"schema": 1', '"schema": "1"', 3],
		["tier-map.json", '"version": "2024', '"version": "20', 4],
		["tier-map.json", '"languages"', '"language"', 5],
		["tier-map.json", '"2023-07-10"', '"soon"', 6],
		["tier-map.json", '"en": 11', '"en": "11"', 7],
		["tier-map.json", '"round"', '"geometry": {"file": "../x"}, "round"', 6],
		["essays.en.md", "## tier-part", "## tier-parts", 3],
		["essays.zh.md", "## tier-part", "## part", 3],
		["strings.en.json", '"column"', '"colunm"', 3],
		["strings.zh.json", '"第{number}步，共{total}步"', '"第{numer}步"', 11],
		["strings.zh.json", '"历次认定"', "7", 10],
	])("%s: %s → %s", (file, old, fresh, line) => {
		edit(file, old, fresh);
		for (const say of [messagesEn, messagesZh]) {
			const found = problems(say).filter(({ path }) =>
				path.startsWith(`${file}:`),
			);
			expect(found.map(({ path }) => path)).toContain(`${file}:${line}`);
			for (const { message } of found)
				if (say === messagesZh) expect(message).toMatch(/请|是不是/);
		}
	});
});

describe("one slip", () => {
	it.each<[file: string, old: string, fresh: string, path: string]>([
		["tiers.csv", "\nfree,", "\n,", "tiers.csv:3"],
		["tiers.csv", "\nfree,", "\nFree flow,", "tiers.csv:3"],
		["places.csv", "\nFRA,", "\nfra,", "places.csv:\\d+"],
		["rounds.csv", "\n2023-07-10,", "\n10.7.2023,", "rounds.csv:\\d+"],
		["sources.csv", "\ngdpr,", "\n,", "sources.csv:3"],
		["places.csv", "\nABW,AW,", "\nABW,Aw,", "places.csv:3"],
		["cutouts.csv", ",-55,2,", ",,2,", "cutouts.csv:3"],
		["tier-map.json", "{", "// mine\n{", "tier-map.json:1"],
		["tier-map.json", '"zh": 150', '"zh": 150,', "tier-map.json:10"],
		["strings.en.json", "{", "{ // mine", "strings.en.json:1"],
	])(
		"%s: %j → %j is told of once, where it was made",
		(file, old, fresh, path) => {
			edit(file, old, fresh);
			for (const say of [messagesEn, messagesZh]) {
				const found = problems(say);
				expect(found.map((each) => each.path).join()).toMatch(
					new RegExp(`^${path}(,tier-map.json:6)?$`),
				);
				for (const { message } of found)
					expect(message).not.toMatch(/\n|JSON at position|Invalid|trimable/);
			}
		},
	);

	it.each([
		["places.csv", "no place", "一个地方也没有"],
		["tiers.csv", "0 tiers", "有0个级别"],
	])("%s with a header alone is told of first", (file, en, zh) => {
		write(file, text(file).split("\n").slice(0, 2).join("\n"));
		const here = (say: typeof messagesEn) =>
			problems(say).filter(({ path }) => !path.startsWith("regions.csv"));
		expect(here(messagesEn)).toHaveLength(1);
		expect(here(messagesEn)[0]?.message).toContain(en);
		expect(here(messagesZh)[0]?.message).toContain(zh);
	});
});

/** The cells of a line of CSV. */
function rowOf(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare,
	);
}

describe("a folder of garbage", () => {
	it("gives a list in either language, not a stack", () => {
		let state = 1;
		const byte = () => {
			state = (state * 48271) % 0x7fffffff;
			return state & 255;
		};
		for (const file of readdirSync(dir))
			write(file, Uint8Array.from({ length: 3000 }, byte));
		for (const say of [messagesEn, messagesZh]) {
			const found = problems(say);
			expect(found.length).toBeGreaterThan(10);
			for (const { path } of found) expect(path).toMatch(/^[\w.-]+(:\d+)?$/);
		}
		for (const file of readdirSync(dir)) rmSync(join(dir, file));
		expect(problems().length).toBeGreaterThan(10);
	});

	it("of a hundred thousand wrong rows lists a few, soon", () => {
		write(
			"claims.csv",
			`${columnsOf("claims").join(",")}\n${"x,x,x,x,x,x,x,x,x,x,x,x,x\n".repeat(99_000)}`,
		);
		const found = problems();
		expect(found.length).toBeLessThanOrEqual(5001);
		expect(found.at(-1)?.message).toMatch(/and \d+ more problems/);
		write("claims.csv", "x\n".repeat(200_000));
		expect(problems().map(({ message }) => message)).toContainEqual(
			expect.stringContaining("more than 100000 rows"),
		);
	}, 60_000);
});

describe("spreadsheets", () => {
	const CSV = FILES.map((name) => `${name}.csv`);
	/** Cells between semicolons, as where a comma is decimal. */
	function semicolons(content: string): string {
		return content
			.split("\n")
			.map((line) =>
				line.startsWith("#") || line === ""
					? line
					: rowOf(line)
							.map((c) => `"${c.replaceAll('"', '""')}"`)
							.join(";"),
			)
			.join("\n");
	}

	it("with semicolons, decimal commas, CRLF and a byte order mark are read right", () => {
		const before = value();
		for (const file of CSV) {
			const changed =
				file === "points.csv"
					? text(file).replace(/(-?\d+)\.(\d+)/g, '"$1,$2"')
					: text(file);
			write(file, `\ufeff${semicolons(changed).replaceAll("\n", "\r\n")}`);
		}
		expect(value()).toEqual(before);
	});

	it("with emptied rows and columns, and blanks in the header, are read right", () => {
		const before = value();
		for (const file of CSV) {
			const lines = text(file)
				.split("\n")
				.map((line) => (line && !line.startsWith("#") ? `${line}, ,` : line));
			const [comment = "", header = "", ...rows] = lines;
			write(
				file,
				[comment, header.replaceAll(",", " , "), ...rows, ",,,", ""].join("\n"),
			);
		}
		expect(value()).toEqual(before);
	});

	it("in UTF-16 are read right, and doubted", () => {
		const before = value();
		write("tiers.csv", Buffer.from(`\ufeff${text("tiers.csv")}`, "utf16le"));
		expect(value()).toEqual(before);
		expect(doubts()).toContainEqual({
			path: "tiers.csv",
			message: messagesEn.doubtEncoding("UTF-16"),
		});
	});

	it("in GB18030 are read right, and doubted; in a Western encoding named", () => {
		const before = value();
		// Node can't write it: the words of one small file, by its code page.
		const gb = Buffer.concat([
			Buffer.from("about,kind,en,zh\nGBR,common,Great Britain,"),
			Buffer.from("b4f3b2bbc1d0b5df", "hex"),
			Buffer.from("\nKOR,common,Korea,"),
			Buffer.from("c4cfbaab", "hex"),
			Buffer.from("\n"),
		]);
		write("aliases.csv", gb);
		expect(value().aliases.map((alias) => alias.text.zh)).toEqual([
			"大不列颠",
			"南韩",
		]);
		expect(value().places).toEqual(before.places);
		expect(doubts(messagesZh)).toContainEqual({
			path: "aliases.csv",
			message: messagesZh.doubtEncoding("GB18030"),
		});
		write(
			"aliases.csv",
			Buffer.from("about,kind,en,zh\nGBR,common,Café Élysée,\n", "latin1"),
		);
		expect(problems()).toEqual([
			{ path: "aliases.csv:2", message: messagesEn.notUtf8() },
		]);
	});
});

describe("what is doubtful", () => {
	it.each<[file: string, old: string, fresh: string, about: string]>([
		["tiers.csv", "#3f9170", "#c0e0d0", "contrast of 1."],
		["sources.csv", "2016-04-27", "", 'source "gdpr" has no date'],
		[
			"sources.csv",
			"http://data.europa.eu/eli/reg/2016/679/oj",
			"",
			'source "gdpr" has no address',
		],
		[
			"tiers.csv",
			"认定只涵盖该地的部分接收方，其余须另有法律依据。",
			'"A decision covers some recipients there; for all others another legal ground is needed."',
			"column means_zh reads the same as column means_en",
		],
		[
			"tiers.csv",
			"认定只涵盖该地的部分接收方，其余须另有法律依据。",
			"Some recipients there are covered.",
			"no letter of the script",
		],
		[
			"sources.csv",
			"\ngdpr,",
			"\nunread,Unread,未读,2020,https://e.org/\ngdpr,",
			'nothing cites source "unread"',
		],
		["facts.csv", "{source:cnpd}", "", 'fact "partial" cites no source'],
		["rounds.csv", "{source:japan}", "", 'round "2019-01-23" cites no source'],
		[
			"claims.csv",
			"That is what Article 45 provides.{source:gdpr}",
			"So it is.",
			'the finding on claim "free-flow" cites no source',
		],
	])("%s: %s → %s", (file, old, fresh, about) => {
		edit(file, old, fresh);
		expect(doubts()).toContainEqual({
			path: expect.stringMatching(new RegExp(`^${file}:\\d+$`)),
			message: expect.stringContaining(about),
		});
		expect(doubts(messagesZh).map(({ message }) => message)).not.toContainEqual(
			expect.stringContaining(about),
		);
	});

	it("is a Chinese edition on a map of one's own without an approval number", () => {
		expect(doubts(messagesEn, true).map(({ message }) => message)).toContain(
			messagesEn.doubtApproval(),
		);
		edit(
			"tier-map.json",
			'"round"',
			'"geometry": {"file": "map.json", "approval": "GS 1"}, "round"',
		);
		expect(doubts().map(({ message }) => message)).not.toContain(
			messagesEn.doubtApproval(),
		);
		expect(value().manifest.geometry).toEqual({
			file: "map.json",
			approval: "GS 1",
		});
	});

	it("is a language whose interface stays English", () => {
		for (const file of readdirSync(dir)) {
			const to = file.replace(".zh.", ".he.");
			const content = text(file);
			rmSync(join(dir, file));
			write(
				to,
				file === "README.md"
					? content
					: content.replace(/\bzh\b|(?<=_)zh\b/g, "he"),
			);
		}
		edit("places.csv", "name_reason", "name_reason");
		write("strings.he.json", '{ "legend": "רמות" }');
		const found = doubts().find(({ path }) => path === "strings.he.json");
		expect(found?.message).toContain(`${stringKeys().length - 1} strings`);
		expect(found?.message).not.toContain(" legend,");
	});
});

describe("a base map of one's own", () => {
	const countries = readCountries();
	/** Natural Earth as GeoJSON of the planar kind, under alpha-3 ids. */
	function planar(): FeatureCollection {
		const byNumber = new Map(value().places.map((p) => [p.numeric, p.id]));
		const names: Readonly<Record<string, string>> = {
			Kosovo: "XKX",
			Somaliland: "XSL",
			"N. Cyprus": "XNC",
			"Siachen Glacier": "XSG",
		};
		const { features } = feature(countries, countries.objects.countries);
		return {
			type: "FeatureCollection",
			features: features.flatMap((each) => {
				const id = byNumber.get(String(each.id)) ?? names[each.properties.name];
				return id ? [{ ...each, id }] : [];
			}),
		};
	}
	function made(map: unknown) {
		write("map.json", JSON.stringify(map));
		const read = readGeometry(join(dir, "map.json"), "map.json");
		return read.ok ? buildWorld(value(), read.value, 2, "map.json") : read;
	}
	const missing = (result: ReturnType<typeof made>) =>
		result.ok ? [] : result.problems.map(({ message }) => message);

	it("names the places that it lacks, and takes the others", () => {
		const lacking = missing(made(planar()));
		expect(lacking.length).toBeGreaterThan(0);
		for (const message of lacking)
			expect(message).toMatch(/^[A-Z]{3} has neither a shape in map\.json/);
	});

	function withPoints(): void {
		const ids = missing(made(planar())).map((message) => message.slice(0, 3));
		write(
			"points.csv",
			`${text("points.csv").trimEnd()}\n${ids.map((id) => `${id},1,1,test`).join("\n")}\n`,
		);
	}

	it("may be wound either way, and have ids of any kind", () => {
		withPoints();
		const right = orThrow(made(planar()));
		const turned = planar();
		for (const { geometry } of turned.features) {
			const polygons =
				geometry.type === "Polygon"
					? [geometry.coordinates]
					: geometry.type === "MultiPolygon"
						? geometry.coordinates
						: [];
			for (const rings of polygons) for (const ring of rings) ring.reverse();
		}
		const a2 = new Map(value().places.map((place) => [place.id, place.a2]));
		for (const each of turned.features)
			each.id = a2.get(String(each.id)) || each.id;
		const mended = orThrow(made(turned));
		const shapes = (world: typeof right) =>
			world.objects.places.geometries.map(({ id, type }) => `${id} ${type}`);
		// World-atlas puts a pinhole at the pole before the outline of this one.
		expect(shapes(right)).toContain("ATA MultiPolygon");
		const antarctica = (world: typeof right) =>
			geoArea(
				feature(world, world.objects.places).features.find(
					({ id }) => id === "ATA",
				) ?? { type: "Sphere" },
			);
		expect(antarctica(right)).toBeCloseTo(0.3, 1);
		expect(antarctica(mended)).toBeCloseTo(antarctica(right), 3);
		expect(shapes(mended)).toEqual(shapes(right));
	});

	it("may be cut at the antimeridian: the seam goes", () => {
		withPoints();
		// A part of the shape that is replaced here.
		write("points.csv", `${text("points.csv")}XCR,34,45,test\n`);
		const map = planar();
		const square = (west: number, east: number): Polygon => ({
			type: "Polygon",
			coordinates: [
				[
					[west, 60],
					[east, 60],
					[east, 70],
					[west, 70],
					[west, 60],
				],
			],
		});
		const at = map.features.findIndex(({ id }) => id === "RUS");
		map.features[at] = {
			type: "Feature",
			id: "RUS",
			properties: {},
			geometry: {
				type: "MultiPolygon",
				coordinates: [
					square(150, 180).coordinates,
					square(-180, -160).coordinates,
				],
			},
		};
		const world = orThrow(made(map));
		const russia = feature(world, world.objects.places).features.find(
			({ id }) => id === "RUS",
		);
		expect(
			russia?.geometry.type === "MultiPolygon" &&
				russia.geometry.coordinates.length,
		).toBe(1);
	});

	it.each<[what: string, map: unknown, part: string]>([
		["no JSON of that kind", { type: "Nothing" }, "no TopoJSON or GeoJSON"],
		[
			"an empty map",
			{ type: "FeatureCollection", features: [] },
			"no TopoJSON",
		],
		[
			"metres instead of degrees",
			{
				type: "Feature",
				id: "DEU",
				geometry: {
					type: "Polygon",
					coordinates: [
						[
							[1e6, 6e6],
							[1.1e6, 6e6],
							[1.1e6, 7e6],
							[1e6, 6e6],
						],
					],
				},
			},
			"isn't in degrees",
		],
	])("is refused with a reason: %s", (_, map, part) => {
		expect(missing(made(map))[0]).toContain(part);
	});

	it("names a feature that belongs to no place", () => {
		withPoints();
		const map = planar();
		const [first] = map.features;
		if (first) map.features.push({ ...first, id: "QQQ" });
		expect(missing(made(map))[0]).toMatch(
			/^feature QQQ \(“.+”\) belongs to no place: /,
		);
		const last = map.features.at(-1);
		if (last) delete last.id;
		expect(missing(made(map))[0]).toMatch(
			new RegExp(
				`^feature ${map.features.length} of the file \\(“.+”\\) has no id: `,
			),
		);
	});
});

describe("the change log", () => {
	it("tells of places that moved, and of rows that are new, gone or changed", () => {
		const before = value();
		edit("levels.csv", "2023-07-10,KOR,free", "2023-07-10,BRA,free");
		edit("claims.csv", "without any further safeguard", "with no more ado");
		edit("sources.csv", "\ncnpd,", "\nnew,A new source,新来源,2024,\ncnpd,");
		edit("facts.csv", "\nothers,", "\nthe-others,");
		const changes = changesBetween(before, value());
		expect(changes.moved).toEqual([
			{ round: "2023-07-10", place: "BRA", from: "none", to: "free" },
			{ round: "2023-07-10", place: "KOR", from: "free", to: "none" },
		]);
		expect(changes.claims).toEqual({
			added: [],
			removed: [],
			changed: [{ id: "free-flow", fields: ["text"] }],
		});
		expect(changes.sources.added).toEqual(["new"]);
		expect(changes.facts).toMatchObject({
			added: ["the-others"],
			removed: ["others"],
		});
		expect(changes.rounds.changed).toEqual([]);
	});

	/** Each file, with something about it that is another. */
	const slight: readonly [file: string, old: string, fresh: string][] = [
		["aliases.csv", "Great Britain", "Britain"],
		["cutouts.csv", ",-55,2,", ",-56,2,"],
		["essays.en.md", "do not cover", "something else"],
		["levels.csv", "*,AND,free", "*,AND,part"],
		["mechanisms.csv", "Convergence", "Likeness"],
		["places.csv", "ABW,AW,533,,,,NLD", "ABW,AW,533,,,,"],
		["points.csv", "BVT,3.4,", "BVT,3.5,"],
		["regions.csv", "\ng7,group", "\ng7,union"],
		["rounds.csv", "2019-01-23,relax", "2019-01-23,clarify"],
		["strings.zh.json", "历次认定", "各次认定"],
		["texts.csv", "Where European", "Whither European"],
		["tiers.csv", "#3f9170", "#3f9171"],
		["tier-map.json", '"en": 11', '"en": 12'],
	];
	it.each(slight)("tells of a slight change in %s", (file, old, fresh) => {
		const before = value();
		edit(file, old, fresh);
		const { from, to, renamed, moved, ...files } = changesBetween(
			before,
			value(),
		);
		const rows = Object.values(files).flatMap((each) => [
			...each.added,
			...each.removed,
			...each.changed,
		]);
		expect(rows.length + moved.length).toBeGreaterThan(0);
	});
});

describe("versions of a bundle", () => {
	const older = { schema: 1, version: "x" };

	it("says which version reads a newer one", () => {
		const result = parseBundle({ schema: 7, program: "3.1.0", editions: {} });
		expect(result.ok).toBe(false);
		if (!result.ok)
			expect(result.problems).toEqual([
				{ path: "schema", message: expect.stringContaining("tier-map 3.1.0") },
			]);
	});

	it("migrates an older one, step by step", () => {
		const world = orThrow(buildWorld(value(), readCountries(), 8));
		const { version, ...rest } = bundle(value(), world, ["en"]);
		const ancient = { ...rest, schema: -1, date: version };
		const migrations = {
			[-1]: (bundle: object) => ({ ...bundle, schema: 0 }),
			0: ({ date, ...bundle }: Readonly<Record<string, unknown>>) => ({
				...bundle,
				schema: 1,
				version: date,
			}),
		};
		expect(orThrow(parseBundle(ancient, migrations)).version).toBe(version);
	});

	it("doesn't hang on a migration that leads nowhere, or throws", () => {
		for (const migrate of [
			() => ({ ...older, schema: 0 }),
			() => {
				throw new Error("broken");
			},
		])
			expect(parseBundle({ schema: 0 }, { 0: migrate }).ok).toBe(false);
	});
});
