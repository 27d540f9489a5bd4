/** `rounds.csv` and `levels.csv` as schema 1 means them: a round that recolours lists all that holds after it. */

import type { TierId } from "../types.ts";
import type { Fields } from "./fields.ts";
import { EVERY_ROUND, type Ground, readEntries, type State } from "./levels.ts";

type Rows = readonly Fields[];

/** The states after the rounds, in their order. */
export function readAllLevels(
	rounds: Rows,
	levels: Rows,
	{ inherits }: Ground,
): State[] {
	if (rounds[0]?.text("recolours") === "no")
		rounds[0].problem("recolours", (say) => say.firstRound());
	const still = new Set(
		rounds
			.filter((row) => row.text("recolours") === "no")
			.map((row) => row.text("id")),
	);
	const listed = new Map<string, Record<string, TierId>>();
	for (const { row, round, place, level } of readEntries(levels, inherits)) {
		if (still.has(round))
			row.problem("round", (say) => say.levelInStillRound(round));
		const own = listed.get(round) ?? {};
		own[place] = level;
		listed.set(round, own);
	}
	for (const row of [...rounds, ...levels])
		if (row.text("lifts")) row.problem("lifts", (say) => say.liftsInSchema1());
	return rounds.map((row) => ({
		recolours: row.flag("recolours"),
		rest: row.ref("rest", "tier"),
		levels: {
			...listed.get(EVERY_ROUND),
			...listed.get(row.text("id")),
		},
	}));
}
