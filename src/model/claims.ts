import type { Argument, Claim, Core, CorePlace } from "./edition.ts";
import { levelsIn } from "./levels.ts";
import { placeIn } from "./place.ts";
import type { TierId } from "./types.ts";

/** Why a claim applies to a place: the column names it, its region, its tier, or speaks of the world. */
export type Scope =
	| { readonly kind: "place" | "region" | "parent"; readonly id: string }
	| { readonly kind: "tier"; readonly id: TierId }
	| { readonly kind: "world" };

export interface ScopedClaims {
	readonly scope: Scope;
	readonly claims: readonly Claim[];
}

/**
 * The column's claims that apply to a place, the most specific first: on the place, its regions (see `asideOf`),
 * its tier, the world, and last those on the place it belongs to. No claim comes twice.
 *
 * @param id of a place, or of a region, whose own claims then come first
 * @param tier level of the place under the rule the column is about; none for a region
 */
export function claimsFor(
	core: Core,
	argument: Argument,
	id: string,
	tier: TierId | null,
): ScopedClaims[] {
	const place = placeIn(core, id);
	const scopes: [Scope, (claim: Claim) => boolean][] = [
		[{ kind: "place", id }, (claim) => claim.places.includes(id)],
	];
	if (!place)
		scopes.push([{ kind: "region", id }, (claim) => isAbout(claim, id)]);
	else if (!asideOf(core, place))
		for (const region of place.regions)
			scopes.push([
				{ kind: "region", id: region },
				(claim) => claim.regions.includes(region) && isMeant(place, claim),
			]);
	if (tier)
		scopes.push([
			{ kind: "tier", id: tier },
			(claim) => claim.tiers.includes(tier),
		]);
	scopes.push([{ kind: "world" }, (claim) => claim.world]);
	const { parent } = place ?? {};
	if (parent)
		scopes.push([
			{ kind: "parent", id: parent },
			(claim) => claim.places.includes(parent),
		]);
	const rest = new Set(argument.claims);
	return scopes.flatMap(([scope, applies]) => {
		const claims = [...rest].filter(applies);
		for (const claim of claims) rest.delete(claim);
		return claims.length ? [{ scope, claims }] : [];
	});
}

/** Why nothing that is said of a region is taken to mean a place in it. */
export type Aside =
	| { readonly kind: "uninhabited" }
	/** It belongs to a state that the controls leave alone, or that issues them. */
	| { readonly kind: "territory"; readonly of: string };

/**
 * Whether a place stands aside from what is said of its regions: where nobody lives there is nobody to speak
 * of, and a territory of a state that the controls spare isn't in the position of the states around it.
 */
export function asideOf(core: Core, place: CorePlace): Aside | null {
	if (place.uninhabited) return { kind: "uninhabited" };
	const levels = levelsIn(core, core.round);
	const spared = (id: string | undefined) => {
		const tier = core.tiers.find((tier) => tier.id === levels.get(id ?? ""));
		return tier !== undefined && !tier.control;
	};
	const of = [place.parent, place.treatedAs].find(spared);
	return of ? { kind: "territory", of } : null;
}

/** Whether a claim means a place as a member of its regions. */
function isMeant(place: CorePlace, { regions, within }: Claim): boolean {
	const isIn = (ids: readonly string[]) =>
		place.regions.some((region) => ids.includes(region));
	return isIn(regions) && (!within?.length || isIn(within));
}

/** Whether a claim speaks of a region, if only of its members that are in another one too. */
export function isAbout({ regions, within }: Claim, region: string): boolean {
	return regions.includes(region) || (within?.includes(region) ?? false);
}

/** The regions of a place about which there are claims, none of which means the place. */
export function passedOver(
	core: Core,
	{ claims }: Argument,
	place: CorePlace,
): readonly string[] {
	const aside = asideOf(core, place);
	return place.regions.filter((region) => {
		const said = claims.filter((claim) => isAbout(claim, region));
		return said.length && (aside || !said.some((c) => isMeant(place, c)));
	});
}

/**
 * The region whose essay is read for a place without one of its own: the one with the fewest members.
 *
 * @returns null where what is said of its regions doesn't mean the place, or no region has an essay
 */
export function essayRegion(
	core: Core,
	argument: Argument,
	place: CorePlace,
): string | null {
	if (asideOf(core, place)) return null;
	const over = passedOver(core, argument, place);
	const size = (region: string) =>
		core.places.filter(({ regions }) => regions.includes(region)).length;
	const [narrowest] = place.regions
		.filter((region) => argument.essays[region] && !over.includes(region))
		.map((region) => ({ region, size: size(region) }))
		.sort((a, b) => a.size - b.size);
	return narrowest?.region ?? null;
}

/** The places and regions a claim concerns, without regions that only sum up the places it names. */
export function concernsOf(
	{ places }: Core,
	{ places: named, regions }: Claim,
): readonly string[] {
	const others = regions.filter((region) =>
		places.some((p) => p.regions.includes(region) && !named.includes(p.id)),
	);
	return [...named, ...others];
}

/** How many claims name a place, and how many do so or name a region it lies in. */
export interface Mentions {
	readonly named: number;
	readonly all: number;
}

/** How often the column speaks of a place. */
export function mentionsOf(
	core: Core,
	argument: Argument,
	id: string,
): Mentions {
	const mentions = { named: 0, all: 0 };
	for (const { scope, claims } of claimsFor(core, argument, id, null)) {
		if (scope.kind === "place") mentions.named += claims.length;
		if (scope.kind === "place" || scope.kind === "region")
			mentions.all += claims.length;
	}
	return mentions;
}

/** What the column says of a place: its name, only a region it lies in, only a broad group, or nothing. */
export type Mention = "named" | "region" | "group" | "silent";

/** How closely the column speaks of a place. */
export function mentionOf(
	core: Core,
	scoped: readonly ScopedClaims[],
): Mention {
	const scopes = scoped.map(({ scope }) => scope);
	if (scopes.some(({ kind }) => kind === "place")) return "named";
	const kinds = scopes.flatMap((scope) =>
		scope.kind === "region"
			? [core.regions.find(({ id }) => id === scope.id)?.kind]
			: [],
	);
	if (kinds.some((kind) => kind && kind !== "group")) return "region";
	return kinds.length ? "group" : "silent";
}
