/**
 * How a mark looks, by its part in the picture: a class of the live map, concrete colours in an export.
 */
export type Look =
	| "ground"
	| "ocean"
	| "graticule"
	| "place"
	| "hatch"
	| "issuer-hatch"
	| "embargo"
	| "relief-halo"
	| "relief"
	| "coast"
	| "border"
	| "issuer-border"
	| "marker"
	| "leader"
	| "outline"
	| "label"
	| "label-halo"
	| "halo"
	| "picked"
	| "halo-many"
	| "picked-many"
	| "call-out"
	| "call-out-line"
	| "swatch"
	| "swatch-hatch"
	| "rule"
	| "title"
	| "text"
	| "note";

interface Shown {
	readonly look: Look;
	/** Id of the place the mark stands for. */
	readonly place?: string;
	/** Level of that place in the round shown. */
	readonly tier?: string;
	/** When the embargo began that it is under in the round shown. */
	readonly embargo?: string;
	/** Name in the file, for marks that a person may look for; its place's id by default. */
	readonly id?: string;
	/** What a person calls it. */
	readonly title?: string;
	/** Steps back, because another tier is shown alone. */
	readonly dim?: true;
	/** Breadth of its line in pixels, where it isn't the look's own. */
	readonly line?: number;
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

export interface RectMark extends Shown {
	readonly kind: "rect";
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A piece of text in one script, which is one font. */
export interface Run {
	readonly script: Script;
	readonly text: string;
}

export type Script = "latin" | "han";

/** One line of text. */
export interface TextMark extends Shown {
	readonly kind: "text";
	/** Where its base line starts, or its middle or end lies. */
	readonly x: number;
	readonly y: number;
	/** Height of the type in pixels. */
	readonly size: number;
	readonly bold?: true;
	readonly anchor?: "middle" | "end";
	readonly runs: readonly Run[];
}

export type Mark = PathMark | CircleMark | RectMark | TextMark;

/** Marks and layers painted together, under one name. */
export interface Layer {
	readonly name: string;
	/** What a person calls it. */
	readonly title?: string;
	readonly marks: readonly (Mark | Layer)[];
}

/** A plain description of the picture: layers of marks in paint order. It is JSON. */
export interface Scene {
	/** Size of the view box in pixels. */
	readonly width: number;
	readonly height: number;
	/** Where the view box starts, in pixels above the map's top; 0 where there is nothing above it. */
	readonly top?: number;
	readonly layers: readonly Layer[];
}
