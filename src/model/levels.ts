import type { Core } from "./edition.ts";
import type { TierId } from "./types.ts";

/** What has been worked out, by core and round: every part of the map asks. */
const known = new WeakMap<Core, Map<string, ReadonlyMap<string, TierId>>>();

/**
 * The level of every place as a round left it. A round that isn't about destinations keeps the levels of
 * the one before; a place that export law treats as part of another one takes that one's.
 *
 * @param core places and rounds
 * @param round id of a round; an unknown one counts as the default
 */
export function levelsIn(
	core: Core,
	round: string,
): ReadonlyMap<string, TierId> {
	const rounds = known.get(core) ?? new Map();
	known.set(core, rounds);
	const levels = rounds.get(round) ?? levelsOf(core, round);
	rounds.set(round, levels);
	return levels;
}

function levelsOf(core: Core, round: string): Map<string, TierId> {
	const asked = core.rounds.findIndex(({ id }) => id === round);
	const index =
		asked < 0 ? core.rounds.findIndex(({ id }) => id === core.round) : asked;
	const last = core.rounds
		.slice(0, index + 1)
		.filter((r) => r.recolours)
		.at(-1);
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
}

/** How many places are at each level, and how many of them are destinations of their own. */
export function countLevels(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
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
