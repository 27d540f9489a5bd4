import { project } from "../../geo/project.ts";
import { SCALE } from "../../geo/size.ts";
import type { Core } from "../../model/edition.ts";
import { levelsIn } from "../../model/levels.ts";
import { mapScene } from "../../scene/map-scene.ts";
import { draw } from "../picture/draw.ts";
import type { Source } from "./source.ts";

/** The map about a meridian that the build didn't foresee, in degrees; for the languages' own the build does the same. */
export async function drawAbout(
	source: Source,
	core: Core,
	center: number,
): Promise<SVGSVGElement | null> {
	const world = await source.world?.();
	if (!world) return null;
	const levels = levelsIn(core, core.round);
	return draw(mapScene(core, levels, project(world.default, center, SCALE)));
}
