import { declutter } from "../geo/declutter.ts";
import { type Atlas, HEIGHT, type Point, WIDTH } from "../geo/project.ts";
import type { Core } from "../model/edition.ts";
import type { TierId } from "../model/types.ts";
import type { CircleMark, Layer, Mark, Scene } from "./scene.ts";

/** Radius of a small place's marker in pixels, and with the room around it. */
export const MARKER = 3.4;
export const MARKER_ROOM = 4;

/**
 * The map itself: the Earth, every place at its level, hatching over disputed areas, and a marker on
 * every place too small to see.
 *
 * @param core the places
 * @param levels the level of every place in the round to show
 * @param atlas the places' outlines, projected
 */
export function mapScene(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
	atlas: Atlas,
): Scene {
	return {
		width: WIDTH,
		height: HEIGHT,
		layers: [
			{
				name: "earth",
				marks: [
					{ kind: "path", look: "ocean", d: atlas.sphere },
					{ kind: "path", look: "graticule", d: atlas.graticule },
				],
			},
			places(core, levels, atlas),
			disputed(core, atlas),
			...markers(core, levels, atlas),
			{
				name: "rim",
				marks: [{ kind: "path", look: "outline", d: atlas.sphere }],
			},
		],
	};
}

function places(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
	{ shapes }: Atlas,
): Layer {
	const marks = core.places.flatMap(({ id }): Mark[] => {
		const d = shapes[id];
		const tier = levels.get(id);
		return d && tier
			? [{ kind: "path", look: "place", place: id, tier, d }]
			: [];
	});
	return { name: "places", marks };
}

function disputed(core: Core, { shapes }: Atlas): Layer {
	const marks = core.places.flatMap(({ id, disputed }): Mark[] => {
		const d = shapes[id];
		return d && disputed ? [{ kind: "path", look: "hatch", d }] : [];
	});
	return { name: "disputed", marks };
}

function markers(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
	atlas: Atlas,
): Layer[] {
	const placed = declutter(new Map(Object.entries(atlas.markers)), MARKER_ROOM);
	const marks = markerMarks(core, levels, atlas, placed, MARKER);
	return [
		{
			name: "leaders",
			marks: [{ kind: "path", look: "leader", d: leaders(marks) }],
		},
		{ name: "markers", marks },
	];
}

/**
 * The markers of the small places.
 *
 * @param placed where each goes, so as not to cover another
 * @param r radius in pixels
 */
export function markerMarks(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
	atlas: Atlas,
	placed: ReadonlyMap<string, Point>,
	r: number,
): CircleMark[] {
	return core.places.flatMap(({ id }): CircleMark[] => {
		const at = atlas.markers[id];
		const to = placed.get(id);
		const tier = levels.get(id);
		if (!at || !to || !tier) return [];
		const [x, y] = at;
		const dx = tenth(to[0] - x);
		const dy = tenth(to[1] - y);
		return [
			{ kind: "circle", look: "marker", place: id, tier, x, y, r, dx, dy },
		];
	});
}

/** The lines from markers to their true positions, as path data. */
export function leaders(marks: readonly CircleMark[]): string {
	return marks.map(leader).join("");
}

/** The line from a marker to its true position, as path data; none where the marker covers it. */
function leader({ x, y, r, dx, dy }: CircleMark): string {
	return Math.hypot(dx, dy) > r ? `M${x} ${y}l${dx} ${dy}` : "";
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
