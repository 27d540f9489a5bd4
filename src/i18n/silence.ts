import {
	asideOf,
	isAbout,
	mentionOf,
	passedOver,
	type ScopedClaims,
} from "../model/claims.ts";
import {
	type Argument,
	type Core,
	type CorePlace,
	nameInSentence,
} from "../model/edition.ts";
import { placeIn } from "../model/place.ts";
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
	argument: Argument,
	strings: Strings,
): string | null {
	const { texts } = argument;
	const named = (text: string | undefined) =>
		(text ?? "").replace("{name}", nameInSentence(core, id));
	const place = placeIn(core, id);
	const spoken = scoped.flatMap(({ scope }) =>
		scope.kind === "region" ? [scope.id] : [],
	);
	if (!place) return spoken.length ? null : named(texts.silent);
	if (mentionOf(core, scoped) === "named") return null;
	return joinSentences(
		named(texts.silent),
		spoken.length
			? strings.onlyThrough(listed(spoken, core, strings))
			: (notMeant(place, core, argument, strings) ??
					named(texts["silent-regions"])),
	);
}

/** Why what the column says of a place's regions isn't taken to mean the place. */
function notMeant(
	place: CorePlace,
	core: Core,
	argument: Argument,
	strings: Strings,
): string | null {
	const over = passedOver(core, argument, place);
	if (!over.length) return null;
	const regions = listed(over, core, strings);
	const name = nameInSentence(core, place.id);
	const aside = asideOf(core, place);
	const { uninhabited, territory, outside } = strings.notMeant;
	switch (aside?.kind) {
		case "uninhabited":
			return uninhabited(regions, name);
		case "territory":
			return territory(regions, name, nameInSentence(core, aside.of));
		default: {
			const others = argument.claims
				.filter((claim) => over.some((region) => isAbout(claim, region)))
				.flatMap(({ regions, within = [] }) => [...regions, ...within])
				.filter((region) => !place.regions.includes(region));
			return outside(
				regions,
				name,
				listed([...new Set(others)], core, strings),
			);
		}
	}
}

function listed(ids: readonly string[], core: Core, strings: Strings): string {
	return strings.list(ids.map((id) => nameInSentence(core, id)));
}

/** Chinese sets no space between sentences. */
function joinSentences(first: string, second: string): string {
	return /[.!?]$/.test(first) ? `${first} ${second}` : first + second;
}
