/** A bundle comes from anywhere: it is read, or refused with a list, and what is read can be drawn. */
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { bundle } from "../../src/build/bundle.ts";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import { atlasScene } from "../../src/components/tier-map/draw-atlas.ts";
import { figureOf } from "../../src/figures/own.ts";
import { unpack } from "../../src/geo/neighbours.ts";
import { stringsOf } from "../../src/i18n/load.ts";
import { type Bundle, parseBundle } from "../../src/model/bundle.ts";
import { searchIn } from "../../src/model/search.ts";
import { LAYOUT_IDS } from "../../src/scene/figure/layouts.ts";
import { liveSvg } from "../../src/svg/live.ts";
import { serialise } from "../../src/svg/markup.ts";
import { type FigureOptions, PROFILES } from "../../src/svg/options.ts";
import { THEMES } from "../../src/svg/paint.ts";
import { renderSVG } from "../../src/svg/render.ts";
import { mutant } from "./mutants.ts";
import { processorTime, property } from "./property.ts";

const EXAMPLE = join(import.meta.dirname, "../../examples/data-adequacy");
const dataset = orThrow(loadDataset(EXAMPLE));
const world = orThrow(buildWorld(dataset, readCountries(), 8));
const whole = JSON.stringify(bundle(dataset, world, ["en"]));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a value, as the keys that lead to it; of long lists the first few. */
function* paths(
	value: Json,
	at: (string | number)[] = [],
): Generator<(string | number)[]> {
	yield at;
	if (typeof value !== "object" || value === null) return;
	const entries = Array.isArray(value)
		? [...value.entries()]
		: Object.entries(value);
	for (const [key, each] of entries.slice(0, 6))
		yield* paths(each, [...at, key]);
}
const everywhere = [...paths(JSON.parse(whole))];

function replaced(path: readonly (string | number)[], value: unknown): unknown {
	const copy = { root: JSON.parse(whole) };
	let target: Record<string, unknown> = copy;
	let key: string = "root";
	for (const step of path) {
		target = target[key] as Record<string, unknown>;
		key = String(step);
	}
	target[key] = value;
	return copy.root;
}

/** A file that is well-formed and has nothing in it that runs. */
function harmless(markup: string): void {
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		expect(name).not.toMatch(/script|foreignobject|iframe|image|^a$/i);
		for (const [attribute, value] of Object.entries(attributes)) {
			expect(attribute).not.toMatch(/^on|href/i);
			expect(String(value)).not.toMatch(/^\s*javascript:/i);
		}
	});
	parser.write(markup).close();
}

/** How a picture is asked for: which of the places and regions, by a share of the list. */
interface Asked
	extends Pick<FigureOptions, "layout" | "profile" | "theme" | "labels"> {
	readonly share: number;
}
const asked: fc.Arbitrary<Asked> = fc.record({
	layout: fc.constantFrom(...LAYOUT_IDS),
	profile: fc.constantFrom(...PROFILES),
	theme: fc.constantFrom(...THEMES),
	labels: fc.boolean(),
	share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const EVERY_PICTURE: readonly Asked[] = LAYOUT_IDS.flatMap((layout) =>
	PROFILES.map((profile, i) => ({
		layout,
		profile,
		theme: THEMES[i % THEMES.length],
		labels: i > 0,
		share: i / 3,
	})),
);

/** Does with a bundle what the element and the command line do with it. */
async function used({ editions }: Bundle, { share, ...options }: Asked) {
	for (const edition of Object.values(editions)) {
		const { core, names = [], neighbours = "" } = edition;
		harmless(serialise(liveSvg(atlasScene(core, edition.picture))));
		const data = figureOf(edition);
		const any = (items: readonly { readonly id: string }[]) =>
			items[Math.floor(share * items.length)]?.id;
		const selected = any([{ id: "" }, ...core.regions, ...core.places]);
		if (data)
			harmless(
				renderSVG(data, {
					...options,
					selected,
					round: any(core.rounds),
					tier: share > 0.5 ? any(core.tiers) : null,
				}),
			);
		for (const query of ["a", "unted kigdom", "中"]) searchIn(names)(query);
		unpack(neighbours);
		const strings = await stringsOf(core);
		expect(
			strings.list([strings.day(core.round), strings.number(1)]),
		).toBeTruthy();
		expect(() => new Intl.Collator(strings.tag)).not.toThrow();
	}
}

const nasty = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		0,
		-1,
		1e308,
		"",
		"__proto__",
		"constructor",
		"</svg><script>alert(1)</script>",
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)",
		"data:text/html,x",
		"//evil.example",
		"\\\\evil.example",
		'"><img src=x onerror=alert(1)>',
		"&amp;&#0;\u0000",
		"\ud800",
		"M0 0L1 1Z",
		"url(#x)",
		"#123456",
		[],
		{},
	),
	fc.jsonValue(),
	fc.string({ unit: "binary" }),
);

