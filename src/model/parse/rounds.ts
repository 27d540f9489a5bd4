/** `rounds.csv`: the steps of control, with the level that each left a place at. */

import { compareDates, isDate } from "../date.ts";
import type { RoundRow } from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";
import {
	type Ground,
	readEntries,
	readLevels,
	type State,
	stillState,
} from "./levels.ts";
import { readAllLevels } from "./levels-1.ts";
import type { Message } from "./messages.ts";

type Rows = readonly Fields[];

const orderOf =
	(id: string, before: string): Message =>
	(say) =>
		say.roundOrder(id, before);

/**
 * Reads the rounds with their levels.
 *
 * @param rows Rows of `rounds.csv`.
 * @param levels Rows of `levels.csv`.
 * @param whole Whether every row of `rounds.csv` could be read.
 */
export function readRounds(
	rows: Rows,
	levels: Rows,
	ground: Ground,
	whole: boolean,
	context: Context,
): readonly RoundRow[] {
	if (whole && rows.length === 0)
		context.report("rounds.csv", (say) => say.noRounds());
	checkUnique(rows, "round", (row) => row.text("id"), context);
	checkOrder(rows);
	checkFormer(rows);
	const states = statesOf(rows, levels, ground);
	return rows.map((row, i) => ({
		id: row.required("id"),
		also: row.list("also"),
		...readDates(row),
		kind: row.oneOf("kind", ["restrict", "relax", "clarify"]),
		lifts: row.refs("lifts", "round"),
		relief: row.refs("relief", "place"),
		title: row.name("title"),
		text: row.translated("text"),
		checked: row.checked(),
		...(states[i] ?? stillState),
	}));
}

/** What rows of levels mean depends on the schema; without one, they are checked each by itself. */
function statesOf(rows: Rows, levels: Rows, ground: Ground): State[] {
	switch (ground.schema) {
		case 1:
			return readAllLevels(rows, levels, ground);
		case 2:
			return readLevels(rows, levels, ground);
		case null:
			readEntries(levels, ground.inherits);
			return [];
	}
}

/** Each round is a change from the one before, so they must follow each other. */
function checkOrder(rows: Rows): void {
	let before = "";
	for (const row of rows) {
		const id = row.text("id");
		if (id !== "" && !isDate(id)) row.problem("id", (say) => say.roundDate(id));
		else if (id < before) row.problem("id", orderOf(id, before));
		else before = id;
	}
}

/** A former id leads to one round only, which no other has for its own. */
function checkFormer(rows: Rows): void {
	const owners = new Map(rows.map((row) => [row.text("id"), row.path]));
	for (const row of rows)
		for (const id of row.words("also")) {
			const owner = owners.get(id);
			if (!isDate(id)) row.problem("also", (say) => say.formerDate(id));
			else if (owner) row.problem("also", (say) => say.formerTaken(id, owner));
			owners.set(id, row.path);
		}
}

function readDates(
	row: Fields,
): Pick<RoundRow, "announced" | "inForce" | "established"> {
	const announced = row.someDate("announced");
	const inForce = row.someDate("in_force");
	const established = row.text("established")
		? row.oneOf("established", ["rule", "letter", "press", "announcement"])
		: null;
	// A letter binds whom it is sent to, long before others hear of it.
	if (
		announced &&
		inForce &&
		established !== "letter" &&
		compareDates(inForce, announced) < 0
	)
		row.problem("in_force", (say) => say.forceBefore(inForce, announced));
	return { announced, inForce, established };
}
