import { geoEqualEarthRaw } from "d3-geo";
import { equalEarth } from "./project.ts";

/** Degrees, longitude first; longitudes of one line run on past ±180 rather than jump. */
export type Line = readonly (readonly [longitude: number, latitude: number])[];

const RADIANS = Math.PI / 180;
/**
 * Longest edge along a parallel, in degrees: d3 draws edges as great circles, which at 49° N leave
 * a parallel by a quarter of a pixel in 8°.
 */
const LONGEST = 8;

/**
 * Leaves out the vertices of a line that can't be seen: Douglas and Peucker's algorithm (1973),
 * measured in pixels of the projected map, about each of the given centres at once, so that one line
 * serves them all. Its ends stay; a closed line keeps at least a triangle.
 *
 * @param line an arc of the topology
 * @param centers longitudes in degrees at the middle of the maps it is meant for
 * @param tolerance greatest distance in pixels (at the width the picture is made for)
 */
export function simplify(
	line: Line,
	centers: readonly number[],
	tolerance: number,
): Line {
	const planes = centers.flatMap((center) => onPlanes(line, center));
	const keep = new Set([0, line.length - 1]);
	const ranges: [number, number][] = [[0, line.length - 1]];
	for (let range = ranges.pop(); range; range = ranges.pop()) {
		const [from, to] = range;
		if (to - from < 2) continue;
		let { index, distance } = farthest(planes, from, to);
		if (distance <= tolerance && !(closed(line) && keep.size < 4)) {
			if (Math.abs(longitude(line, to) - longitude(line, from)) < LONGEST)
				continue;
			index = (from + to) >> 1;
		}
		keep.add(index);
		ranges.unshift([from, index], [index, to]);
	}
	return line.filter((_, index) => keep.has(index));
}

function longitude(line: Line, index: number): number {
	return line[index]?.[0] ?? 0;
}

function closed(line: Line): boolean {
	const first = line[0];
	const last = line.at(-1);
	return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

type Plane = readonly (readonly [x: number, y: number])[];

/** The line in pixels, as if the map had no edge to cut it at; one that crosses the edge, as seen from either side. */
function onPlanes(line: Line, center: number): Plane[] {
	const scale = equalEarth(center).scale();
	const turns = new Set(
		line.map(([longitude]) => Math.round((longitude - center) / 360)),
	);
	return [...turns].map((turn) =>
		line.map(([longitude, latitude]) => {
			const [x, y] = geoEqualEarthRaw(
				(longitude - center - turn * 360) * RADIANS,
				latitude * RADIANS,
			);
			return [x * scale, y * scale];
		}),
	);
}

function farthest(planes: readonly Plane[], from: number, to: number) {
	let index = from + 1;
	let distance = -1;
	for (let i = from + 1; i < to; i++) {
		const far = Math.max(...planes.map((plane) => offset(plane, i, from, to)));
		if (far > distance) {
			index = i;
			distance = far;
		}
	}
	return { index, distance };
}

/** Distance in pixels of one vertex from the segment between two others. */
function offset(plane: Plane, i: number, from: number, to: number): number {
	const [x, y] = plane[i] ?? [0, 0];
	const [ax, ay] = plane[from] ?? [0, 0];
	const [bx, by] = plane[to] ?? [0, 0];
	const length = (bx - ax) ** 2 + (by - ay) ** 2;
	const along = length
		? Math.min(
				1,
				Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length),
			)
		: 0;
	return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
