import type { Core } from "./edition.ts";
import { denialOf, embargoesIn } from "./marks.ts";
import { byRound, colouring, roundIndex } from "./round.ts";
import type { TierId } from "./types.ts";

type Levels = ReadonlyMap<string, TierId>;

/**
 * The level of every place as the rounds alone left it, embargoes aside. A round that isn't about destinations keeps the
 * levels of the one before; a place that export law treats as part of another one takes that one's.
 */
export const ownLevelsIn = byRound((core, index): Levels => {
	const last = core.rounds[colouring(core, index)];
	const listed = new Map<string, TierId>();
	for (const [level, places] of Object.entries(last?.levels ?? {}))
		for (const place of places) listed.set(place, level);
	const levels = new Map<string, TierId>();
	for (const { id, treatedAs } of core.places) {
		const own = listed.get(id);
		const inherited = treatedAs ? listed.get(treatedAs) : undefined;
		const level = own ?? inherited ?? last?.rest;
		if (level) levels.set(id, level);
	}
	return levels;
});

/**
 * The level of every place in a round: under an embargo of its own it is the level of denial.
 *
 * @param core places, rounds and embargoes
 * @param round id of a round, or a former one; an unknown one counts as the default
 */
export const levelsIn = byRound((core, index): Levels => {
	const round = core.rounds[index]?.id ?? "";
	const own = ownLevelsIn(core, round);
	const denial = denialOf(core.tiers);
	const embargoes = embargoesIn(core, round);
	if (!denial || !embargoes.size) return own;
	const levels = new Map(own);
	for (const place of embargoes.keys()) levels.set(place, denial.id);
	return levels;
});

/** Whether the tiers of the default round stand in another: it keeps that one's colours. */
function hasTiers(core: Core, round: string): boolean {
	const [asked, usual] = [round, core.round].map((id) =>
		colouring(core, roundIndex(core, id)),
	);
	return asked === usual;
}

/** The core with its tiers named as a round has them: tiers where those of the default round stand, levels elsewhere. */
export const namedIn = byRound((core, index): Core => {
	const round = core.rounds[index]?.id ?? "";
	return hasTiers(core, round)
		? core
		: { ...core, tiers: core.tiers.map((t) => ({ ...t, name: t.level })) };
});

/**
 * The word for a level among the rounds; empty for an unknown one. Where the tiers stand and the level means something else
 * than in other rounds, it is the tier's.
 */
export function levelName(
	core: Core,
	level: TierId | undefined,
	round: string,
): string {
	const tier = core.tiers.find(({ id }) => id === level);
	if (!tier) return "";
	return tier.apart && hasTiers(core, round) ? tier.name : tier.level;
}

/** How many places are at each level, and how many of them are destinations of their own. */
export function countLevels(
	core: Core,
	levels: Levels,
): Map<TierId, { places: number; destinations: number }> {
	const counts = new Map(
		core.tiers.map(({ id }) => [id, { places: 0, destinations: 0 }]),
	);
	for (const { id, destination } of core.places) {
		const count = counts.get(levels.get(id) ?? "");
		if (!count) continue;
		count.places += 1;
		if (destination) count.destinations += 1;
	}
	return counts;
}
