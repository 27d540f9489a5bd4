/** What a place carries beside its level: an embargo of its own, or partial relief. */

import { compareDates } from "./date.ts";
import type { Core, CoreEmbargo, CoreRound, CoreTier } from "./edition.ts";
import { byRound } from "./round.ts";

/** The embargoes that hold on the day of a round, by place; a place that is treated as another has that one's too. */
export const embargoesIn = byRound(
	(core, index): ReadonlyMap<string, CoreEmbargo> => {
		const day = core.rounds[index]?.id ?? "";
		const holding = new Map(
			(core.embargoes ?? [])
				.filter(
					({ since, until }) =>
						compareDates(since, day) <= 0 &&
						(until === undefined || compareDates(until, day) > 0),
				)
				.map((embargo) => [embargo.place, embargo]),
		);
		return spread(core, holding);
	},
);

/** The rounds up to one that brought partial relief and stand, by place; in the order of their dates. */
export const reliefIn = byRound(
	(core, index): ReadonlyMap<string, readonly CoreRound[]> => {
		const rounds = core.rounds.slice(0, index + 1);
		const lifted = new Set(rounds.flatMap(({ lifts = [] }) => lifts));
		const relieved = new Map<string, CoreRound[]>();
		for (const round of rounds.filter(({ id }) => !lifted.has(id)))
			for (const place of round.relief ?? [])
				relieved.set(place, [...(relieved.get(place) ?? []), round]);
		return spread(core, relieved);
	},
);

/** The level of whoever is under an embargo: the last that stands for denial. */
export function denialOf(tiers: readonly CoreTier[]): CoreTier | undefined {
	return tiers.filter(({ control }) => control === "denial").at(-1);
}

/** The same for the places that are treated as another one. */
function spread<T>(
	{ places }: Core,
	marks: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
	if (!marks.size) return marks;
	const all = new Map<string, T>();
	for (const { id, treatedAs } of places) {
		const mark = marks.get(id) ?? marks.get(treatedAs ?? "");
		if (mark !== undefined) all.set(id, mark);
	}
	return all;
}
