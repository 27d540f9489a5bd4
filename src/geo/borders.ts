import { geoPath } from "d3-geo";
import { mesh } from "topojson-client";
import { PathData } from "./path-data.ts";
import { equalEarth } from "./project.ts";
import type { World } from "./world.ts";

/** All edges of places, every one once. */
export interface Borders {
	/** Path data of the edges towards the sea, and of those between two places. */
	readonly coasts: string;
	readonly boundaries: string;
}

/**
 * Projects the edges of all places.
 *
 * @param world the places in degrees
 * @param center longitude in degrees at the middle of the map
 */
export function drawBorders(world: World, center: number): Borders {
	const data = new PathData();
	const draw = geoPath(equalEarth(center), data);
	const drawn = (shared: boolean): string => {
		draw(mesh(world, world.objects.places, (a, b) => (a !== b) === shared));
		return data.take();
	};
	return { coasts: drawn(false), boundaries: drawn(true) };
}
