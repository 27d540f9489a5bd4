declare module "d3-geo-projection" {
	import type { Feature, FeatureCollection, Geometry } from "geojson";
	/** Removes the seams where polygons were cut at the antimeridian or a pole. */
	export function geoStitch<T extends Geometry | Feature | FeatureCollection>(
		object: T,
	): T;
}
