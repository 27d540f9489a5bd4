import type { Core } from "../../model/edition.ts";

export type View = "map" | "table";

/** What the reader has picked. */
export interface State {
	/** Id of a place or a region, as asked for; it may be unknown. */
	readonly selected: string | null;
	/** Id of the one tier shown at full strength. */
	readonly tier: string | null;
	readonly round: string | null;
	readonly view: View;
}

export type Action =
	| { readonly type: "select"; readonly id: string | null }
	| { readonly type: "tier"; readonly id: string }
	| { readonly type: "round"; readonly id: string }
	| { readonly type: "view"; readonly id: View };

/** The state after an action. Picking the tier already shown alone shows all again. */
export function reduce(state: State, action: Action): State {
	switch (action.type) {
		case "select":
			return { ...state, selected: action.id };
		case "tier":
			return { ...state, tier: state.tier === action.id ? null : action.id };
		case "round":
			return { ...state, round: action.id };
		case "view":
			return { ...state, view: action.id };
	}
}

/** Something that can be picked, with the places that light up when it is. */
export interface Pick {
	readonly kind: "place" | "region";
	readonly id: string;
	readonly name: string;
	readonly places: readonly string[];
}

/**
 * The place or region an id stands for.
 *
 * @param id alpha-3, alpha-2 (in any case) or a region's id
 * @returns null where there is none
 */
export function pick(core: Core, id: string): Pick | null {
	const code = id.trim().toUpperCase();
	const place = core.places.find((p) => p.id === code || p.a2 === code);
	if (place)
		return {
			kind: "place",
			id: place.id,
			name: place.name,
			places: [place.id],
		};
	const region = core.regions.find((r) => r.id === id.trim().toLowerCase());
	if (!region) return null;
	const places = core.places.filter((p) => p.regions.includes(region.id));
	return {
		kind: "region",
		id: region.id,
		name: region.name,
		places: places.map((p) => p.id),
	};
}
