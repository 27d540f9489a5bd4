import { project } from "../../geo/project.ts";
import { SCALE } from "../../geo/size.ts";
import type { Core } from "../../model/edition.ts";
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
	return draw(mapScene(core, project(world.default, center, SCALE)));
}
