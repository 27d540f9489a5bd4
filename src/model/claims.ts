import type { Argument, Claim, Core } from "./edition.ts";
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
 * The column's claims that apply to a place, the most specific first: on the place, its regions, its
 * tier, the world, and last those on the place it belongs to. No claim comes twice.
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
	const regions = place ? place.regions : [id];
	const scopes: [Scope, (claim: Claim) => boolean][] = [
		[{ kind: "place", id }, (claim) => claim.places.includes(id)],
		...regions.map((region): [Scope, (claim: Claim) => boolean] => [
			{ kind: "region", id: region },
			(claim) => claim.regions.includes(region),
		]),
	];
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
