/** A base map of an editor's own: any TopoJSON or GeoJSON with ids, brought into the form of world-atlas. */

/// <reference path="./d3-geo-projection.d.ts" />
import { readFileSync, statSync } from "node:fs";
import { geoArea } from "d3-geo";
import { geoStitch } from "d3-geo-projection";
import type {
	Feature,
	FeatureCollection,
	Geometry,
	MultiPolygon,
	Position,
} from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { Report } from "../model/parse/columns.ts";
import { type Messages, messagesEn } from "../model/parse/messages.ts";
import type { Problem, Result } from "../model/types.ts";
import type { Countries } from "./countries.ts";

/** Greatest size of a file in megabytes. */
const MOST = 64;
/** Steps of the grid round the Earth, finer than anything drawn. */
const GRID = 1e6;
/** Where files name a feature that carries no id. */
const ID_PROPERTIES = [
	"id",
	"ISO_A3",
	"iso_a3",
	"ISO3",
	"ADM0_A3",
	"adm0_a3",
	"ISO_A2",
	"iso_a2",
	"ISO_N3",
	"iso_n3",
];

/**
 * Reads a base map.
 *
 * @param path of the file
 * @param name what messages call it
 * @param say the messages in the reader's language
 * @returns its features, wound as d3 has it and without a seam at the antimeridian; or every problem. Never throws.
 */
export function readGeometry(
	path: string,
	name: string,
	say: Messages = messagesEn,
): Result<Countries> {
	const problems: Problem[] = [];
	const report: Report = (where, message) =>
		problems.push({ path: where, message: message(say) });
	const features = featuresIn(path, name, report);
	let shapes: Feature<MultiPolygon>[] = [];
	try {
		shapes = features.flatMap((each, i) => shapeOf(each, i + 1, name, report));
	} catch {
		// Something isn't what its type says.
		report(name, (say) => say.geometryKind());
	}
	if (!problems.length && !shapes.length)
		report(name, (say) => say.geometryEmpty());
	if (problems.length) return { ok: false, problems };
	try {
		const collection: FeatureCollection<MultiPolygon> = {
			type: "FeatureCollection",
			features: shapes,
		};
		const made = topology({ countries: geoStitch(collection) }, GRID);
		return { ok: true, value: made as unknown as Countries };
	} catch {
		report(name, (say) => say.geometryKind());
		return { ok: false, problems };
	}
}

function featuresIn(path: string, name: string, report: Report): Feature[] {
	let json: string;
	try {
		const stat = statSync(path);
		if (!stat.isFile()) {
			report(name, (say) => say.fileKind());
			return [];
		}
		if (stat.size > MOST * 1024 * 1024) {
			report(name, (say) => say.fileTooBig(MOST));
			return [];
		}
		json = readFileSync(path, "utf8");
	} catch (error) {
		const code =
			error instanceof Error && "code" in error ? String(error.code) : "";
		report(name, (say) =>
			code === "ENOENT" ? say.fileMissing() : say.fileUnreadable(code),
		);
		return [];
	}
	try {
		const value = JSON.parse(json.replace(/^\uFEFF/, ""));
		const found: Feature[] =
			value.type === "Topology"
				? Object.values(value.objects).flatMap((object) => {
						const made = feature(value, object as never) as unknown as
							| Feature
							| FeatureCollection;
						return made.type === "Feature" ? [made] : made.features;
					})
				: value.type === "FeatureCollection"
					? value.features
					: value.type === "Feature"
						? [value]
						: [];
		if (found.length) return [...found];
	} catch {
		// Said below.
	}
	report(name, (say) => say.geometryKind());
	return [];
}

/** A feature as polygons under one id; what has no area, or no id, is none of a map's places. */
function shapeOf(
	each: Feature,
	number: number,
	name: string,
	report: Report,
): Feature<MultiPolygon>[] {
	const id = idOf(each);
	const polygons = polygonsIn(each?.geometry);
	if (!polygons.length) return [];
	if (id === null) {
		report(name, (say) => say.featureWithoutId(number, nameOf(each)));
		return [];
	}
	if (!polygons.flat(2).every(isPosition)) {
		report(name, (say) => say.geometryDegrees(id));
		return [];
	}
	const coordinates = polygons.map(wound).filter((rings) => rings.length);
	return [
		{
			type: "Feature",
			id,
			// Cut-outs find a feature by its name.
			properties: { name: nameOf(each) || id },
			geometry: { type: "MultiPolygon", coordinates },
		},
	];
}

/** What a file calls a feature; empty where it doesn't. */
function nameOf(each: Feature): string {
	const { name, NAME, ADMIN } = each?.properties ?? {};
	return String(name ?? NAME ?? ADMIN ?? "").slice(0, 60);
}

function idOf(each: Feature): string | null {
	const candidates = [
		each?.id,
		...ID_PROPERTIES.map((name) => each?.properties?.[name]),
	];
	for (const candidate of candidates) {
		const text = String(candidate ?? "").trim();
		// Natural Earth writes -99 for "none".
		if (text && text !== "-99" && text.length <= 64) return text;
	}
	return null;
}

function polygonsIn(geometry: Geometry | null | undefined): Position[][][] {
	switch (geometry?.type) {
		case "Polygon":
			return [geometry.coordinates];
		case "MultiPolygon":
			return [...geometry.coordinates];
		case "GeometryCollection":
			return geometry.geometries.flatMap((each) =>
				each.type === "GeometryCollection" ? [] : polygonsIn(each),
			);
		default:
			return [];
	}
}

function isPosition(at: unknown): boolean {
	const [longitude, latitude] = Array.isArray(at) ? at : [];
	return (
		Number.isFinite(longitude) &&
		Number.isFinite(latitude) &&
		Math.abs(longitude) <= 540 &&
		Math.abs(latitude) <= 90.001
	);
}

/** Rings wound as d3 wants them, clockwise outside; nothing on a map of countries is bigger than half the Earth. */
function wound(rings: Position[][]): Position[][] {
	const measured = rings
		.filter((ring) => ring.length >= 4)
		.map((ring) => {
			const flat = ring.map(([x = 0, y = 0]): Position => [x, y]);
			const area = geoArea({ type: "Polygon", coordinates: [flat] });
			return { flat, area, smaller: Math.min(area, 4 * Math.PI - area) };
		})
		// The outer ring isn't the first one in every file.
		.sort((a, b) => b.smaller - a.smaller);
	return measured.map(({ flat, area }, i) =>
		area <= 2 * Math.PI === (i === 0) ? flat : flat.toReversed(),
	);
}
