import { declutter } from "../geo/declutter.ts";
import type { Atlas } from "../geo/project.ts";
import { HEIGHT, WIDTH } from "../geo/size.ts";
import type { Core } from "../model/edition.ts";
import { levelsIn } from "../model/levels.ts";
import { embargoesIn } from "../model/marks.ts";
import {
	LAID_OUT_FOR,
	leaders,
	MARKER,
	MARKER_ROOM,
	markerMarks,
} from "./markers.ts";
import type { Layer, Mark, Scene } from "./scene.ts";

/**
 * The map itself: the Earth, every place at its level in the default round, hatching over disputed areas, and a marker on
 * every place too small to see.
 *
 * @param core the places
 * @param atlas the places' outlines, projected
 */
export function mapScene(core: Core, atlas: Atlas): Scene {
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
			places(core, atlas),
			disputed(core, atlas),
			...markers(core, atlas),
			{
				name: "rim",
				marks: [{ kind: "path", look: "outline", d: atlas.sphere }],
			},
		],
	};
}

function places(core: Core, { shapes }: Atlas): Layer {
	const levels = levelsIn(core, core.round);
	const embargoes = embargoesIn(core, core.round);
	const marks = core.places.flatMap(({ id }): Mark[] => {
		const d = shapes[id];
		const tier = levels.get(id);
		const embargo = embargoes.get(id)?.since;
		return d && tier
			? [
					{
						kind: "path",
						look: "place",
						place: id,
						tier,
						...(embargo && { embargo }),
						d,
					},
				]
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

function markers(core: Core, atlas: Atlas): Layer[] {
	const { scale } = atlas;
	const placed = declutter(
		new Map(Object.entries(atlas.markers)),
		(MARKER_ROOM * scale * WIDTH) / LAID_OUT_FOR,
	);
	const marks = markerMarks(core, core.round, atlas, placed, MARKER * scale);
	return [
		{
			name: "leaders",
			marks: [{ kind: "path", look: "leader", d: leaders(marks) }],
		},
		{ name: "markers", marks },
	];
}
