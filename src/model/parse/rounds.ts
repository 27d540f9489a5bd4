/** `rounds.csv` and `levels.csv`: the steps of control, and the level each left a place at. */

import { isDate } from "../date.ts";
import type { RoundRow, TierId } from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";
import type { Message } from "./messages.ts";

type Rows = readonly Fields[];
type Levels = ReadonlyMap<string, Readonly<Record<string, TierId>>>;

const orderOf =
	(id: string, before: string): Message =>
	(say) =>
		say.roundOrder(id, before);

/** In `levels.csv`: in each of the rounds. */
const EVERY_ROUND = "*";

/**
 * Reads the rounds with their levels.
 *
 * @param rows Rows of `rounds.csv`.
 * @param levels Rows of `levels.csv`.
 * @param inherits Place ids by the place whose level they take; they can't have a level of their own.
 * @param whole Whether every row of `rounds.csv` could be read.
 */
export function readRounds(
	rows: Rows,
	levels: Rows,
	inherits: ReadonlyMap<string, string>,
	whole: boolean,
	context: Context,
): readonly RoundRow[] {
	if (whole && rows.length === 0)
		context.report("rounds.csv", (say) => say.noRounds());
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
		if (id !== "" && !isDate(id)) row.problem("id", (say) => say.roundDate(id));
		else if (id < before) row.problem("id", orderOf(id, before));
		else before = id;
	}
	if (rows[0]?.text("recolours") === "no")
		rows[0].problem("recolours", (say) => say.firstRound());
}

function readLevels(
	rows: Rows,
	still: ReadonlySet<string>,
	inherits: ReadonlyMap<string, string>,
): Levels {
	const levels = new Map<string, Record<string, TierId>>();
	const first = new Map<string, string>();
	const isEverywhere = (row: Fields) => row.text("round") === EVERY_ROUND;
	// Rows for every round come first, so that a round's own row is the one that is told of a clash.
	for (const row of [
		...rows.filter(isEverywhere),
		...rows.filter((row) => !isEverywhere(row)),
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
			row.problem("place", (say) => say.levelTwice(place, round, before));
		if (heir !== undefined)
			row.problem("place", (say) => say.levelInherited(place, heir));
		if (still.has(round))
			row.problem("round", (say) => say.levelInStillRound(round));
		first.set(`${round} ${place}`, before ?? row.path);
		const listed = levels.get(round) ?? {};
		listed[place] = level;
		levels.set(round, listed);
	}
	return levels;
}
