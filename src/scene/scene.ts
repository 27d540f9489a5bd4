/**
 * How a mark looks, by its part in the picture: a class of the live map, concrete colours in an export.
 */
export type Look =
	| "ocean"
	| "graticule"
	| "place"
	| "hatch"
	| "marker"
	| "leader"
	| "outline";

interface Shown {
	readonly look: Look;
	/** Id of the place the mark stands for. */
	readonly place?: string;
	/** Level of that place in the round shown. */
	readonly tier?: string;
}

export interface PathMark extends Shown {
	readonly kind: "path";
	/** SVG path data in pixels of the view box. */
	readonly d: string;
}

export interface CircleMark extends Shown {
	readonly kind: "circle";
	/** True position and radius in pixels of the view box. */
	readonly x: number;
	readonly y: number;
	readonly r: number;
	/** How far it is drawn from there, so as not to cover another. */
	readonly dx: number;
	readonly dy: number;
}

export type Mark = PathMark | CircleMark;

/** Marks painted together, under one name. */
export interface Layer {
	readonly name: string;
	readonly marks: readonly Mark[];
}

/** A plain description of the picture: layers of marks in paint order. It is JSON. */
export interface Scene {
	/** Size of the view box in pixels. */
	readonly width: number;
	readonly height: number;
	readonly layers: readonly Layer[];
}
