import type { Problem } from "../../model/types.ts";
import type { View } from "./state.ts";

/** How the reader picked something. */
export type Via = "map" | "search" | "table" | "keyboard" | "panel";

export interface SelectDetail {
	readonly id: string | null;
	readonly kind: "place" | "region" | null;
	readonly tier: string | null;
	readonly via: Via;
}

export interface LoadDetail {
	/** Version of the data. */
	readonly version: string;
	/** Where the data came from: `built-in`, or the URL of a bundle. */
	readonly bundle: string;
}

export interface ErrorDetail {
	readonly problems: readonly Problem[];
}

export interface ChangeDetail {
	/** The tier shown alone. */
	readonly tier: string | null;
	/** The round shown; null for the default one. */
	readonly round: string | null;
	/** Null for the map. */
	readonly view: string | null;
}

/** The events of `<tier-map>`. All bubble and cross shadow boundaries. */
export interface TierMapEvents {
	"tier-map-select": CustomEvent<SelectDetail>;
	"tier-map-change": CustomEvent<ChangeDetail>;
	"tier-map-load": CustomEvent<LoadDetail>;
	"tier-map-error": CustomEvent<ErrorDetail>;
}

declare global {
	interface HTMLElementEventMap extends TierMapEvents {}
}

/** What the parts of the map ask of it; these don't leave the element. */
export type Request =
	| { readonly type: "select"; readonly id: string | null; readonly via: Via }
	| { readonly type: "tier"; readonly id: string }
	| { readonly type: "round"; readonly id: string }
	| { readonly type: "view"; readonly id: View }
	/** Puts the focus on the map (or the table in its place), or on the argument. */
	| { readonly type: "focus"; readonly part: "map" | "panel" }
	/** Says that the part could not be drawn. */
	| { readonly type: "broken"; readonly error: unknown };

/** The event a part sends up to `<tier-map>`. */
export class RequestEvent extends Event {
	static readonly type = "tier-map-request";
	readonly request: Request;

	constructor(request: Request) {
		super(RequestEvent.type, { bubbles: true });
		this.request = request;
	}
}
