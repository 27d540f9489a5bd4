import { neighbours } from "../../geo/neighbours.ts";
import { project } from "../../geo/project.ts";
import { SCALE } from "../../geo/size.ts";
import type { World } from "../../geo/world.ts";
import type { Core } from "../../model/edition.ts";
import { levelsIn } from "../../model/levels.ts";
import { mapScene } from "../../scene/map-scene.ts";
import { draw } from "../picture/draw.ts";

/** The map about a meridian of one's own; the build does the same for the languages' own. */
export function drawMap(
	core: Core,
	world: World,
	center: number,
): SVGSVGElement {
	const levels = levelsIn(core, core.round);
	return draw(mapScene(core, levels, project(world, center, SCALE)));
}

/** Where the arrow keys lead on that map. */
export function drawnNeighbours(world: World, center: number) {
	return neighbours(world, project(world, center));
}
