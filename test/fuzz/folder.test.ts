/** Whatever lies in a data folder, reading it gives a value or a list of problems. */
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { readGeometry } from "../../src/build/geometry.ts";
import { COLUMNS } from "../../src/model/parse/columns.ts";
import { property } from "./property.ts";

const EXAMPLE = join(import.meta.dirname, "../../examples/data-adequacy");
const FILES = readdirSync(EXAMPLE).filter((file) => file !== "README.md");
const good = new Map(
	FILES.map((file) => [file, readFileSync(join(EXAMPLE, file))]),
);
const dir = mkdtempSync(join(tmpdir(), "tier-map-fuzz-"));
cpSync(EXAMPLE, dir, { recursive: true });
afterAll(() => rmSync(dir, { recursive: true }));

/** Signs that mean something to a reader of these files, and words that do to JavaScript. */
const nasty = fc.constantFrom(
	",",
	";",
	"\t",
	'"',
	'""',
	"\n",
	"\r\n",
	"\r",
	"\0",
	"{",
	"}",
	"{place:",
	"{place:KEN}",
	"{source:gdpr}",
	"#",
	"# ",
	"## ",
	"__proto__",
	"constructor",
	"toString",
	"*",
	"yes",
	"NaN",
	"-1",
	"1e999",
	"<script>",
	"javascript:alert(1)",
	"\ufeff",
	"\u202e",
	"\ud800",
	"none",
	"free",
	"en",
	"[]",
	"null",
	"café",
	"数据",
);
const cell = fc.oneof(
	nasty,
	fc.string({ maxLength: 12 }),
	fc.string({ unit: "binary", maxLength: 12 }),
);

function outcome(): void {
	const result = loadDataset(dir);
	if (result.ok) return;
	expect(result.problems.length).toBeGreaterThan(0);
	for (const { path, message } of result.problems) {
		expect(path).toMatch(/^($|[\w.-]+(:\d+)?$)/);
		// What is wrong, then how to mend it.
		expect(message).toMatch(/\S[:;?] ?\S/s);
		expect(message.length).toBeLessThan(20_000);
	}
}

function withFile(file: string, bytes: Uint8Array | string): void {
	writeFileSync(join(dir, file), bytes);
	try {
		outcome();
	} finally {
		writeFileSync(join(dir, file), good.get(file) ?? "");
	}
}

describe("a data folder", () => {
	property(
		"folder: any bytes in any file",
		fc.tuple(fc.constantFrom(...FILES), fc.uint8Array({ maxLength: 2000 })),
		([file, bytes]) => withFile(file, bytes),
		{ share: 0.5 },
	);
	property(
		"folder: good files with pieces replaced, moved and cut",
		fc.tuple(
			fc.constantFrom(...FILES),
			fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), cell), {
				minLength: 1,
				maxLength: 6,
			}),
		),
		([file, cuts]) => {
			let text = (good.get(file) ?? Buffer.of()).toString("utf8");
			for (const [at, length, piece] of cuts) {
				const from = at % (text.length + 1);
				text = text.slice(0, from) + piece + text.slice(from + length);
			}
			withFile(file, text);
		},
		{ share: 0.5 },
	);
	property(
		"folder: tables of nonsense under a right header",
		fc.tuple(
			fc.constantFrom(...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])),
			fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 30 }),
		),
		([name, rows]) => {
			const header = COLUMNS[name]
				.replaceAll("?", "")
				.split(" ")
				.flatMap((column) =>
					column.endsWith("*")
						? ["en", "zh"].map((lang) => column.replace("*", lang))
						: [column],
				);
			const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
			const lines = rows.map((row) =>
				header.map((_, i) => quoted(row[i] ?? "")).join(","),
			);
			withFile(`${name}.csv`, [header.join(","), ...lines].join("\n"));
		},
		{ share: 0.5 },
	);
	property(
		"folder: any JSON as manifest and strings",
		fc.tuple(
			fc.constantFrom("tier-map.json", "strings.en.json"),
			fc.jsonValue(),
		),
		([file, value]) => withFile(file, JSON.stringify(value)),
		{ share: 0.5 },
	);
});

describe("a base map", () => {
	const position = fc.array(
		fc.oneof(
			fc.double(),
			fc.integer({ min: -200, max: 200 }),
			fc.constant(null),
		),
		{ maxLength: 3 },
	);
	const geometry = fc.record({
		type: fc.constantFrom(
			"Polygon",
			"MultiPolygon",
			"Point",
			"GeometryCollection",
			"Nonsense",
		),
		coordinates: fc.oneof(
			fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 }),
			fc.array(
				fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 2 }),
				{ maxLength: 2 },
			),
			fc.jsonValue(),
		),
	});
	const collection = fc.record({
		type: fc.constantFrom("FeatureCollection", "Feature", "Topology", "x"),
		features: fc.array(
			fc.record({
				type: fc.constant("Feature"),
				id: fc.oneof(fc.string(), fc.integer(), fc.constant("DEU")),
				geometry,
			}),
			{ maxLength: 4 },
		),
		objects: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }),
		arcs: fc.jsonValue(),
	});
	const file = join(dir, "map.json");
	property(
		"geometry: any JSON, and almost GeoJSON",
		fc.oneof(fc.jsonValue(), collection),
		(value) => {
			writeFileSync(file, JSON.stringify(value));
			const result = readGeometry(file, "map.json");
			rmSync(file);
			if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
		},
	);
});
