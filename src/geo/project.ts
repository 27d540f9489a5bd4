import {
	type GeoPermissibleObjects,
	type GeoProjection,
	geoArea,
	geoCentroid,
	geoEqualEarth,
	geoGraticule,
	geoPath,
} from "d3-geo";
import type { Position } from "geojson";
import { feature } from "topojson-client";
import { PathData } from "./path-data.ts";
import { HEIGHT, WIDTH } from "./size.ts";
import type { World } from "./world.ts";

export { HEIGHT, WIDTH };

const MARGIN = 1.5;

export type Point = readonly [x: number, y: number];

/** The world projected about one meridian, ready to be drawn in a view box of `WIDTH` × `HEIGHT` pixels. */
export interface Atlas {
	/** Longitude in degrees at the middle. */
	readonly center: number;
	/** Units of all coordinates and path data per pixel. */
	readonly scale: number;
	/** Path data of the outline of the Earth and of its meridians and parallels. */
	readonly sphere: string;
	readonly graticule: string;
	/** Path data by place id, of every place that has a shape. */
	readonly shapes: Readonly<Record<string, string>>;
	/** Position of the marker, of every place that gets one. */
	readonly markers: Readonly<Record<string, Point>>;
	/** A position inside the biggest part of every place, for what points to it. */
	readonly anchors: Readonly<Record<string, Point>>;
}

/**
 * The projection of the map: Equal Earth (Šavrič, Patterson, Jenny 2018), which keeps areas true,
 * fitted to `WIDTH` × `HEIGHT`.
 *
 * @param center longitude in degrees at the middle of the map
 */
export function equalEarth(center: number): GeoProjection {
	return geoEqualEarth()
		.rotate([-center, 0])
		.precision(0.1)
		.fitExtent(
			[
				[MARGIN, MARGIN],
				[WIDTH - MARGIN, HEIGHT - MARGIN],
			],
			{ type: "Sphere" },
		);
}

/**
 * Projects every place.
 *
 * @param world the places in degrees
 * @param center longitude in degrees at the middle of the map
 * @param scale units of coordinates and path data per pixel
 */
export function project(world: World, center: number, scale = 1): Atlas {
	const projection = equalEarth(center);
	const data = new PathData(scale);
	const draw = geoPath(projection, data);
	const drawn = (object: GeoPermissibleObjects): string => {
		draw(object);
		return data.take();
	};
	const at = (position: Position): Point => {
		const [x, y] = projection([position[0] ?? 0, position[1] ?? 0]) ?? [0, 0];
		return [tenth(x * scale), tenth(y * scale)];
	};
	const shapes: Record<string, string> = {};
	const markers: Record<string, Point> = {};
	const anchors: Record<string, Point> = {};
	for (const place of feature(world, world.objects.places).features) {
		const id = String(place.id);
		const { geometry, properties } = place;
		let anchor: Point;
		if (geometry.type === "Point") anchor = at(geometry.coordinates);
		else if (geometry.type === "MultiPolygon") {
			shapes[id] = drawn(geometry);
			anchor = at(middleOfBiggest(geometry.coordinates));
		} else continue;
		anchors[id] = anchor;
		if (properties.small) markers[id] = anchor;
	}
	return {
		center,
		scale,
		sphere: drawn({ type: "Sphere" }),
		graticule: drawn(geoGraticule().step([30, 30])()),
		shapes,
		markers,
		anchors,
	};
}

/** Centroid in degrees of the biggest polygon. */
function middleOfBiggest(polygons: Position[][][]): Position {
	let biggest = 0;
	let middle: Position = [0, 0];
	for (const coordinates of polygons) {
		const polygon = { type: "Polygon" as const, coordinates };
		const area = geoArea(polygon);
		if (area < biggest) continue;
		biggest = area;
		middle = geoCentroid(polygon);
	}
	return middle;
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
