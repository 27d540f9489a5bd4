import type { Core, CorePlace, CoreRound } from "./edition.ts";
import { levelName, levelsIn, ownLevelsIn } from "./levels.ts";
import { embargoesIn } from "./marks.ts";
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
	/** Levels as shown: under an embargo of its own a place is at that of denial. */
	readonly levels: ReadonlyMap<string, TierId>;
	/** Levels as the rounds alone left them, of which all else here tells. */
	readonly own: ReadonlyMap<string, TierId>;
	/** Destinations covered: limited and presumed denied together. */
	readonly covered: number;
	readonly limited: number;
	readonly denied: number;
	/** Destinations under an embargo of their own only: the rounds don't reach them. */
	readonly embargoed: readonly CorePlace[];
	/** Destinations that are counted and under an embargo of their own, where the map shows another level, or no change. */
	readonly both: readonly CorePlace[];
	/** Destinations covered now and not in the round before, and the other way round. */
	readonly newlyCovered: number;
	readonly released: number;
	/** Every place under another level than before, counted as a destination or not, in the data's order. */
	readonly changes: readonly Change[];
	/** The level of all unlisted places went from uncovered to covered: the whole world but for those named. */
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

function reaches(core: Core): RoundReach[] {
	let before: ReadonlyMap<string, TierId> = new Map();
	let rest: TierId | undefined;
	return core.rounds.map((round) => {
		const levels = ownLevelsIn(core, round.id);
		const all = levelsIn(core, round.id);
		const embargoes = embargoesIn(core, round.id);
		const under = core.places.filter(
			({ id, destination }) => destination && embargoes.has(id),
		);
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
			levels: all,
			own: levels,
			covered: count((level) => isCovered(core, level)),
			limited: count((level) => controlOf(core, level) === "limit"),
			denied: count((level) => controlOf(core, level) === "denial"),
			embargoed: under.filter(({ id }) => !isCovered(core, levels.get(id))),
			both: under.filter(
				({ id }) =>
					isCovered(core, levels.get(id)) &&
					(levels.get(id) !== all.get(id) ||
						changes.some(({ place }) => place.id === id)),
			),
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
	/** What the level is called there. */
	readonly name: string;
	readonly rounds: readonly CoreRound[];
}

/** The levels of one place through the rounds, cut where the level changes, or what it means. */
export function runsOf(core: Core, place: string): Run[] {
	const runs: (Run & { readonly rounds: CoreRound[] })[] = [];
	for (const { round, levels } of roundReaches(core)) {
		const level = levels.get(place);
		const name = levelName(core, level, round.id);
		const last = runs.at(-1);
		if (last && last.level === level && last.name === name)
			last.rounds.push(round);
		else runs.push({ level, name, rounds: [round] });
	}
	return runs;
}
