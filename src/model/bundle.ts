/** A data bundle: what `src` of `<tier-map>` loads. It comes from anywhere, so nothing in it is trusted. */

import { isDate, isSomeDate } from "./date.ts";
import type { Argument, Core } from "./edition.ts";
import {
	LEAST_TIERS,
	MOST_ID,
	MOST_ITEMS,
	MOST_LANGUAGES,
	MOST_NAME,
	MOST_NAMES,
	MOST_PLACES,
	MOST_ROUNDS,
	MOST_TEXT,
	MOST_TIERS,
	MOST_URL,
	NOT_IN_URL,
	PLACE_ID,
	SLUG,
	TURNING,
	USER_IN_URL,
} from "./limits.ts";
import type { Names } from "./names.ts";
import type { LangKey, Problem, Result } from "./types.ts";

/** A data set of one's own, as one JSON file. */
export interface Bundle {
	readonly schema: 1;
	/** Version of the program that made it. */
	readonly program?: string;
	/** Version of the data. */
	readonly version: string;
	readonly editions: Readonly<Record<LangKey, BundleEdition>>;
}

/** One language of a bundle. */
export interface BundleEdition {
	readonly core: Core;
	readonly argument: Argument;
	readonly picture: BundlePicture;
	/** Where the arrow keys lead, as `pack` in `geo/neighbours.ts` writes it. */
	readonly neighbours?: string;
	/** What saved pictures need beside `picture`; without it none can be saved. */
	readonly figure?: BundleFigure;
	/** What places and regions are called; their own names where absent. */
	readonly names?: readonly Names[];
}

/** The places' outlines, projected: path data and positions in pixels of the picture, never markup. */
export interface BundlePicture {
	readonly sphere: string;
	readonly graticule: string;
	/** Path data by place id. */
	readonly shapes: Readonly<Record<string, string>>;
	/** Position of the marker of a small place. */
	readonly markers: Readonly<Record<string, readonly [x: number, y: number]>>;
}

/** Edges drawn once, positions in the layouts of pictures, and a place to point to in every place. */
export interface BundleFigure {
	readonly borders: { readonly coasts: string; readonly boundaries: string };
	readonly placed: Readonly<
		Record<
			"wide" | "square" | "narrow",
			Readonly<Record<string, readonly [x: number, y: number]>>
		>
	>;
	readonly anchors: Readonly<Record<string, readonly [x: number, y: number]>>;
}

/** Version of the format that this program writes. */
export const SCHEMA = 1;

/** Makes a bundle of one schema into one of the next; what it gets isn't checked yet, and it may throw. */
export type Migration = (older: Readonly<Record<string, unknown>>) => unknown;

/**
 * Migrations by the schema they start from. Whoever changes the format raises `SCHEMA` and adds one here,
 * so that bundles which stand on pages go on loading.
 */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};
/** More problems than that are counted, not listed. */
const MOST_PROBLEMS = 100;
const MOST_PATH = 500_000;
const MOST_WAY = 1_000_000;
const MOST_PIXELS = 2000;
/** The same for all outlines of a picture together. */
const MOST_PATHS = 4_000_000;
const MOST_WAYS = 5_000_000;

type Report = (path: string, message: string) => void;
/** Reports what is wrong with a value found at a path. */
type Check = (value: unknown, path: string, report: Report) => void;

/**
 * Reads a bundle.
 *
 * @param value JSON from anywhere
 * @param migrations by the schema they start from
 * @returns the bundle, brought to the newest schema, or every problem with the path it was found at
 */
export function parseBundle(
	value: unknown,
	migrations = MIGRATIONS,
): Result<Bundle> {
	const current = migrated(value, migrations);
	const problems: Problem[] = [];
	let more = 0;
	const report: Report = (path, message) => {
		if (problems.length < MOST_PROBLEMS) problems.push({ path, message });
		else more += 1;
	};
	if (!isRecord(current)) report("", "a bundle is a JSON object");
	else if (current.schema !== SCHEMA)
		// What another version means by a field can't be judged.
		report("schema", unreadable(current));
	else {
		bundle(current, "", report);
		if (!problems.length) references(current, report);
	}
	if (more)
		problems.push({
			path: "",
			message: `and ${more} more problems like these`,
		});
	return problems.length
		? { ok: false, problems }
		: { ok: true, value: current as unknown as Bundle };
}

