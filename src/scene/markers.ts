import type { Atlas, Point } from "../geo/project.ts";
import type { Core } from "../model/edition.ts";
import { levelsIn } from "../model/levels.ts";
import { embargoesIn } from "../model/marks.ts";
import type { CircleMark } from "./scene.ts";

/** Radius of a small place's marker in pixels, and with the room around it. */
export const MARKER = 3.4;
export const MARKER_ROOM = 4;
/** Width of the map in pixels that the build lays the markers out for: as wide as it is beside an argument on most screens. */
export const LAID_OUT_FOR = 860;

/**
 * The markers of the small places.
 *
 * @param round id of the round to show
 * @param placed where each goes, so as not to cover another
 * @param r radius in pixels
 */
export function markerMarks(
	core: Core,
	round: string,
	atlas: Atlas,
	placed: ReadonlyMap<string, Point>,
	r: number,
): CircleMark[] {
	const levels = levelsIn(core, round);
	const embargoes = embargoesIn(core, round);
	return core.places.flatMap(({ id }): CircleMark[] => {
		const at = atlas.markers[id];
		const to = placed.get(id);
		const tier = levels.get(id);
		if (!at || !to || !tier) return [];
		const [x, y] = at;
		const dx = tenth(to[0] - x);
		const dy = tenth(to[1] - y);
		const embargo = embargoes.get(id)?.since;
		return [
			{
				kind: "circle",
				look: "marker",
				place: id,
				tier,
				...(embargo && { embargo }),
				x,
				y,
				r,
				dx,
				dy,
			},
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

/** A circle as path data of short lines, of which every layout knows the extent. */
export function ringAt([x, y]: Point, r: number): string {
	const steps = 24;
	const at = (i: number) => [
		tenth(x + r * Math.cos((i / steps) * 2 * Math.PI)),
		tenth(y + r * Math.sin((i / steps) * 2 * Math.PI)),
	];
	const [[startX = 0, startY = 0] = [], ...rest] = Array.from(
		{ length: steps },
		(_, i) => at(i),
	);
	let fromX = startX;
	let fromY = startY;
	return `M${startX} ${startY}l${rest
		.map(([toX = 0, toY = 0]) => {
			const step = `${tenth(toX - fromX)} ${tenth(toY - fromY)}`;
			fromX = toX;
			fromY = toY;
			return step;
		})
		.join(" ")}z`;
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
