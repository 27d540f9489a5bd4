import type { Core } from "../model/edition.ts";
import { countLevels, levelsIn, namedIn } from "../model/levels.ts";
import { embargoesIn, reliefIn } from "../model/marks.ts";
import { runsOf } from "../model/rounds.ts";
import type { Strings } from "./strings.ts";

/** A place's level in a round with the marks beside it: "limited, partial relief". */
export function levelOf(
	core: Core,
	place: string,
	round: string,
	strings: Strings,
): string {
	const level = levelsIn(core, round).get(place);
	const { tiers } = namedIn(core, round);
	const name = tiers.find(({ id }) => id === level)?.name ?? "";
	const marks = [
		...(embargoesIn(core, round).has(place) ? [strings.embargo] : []),
		...(reliefIn(core, round).has(place) ? [strings.relief] : []),
	];
	return marks.length ? strings.marked(name, marks) : name;
}

/** How many of some places are at which level in a round: "limited: 20; presumed denied: 4". */
export function levelsOf(
	core: Core,
	places: readonly string[],
	round: string,
	{ table }: Strings,
): string {
	const named = namedIn(core, round);
	const all = levelsIn(core, round);
	const counts = countLevels(
		{ ...core, places: core.places.filter(({ id }) => places.includes(id)) },
		all,
	);
	return named.tiers
		.flatMap(({ id, name }) => {
			const count = counts.get(id)?.places;
			return count ? [table.inTier(name, count)] : [];
		})
		.join(table.tierSeparator);
}

/** What holds in the newest round, since when, and to when that was checked; a region's levels have no one beginning. */
export function nowLine(
	core: Core,
	places: readonly string[],
	strings: Strings,
): string {
	const last = core.rounds.at(-1);
	const [place = ""] = places;
	if (!last) return "";
	const one = places.length === 1;
	const level = one
		? levelOf(core, place, last.id, strings)
		: levelsOf(core, places, last.id, strings);
	const since = one ? sinceOf(core, place, last.id) : undefined;
	return [
		strings.nowIs(level),
		...(since ? [strings.sinceThen(strings.day(since))] : []),
		...(last.checked ? [strings.checkedTo(strings.day(last.checked))] : []),
	].join(" · ");
}

/** Since when a place has the level of the newest round; nothing if it never had another. */
function sinceOf(core: Core, place: string, last: string): string | undefined {
	const embargo = embargoesIn(core, last).get(place);
	const first = runsOf(core, place).at(-1)?.rounds[0];
	return (
		embargo?.since ??
		(first === core.rounds[0] ? undefined : (first?.inForce ?? first?.id))
	);
}
