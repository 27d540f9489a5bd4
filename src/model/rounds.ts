import type { Core, CorePlace, CoreRound } from "./edition.ts";
import { levelsIn } from "./levels.ts";
import type { TierId } from "./types.ts";

/** What a round did to a place: brought it under control, let it out, or moved it from one level to another. */
export type Turn = "covered" | "released" | "moved";

/** A place whose level differs from the round before. */
export interface Change {
	readonly place: CorePlace;
	readonly turn: Turn;
	/** None in the first round. */
	readonly from: TierId | undefined;
	readonly to: TierId;
}

/** A round, the levels it left behind, and how far it reached. Only destinations are counted. */
export interface RoundReach {
	readonly round: CoreRound;
	readonly levels: ReadonlyMap<string, TierId>;
	/** Destinations covered: limited and cut off together. */
	readonly covered: number;
	readonly limited: number;
	readonly cutOff: number;
	/** Destinations covered now and not in the round before, and the other way round. */
	readonly newlyCovered: number;
	readonly released: number;
	/** Every place under another level than before, counted as a destination or not, in the data's order. */
	readonly changes: readonly Change[];
	/** The level of all unlisted places went from free to covered: the whole world but for those named. */
	readonly worldwide: boolean;
}

/** What a level does to those at it; undefined is no control. */
function controlOf({ tiers }: Core, level: TierId | undefined) {
	return tiers.find(({ id }) => id === level)?.control;
}

/** Whether a level stands for a control: a licence, a cap, or a presumption of denial. */
export function isCovered(core: Core, level: TierId | undefined): boolean {
	return controlOf(core, level) !== undefined;
}

/** The name of a level in a round that has no tiers; empty for an unknown one. */
export function levelName(core: Core, level: TierId | undefined): string {
	return core.tiers.find(({ id }) => id === level)?.level ?? "";
}

const known = new WeakMap<Core, readonly RoundReach[]>();

/**
 * What each round left behind and changed, in the order of their dates.
 *
 * @param core places and rounds
 */
export function roundReaches(core: Core): readonly RoundReach[] {
	const made = known.get(core) ?? reaches(core);
	known.set(core, made);
	return made;
}

/** Place in the list of a round, or of the default one where there is none. */
export function roundIndex(core: Core, round: string | null): number {
	const index = core.rounds.findIndex(({ id }) => id === round);
	return index < 0
		? core.rounds.findIndex(({ id }) => id === core.round)
		: index;
}

function reaches(core: Core): RoundReach[] {
	let before: ReadonlyMap<string, TierId> = new Map();
	let rest: TierId | undefined;
	return core.rounds.map((round) => {
		const levels = levelsIn(core, round.id);
		const changes = core.places.flatMap(
			(place) => change(core, place, before.get(place.id), levels) ?? [],
		);
		const count = (test: (level: TierId | undefined) => boolean) =>
			core.places.filter(
				({ id, destination }) => destination && test(levels.get(id)),
			).length;
		const turned = (turn: Turn) =>
			changes.filter((c) => c.turn === turn && c.place.destination).length;
		const worldwide =
			rest !== undefined &&
			!isCovered(core, rest) &&
			isCovered(core, round.rest);
		before = levels;
		rest = round.rest;
		return {
			round,
			levels,
			covered: count((level) => isCovered(core, level)),
			limited: count((level) => controlOf(core, level) === "limit"),
			cutOff: count((level) => controlOf(core, level) === "denial"),
			newlyCovered: turned("covered"),
			released: turned("released"),
			changes,
			worldwide,
		};
	});
}

function change(
	core: Core,
	place: CorePlace,
	from: TierId | undefined,
	levels: ReadonlyMap<string, TierId>,
): Change | null {
	const to = levels.get(place.id);
	if (to === undefined || to === from) return null;
	const [covered, coveredNow] = [isCovered(core, from), isCovered(core, to)];
	if (covered && coveredNow) return { place, turn: "moved", from, to };
	if (coveredNow) return { place, turn: "covered", from, to };
	return covered ? { place, turn: "released", from, to } : null;
}

/** Consecutive rounds that left a place at one level. */
export interface Run {
	readonly level: TierId | undefined;
	readonly rounds: readonly CoreRound[];
}

/** The levels of one place through the rounds, cut where the level changes. */
export function runsOf(core: Core, place: string): Run[] {
	const runs: { level: TierId | undefined; rounds: CoreRound[] }[] = [];
	for (const { round, levels } of roundReaches(core)) {
		const level = levels.get(place);
		const last = runs.at(-1);
		if (last && last.level === level) last.rounds.push(round);
		else runs.push({ level, rounds: [round] });
	}
	return runs;
}
