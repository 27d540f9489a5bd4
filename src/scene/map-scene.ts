import { declutter } from "../geo/declutter.ts";
import type { Atlas } from "../geo/project.ts";
import { HEIGHT, WIDTH } from "../geo/size.ts";
import type { Core } from "../model/edition.ts";
import type { TierId } from "../model/types.ts";
import {
	LAID_OUT_FOR,
	leaders,
	MARKER,
	MARKER_ROOM,
	markerMarks,
} from "./markers.ts";
import type { Layer, Mark, Scene } from "./scene.ts";

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
		width: WIDTH * atlas.scale,
		height: HEIGHT * atlas.scale,
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
	const { scale } = atlas;
	const placed = declutter(
		new Map(Object.entries(atlas.markers)),
		(MARKER_ROOM * scale * WIDTH) / LAID_OUT_FOR,
	);
	const marks = markerMarks(core, levels, atlas, placed, MARKER * scale);
	return [
		{
			name: "leaders",
			marks: [{ kind: "path", look: "leader", d: leaders(marks) }],
		},
		{ name: "markers", marks },
	];
}
