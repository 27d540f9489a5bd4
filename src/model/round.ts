import type { Core, CoreRound } from "./edition.ts";

/** The round with an id, or that once had it. */
export function roundNamed(
	{ rounds }: Core,
	id: string | null,
): CoreRound | undefined {
	return (
		rounds.find((round) => round.id === id) ??
		rounds.find(({ also }) => id !== null && also?.includes(id))
	);
}

/** Place in the list of a round, by its id or a former one; of the default round where there is none. */
export function roundIndex(core: Core, id: string | null): number {
	const round = roundNamed(core, id) ?? roundNamed(core, core.round);
	return round ? core.rounds.indexOf(round) : -1;
}

/**
 * Remembers what is worked out of a round, by the core: every part of the map asks.
 *
 * @param make works it out, from the round's place in the list
 * @returns the same by id; an unknown one counts as the default round
 */
export function byRound<T>(
	make: (core: Core, index: number) => T,
): (core: Core, round: string) => T {
	const known = new WeakMap<Core, Map<number, T>>();
	return (core, round) => {
		const index = roundIndex(core, round);
		const made = known.get(core) ?? new Map<number, T>();
		known.set(core, made);
		const value = made.get(index);
		if (value !== undefined) return value;
		const fresh = make(core, index);
		made.set(index, fresh);
		return fresh;
	};
}

/** Place in the list of the round whose colours the one at an index has: its own, or those it keeps. */
export function colouring({ rounds }: Core, index: number): number {
	return rounds
		.slice(0, index + 1)
		.reduce((last, { recolours }, i) => (recolours ? i : last), -1);
}
