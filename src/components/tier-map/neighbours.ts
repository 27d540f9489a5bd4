import { type Neighbours, neighbours, unpack } from "../../geo/neighbours.ts";
import { project } from "../../geo/project.ts";
import type { LangKey } from "../../model/types.ts";
import type { Source } from "./source.ts";

/**
 * Where the arrow keys lead on a picture.
 *
 * @param center the meridian it is drawn about, in degrees; null for the language's own
 */
export async function neighboursOn(
	source: Source,
	lang: LangKey,
	center: number | null,
): Promise<Readonly<Record<string, Neighbours>>> {
	if (center === null || !source.world)
		return unpack((await source.neighbours[lang]?.())?.default ?? "");
	const { default: world } = await source.world();
	return neighbours(world, project(world, center));
}
