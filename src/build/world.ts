import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoPath } from "d3-geo";
import type { Position } from "geojson";
import { feature, mergeArcs } from "topojson-client";
import { MOST_MARKERS } from "../geo/declutter.ts";
import { equalEarth, WIDTH } from "../geo/project.ts";
import { type Line, simplify } from "../geo/simplify.ts";
import type { PlaceGeometry, World } from "../geo/world.ts";
import { type Messages, messagesEn } from "../model/parse/messages.ts";
import type { Cutout, Dataset, Problem, Result } from "../model/types.ts";
import { type Countries, decode } from "./countries.ts";
import { MOST_OFF, part, polygonsIn } from "./parting.ts";

/** What messages call it. */
export const ATLAS = "world-atlas";
/** Steps of the grid in one tolerance, and round the Earth where nothing is left out. */
const FINENESS = 5;
const FINEST = 1e6;
/** Below it a place gets a marker (the convention of Wikipedia's maps). Square kilometres. */
const SMALL = 20_000;
const SQUARE_KM_PER_STERADIAN = 6371.0088 ** 2;

/** The rings of one polygon as indexes of arcs, outer ring first. */
type Rings = readonly (readonly number[])[];

/** Reads world-atlas from where npm put it. */
export function readCountries(): Countries {
	const path = createRequire(import.meta.url).resolve(
		"world-atlas/countries-50m.json",
	);
	return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * Makes the world out of world-atlas: every polygon goes to the one place it belongs to, every place
 * without a polygon becomes a point, and what can't be seen at the picture's width is left out.
 *
 * @param dataset says which places there are, and what is cut out of which feature
 * @param atlas the topology it is cut from
 * @param tolerance greatest distance in pixels that a line may move; 0 keeps every vertex
 * @param own name of the file, where the topology is the editor's own
 * @param say the messages in the reader's language
 * @returns the world, or every place that is missing, doubled or unknown
 */
export function buildWorld(
	dataset: Dataset,
	atlas: Countries,
	tolerance: number,
	own: string | null = null,
	say: Messages = messagesEn,
): Result<World> {
	const { countries, polygons, problems } = assign(dataset, atlas, own, say);
	const lines = new Map<number, Line>();
	const centers = [...new Set(Object.values(dataset.manifest.centers))];
	const grid = tolerance ? Math.round((FINENESS * WIDTH) / tolerance) : FINEST;
	// The grid moves vertices as well.
	const slack = tolerance * (1 - 1 / FINENESS);
	const lineOf = (arc: number): Line => {
		const index = arc < 0 ? ~arc : arc;
		let line = lines.get(index);
		if (!line) {
			const whole = decode(countries, index);
			line = snap(tolerance ? simplify(whole, centers, slack) : whole, grid);
			lines.set(index, line);
		}
		return arc < 0 ? line.toReversed() : line;
	};
	const keep = (arc: number): void => {
		const index = arc < 0 ? ~arc : arc;
		lines.set(index, snap(decode(countries, index), grid));
	};
	const drawnArea = ([outer = []]: Rings): number => {
		const coordinates = outer.flatMap((arc, i): Position[] =>
			lineOf(arc)
				.slice(i ? 1 : 0)
				.map((position) => [...position]),
		);
		const steradians = geoArea({ type: "Polygon", coordinates: [coordinates] });
		// A ring that shrank to a line, or turned over, encloses the rest of the Earth.
		return steradians < 2 * Math.PI ? steradians * PIXELS_PER_STERADIAN : 0;
	};
	const used = new Map<number, number>();
	const renumber = (arc: number): number => {
		const index = arc < 0 ? ~arc : arc;
		const number = used.get(index) ?? used.size;
		used.set(index, number);
		return arc < 0 ? ~number : number;
	};
	const points = new Map(dataset.points.map((row) => [row.place, row.at]));
	const geometries: PlaceGeometry[] = [];
	for (const { id } of dataset.places) {
		const parts = polygons.get(id);
		const point = points.get(id);
		if (parts && point && own === null)
			problems.push({
				path: "points.csv",
				message: say.pointWithShape(id),
			});
		if (parts) {
			const areas = parts.map((rings) => area(countries, rings));
			const biggest = Math.max(...areas);
			const small = areas.reduce((sum, a) => sum + a, 0) < SMALL;
			const drawn = parts.filter((rings, i) => {
				const pixels = (areas[i] ?? 0) / SQUARE_KM_PER_PIXEL;
				if (pixels <= tolerance ** 2 && areas[i] !== biggest) return false;
				// An island too thin to be simplified without turning over keeps every vertex.
				if (drawnArea(rings) === 0) for (const arc of rings[0] ?? []) keep(arc);
				return drawnArea(rings) > 0;
			});
			const main = parts[areas.indexOf(biggest)] ?? [];
			geometries.push(
				drawn.length
					? {
							type: "MultiPolygon",
							id,
							properties: small ? { small } : {},
							arcs: drawn.map((rings) =>
								rings.map((ring) => ring.map(renumber)),
							),
						}
					: {
							type: "Point",
							id,
							properties: { small: true },
							coordinates: onGrid(geoCentroid(polygon(countries, main)), grid),
						},
			);
		} else if (point)
			geometries.push({
				type: "Point",
				id,
				properties: { small: true },
				coordinates: onGrid(point, grid),
			});
		else
			problems.push({
				path: "places.csv",
				message: say.placeWithoutShape(id, own ?? ATLAS),
			});
	}
	if (problems.length) return { ok: false, problems };
	// So many would cover each other and the map; outlines show when zoomed into.
	if (
		geometries.filter(({ properties }) => properties?.small).length >
		MOST_MARKERS
	)
		for (const [i, geometry] of geometries.entries())
			if (geometry.type === "MultiPolygon")
				geometries[i] = { ...geometry, properties: {} };
	return {
		ok: true,
		value: {
			type: "Topology",
			transform: { scale: [360 / grid, 360 / grid], translate: [0, 0] },
			objects: { places: { type: "GeometryCollection", geometries } },
			arcs: [...used.keys()].map((index) => encode(lineOf(index), grid)),
		},
	};
}

/** Which polygons belong to which place, of the topology with what is cut out of it, and what doesn't fit. */
function assign(
	dataset: Dataset,
	atlas: Countries,
	own: string | null,
	say: Messages,
) {
	const problems: Problem[] = [];
	let countries = atlas;
	// Another map may draw the place already.
	for (const cutout of own === null ? dataset.cutouts : []) {
		const parted = part(countries, cutout);
		if (parted) countries = parted;
		else
			problems.push({
				path: "cutouts.csv",
				message: say.lineOffOutline(cutout.place, cutout.from, MOST_OFF),
			});
	}
	const polygons = new Map<string, Rings[]>();
	const byCode = new Map(
		dataset.places.flatMap(({ id, a2, numeric }) =>
			// World-atlas has numeric codes, other files have whichever they like.
			[id, a2, numeric].filter(Boolean).map((code) => [code, id]),
		),
	);
	const unused = new Set(dataset.cutouts);
	for (const geometry of countries.objects.countries.geometries) {
		const { name } = { name: "", ...geometry.properties };
		const cutouts = dataset.cutouts.filter((cutout) => cutout.from === name);
		const whole = cutouts.find((cutout) => !cutout.box);
		const owner = whole?.place ?? byCode.get(String(geometry.id).toUpperCase());
		if (whole) unused.delete(whole);
		for (const rings of polygonsOf(geometry, countries)) {
			const cutout = cutouts.find(
				(c) => c.box && inBox(c.box, geoCentroid(polygon(countries, rings))),
			);
			if (cutout) unused.delete(cutout);
			const place = cutout?.place ?? owner;
			if (!place) {
				problems.push({
					path: own ?? "cutouts.csv",
					message: own
						? say.featureWithoutPlace(String(geometry.id), name)
						: say.shapeWithoutPlace(name, ATLAS, String(geometry.id ?? "none")),
				});
				continue;
			}
			polygons.set(place, [...(polygons.get(place) ?? []), rings]);
		}
	}
	// Cut-outs mend what world-atlas lacks; another map may have it.
	for (const cutout of own === null ? unused : [])
		problems.push({
			path: "cutouts.csv",
			message: say.cutoutWithoutShape(cutout.place, cutout.from, ATLAS),
		});
	for (const place of new Set(
		dataset.cutouts.filter(({ line }) => line.length).map((c) => c.place),
	)) {
		const pieces = polygons.get(place);
		if (pieces && own === null) polygons.set(place, joined(countries, pieces));
	}
	return { countries, polygons, problems };
}

function polygonsOf(
	geometry: Countries["objects"]["countries"]["geometries"][number],
	countries: Countries,
): Rings[] {
	return polygonsIn(geometry).map((rings) =>
		rings.filter((ring) => !ring.every((arc) => pinhole(countries, arc))),
	);
}

/** Polygons without the lines between them. */
function joined(countries: Countries, polygons: readonly Rings[]): Rings[] {
	return mergeArcs(
		countries,
		polygons.map((rings) => ({
			type: "Polygon",
			arcs: rings.map((ring) => [...ring]),
		})),
	).arcs;
}

/** world-atlas leaves a hole of a hundred metres at the South Pole. */
function pinhole(countries: Countries, arc: number): boolean {
	return decode(countries, arc < 0 ? ~arc : arc).every(([, y]) => y < -89.9);
}

function inBox(box: NonNullable<Cutout["box"]>, [x, y]: [number, number]) {
	const [west, south, east, north] = box;
	return x >= west && x <= east && y >= south && y <= north;
}

function polygon(countries: Countries, rings: Rings) {
	return feature(countries, {
		type: "Polygon",
		arcs: rings.map((ring) => [...ring]),
	});
}

function area(countries: Countries, rings: Rings): number {
	return geoArea(polygon(countries, rings)) * SQUARE_KM_PER_STERADIAN;
}

/** The projection keeps areas: the whole Earth's 4π steradians are spread evenly over the sphere's pixels. */
const PIXELS_PER_STERADIAN =
	geoPath(equalEarth(0)).area({ type: "Sphere" }) / (4 * Math.PI);
const SQUARE_KM_PER_PIXEL = SQUARE_KM_PER_STERADIAN / PIXELS_PER_STERADIAN;

/** The line on the grid, without steps of no length (its ends stay). */
function snap(line: Line, grid: number): Line {
	const step = 360 / grid;
	const snapped = line.map(
		([x, y]) =>
			[Math.round(x / step) * step, Math.round(y / step) * step] as const,
	);
	return snapped.filter(
		([x, y], i) =>
			i === 0 ||
			i === snapped.length - 1 ||
			x !== snapped[i - 1]?.[0] ||
			y !== snapped[i - 1]?.[1],
	);
}

/** A position in degrees as the grid's whole numbers. */
function onGrid(
	[longitude, latitude]: readonly [number, number],
	grid: number,
): [number, number] {
	return [
		Math.round((longitude / 360) * grid),
		Math.round((latitude / 360) * grid),
	];
}

/** An arc as TopoJSON's differences on the grid. */
function encode(line: Line, grid: number): number[][] {
	let x = 0;
	let y = 0;
	return line.map((position) => {
		const [toX, toY] = onGrid(position, grid);
		const step = [toX - x, toY - y];
		x = toX;
		y = toY;
		return step;
	});
}
