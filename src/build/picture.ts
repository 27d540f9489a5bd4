/** The places' outlines as they travel: path data in whole numbers, and as little of it as the tolerance allows. */

import {
	type GeoContext,
	type GeoPermissibleObjects,
	geoGraticule,
	geoPath,
} from "d3-geo";
import type { Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { MultiPolygon } from "topojson-specification";
import { fit } from "../geo/fit.ts";
import { PathData } from "../geo/path-data.ts";
import { type Atlas, equalEarth, type Point } from "../geo/project.ts";
import type { Ring } from "../geo/rings.ts";
import { SCALE } from "../geo/size.ts";
import type { World } from "../geo/world.ts";

/** Steps per pixel of the outlines for the map that is zoomed into. */
const FINE = 20;
/** Steps per pixel of meridians and parallels: a smooth line shows every corner. */
const SMOOTH = 8;
/** Cells of the grid that an island must cover to be seen; a place's biggest one is drawn whatever its size. */
const SEEN = 3;
/** Longest edge in degrees: along a parallel, edges leave the great circles that d3 draws. */
const LONGEST = 2;
/** Precision in pixels of what d3 draws, and of where two places' vertices are one. */
const PRECISE = 0.05;
const SAME = 1000;

/** A place's rings in the plane, as indexes of arcs. */
interface Outline {
	readonly id: string;
	readonly rings: readonly (readonly number[])[];
}

/** All places in the plane; neighbours share their borders' arcs. Pixels. */
interface Plane {
	readonly arcs: readonly (readonly Point[])[];
	readonly outlines: readonly Outline[];
}

/**
 * Draws the picture that is shown before anything else, on a grid of one unit of its view box, which is also
 * what a vertex may move; and its finer outlines.
 *
 * @param world every vertex there is, in degrees
 * @param atlas the same world as projected, for the markers
 */
export function drawPicture(
	world: World,
	{ center, markers, anchors }: Atlas,
): { readonly picture: Atlas; readonly fine: Atlas["shapes"] } {
	const plane = planeOf(world, center);
	const scaled = (points: Readonly<Record<string, Point>>) =>
		Object.fromEntries(
			Object.entries(points).map(([id, [x, y]]): [string, Point] => [
				id,
				[Math.round(x * SCALE), Math.round(y * SCALE)],
			]),
		);
	const draw = (object: GeoPermissibleObjects, closed: boolean): string =>
		pathOf(
			linesOf(object, center).map((line) =>
				fit(line.map(times(SMOOTH))).map(times(SCALE / SMOOTH)),
			),
			closed,
		);
	return {
		picture: {
			center,
			scale: SCALE,
			sphere: draw({ type: "Sphere" }, true),
			graticule: draw(geoGraticule().step([30, 30])(), false),
			shapes: shapesOf(plane, SCALE),
			markers: scaled(markers),
			anchors: scaled(anchors),
		},
		fine: shapesOf(plane, FINE),
	};
}

/** Projects the world; what d3 cut at the map's edge finds its neighbours again. */
function planeOf(world: World, center: number): Plane {
	const rings = new Map<string, Position[][]>();
	for (const { id, geometry } of feature(world, world.objects.places)
		.features) {
		if (geometry.type !== "MultiPolygon") continue;
		const coordinates = geometry.coordinates.map((polygon) =>
			polygon.map(withShortEdges),
		);
		const lines = linesOf({ type: "MultiPolygon", coordinates }, center);
		const same = (value: number) => Math.round(value * SAME) / SAME;
		rings.set(
			String(id),
			lines.map((line) => line.map(([x, y]) => [same(x), same(y)])),
		);
	}
	const { arcs, objects } = topology(
		Object.fromEntries(
			[...rings].map(([id, lines]) => [
				id,
				{ type: "MultiPolygon", coordinates: lines.map((line) => [line]) },
			]),
		),
	);
	return {
		arcs: arcs.map((arc) => arc.map(([x = 0, y = 0]): Point => [x, y])),
		outlines: Object.entries(objects).map(([id, object]) => ({
			id,
			rings: (object as MultiPolygon).arcs.flat(),
		})),
	};
}

function withShortEdges(ring: Position[]): Position[] {
	return ring.flatMap((to, i) => {
		const [x = 0, y = 0] = to;
		const [fromX = x, fromY = y] = ring[i - 1] ?? [];
		const parts =
			Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) / LONGEST) ||
			1;
		return Array.from({ length: parts }, (_, k) => {
			const part = (k + 1) / parts;
			// The end to the last digit: its neighbours have it, too.
			return part === 1
				? to
				: [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
		});
	});
}

