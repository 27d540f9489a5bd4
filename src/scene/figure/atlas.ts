import { geoGraticule, geoPath } from "d3-geo";
import { type Borders, drawBorders } from "../../geo/borders.ts";
import { declutter } from "../../geo/declutter.ts";
import { PathData } from "../../geo/path-data.ts";
import {
	type Atlas,
	equalEarth,
	type Point,
	project,
} from "../../geo/project.ts";
import type { World } from "../../geo/world.ts";
import { MARKER_ROOM } from "../markers.ts";
import { LAYOUT_IDS, LAYOUTS, type LayoutId } from "./layouts.ts";

/** What figures are drawn from: the projected world, its edges, and where each layout's markers go. */
export interface FigureAtlas extends Atlas {
	readonly borders: Borders;
	readonly placed: Readonly<Record<LayoutId, Readonly<Record<string, Point>>>>;
}

/**
 * Projects the world for figures; moving markers apart takes its time, so the build does it beforehand.
 *
 * @param world the places in degrees
 * @param center longitude in degrees at the middle of the map
 * @param use for the web, places carry outlines of their own
 */
export function figureAtlas(
	world: World,
	center: number,
	use: "web" | "print",
): FigureAtlas {
	const atlas = project(world, center);
	const projection = equalEarth(center).precision(0.4);
	const grid = new PathData();
	geoPath(projection, grid)(geoGraticule().step([30, 30])());
	const positions = new Map(Object.entries(atlas.markers));
	const placedAt = (weight: number) =>
		Object.fromEntries(
			[...declutter(positions, MARKER_ROOM * weight)].map(([id, [x, y]]) => [
				id,
				[tenth(x), tenth(y)] as const,
			]),
		);
	return {
		...atlas,
		graticule: grid.take(),
		borders:
			use === "web"
				? { coasts: "", boundaries: "" }
				: drawBorders(world, center),
		placed: Object.fromEntries(
			LAYOUT_IDS.map((id) => [id, placedAt(LAYOUTS[id].weight)]),
		) as FigureAtlas["placed"],
	};
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
