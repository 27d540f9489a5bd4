import type { Strings } from "../../i18n/strings.ts";
import type { Core } from "../../model/edition.ts";

/** What was asked for and isn't there. */
export interface Missing {
	/** A place or a region. */
	readonly place: string | null;
	readonly tier: string | null;
	readonly round: string | null;
}

/** Says so, one sentence each. */
export function notices(
	{ place, tier, round }: Missing,
	core: Core,
	strings: Strings,
): string[] {
	return [
		...(place ? [strings.unknownPlace(place)] : []),
		...(tier ? [strings.unknownTier(tier)] : []),
		...(round ? [strings.unknownRound(round, strings.day(core.round))] : []),
	];
}
