import type { GeometryCollection, Topology } from "topojson-specification";
import type { Line } from "../geo/simplify.ts";

/** Natural Earth's countries at 1:50 million, as the package world-atlas ships them. */
export type Countries = Topology<{
	readonly countries: GeometryCollection<{ readonly name: string }>;
}>;

/** An arc in degrees; where world-atlas stitched it over the antimeridian it runs on. */
export function decode(countries: Countries, index: number): Line {
	const { scale = [1, 1], translate = [0, 0] } = countries.transform ?? {};
	let x = 0;
	let y = 0;
	let turns = 0;
	let before: number | undefined;
	return (countries.arcs[index] ?? []).map(([dx = 0, dy = 0]) => {
		x += dx;
		y += dy;
		const longitude = x * scale[0] + translate[0];
		if (before !== undefined)
			turns -= Math.round((longitude - before) / 360) * 360;
		before = longitude;
		return [longitude + turns, y * scale[1] + translate[1]];
	});
}