/** The lines that d3 draws, in pixels; closed ones end where they start. */
function linesOf(object: GeoPermissibleObjects, center: number): Point[][] {
	const lines: Point[][] = [];
	const context: GeoContext = {
		beginPath() {},
		arc() {},
		moveTo: (x, y) => lines.push([[x, y]]),
		lineTo: (x, y) => lines.at(-1)?.push([x, y]),
		closePath() {
			const line = lines.at(-1);
			if (line?.[0]) line.push(line[0]);
		},
	};
	geoPath(equalEarth(center).precision(PRECISE), context)(object);
	return lines;
}

/**
 * Path data of every place on a grid.
 *
 * @param steps of the grid per pixel
 */
function shapesOf(plane: Plane, steps: number): Record<string, string> {
	const arcs = plane.arcs.map((arc) => arc.map(times(steps)));
	const drawn = plane.outlines.map(({ id, rings }) => {
		const areas = rings.map((ring) => Math.abs(areaOf(join(ring, arcs))));
		const biggest = Math.max(...areas);
		const seen = rings.filter((_, i) => {
			const area = areas[i] ?? 0;
			return area > SEEN || area === biggest;
		});
		return { id, rings: seen };
	});
	const used = new Set(drawn.flatMap(({ rings }) => rings.flat().map(indexOf)));
	const fitted = arcs.map((arc, i) => (used.has(i) ? fit(arc) : []));
	const turned = windings(drawn, fitted);
	return Object.fromEntries(
		drawn.map(({ id, rings }) => {
			const lines = rings.map((ring) => {
				const line = join(ring, fitted);
				const whole = isFlat(line) ? triangle(join(ring, arcs), line) : line;
				return turned.has(id) ? whole.toReversed() : whole;
			});
			const scaled = inTurn(lines).map((line) =>
				line.map(times(SCALE / steps)),
			);
			return [id, pathOf(scaled, true)];
		}),
	);
}

/**
 * The places to draw the other way round, so that as much as can be of the borders runs in the same
 * direction in both places' path data: it is the same text then, which compresses to nothing.
 */
function windings(
	outlines: readonly Outline[],
	arcs: readonly (readonly Point[])[],
): ReadonlySet<string> {
	const uses = new Map<number, { id: string; forward: boolean }[]>();
	for (const { id, rings } of outlines)
		for (const arc of rings.flat()) {
			const use = { id, forward: arc >= 0 };
			const others = uses.get(indexOf(arc));
			if (others) others.push(use);
			else uses.set(indexOf(arc), [use]);
		}
	const turned = new Set<string>();
	const runs = ({ id, forward }: { id: string; forward: boolean }) =>
		forward !== turned.has(id);
	// Every turn makes the text shorter, so that it ends.
	for (let better = true; better; ) {
		better = false;
		for (const { id, rings } of outlines) {
			let gain = 0;
			for (const arc of rings.flat()) {
				const own = runs({ id, forward: arc >= 0 });
				for (const other of uses.get(indexOf(arc)) ?? []) {
					if (other.id === id) continue;
					const vertices = arcs[indexOf(arc)]?.length ?? 0;
					gain += runs(other) === own ? -vertices : vertices;
				}
			}
			if (gain <= 0) continue;
			if (!turned.delete(id)) turned.add(id);
			better = true;
		}
	}
	return turned;
}

