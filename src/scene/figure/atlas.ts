import { type Borders, drawBorders } from "../../geo/borders.ts";
import { declutter } from "../../geo/declutter.ts";
import { type Atlas, type Point, project } from "../../geo/project.ts";
import type { World } from "../../geo/world.ts";
import { MARKER_ROOM } from "../map-scene.ts";
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
 */
export function figureAtlas(world: World, center: number): FigureAtlas {
	const atlas = project(world, center);
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
		borders: drawBorders(world, center),
		placed: Object.fromEntries(
			LAYOUT_IDS.map((id) => [id, placedAt(LAYOUTS[id].weight)]),
		) as FigureAtlas["placed"],
	};
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
