import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";
import type { Point } from "./project.ts";

/** So many markers are moved apart; more would hardly have room, and take seconds before the map is there. */
export const MOST_MARKERS = 1000;

/**
 * Moves markers apart until none covers another, each as little as it can; more than `MOST_MARKERS` stay where
 * they are.
 *
 * @param positions true positions by place id, in pixels of the view box
 * @param radius of a marker with the gap around it, in the same pixels
 * @returns where each marker goes, in the same order every time
 */
export function declutter(
	positions: ReadonlyMap<string, Point>,
	radius: number,
): Map<string, Point> {
	if (positions.size > MOST_MARKERS) return new Map(positions);
	const nodes = [...positions].map(([id, [x, y]]) => ({
		id,
		x,
		y,
		atX: x,
		atY: y,
	}));
	forceSimulation(nodes)
		.alphaDecay(0)
		.velocityDecay(0.6)
		.force(
			"x",
			forceX<(typeof nodes)[number]>((node) => node.atX).strength(0.08),
		)
		.force(
			"y",
			forceY<(typeof nodes)[number]>((node) => node.atY).strength(0.08),
		)
		.force("apart", forceCollide(radius).iterations(4))
		.stop()
		.tick(200);
	return new Map(nodes.map(({ id, x, y }) => [id, [x, y]]));
}
