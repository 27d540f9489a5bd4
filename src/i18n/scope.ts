import type { Scope } from "../model/claims.ts";
import { type Claim, type Core, nameInSentence } from "../model/edition.ts";
import type { Strings } from "./strings.ts";

/**
 * Says of what the column speaks: of the place itself, of a region it lies in, of its tier, or of the world.
 *
 * @param id of the place or region that is read about
 */
export function scopeTitle(
	scope: Scope,
	id: string,
	core: Core,
	strings: Strings,
): string {
	const place = nameInSentence(core, id);
	switch (scope.kind) {
		case "place":
			return strings.aboutPlace(place);
		case "region": {
			const region = nameInSentence(core, scope.id);
			if (scope.id === id) return strings.aboutPlace(region);
			return isArea(core, scope.id)
				? strings.aboutRegion(region, place)
				: strings.aboutGroup(region, place);
		}
		case "parent":
			return strings.aboutParent(nameInSentence(core, scope.id), place);
		case "tier":
			return strings.aboutTier(tierName(core, scope.id));
		case "world":
			return strings.aboutWorld;
	}
}

/** The name of a tier, or its id where there is none. */
export function tierName({ tiers }: Core, id: string): string {
	return tiers.find((tier) => tier.id === id)?.name ?? id;
}

/** A place lies in an area, and belongs to a union or group. */
function isArea({ regions }: Core, id: string): boolean {
	return regions.find((region) => region.id === id)?.kind === "area";
}

/** What kind of claim it is; where it can't be checked, that too, so that “not checked” never stands for “can’t be”. */
export function kindOf(
	{ kind, checkable }: Claim,
	{ kinds, uncheckable }: Strings,
): readonly string[] {
	switch (checkable) {
		case "opinion":
		case "forecast":
			return [kinds[kind], uncheckable[checkable]];
		case "untraced":
			return [uncheckable.untraced];
		default:
			return [kinds[kind]];
	}
}
