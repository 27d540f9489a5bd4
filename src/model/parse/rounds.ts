/** `rounds.csv` and `levels.csv`: the steps of control, and the level each left a place at. */

import type { RoundRow, TierId } from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";
import { isDate } from "./manifest.ts";

type Rows = readonly Fields[];
type Levels = ReadonlyMap<string, Readonly<Record<string, TierId>>>;

/** In `levels.csv`: in each of the rounds. */
const EVERY_ROUND = "*";

/**
 * Reads the rounds with their levels.
 *
 * @param rows Rows of `rounds.csv`.
 * @param levels Rows of `levels.csv`.
 * @param inherits Place ids by the place whose level they take; they can't have a level of their own.
 */
export function readRounds(
	rows: Rows,
	levels: Rows,
	inherits: ReadonlyMap<string, string>,
	context: Context,
): readonly RoundRow[] {
	checkUnique(rows, "round", (row) => row.text("id"), context);
	checkOrder(rows);
	const still = rows
		.filter((row) => row.text("recolours") === "no")
		.map((row) => row.text("id"));
	const levelsOf = readLevels(levels, new Set(still), inherits);
	return rows.map((row) => {
		const id = row.required("id");
		return {
			id,
			kind: row.oneOf("kind", ["restrict", "relax", "clarify"]),
			recolours: row.flag("recolours"),
			rest: row.ref("rest", "tier"),
			title: row.name("title"),
			text: row.translated("text"),
			levels: { ...levelsOf.get(EVERY_ROUND), ...levelsOf.get(id) },
		};
	});
}

/** Each round is a change from the one before, so they must follow each other, and the first must have colours. */
function checkOrder(rows: Rows): void {
	let before = "";
	for (const row of rows) {
		const id = row.text("id");
		if (id !== "" && !isDate(id))
			row.problem(
				"id",
				`"${id}" in column id isn't a date: write it as 2025-01-13`,
			);
		else if (id < before)
			row.problem(
				"id",
				`round "${id}" stands after "${before}": put the rounds in the order of their dates`,
			);
		else before = id;
	}
	if (rows[0]?.text("recolours") === "no")
		rows[0].problem(
			"recolours",
			"the first round has no colours to keep: write yes in column recolours",
		);
}

function readLevels(
	rows: Rows,
	still: ReadonlySet<string>,
	inherits: ReadonlyMap<string, string>,
): Levels {
	const levels = new Map<string, Record<string, TierId>>();
	const first = new Map<string, string>();
	const everywhere = rows.filter((row) => row.text("round") === EVERY_ROUND);
	// Rows for every round come first, so that a round's own row is the one that is told of a clash.
	for (const row of [
		...everywhere,
		...rows.filter((row) => !everywhere.includes(row)),
	]) {
		const every = row.text("round") === EVERY_ROUND;
		const round = every ? EVERY_ROUND : row.ref("round", "round");
		const place = row.ref("place", "place");
		const level = row.ref("level", "tier");
		if (round === "" || place === "") continue;
		const before =
			first.get(`${round} ${place}`) ?? first.get(`${EVERY_ROUND} ${place}`);
		const heir = inherits.get(place);
		if (before !== undefined)
			row.problem(
				"place",
				`place "${place}" twice in round ${round}, first at ${before}: remove one`,
			);
		if (heir !== undefined)
			row.problem(
				"place",
				`place "${place}" takes the level of "${heir}" (treated_as in places.csv): remove this row or that entry`,
			);
		if (still.has(round))
			row.problem(
				"round",
				`round "${round}" doesn't recolour but has a level: remove the row, or write yes in column recolours of rounds.csv`,
			);
		first.set(`${round} ${place}`, before ?? row.path);
		levels.set(round, { ...levels.get(round), [place]: level });
	}
	return levels;
}