/** The rings so that each starts near where the one before did: short steps between them. */
function inTurn(rings: readonly Ring[]): Ring[] {
	const left = [...rings];
	const sorted: Ring[] = [];
	let [x, y]: Point = [0, 0];
	const far = ([[toX, toY] = [0, 0]]: Ring) =>
		Math.abs(toX - x) + Math.abs(toY - y);
	while (left.length) {
		const nearest = left.reduce((a, b) => (far(b) < far(a) ? b : a));
		left.splice(left.indexOf(nearest), 1);
		sorted.push(nearest);
		[x, y] = nearest[0] ?? [x, y];
	}
	return sorted;
}

/**
 * The triangle on the grid that comes nearest to an island which shrank to a line or a point.
 *
 * @param ring the island
 * @param points what is left of it, all on one line
 */
function triangle(ring: Ring, points: Ring): Ring {
	const end = farthest(points[0] ?? [0, 0], points);
	const [x, y] = farthest(end, points);
	const other: Point = x === end[0] && y === end[1] ? [x + 1, y] : [x, y];
	const area = Math.abs(areaOf(ring));
	let best: Ring = [];
	let least = Number.POSITIVE_INFINITY;
	const [left, right] = [end[0], other[0]].sort((a, b) => a - b);
	const [top, bottom] = [end[1], other[1]].sort((a, b) => a - b);
	for (let u = (left ?? 0) - 1; u <= (right ?? 0) + 1; u++)
		for (let v = (top ?? 0) - 1; v <= (bottom ?? 0) + 1; v++) {
			const made: Ring = [end, other, [u, v]];
			if (!areaOf(made)) continue;
			const far = Math.min(...ring.map((at) => distance(at, [u, v])));
			const unlike = Math.abs(Math.abs(areaOf(made)) - area) + far;
			if (unlike >= least) continue;
			least = unlike;
			best = made;
		}
	return best;
}

/** Whether all points lie on one line; there and back by two ways encloses nothing either, but shows. */
function isFlat(points: Ring): boolean {
	const [start = [0, 0]] = points;
	const end = farthest(start, points);
	return points.every((at) => areaOf([start, end, at]) === 0);
}

function farthest(from: Point, points: Ring): Point {
	return points.reduce(
		(a, b) => (distance(from, b) > distance(from, a) ? b : a),
		from,
	);
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
	return Math.hypot(bx - ax, by - ay);
}

/** A ring out of its arcs; the first point isn't repeated. */
function join(
	ring: readonly number[],
	arcs: readonly (readonly Point[])[],
): Ring {
	const points = ring.flatMap((arc) => {
		const line = arcs[indexOf(arc)] ?? [];
		return (arc < 0 ? line.toReversed() : line).slice(0, -1);
	});
	// An arc that shrank to a point is left with none.
	const [first] = ring;
	return points.length || first === undefined
		? points
		: (arcs[indexOf(first)] ?? []);
}

function indexOf(arc: number): number {
	return arc < 0 ? ~arc : arc;
}

/** Area in square units, by the shoelace formula; its sign tells the direction. */
function areaOf(ring: Ring): number {
	let twice = 0;
	ring.forEach(([x, y], i) => {
		const [toX, toY] = ring[(i + 1) % ring.length] ?? [x, y];
		twice += x * toY - toX * y;
	});
	return twice / 2;
}

function times(factor: number): (point: Point) => Point {
	return ([x, y]) => [x * factor, y * factor];
}

function pathOf(lines: readonly (readonly Point[])[], closed: boolean): string {
	const data = new PathData();
	for (const line of lines) {
		line.forEach(([x, y], i) => {
			if (i === 0) data.moveTo(x, y);
			else data.lineTo(x, y);
		});
		if (closed) data.closePath();
	}
	return data.take();
}
