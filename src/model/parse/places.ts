/** `places.csv`: what can be picked on the map. */

import { PLACE_ID } from "../limits.ts";
import type { LangKey, PlaceRow, Text } from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";
import type { Form } from "./messages.ts";

type Rows = readonly Fields[];

/** A circle longer than that goes unnoticed; nothing follows one to its end. */
const LONGEST_CHAIN = 50;

const A2 = /^[A-Z]{2}$/;

/** The usual name of an ISO 3166-1 alpha-2 code in a language, `undefined` if there is none. */
export type UsualName = (a2: string, lang: LangKey) => string | undefined;

/**
 * Reads the places.
 *
 * @param usualName Gives the name where the file leaves it empty.
 * @param whole Whether every row could be read.
 */
export function readPlaces(
	rows: Rows,
	usualName: UsualName,
	whole: boolean,
	context: Context,
): readonly PlaceRow[] {
	if (whole && rows.length === 0)
		context.report("places.csv", (say) => say.noPlaces());
	for (const [column, what] of [
		["id", "place"],
		["a2", "a2"],
		["numeric", "numeric"],
	] as const)
		checkUnique(rows, what, (row) => row.text(column), context);
	checkChains(rows, "treated_as");
	checkChains(rows, "parent");
	return rows.map((row) => ({
		id: row.formed("id", PLACE_ID, "place-id"),
		a2: optional(row, "a2", A2, "two-capitals"),
		numeric: optional(row, "numeric", /^\d{3}$/, "three-digits"),
		name: readName(row, usualName, context),
		nameIn: row.namesWhereGiven("name_in"),
		parent: row.optionalRef("parent", "place"),
		parentNote: row.optionalTranslated("parent_note"),
		treatedAs: row.optionalRef("treated_as", "place"),
		destination: row.flag("destination"),
		uninhabited: row.optionalOneOf("uninhabited", ["yes", "no"]) === "yes",
		regions: row.refs("regions", "region"),
		basis: row.oneOf("basis", ["rule", "territory", "judgement"]),
		dispute: row.optionalTranslated("dispute"),
		why: row.translated("why"),
	}));
}

const optional = (
	row: Fields,
	column: string,
	pattern: RegExp,
	form: Form,
): string => (row.text(column) === "" ? "" : row.formed(column, pattern, form));

/** The file's own name where it has one, else the usual one. */
function readName(row: Fields, usualName: UsualName, context: Context): Text {
	const a2 = row.text("a2");
	let own = false;
	const names = context.languages.map((lang) => {
		const column = `name_${lang}`;
		const written = row.text(column);
		row.plain(written, column);
		own ||= written !== "";
		const code = A2.test(a2);
		const name = written || (code ? usualName(a2, lang) : undefined);
		// A code that is none is told of already.
		if (name === undefined && row.has(column) && (code || a2 === ""))
			row.problem(column, (say) =>
				code ? say.noUsualName(a2, lang, column) : say.noNameNorCode(column),
			);
		return [lang, name ?? ""] as const;
	});
	const reason = row.text("name_reason");
	if (own && reason === "" && row.has("name_reason"))
		row.problem("name_reason", (say) => say.nameWithoutReason());
	if (!own && reason !== "")
		row.problem("name_reason", (say) => say.reasonWithoutName());
	return Object.fromEntries(names);
}

/** Reports places that come back to themselves when one follows a column from place to place. */
function checkChains(rows: Rows, column: "parent" | "treated_as"): void {
	const next = new Map(rows.map((row) => [row.text("id"), row.text(column)]));
	const reported = new Set<string>();
	for (const row of rows) {
		const id = row.text("id");
		const chain = [id];
		for (let at = next.get(id); at; at = next.get(at)) {
			if (chain.length > LONGEST_CHAIN) break;
			if (chain.includes(at)) {
				if (at === id && id !== "" && !reported.has(id)) {
					const circle = [...chain, at].join(" → ");
					row.problem(column, (say) => say.circle(column, circle));
					for (const each of chain) reported.add(each);
				}
				break;
			}
			chain.push(at);
		}
	}
}