/** An older bundle, brought on as far as it goes. */
function migrated(
	value: unknown,
	migrations: Readonly<Record<number, Migration>>,
): unknown {
	let current = value;
	while (isRecord(current) && current.schema !== SCHEMA) {
		const { schema } = current;
		const migrate =
			typeof schema === "number" && Object.hasOwn(migrations, schema)
				? migrations[schema]
				: undefined;
		if (!migrate) break;
		try {
			const next = migrate(current);
			// One that leads nowhere would go on for ever.
			if (!isRecord(next) || next.schema !== Number(schema) + 1) break;
			current = next;
		} catch {
			// What is broken is told of under its own schema.
			break;
		}
	}
	return current;
}

function unreadable({ schema, program }: Readonly<Record<string, unknown>>) {
	const made =
		typeof program === "string" && /^\d+\.\d+\.\d+$/.test(program)
			? `, made by tier-map ${program}`
			: "";
	const has = `the bundle has ${JSON.stringify(schema)?.slice(0, 40) ?? "none"}${made}`;
	return typeof schema === "number" && schema > SCHEMA
		? `this copy of tier-map reads schemas up to ${SCHEMA}, ${has}: load that version of tier-map or a later one`
		: `this copy of tier-map reads schema ${SCHEMA}, ${has}; build it again with the same version`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function matching(pattern: RegExp, what: string, most = MOST_ID): Check {
	return (value, path, report) => {
		if (typeof value !== "string") report(path, `expected ${what}`);
		else if (value.length > most || !pattern.test(value))
			report(path, `${JSON.stringify(value.slice(0, 40))} is not ${what}`);
	};
}

function textUpTo(most: number): Check {
	return (value, path, report) => {
		if (typeof value !== "string") report(path, "expected a text");
		else if (value.length > most)
			report(path, `the text is longer than ${most} characters`);
	};
}

const text = textUpTo(MOST_TEXT);
/** Of places and the like; each is measured many times over when a picture is labelled. */
const name: Check = (value, path, report) => {
	textUpTo(MOST_NAME)(value, path, report);
	if (typeof value === "string" && TURNING.test(value))
		report(path, "a name has no character that turns the direction of text");
};

/** Ids stand in selectors, addresses and custom properties, and are keys of objects. */
function idLike(pattern: RegExp, most = MOST_ID): Check {
	return (value, path, report) => {
		matching(pattern, "an id", most)(value, path, report);
		if (typeof value === "string" && value in {})
			report(path, `“${value}” can't be an id`);
	};
}

const slug = idLike(SLUG);
const placeId = idLike(PLACE_ID);
const ANY_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
/** Of anything. */
const id = idLike(ANY_ID);
/** What an essay is about: an id, or `tier-` and one. */
const subject = idLike(ANY_ID, "tier-".length + MOST_ID);
/** Written out in words, which only a day of the calendar can be. */
const date: Check = (value, path, report) => {
	if (typeof value !== "string" || !isDate(value))
		report(path, "expected a date like 2024-07-01");
};
/** Of which no more may be known than the month or the year. */
const someDate: Check = (value, path, report) => {
	if (typeof value !== "string" || !isSomeDate(value))
		report(path, "expected a day, a month or a year like 2024-07-01");
};
const lang: Check = (value, path, report) => {
	matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "a language key")(
		value,
		path,
		report,
	);
	try {
		// Dates and lists are written in it.
		Intl.getCanonicalLocales(value as string);
	} catch {
		report(path, "is no language that Intl knows the form of");
	}
};
const colour = matching(/^#[0-9a-f]{6}$/i, "a colour like #1c2127");
/** What `PathData` writes: positions and relative lines. */
function pathUpTo(most: number): Check {
	return matching(/^[Mmlz\d .-]*$/, "SVG path data of M, m, l and z", most);
}
/** The way it leads is bounded, since it is walked pixel by pixel. */
const pathData: Check = (value, path, report) => {
	pathUpTo(MOST_PATH)(value, path, report);
	if (typeof value !== "string" || value.length > MOST_PATH) return;
	if (wayOf(value) > MOST_WAY)
		report(path, `leads further than ${MOST_WAY} pixels`);
};

/** How far a path leads at most, in pixels. */
function wayOf(d: string): number {
	let way = 0;
	for (const [number] of d.matchAll(/\d*\.\d+|\d+/g)) way += Number(number);
	return way;
}
/** Of all places at once; drawn, never walked. */
const edges = pathUpTo(8 * MOST_PATH);
const address = matching(
	/^(?:https?:\/\/|(?![A-Za-z][A-Za-z0-9+.-]*:|\/\/))/,
	"an https, http or relative address",
	MOST_URL,
);
const url: Check = (value, path, report) => {
	address(value, path, report);
	if (typeof value === "string" && NOT_IN_URL.test(value))
		report(
			path,
			"an address has no white space, no backslash and no mark of direction",
		);
	if (typeof value === "string" && USER_IN_URL.test(value))
		report(path, "an address has no user name: leave out what is before the @");
};
const yes: Check = (value, path, report) => {
	if (value !== true) report(path, "expected true, or nothing");
};
const flag: Check = (value, path, report) => {
	if (typeof value !== "boolean") report(path, "expected true or false");
};
/** In pixels or degrees. */
const coordinate: Check = (value, path, report) => {
	if (typeof value !== "number" || !(Math.abs(value) <= MOST_PIXELS))
		report(path, `expected a number up to ${MOST_PIXELS}`);
};
const one: Check = (value, path, report) => {
	if (value !== 1) report(path, "expected 1");
};

function oneOf(...values: string[]): Check {
	return (value, path, report) => {
		if (!values.includes(value as string))
			report(path, `expected one of ${values.join(", ")}`);
	};
}

function list(item: Check, least = 0, most = MOST_ITEMS): Check {
	return (value, path, report) => {
		if (!Array.isArray(value)) report(path, "expected a list");
		else if (value.length < least || value.length > most)
			report(path, `expected ${least} to ${most} items`);
		else
			value.forEach((each, index) => {
				item(each, `${path}[${index}]`, report);
			});
	};
}

function record(key: Check, item: Check, most = MOST_ITEMS): Check {
	return (value, path, report) => {
		if (!isRecord(value)) return report(path, "expected an object");
		const entries = Object.entries(value);
		if (entries.length > most)
			return report(path, `has more than ${most} entries`);
		for (const [name, each] of entries) {
			key(name, `${path}.${name.slice(0, 40)}`, report);
			item(each, `${path}.${name.slice(0, 40)}`, report);
		}
	};
}

function byPlace(item: Check): Check {
	return record(placeId, item, MOST_PLACES);
}

function object(
	needed: Readonly<Record<string, Check>>,
	optional: Readonly<Record<string, Check>> = {},
): Check {
	return (value, path, report) => {
		if (!isRecord(value)) return report(path, "expected an object");
		const at = (name: string) => (path ? `${path}.${name}` : name);
		for (const [name, check] of Object.entries(needed))
			if (Object.hasOwn(value, name)) check(value[name], at(name), report);
			else report(at(name), "is missing");
		for (const [name, check] of Object.entries(optional))
			if (Object.hasOwn(value, name)) check(value[name], at(name), report);
	};
}

/** Of the interface: keys like `table.name`, and texts or texts by key. */
const strings: Check = (value, path, report) =>
	record(matching(/^[A-Za-z][\w.-]*$/, "a key"), (each, at, report) =>
		typeof each === "string"
			? text(each, at, report)
			: record(id, text)(each, at, report),
	)(value, path, report);

const core = object(
	{
		schema: one,
		version: date,
		lang,
		round: date,
		center: coordinate,
		tiers: list(
			object(
				{ id: slug, name, level: name, light: colour, dark: colour },
				{
					apart: yes,
					hatched: yes,
					pattern: oneOf("horizontal", "vertical", "cross"),
					control: oneOf("limit", "denial"),
				},
			),
			LEAST_TIERS,
			MOST_TIERS,
		),
		places: list(
			object(
				{
					id: placeId,
					a2: matching(/^[A-Z]{0,2}$/, "a code of two letters"),
					name,
					regions: list(slug),
				},
				{
					nameIn: name,
					parent: placeId,
					treatedAs: placeId,
					destination: yes,
					uninhabited: yes,
					disputed: yes,
				},
			),
			1,
			MOST_PLACES,
		),
		rounds: list(
			object(
				{
					id: date,
					kind: oneOf("restrict", "relax", "clarify"),
					recolours: flag,
					rest: slug,
					title: name,
					levels: record(slug, list(placeId, 0, MOST_PLACES)),
				},
				{
					also: list(date),
					announced: someDate,
					inForce: someDate,
					established: oneOf("rule", "letter", "press", "announcement"),
					lifts: list(date, 0, MOST_ROUNDS),
					relief: list(placeId, 0, MOST_PLACES),
					checked: someDate,
				},
			),
			1,
			MOST_ROUNDS,
		),
		regions: list(
			object(
				{ id: slug, kind: oneOf("area", "union", "group"), name },
				{ nameIn: name },
			),
		),
	},
	{
		approval: name,
		embargoes: list(
			object({ place: placeId, since: someDate }, { until: someDate }),
			0,
			MOST_PLACES,
		),
		strings,
	},
);

/** One about each place, region and tier at most. */
const essays = record(subject, text, MOST_PLACES + MOST_ITEMS + MOST_TIERS);

const argument = object(
	{
		lang,
		claims: list(
			object(
				{
					id: slug,
					sections: list(slug),
					kind: oneOf("assertion", "quotation", "fact"),
					mechanisms: list(slug),
					places: list(placeId, 0, MOST_PLACES),
					regions: list(slug),
					tiers: list(slug),
					world: flag,
					text,
				},
				{
					within: list(slug),
					checkable: oneOf("yes", "opinion", "forecast", "untraced"),
					check: oneOf("confirmed", "differs", "not-found", "unchecked"),
					finding: text,
				},
			),
		),
		mechanisms: list(object({ id: slug, name, response: text, less: text })),
		facts: list(
			object({ id: slug, tiers: list(slug), text }, { checked: date }),
		),
		sources: list(
			object({ id: slug, title: name, date: name }, { url, note: name }),
		),
		essays,
		places: byPlace(
			object(
				{
					otherNames: record(lang, name),
					basis: oneOf("rule", "territory", "judgement"),
					why: text,
				},
				{ dispute: text, parentNote: text },
			),
		),
		rounds: record(date, text),
		regions: record(slug, text),
		tiers: record(slug, text),
		texts: record(slug, text),
	},
	{
		applications: essays,
		levels: record(slug, text),
		embargoes: byPlace(
			record(someDate, object({ note: text, sources: list(slug) })),
		),
	},
);

const position: Check = (value, path, report) =>
	list(coordinate, 2, 2)(value, path, report);

const picture: Check = (value, path, report) => {
	object({
		sphere: pathData,
		graticule: pathData,
		shapes: byPlace(pathData),
		markers: byPlace(position),
	})(value, path, report);
	if (!isRecord(value)) return;
	const all = Object.values(Object(value.shapes)).filter(
		(d) => typeof d === "string",
	);
	const length = all.reduce((sum, d) => sum + d.length, 0);
	if (length > MOST_PATHS)
		report(
			`${path}.shapes`,
			`have more than ${MOST_PATHS} characters together`,
		);
	else if (all.reduce((sum, d) => sum + wayOf(d), 0) > MOST_WAYS)
		report(`${path}.shapes`, `lead further than ${MOST_WAYS} pixels together`);
};

const figure = object({
	borders: object({ coasts: edges, boundaries: edges }),
	placed: object({
		wide: byPlace(position),
		square: byPlace(position),
		narrow: byPlace(position),
	}),
	anchors: byPlace(position),
});

const names = list(
	object(
		{
			id,
			names: list(
				object({ lang, text: name }, { pinyin: text, alias: yes, former: yes }),
				1,
			),
		},
		{ a2: matching(/^[A-Z]{0,2}$/, "a code of two letters"), region: yes },
	),
	0,
	MOST_PLACES + MOST_ITEMS,
);

const bundle = object(
	{
		schema: one,
		version: date,
		editions: (value, path, report) => {
			record(
				lang,
				object(
					{ core, argument, picture },
					{
						neighbours: matching(
							/^[A-Za-z0-9~ \n-]*$/,
							"a list of neighbours",
							// An id has up to twelve characters, and four others beside it.
							MOST_PLACES * 64,
						),
						names,
						figure,
					},
				),
				MOST_LANGUAGES,
			)(value, path, report);
			if (isRecord(value) && !Object.keys(value).length)
				report(path, "has no language");
		},
	},
	{ program: text },
);

/** What refers to something that isn't there, or is there twice. */
function references(value: unknown, report: Report): void {
	// Its form has been checked.
	const { editions } = value as Bundle;
	for (const [lang, { core, argument, names }] of Object.entries(editions)) {
		const at = `editions.${lang}`;
		for (const [piece, own] of Object.entries({ core, argument }))
			if (own.lang !== lang)
				report(`${at}.${piece}.lang`, `expected ${JSON.stringify(lang)}`);
		const known = (items: readonly { readonly id: string }[], path: string) => {
			const ids = new Set<string>();
			for (const { id } of items) {
				if (ids.has(id)) report(`${at}.${path}`, `“${id}” is there twice`);
				ids.add(id);
			}
			return ids;
		};
		const has = (ids: ReadonlySet<string>, id: string, path: string) => {
			if (!ids.has(id)) report(`${at}.${path}`, `there is no “${id}”`);
		};
		const tiers = known(core.tiers, "core.tiers");
		const places = known(core.places, "core.places");
		const rounds = known(core.rounds, "core.rounds");
		const regions = known(core.regions, "core.regions");
		known(argument.claims, "argument.claims");
		known(argument.sources, "argument.sources");
		known(argument.mechanisms, "argument.mechanisms");
		known(argument.facts, "argument.facts");
		has(rounds, core.round, "core.round");
		if (!core.rounds[0]?.recolours)
			report(`${at}.core.rounds[0].recolours`, "the first round has colours");
		for (const [i, place] of core.places.entries()) {
			const path = `core.places[${i}]`;
			if (place.parent) has(places, place.parent, `${path}.parent`);
			if (place.treatedAs) has(places, place.treatedAs, `${path}.treatedAs`);
			for (const region of place.regions)
				has(regions, region, `${path}.regions`);
		}
		for (const [i, { place }] of (core.embargoes ?? []).entries())
			has(places, place, `core.embargoes[${i}].place`);
		const former = new Set<string>();
		for (const [i, round] of core.rounds.entries()) {
			const { id, rest, levels, also = [], lifts = [], relief = [] } = round;
			if (id < (core.rounds[i - 1]?.id ?? ""))
				report(`${at}.core.rounds[${i}].id`, "is before the one above it");
			has(tiers, rest, `core.rounds[${i}].rest`);
			for (const lifted of lifts)
				has(rounds, lifted, `core.rounds[${i}].lifts`);
			for (const place of relief)
				has(places, place, `core.rounds[${i}].relief`);
			for (const each of also) {
				if (rounds.has(each) || former.has(each))
					report(`${at}.core.rounds[${i}].also`, `“${each}” is there twice`);
				former.add(each);
			}
			for (const [level, listed] of Object.entries(levels)) {
				has(tiers, level, `core.rounds[${i}].levels`);
				for (const place of listed)
					has(places, place, `core.rounds[${i}].levels.${level}`);
			}
		}
		for (const [i, claim] of argument.claims.entries()) {
			const path = `argument.claims[${i}]`;
			for (const place of claim.places) has(places, place, `${path}.places`);
			for (const region of [...claim.regions, ...(claim.within ?? [])])
				has(regions, region, `${path}.regions`);
			for (const tier of claim.tiers) has(tiers, tier, `${path}.tiers`);
		}
		const spelled = (names ?? []).reduce(
			(sum, each) => sum + each.names.length,
			0,
		);
		if (spelled > MOST_NAMES)
			report(`${at}.names`, `has more than ${MOST_NAMES} names`);
		for (const [i, { id, region }] of (names ?? []).entries())
			has(region ? regions : places, id, `names[${i}].id`);
	}
}
