/**
 * One small reader per file of the data. Each takes the file's rows and returns them typed, in the order of
 * the file; what is wrong goes to the context's report, and nothing is thrown.
 */

import { isDate } from "../date.ts";
import {
	LEAST_TIERS,
	MOST_NAMES,
	MOST_TIERS,
	MOST_URL,
	NOT_IN_URL,
	PLACE_ID,
	SLUG,
	USER_IN_URL,
} from "../limits.ts";
import { PATTERN_NAMES } from "../patterns.ts";
import type {
	AliasRow,
	ClaimRow,
	FactRow,
	MechanismRow,
	RegionRow,
	SourceRow,
	Text,
	TierRow,
} from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";
import { nearest } from "./nearest.ts";

type Rows = readonly Fields[];

const CONTROLS = ["none", "limit", "denial"] as const;

/** Reads the id of a thing that isn't a place. */
function slug(row: Fields, column = "id"): string {
	const id = row.formed(column, SLUG, "slug");
	// Ids are keys of objects.
	if (id in {}) row.problem(column, (say) => say.reserved(id, column));
	return id;
}

/** Reads `tiers.csv`, in its order, which is the order of access. */
export function readTiers(
	rows: Rows,
	whole: boolean,
	context: Context,
): readonly TierRow[] {
	checkUnique(rows, "tier", (row) => row.text("id"), context);
	if (whole && (rows.length < LEAST_TIERS || rows.length > MOST_TIERS))
		context.report(rows[MOST_TIERS]?.path ?? "tiers.csv", (say) =>
			say.tierCount(rows.length),
		);
	const color = (row: Fields, column: string) =>
		row.formed(column, /^#[0-9a-f]{6}$/i, "colour");
	return rows.map((row) => ({
		id: slug(row),
		name: row.name("name"),
		level: row.name("level"),
		means: row.translated("means"),
		levelMeans: row.optionalTranslated("level_means"),
		light: color(row, "light"),
		dark: color(row, "dark"),
		pattern:
			row.text("pattern") === "" ? null : row.oneOf("pattern", PATTERN_NAMES),
		control:
			row.text("control") === "" ? "none" : row.oneOf("control", CONTROLS),
	}));
}

/** Reads `regions.csv`. */
export function readRegions(
	rows: Rows,
	context: Context,
): readonly RegionRow[] {
	checkUnique(rows, "region", (row) => row.text("id"), context);
	return rows.map((row) => ({
		id: slug(row),
		kind: row.oneOf("kind", ["area", "union", "group"]),
		name: row.name("name"),
		nameIn: row.namesWhereGiven("name_in"),
		basis: row.translated("basis"),
	}));
}

/**
 * Reports regions that no place is a member of.
 *
 * @param members The regions that places name.
 */
export function checkMembers(rows: Rows, members: ReadonlySet<string>): void {
	for (const row of rows) {
		const id = row.text("id");
		if (id !== "" && !members.has(id))
			row.problem("id", (say) => say.noMembers(id));
	}
}

/**
 * Reads `aliases.csv`: the other names by which places and regions are found.
 *
 * @param named The names of places and regions, which no alias may repeat.
 */
export function readAliases(
	rows: Rows,
	named: readonly { readonly id: string; readonly name: Text }[],
	context: Context,
): readonly AliasRow[] {
	for (const lang of context.languages)
		checkUnique(
			rows,
			"alias",
			(row) => row.text(lang) && `${row.text("about")} ${row.text(lang)}`,
			context,
			"remove",
		);
	const names = new Map(named.map(({ id, name }) => [id, name]));
	return rows.map((row) => {
		// Places are in capital letters, regions aren't.
		const kind = PLACE_ID.test(row.text("about")) ? "place" : "region";
		const about = row.ref("about", kind);
		return {
			about,
			kind: row.oneOf("kind", ["official", "common", "former", "part"]),
			text: row.someName("", names.get(about) ?? {}),
		};
	});
}

/**
 * Reports the row with which there are too many names to be searched.
 *
 * @param named Rows with the names that stand in them, file by file.
 */
export function checkNames(
	named: readonly { readonly row: Fields; readonly names: Text }[],
): void {
	let all = 0;
	for (const { row, names } of named) {
		all += Object.values(names).filter(Boolean).length;
		if (all <= MOST_NAMES) continue;
		row.problem("", (say) => say.tooManyNames(MOST_NAMES));
		return;
	}
}

/** Reads `claims.csv`; every claim must be about something. */
export function readClaims(rows: Rows, context: Context): readonly ClaimRow[] {
	checkUnique(rows, "claim", (row) => row.text("id"), context);
	return rows.map((row) => {
		const claim = {
			id: slug(row),
			sections: readSections(row),
			kind: row.oneOf("kind", ["assertion", "quotation", "fact"]),
			mechanisms: row.refs("mechanisms", "mechanism"),
			places: row.refs("places", "place"),
			regions: row.refs("regions", "region"),
			within: row.refs("within", "region"),
			tiers: row.refs("tiers", "tier"),
			world: row.flag("world"),
			text: row.translated("text"),
			...readCheck(row),
		};
		const reach = [...claim.places, ...claim.regions, ...claim.tiers];
		if (reach.length === 0 && !claim.world)
			row.problem("places", (say) => say.claimAboutNothing());
		return claim;
	});
}

function readSections(row: Fields): readonly string[] {
	row.required("sections");
	const sections = row.list("sections");
	for (const section of sections) {
		if (!/^(intro|[1-9])$/.test(section))
			row.problem("sections", (say) => say.section(section));
	}
	return sections;
}

/** A check says what it found, and fits what can be checked; a finding without a check is the editors' remark. */
function readCheck(
	row: Fields,
): Pick<ClaimRow, "checkable" | "check" | "finding"> {
	const checkable = row.optionalOneOf("checkable", [
		"yes",
		"opinion",
		"forecast",
		"untraced",
	]);
	const check = row.optionalOneOf("check", [
		"confirmed",
		"differs",
		"not-found",
		"unchecked",
	]);
	const finding = row.optionalTranslated("finding");
	if (check !== null && check !== "unchecked" && finding === null)
		row.problem("check", (say) => say.checkWithoutFinding());
	if (checkable === "yes" && check === null)
		row.problem("checkable", (say) => say.checkableWithoutCheck());
	else if (checkable === "untraced" && check !== "not-found")
		row.problem("checkable", (say) => say.untracedWithoutCheck());
	else if (
		(checkable === "opinion" || checkable === "forecast") &&
		check !== null
	)
		row.problem("check", (say) => say.checkOfUncheckable(checkable));
	return { checkable, check, finding };
}

/** Reads `mechanisms.csv`. */
export function readMechanisms(
	rows: Rows,
	context: Context,
): readonly MechanismRow[] {
	checkUnique(rows, "mechanism", (row) => row.text("id"), context);
	return rows.map((row) => ({
		id: slug(row),
		name: row.name("name"),
		response: row.translated("response"),
		less: row.translated("less"),
	}));
}

/** Reads `facts.csv`. */
export function readFacts(rows: Rows, context: Context): readonly FactRow[] {
	checkUnique(rows, "fact", (row) => row.text("id"), context);
	return rows.map((row) => ({
		id: slug(row),
		tiers: row.refs("tiers", "tier"),
		text: row.translated("text"),
		checked: row.checked(),
	}));
}

/** Reads `sources.csv`. */
export function readSources(
	rows: Rows,
	context: Context,
): readonly SourceRow[] {
	checkUnique(rows, "source", (row) => row.text("id"), context);
	return rows.map((row) => {
		const date = row.text("date");
		// A month or a year is completed to a day, so that one check does for all three.
		if (
			date !== "" &&
			!isDate(`${date}-01-01`.slice(0, Math.max(10, date.length)))
		)
			row.problem("date", (say) => say.sourceDate(date));
		const url = row.text("url");
		const fits = url.length <= MOST_URL && !NOT_IN_URL.test(url);
		if (url !== "" && !(fits && /^https?:\/\/[^/]/.test(url)))
			row.problem("url", (say) => say.url(url));
		else if (USER_IN_URL.test(url))
			row.problem("url", (say) => say.urlUser(url));
		return {
			id: slug(row),
			title: row.name("title"),
			date,
			url: url === "" ? null : url,
			note: row.optionalPlain("note"),
		};
	});
}

/** Texts that the page is made of; a data set may have more of its own. */
const REQUIRED_TEXTS = [
	"title",
	"lead",
	"thesis",
	"definition",
	"invite",
	"status",
	"column-credit",
	"boundary-note",
	"credit",
	"silent",
	"silent-regions",
	"checked",
	"about-check",
] as const;

const isRequired = (key: string): boolean =>
	REQUIRED_TEXTS.some((each) => each === key);

/** Texts with a gap that the program fills. */
const GAPS: ReadonlyMap<string, readonly string[]> = new Map([
	["silent", ["{name}"]],
	["worldwide-note", ["{date}", "{count}"]],
]);

/** Texts that may do without theirs. */
const OPTIONAL_GAPS: ReadonlyMap<string, readonly string[]> = new Map([
	["silent-regions", ["{name}"]],
]);

/**
 * Reads `texts.csv`.
 *
 * @param whole Whether every row could be read, so that a key not found is really missing.
 */
export function readTexts(
	rows: Rows,
	whole: boolean,
	context: Context,
): Readonly<Record<string, Text>> {
	checkUnique(rows, "key", (row) => row.text("key"), context, "rename");
	const texts = Object.fromEntries(
		rows.map((row) => {
			const key = slug(row, "key");
			return [
				key,
				row.translated("", GAPS.get(key), OPTIONAL_GAPS.get(key)),
			] as const;
		}),
	);
	const others = rows.filter((row) => !isRequired(row.text("key")));
	for (const key of REQUIRED_TEXTS) {
		if (!whole || Object.hasOwn(texts, key)) continue;
		const guess = nearest(
			key,
			others.map((row) => row.text("key")),
		);
		const path = others.find((row) => row.text("key") === guess)?.path;
		context.report(path ?? "texts.csv", (say) => say.missingKey(key, guess));
	}
	return texts;
}
