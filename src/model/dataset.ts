/** The data set from the text of its files: every file read, every reference checked, every problem listed. */

import { PLACE_ID, SLUG } from "./limits.ts";
import {
	idsOf,
	type NamedTable,
	nameColumns,
	type Report,
} from "./parse/columns.ts";
import { readEmbargoes } from "./parse/embargoes.ts";
import { readEssays } from "./parse/essays.ts";
import { type Context, Fields } from "./parse/fields.ts";
import { DEFINED_IN, type Known, type RefKind } from "./parse/known.ts";
import { isLanguage, readManifest } from "./parse/manifest.ts";
import { type Messages, messagesEn } from "./parse/messages.ts";
import { readPlaces, type UsualName } from "./parse/places.ts";
import * as read from "./parse/readers.ts";
import { readRounds } from "./parse/rounds.ts";
import { readCutouts, readPoints } from "./parse/shapes.ts";
import { TABLE_NAMES, type TableName, type Tables } from "./tables.ts";
import type {
	Dataset,
	GivenStrings,
	LangKey,
	Problem,
	Result,
	Text,
} from "./types.ts";

/** More problems than that are counted, not listed. */
const MOST = 5000;
/** Characters of a message, whose remedy stands at its end. */
const LONGEST = 600;
/** The form of a round’s id. */
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads a data set.
 *
 * @param tables The text of its files, and what went wrong in getting it.
 * @param usualName Gives a place's name where the file leaves it empty; without it every name must be written out.
 * @param say The messages in the reader's language.
 * @param strings The interface's strings by language, checked.
 * @returns The data set; or every problem there is, in the order of files and lines. Never throws.
 */
export function parseDataset(
	tables: Tables,
	usualName: UsualName = () => undefined,
	say: Messages = messagesEn,
	strings: Readonly<Record<LangKey, GivenStrings>> = {},
): Result<Dataset> {
	const problems: Problem[] = [...tables.problems];
	let more = 0;
	const report: Report = (path, message) => {
		if (problems.length < MOST)
			problems.push({ path, message: brief(message(say)) });
		else more += 1;
	};

	const known = knownIds(tables);
	const manifest =
		tables.manifest === null
			? null
			: readManifest(tables.manifest, known.round, report);
	const languages = manifest?.languages.length
		? manifest.languages
		: languagesByHeader(tables);

	const schema = manifest?.schema ?? null;
	const named = new Map<TableName, NamedTable>();
	for (const name of TABLE_NAMES) {
		const table = tables.csv[name];
		if (table !== null)
			named.set(
				name,
				nameColumns(
					name,
					table,
					languages,
					report,
					schema === 1 && name === "rounds" ? ["recolours"] : [],
				),
			);
	}
	const context: Context = { languages, known, report };
	const rows = (name: TableName) =>
		(named.get(name)?.rows ?? []).map((row) => new Fields(row, context));
	const whole = (name: TableName) => named.get(name)?.whole ?? false;

	const places = readPlaces(
		rows("places"),
		usualName,
		whole("places"),
		context,
	);
	const inherits = new Map(
		places.flatMap(({ id, treatedAs }) =>
			treatedAs === null ? [] : [[id, treatedAs] as const],
		),
	);
	if (whole("places"))
		read.checkMembers(
			rows("regions"),
			new Set(places.flatMap((place) => place.regions)),
		);

	const regions = read.readRegions(rows("regions"), context);
	const aliases = read.readAliases(
		rows("aliases"),
		[...places, ...regions],
		context,
	);
	const spelled = (
		name: TableName,
		read: readonly { readonly name?: Text; readonly text?: Text }[],
	) =>
		rows(name).map((row, i) => ({
			row,
			names: read[i]?.name ?? read[i]?.text ?? {},
		}));
	read.checkNames([
		...spelled("places", places),
		...spelled("regions", regions),
		...spelled("aliases", aliases),
	]);
	const tiers = read.readTiers(rows("tiers"), whole("tiers"), context);
	const dataset = {
		places,
		aliases,
		tiers,
		rounds: readRounds(
			rows("rounds"),
			rows("levels"),
			{ schema, inherits, tiers: tiers.map(({ id }) => id) },
			whole("rounds"),
			context,
		),
		embargoes: readEmbargoes(rows("embargoes")),
		regions,
		claims: read.readClaims(rows("claims"), context),
		mechanisms: read.readMechanisms(rows("mechanisms"), context),
		facts: read.readFacts(rows("facts"), context),
		sources: read.readSources(rows("sources"), context),
		texts: read.readTexts(rows("texts"), whole("texts"), context),
		essays: readEssays(tables.essays, context),
		cutouts: readCutouts(rows("cutouts"), context),
		points: readPoints(rows("points"), context),
		strings,
	};
	if (manifest === null || schema === null || problems.length > 0)
		return {
			ok: false,
			problems: [
				...inOrder(problems),
				...(more ? [{ path: "", message: say.moreProblems(more) }] : []),
			],
		};
	return { ok: true, value: { manifest: { ...manifest, schema }, ...dataset } };
}

/** A message about a cell that holds a whole book, without the book. */
function brief(message: string): string {
	return message.length <= LONGEST
		? message
		: `${message.slice(0, LONGEST / 2)} … ${message.slice(-LONGEST / 2)}`;
}

/** The ids each file defines. A damaged row's id counts, so that one slip isn't reported at every reference too. */
function knownIds({ csv }: Tables): Known {
	const ids = (kind: RefKind, form = SLUG) =>
		idsOf(DEFINED_IN[kind], csv[DEFINED_IN[kind]], form);
	/** Of what there must be some; that there is none is told of once. */
	const some = (kind: RefKind, form = SLUG) => {
		const found = ids(kind, form);
		return found?.size ? found : null;
	};
	return {
		tier: some("tier"),
		place: some("place", PLACE_ID),
		round: some("round", DATE),
		region: ids("region"),
		claim: ids("claim"),
		mechanism: ids("mechanism"),
		source: ids("source"),
	};
}

/** With a broken manifest the languages are those of `texts.csv`, so that the other files can be checked all the same. */
function languagesByHeader({ csv }: Tables): readonly LangKey[] {
	return (
		csv.texts?.header
			.map((cell) => cell.text)
			.filter((text) => text !== "key" && isLanguage(text)) ?? []
	);
}

/** Problems by file, and in a file by line. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
	const place = ({ path }: Problem) => {
		const [file = "", line = "0"] = path.split(":");
		return { file, line: Number(line) };
	};
	return [...problems].sort((one, other) => {
		const a = place(one);
		const b = place(other);
		if (a.file === b.file) return a.line - b.line;
		return a.file < b.file ? -1 : 1;
	});
}
