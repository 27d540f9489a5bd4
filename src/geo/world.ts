import type { MultiPolygon, Point, Topology } from "topojson-specification";

/** What a geometry of the world says beside its shape. */
export interface PlaceProperties {
	/** Under 20,000 km², or without a shape: it gets a marker of constant size. */
	readonly small?: true;
}

export type PlaceGeometry =
	| MultiPolygon<PlaceProperties>
	| Point<PlaceProperties>;

/**
 * Every place on Earth once, as TopoJSON in degrees (longitude first): shapes that share
 * their borders' arcs, points for places that have no shape. The `id` of a geometry is the place's.
 */
export type World = Topology<{
	readonly places: {
		readonly type: "GeometryCollection";
		readonly geometries: PlaceGeometry[];
	};
}>;