describe("a bundle", () => {
	property(
		"bundle: any JSON",
		fc.oneof(
			fc.jsonValue(),
			fc.record({
				schema: fc.constant(1),
				version: fc.string(),
				editions: fc.jsonValue(),
			}),
		),
		(value) => {
			const result = parseBundle(value);
			expect(result.ok).toBe(false);
		},
		{ share: 4 },
	);
	property(
		"bundle: a good one with any value anywhere, drawn if it passes",
		fc.tuple(fc.constantFrom(...everywhere), nasty, asked),
		async ([path, value, options]) => {
			const result = parseBundle(replaced(path, value));
			if (result.ok) await used(result.value, options);
			else expect(result.problems.length).toBeGreaterThan(0);
		},
		{ share: 0.4 },
	);
	property(
		"bundle: any text where a text may stand",
		fc.tuple(
			fc.constantFrom(
				...everywhere.filter((path) =>
					/^(name|title|text|level)$/.test(String(path.at(-1))),
				),
			),
			fc.string({ unit: "binary" }),
			asked,
		),
		async ([path, text, options]) => {
			const result = parseBundle(replaced(path, text));
			if (result.ok) await used(result.value, options);
		},
		{ share: 0.4 },
	);
	property(
		"bundle: pieces of a good one left out, doubled, turned round, put elsewhere; drawn if it passes",
		fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }), asked),
		async ([seed, changes, options]) => {
			const result = parseBundle(mutant(whole, seed, changes));
			if (result.ok) await used(result.value, options);
			else expect(result.problems.length).toBeGreaterThan(0);
		},
		{ share: 0.6 },
	);
});

