/** `levels.csv`: what each round changes. What stood before stays until it is lifted. */

import type { Manifest, RoundRow, TierId } from "../types.ts";
import type { Fields } from "./fields.ts";

type Rows = readonly Fields[];

/** What the levels of a round depend on beside its rows. */
export interface Ground {
	/** Null where it can't be told. */
	readonly schema: Manifest["schema"] | null;
	/** Ids of the tiers, in the order of access. */
	readonly tiers: readonly TierId[];
	/** Place ids by the place whose level they take; they can't have a level of their own. */
	readonly inherits: ReadonlyMap<string, string>;
}

/** What holds after a round. */
export type State = Pick<RoundRow, "recolours" | "rest" | "levels">;

/** Of a round whose levels can't be told. */
export const stillState: State = { recolours: false, rest: "", levels: {} };

/** One row that could be read. */
export interface Entry {
	readonly row: Fields;
	/** A round, or `EVERY_ROUND`. */
	readonly round: string;
	readonly place: string;
	readonly level: TierId;
}

/** In `levels.csv`: in each of the rounds. */
export const EVERY_ROUND = "*";

/** Levels by place, and of all places that aren't named. */
interface Standing {
	readonly levels: Map<string, TierId>;
	rest: TierId;
}

/**
 * Reads the rows of `levels.csv`: a place once in a round, and none that takes another's level.
 *
 * @param inherits Place ids by the place whose level they take.
 */
export function readEntries(
	rows: Rows,
	inherits: ReadonlyMap<string, string>,
): Entry[] {
	const first = new Map<string, string>();
	const isEverywhere = (row: Fields) => row.text("round") === EVERY_ROUND;
	// Rows for every round come first, so that a round's own row is the one that is told of a clash.
	return [
		...rows.filter(isEverywhere),
		...rows.filter((row) => !isEverywhere(row)),
	].flatMap((row): Entry[] => {
		const round = isEverywhere(row) ? EVERY_ROUND : row.ref("round", "round");
		const place = row.ref("place", "place");
		const level = row.ref("level", "tier");
		if (round === "" || place === "") return [];
		const before =
			first.get(`${round} ${place}`) ?? first.get(`${EVERY_ROUND} ${place}`);
		const heir = inherits.get(place);
		if (before !== undefined)
			row.problem("place", (say) => say.levelTwice(place, round, before));
		if (heir !== undefined)
			row.problem("place", (say) => say.levelInherited(place, heir));
		first.set(`${round} ${place}`, before ?? row.path);
		return [{ row, round, place, level }];
	});
}

/**
 * Works out the full state after every round: its own rows and `rest` on top of what stood, without the rounds it lifts.
 *
 * @returns The states in the order of the rounds; problems are reported at their rows.
 */
export function readLevels(
	rounds: Rows,
	levels: Rows,
	{ tiers, inherits }: Ground,
): State[] {
	const entries = new Map<string, Entry[]>();
	for (const entry of readEntries(levels, inherits)) {
		const others = entries.get(entry.round);
		if (others) others.push(entry);
		else entries.set(entry.round, [entry]);
	}
	const always = new Map(
		entries.get(EVERY_ROUND)?.map(({ place, level }) => [place, level]),
	);
	const rank = (level: TierId) => tiers.indexOf(level);
	const restOf = (row: Fields) =>
		row.text("rest") && rank(row.text("rest")) >= 0 ? row.text("rest") : "";
	/** A round on top of what stood. */
	const add = (row: Fields, before: Standing | undefined, told: boolean) => {
		const own = entries.get(row.text("id")) ?? [];
		const rest = restOf(row);
		const raised = (level: TierId) =>
			rest && rank(rest) > rank(level) ? rest : level;
		const next: Standing = {
			levels: new Map(),
			rest: before ? raised(before.rest) : rest,
		};
		for (const [place, level] of before?.levels ?? always)
			next.levels.set(place, always.has(place) ? level : raised(level));
		for (const { row, place, level } of own) {
			const stood = before && (before.levels.get(place) ?? before.rest);
			const lifts = row.text("lifts") && row.oneOf("lifts", ["yes", "no"]);
			if (told && stood && rank(level) < rank(stood) && lifts !== "yes")
				row.problem("level", (say) => say.levelBelow(place, level, stood));
			next.levels.set(place, level);
		}
		return next;
	};
	const lifted = new Set<string>();
	let standing: Standing | undefined;
	return rounds.map((row, i) => {
		const before = standing;
		const lifts = liftsOf(rounds, i);
		for (const id of lifts) lifted.add(id);
		// Without what it lifts, all that came since stands on something else.
		if (lifts.length) {
			standing = undefined;
			for (const earlier of rounds.slice(0, i))
				if (!lifted.has(earlier.text("id")))
					standing = add(earlier, standing, false);
		}
		if (i === 0 || row.text("rest")) row.ref("rest", "tier");
		standing = add(row, standing, true);
		return stateOf(row, before, standing);
	});
}

/** The earlier rounds whose effect ends with one. */
function liftsOf(rounds: Rows, index: number): readonly string[] {
	const row = rounds[index];
	const before = rounds.slice(0, index).map((each) => each.text("id"));
	return (row?.words("lifts") ?? []).filter((id) => {
		const isEarlier = before.includes(id);
		// One that there isn't is told of with the other references.
		if (!isEarlier && rounds.some((each) => each.text("id") === id))
			row?.problem("lifts", (say) => say.liftsLater(id));
		return isEarlier;
	});
}

function stateOf(
	row: Fields,
	before: Standing | undefined,
	{ levels, rest }: Standing,
): State {
	const places = new Set([...levels.keys(), ...(before?.levels.keys() ?? [])]);
	const recolours =
		before === undefined ||
		before.rest !== rest ||
		[...places].some(
			(place) =>
				(levels.get(place) ?? rest) !==
				(before.levels.get(place) ?? before.rest),
		);
	const typed = row.text("recolours");
	if (typed && (row.oneOf("recolours", ["yes", "no"]) === "yes") !== recolours)
		row.problem("recolours", (say) => say.recolours(recolours));
	return {
		recolours,
		rest,
		levels: recolours
			? Object.fromEntries([...levels].filter(([, level]) => level !== rest))
			: {},
	};
}
