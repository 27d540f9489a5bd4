import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";
import type { Point } from "./project.ts";

/** So many markers are moved apart; more would hardly have room, and take seconds before the map is there. */
export const MOST_MARKERS = 1000;

/** Ticks of the simulation. */
const TICKS = 200;
/** A marker with no other within so many radii stays where it is. */
const ALONE = 10;

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
	const steps = decluttering(positions, radius);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** The same in small steps, between which a browser can do other things. */
export function* decluttering(
	positions: ReadonlyMap<string, Point>,
	radius: number,
): Generator<void, Map<string, Point>> {
	if (positions.size > MOST_MARKERS) return new Map(positions);
	const all = [...positions.values()];
	const isCrowded = ([x, y]: Point) =>
		all.filter(([u, v]) => Math.hypot(u - x, v - y) < ALONE * radius).length >
		1;
	const nodes = [...positions]
		.filter(([, at]) => isCrowded(at))
		.map(([id, [x, y]]) => ({ id, x, y, atX: x, atY: y }));
	const simulation = forceSimulation(nodes)
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
		.stop();
	for (let ticks = 0; ticks < TICKS; ticks++) {
		simulation.tick();
		yield;
	}
	const moved = new Map(
		nodes.map(({ id, x, y }): [string, Point] => [id, [x, y]]),
	);
	return new Map([...positions].map(([id, at]) => [id, moved.get(id) ?? at]));
}
