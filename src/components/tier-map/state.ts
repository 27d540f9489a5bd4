export { type Pick, pick } from "../../model/pick.ts";

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