describe("hostile bundles", () => {
	const core = "editions.en.core".split(".");
	test.each<[name: string, value: () => unknown]>([
		[
			"a name of 10 MB",
			() => replaced([...core, "places", 0, "name"], "x".repeat(1e7)),
		],
		[
			"100,000 places",
			() =>
				replaced(
					[...core, "places"],
					Array.from({ length: 1e5 }, (_, i) => ({
						id: `P${i}`,
						a2: "",
						name: "x",
						regions: [],
					})),
				),
		],
		[
			"100,000 texts",
			() =>
				replaced(
					["editions", "en", "argument", "texts"],
					Object.fromEntries(
						Array.from({ length: 1e5 }, (_, i) => [`t${i}`, "x"]),
					),
				),
		],
		[
			"nesting 100,000 deep",
			() =>
				replaced([...core, "strings"], {
					map: JSON.parse("[".repeat(5000) + "]".repeat(5000)),
				}),
		],
		[
			"coordinates that are no numbers",
			() =>
				replaced(
					["editions", "en", "picture", "markers", "AND"],
					[Number.NaN, Number.POSITIVE_INFINITY],
				),
		],
		[
			"a marker very far away",
			() => replaced(["editions", "en", "picture", "markers", "ATF", 0], 1e188),
		],
		[
			"a path that leads very far",
			() =>
				replaced(
					["editions", "en", "picture", "shapes", "AND"],
					`M0 0${"l0 99999".repeat(1000)}z`,
				),
		],
		...[
			["that are too long together", "0 0 ".repeat(10_000)],
			["that lead too far together", "l0 99999".repeat(9)],
		].map(([what, d]): [string, () => unknown] => [
			`outlines ${what}`,
			() => {
				const made = JSON.parse(whole);
				for (const { id } of made.editions.en.core.places)
					made.editions.en.picture.shapes[id] = `M0 0${d}z`;
				return made;
			},
		]),
		[
			"an address that readers take for another",
			() =>
				replaced(
					["editions", "en", "argument", "sources", 0, "url"],
					"https://www.bis.gov@example.org/rule",
				),
		],
		[
			"an address that is read backwards",
			() =>
				replaced(
					["editions", "en", "argument", "sources", 0, "url"],
					"https://example.org/\u202elmth.elur",
				),
		],
		...["\u202a", "\u202e", "\u2066", "\u2069"].map(
			(turn): [string, () => unknown] => [
				`a name with U+${turn.charCodeAt(0).toString(16)}`,
				() => replaced([...core, "places", 0, "name"], `${turn}Land`),
			],
		),
		[
			"a path that isn't one",
			() =>
				replaced(
					["editions", "en", "picture", "shapes", "AND"],
					'M0 0"/><script>',
				),
		],
		[
			"an address that runs",
			() =>
				replaced(
					["editions", "en", "argument", "sources", 0, "url"],
					"javascript:alert(1)",
				),
		],
		["a version that is no date", () => replaced([...core, "version"], "")],
		[
			"a round on a day that never was",
			() => replaced([...core, "rounds", 0, "id"], "2025-02-30"),
		],
		[
			"an edition under another language than its own",
			() => replaced([...core, "lang"], "fr"),
		],
		[
			"a first round without colours",
			() => replaced([...core, "rounds", 0, "recolours"], false),
		],
		[
			"rounds out of order",
			() => {
				const made = JSON.parse(whole);
				made.editions.en.core.rounds.reverse();
				return made;
			},
		],
		[
			"thousands of rounds",
			() => {
				const made = JSON.parse(whole);
				const { rounds } = made.editions.en.core;
				made.editions.en.core.rounds = Array.from({ length: 4000 }, (_, i) => ({
					...rounds[0],
					id: new Date(Date.UTC(2000, 0, i)).toISOString().slice(0, 10),
				}));
				made.editions.en.core.round = "2000-01-01";
				return made;
			},
		],
		[
			"a name as long as a book",
			() => replaced([...core, "places", 0, "name"], "x".repeat(15_000)),
		],
		[
			"a place that no address could ask for",
			() => replaced([...core, "places", 0, "id"], "and"),
		],
		[
			"names of what isn't there",
			() => replaced(["editions", "en", "names", 0, "id"], "QQQ"),
		],
		[
			"more names than a reader would wait for",
			() => {
				const made = JSON.parse(whole);
				for (const { names } of made.editions.en.names)
					names.push(
						...Array.from({ length: 1500 }, (_, i) => ({
							lang: "en",
							text: `name ${i}`,
							alias: true,
						})),
					);
				return made;
			},
		],
		[
			"a prototype's key as id",
			() => replaced([...core, "tiers", 0, "id"], "constructor"),
		],
		[
			"its own prototype",
			() =>
				JSON.parse(
					whole
						.replace('"core":{', '"core":{"__proto__":{"tiers":[]},')
						.replace(/"tiers":\[\{"id":"free".*?\}\],"places"/, '"places"'),
				),
		],
	])("%s is refused, soon and with a reason", (_, value) => {
		const hostile = value();
		const start = processorTime();
		const result = parseBundle(hostile);
		expect(processorTime() - start).toBeLessThan(2000);
		expect(result.ok).toBe(false);
		if (!result.ok) {
			expect(result.problems[0]?.message).toBeTruthy();
			expect(JSON.stringify(result.problems).length).toBeLessThan(100_000);
		}
	});

	test("25,000 places with a marker each are read and drawn, soon", () => {
		const made = JSON.parse(whole);
		const ids = Array.from({ length: 25_000 }, (_, i) => `P${i}`);
		const { core, picture } = made.editions.en;
		core.places.push(
			...ids.map((id) => ({ id, a2: "", name: id, regions: [] })),
		);
		for (const [i, id] of ids.entries())
			picture.markers[id] = [100 + (i % 700), 100 + (i % 300)];
		const start = processorTime();
		const { editions } = orThrow(parseBundle(made));
		for (const edition of Object.values(editions))
			expect(
				serialise(liveSvg(atlasScene(edition.core, edition.picture))),
			).toContain("P24999");
		expect(processorTime() - start).toBeLessThan(10_000);
	});

	test.each<[name: string, value: () => unknown]>([
		["as it is made", () => JSON.parse(whole)],
		[
			"with a script in a name",
			() =>
				replaced(
					[...core, "places", 5, "name"],
					"<script>alert(1)</script>]]>&",
				),
		],
		[
			"with strings where the program asks Intl",
			() =>
				replaced([...core, "strings"], {
					tag: "no tag",
					day: "x",
					list: "x",
					number: "x",
					"figure.tag": "no tag",
				}),
		],
		[
			"with an outline of more points than a call has arguments",
			() =>
				replaced(
					["editions", "en", "picture", "shapes", "FRA"],
					`M400 200l9 0 0 9${" 0 0".repeat(124_000)}z`,
				),
		],
		[
			"without positions for pictures",
			() =>
				replaced(["editions", "en", "figure"], {
					borders: { coasts: "", boundaries: "" },
					placed: { wide: {}, square: {}, narrow: {} },
					anchors: {},
				}),
		],
	])(
		"a bundle %s passes, and every picture of it is drawn",
		async (_, value) => {
			const bundle = orThrow(parseBundle(value()));
			for (const options of EVERY_PICTURE) await used(bundle, options);
		},
		60_000,
	);
});
