/** Parts a feature along a line, so that a piece of it can be a place of its own. */

import type { Cutout } from "../model/types.ts";
import { type Countries, decode } from "./countries.ts";

/** How far the ends of a line may lie from vertices of the outline. Degrees. */
export const MOST_OFF = 0.05;

type Geometry = Countries["objects"]["countries"]["geometries"][number];
type Ring = readonly number[];
type Position = readonly [number, number];

/**
 * Parts the outline that a cut-out's line begins and ends on. The ends move to the nearest vertices, and both pieces share
 * the line, so that nothing gapes or overlaps at any resolution.
 *
 * @returns the topology with one polygon more; `null` if no outline of the feature has a vertex near either end
 */
export function part(
	countries: Countries,
	{ from, line }: Cutout,
): Countries | null {
	const [first, last] = [line.at(0), line.at(-1)];
	if (!first || !last) return countries;
	const begun = cornerAt(countries, from, first);
	const ended = begun && cornerAt(begun, from, last);
	if (!ended) return null;
	const [a, b] = [nearest(ended, from, first), nearest(ended, from, last)];
	if (!a || !b || a.arc === b.arc) return null;
	const added = ended.arcs.length;
	const whole: Countries = {
		...ended,
		arcs: [...ended.arcs, encode(ended, [a.at, ...line.slice(1, -1), b.at])],
	};
	let found = false;
	const parted = changed(whole, from, (polygon) => {
		const [outer = [], ...holes] = polygon;
		const [i, j] = [outer.indexOf(a.arc), outer.indexOf(b.arc)];
		if (i < 0 || j < 0) return [polygon];
		found = true;
		const way = (start: number, end: number) =>
			start < end
				? outer.slice(start, end)
				: [...outer.slice(start), ...outer.slice(0, end)];
		return [[[...way(i, j), ~added], ...holes], [[...way(j, i), added]]];
	});
	return found ? parted : null;
}

/** Where an arc of a feature's outer rings begins, the nearest to a position. */
function nearest(countries: Countries, name: string, to: Position) {
	const corners = ringsOf(countries, name)
		.flat()
		.flatMap((arc) => {
			const way = decode(countries, arc < 0 ? ~arc : arc);
			const at = way.at(arc < 0 ? -1 : 0);
			return at ? [{ arc, at, off: distance(at, to) }] : [];
		})
		.sort((one, other) => one.off - other.off);
	return corners[0] && corners[0].off <= MOST_OFF ? corners[0] : undefined;
}

/** The topology with an arc that begins at the outline's vertex nearest to a position. */
function cornerAt(
	countries: Countries,
	name: string,
	to: Position,
): Countries | null {
	const vertices = ringsOf(countries, name)
		.flat()
		.flatMap((arc) => {
			const index = arc < 0 ? ~arc : arc;
			return decode(countries, index).map((at, i) => ({
				index,
				i,
				off: distance(at, to),
			}));
		})
		.sort((one, other) => one.off - other.off);
	const [vertex] = vertices;
	return vertex && vertex.off <= MOST_OFF
		? split(countries, vertex.index, vertex.i)
		: null;
}

/** The topology with an arc cut in two at a vertex; every outline that has the arc gets both. */
function split(countries: Countries, index: number, at: number): Countries {
	const arc = countries.arcs[index] ?? [];
	if (at <= 0 || at >= arc.length - 1) return countries;
	const sum = (axis: number) =>
		arc.slice(0, at + 1).reduce((total, step) => total + (step[axis] ?? 0), 0);
	const added = countries.arcs.length;
	const halves = (each: number) =>
		each === index
			? [index, added]
			: each === ~index
				? [~added, ~index]
				: [each];
	return changed(
		{
			...countries,
			arcs: [
				...countries.arcs.map((each) =>
					each === arc ? arc.slice(0, at + 1) : each,
				),
				[[sum(0), sum(1)], ...arc.slice(at + 1)],
			],
		},
		null,
		(polygon) => [polygon.map((ring) => ring.flatMap(halves))],
	);
}

/** The topology with the polygons of a feature, or of all, made anew. */
function changed(
	countries: Countries,
	name: string | null,
	make: (polygon: readonly Ring[]) => readonly (readonly Ring[])[],
): Countries {
	const { geometries } = countries.objects.countries;
	return {
		...countries,
		objects: {
			countries: {
				...countries.objects.countries,
				geometries: geometries.map((geometry): Geometry => {
					if (name !== null && nameOf(geometry) !== name) return geometry;
					const arcs = polygonsIn(geometry).flatMap((polygon) =>
						make(polygon).map((rings) => rings.map((ring) => [...ring])),
					);
					return { ...geometry, type: "MultiPolygon", arcs } as Geometry;
				}),
			},
		},
	};
}

/** The polygons of a feature as rings of arcs. */
export function polygonsIn(geometry: Geometry): readonly (readonly Ring[])[] {
	switch (geometry.type) {
		case "Polygon":
			return [geometry.arcs];
		case "MultiPolygon":
			return geometry.arcs;
		default:
			return [];
	}
}

/** The name of a feature; empty where it has none. */
export const nameOf = ({ properties }: Geometry): string =>
	properties && "name" in properties ? properties.name : "";

/** The outer rings of a feature. */
function ringsOf(countries: Countries, name: string): readonly Ring[] {
	return countries.objects.countries.geometries
		.filter((geometry) => nameOf(geometry) === name)
		.flatMap((geometry) => polygonsIn(geometry).map(([outer = []]) => outer));
}

/** A line as the topology's differences on its grid. */
function encode(
	{ transform }: Countries,
	line: readonly Position[],
): number[][] {
	const { scale = [1, 1], translate = [0, 0] } = transform ?? {};
	let x = 0;
	let y = 0;
	return line.map((position) => {
		const toX = (position[0] - translate[0]) / scale[0];
		const toY = (position[1] - translate[1]) / scale[1];
		const at = transform ? [Math.round(toX), Math.round(toY)] : [toX, toY];
		const step = [(at[0] ?? 0) - x, (at[1] ?? 0) - y];
		[x = 0, y = 0] = at;
		return step;
	});
}

const distance = ([x, y]: Position, [toX, toY]: Position): number =>
	Math.hypot(x - toX, y - toY);
