import { mentionOf, type ScopedClaims } from "../model/claims.ts";
import { type Argument, type Core, nameOf } from "../model/edition.ts";
import type { Strings } from "./strings.ts";

/**
 * Says openly where the column doesn't speak of a place or region, and what it says instead that applies there.
 *
 * @param id of a place or region
 * @param scoped the claims that apply to it, from `claimsFor`
 * @returns a sentence or two; null where the column names it
 */
export function silenceOn(
	id: string,
	scoped: readonly ScopedClaims[],
	core: Core,
	{ texts }: Argument,
	strings: Strings,
): string | null {
	const silent = (texts.silent ?? "").replace("{name}", nameOf(core, id));
	const spoken = scoped.flatMap(({ scope }) =>
		scope.kind === "region" ? [scope.id] : [],
	);
	if (core.regions.some((region) => region.id === id))
		return spoken.length ? null : silent;
	const mention = mentionOf(core, scoped);
	if (mention === "named") return null;
	return joinSentences(
		silent,
		mention === "silent"
			? (texts["silent-regions"] ?? "")
			: strings.onlyThrough(
					strings.list(spoken.map((region) => nameOf(core, region))),
				),
	);
}

/** Chinese sets no space between sentences. */
function joinSentences(first: string, second: string): string {
	return /[.!?]$/.test(first) ? `${first} ${second}` : first + second;
}
