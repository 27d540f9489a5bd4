import { join } from "node:path";
import { geoDistance } from "d3-geo";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import {
	type Direction,
	type Neighbours,
	neighbours,
	pack,
	unpack,
} from "../../src/geo/neighbours.ts";
import {
	type Atlas,
	equalEarth,
	type Point,
	project,
} from "../../src/geo/project.ts";
import type { World } from "../../src/geo/world.ts";
import type { Result } from "../../src/model/types.ts";

const dataset = ok(loadDataset(join(import.meta.dirname, "../../data")));
const world = ok(buildWorld(dataset, readCountries(), 0.25));
const { centers } = dataset.manifest;
const directions = ["up", "down", "left", "right"] as const;
const opposite = {
	up: "down",
	down: "up",
	left: "right",
	right: "left",
} as const;

/** Pairs from all over the map, near and far. */
const PAIRS = `KEN-SGP FRA-POL USA-CHN BRA-ZAF ISL-NZL MLT-VAT CHL-CAN IND-AUS
	JPN-DEU NRU-KIR BHR-QAT MAC-HKG KNA-LCA TUV-FJI GIB-AND MEX-ARG RUS-ZAF SWE-ITA EGY-NAM
	MNG-LKA PER-ESP GBR-JPN TWN-USA NGA-IRN IDN-MDG KAZ-VNM CUB-COL PNG-PHL FIN-GRC XKX-XSL`
	.split(/\s+/)
	.map((pair) => pair.split("-") as [string, string]);

describe.each(Object.entries(centers))(
	"arrow keys on the map in %s",
	(_, center) => {
		const atlas = project(world, center);
		const graph = neighbours(world, atlas);
		const ids = dataset.places.map(({ id }) => id);

		it("knows every place", () => {
			expect(Object.keys(graph).sort()).toEqual(ids.toSorted());
		});

		it("reaches every place from every other", () => {
			const short = ids.filter((id) => stepsFrom(graph, id).size < ids.length);
			expect(short).toEqual([]);
		});

		it("goes the way of the arrow, or over the edge and says so", () => {
			const astray = ids.flatMap((id) =>
				directions.filter((direction) => {
					const to = graph[id]?.[direction];
					if (!to) return false;
					const wraps = graph[id]?.wraps?.includes(direction) ?? false;
					return lies(atlas, id, to, direction) === wraps;
				}),
			);
			expect(astray).toEqual([]);
		});

		it("wraps to the left and right only", () => {
			const wraps = Object.values(graph).flatMap((ways) => ways.wraps ?? []);
			expect(wraps).toContain("left");
			expect(wraps).toContain("right");
			expect(wraps).not.toContain("up");
			expect(wraps).not.toContain("down");
		});

		it("comes back the same way from two steps in three", () => {
			const steps = ids.flatMap((id) =>
				directions.map((direction) => {
					const to = graph[id]?.[direction];
					return to ? graph[to]?.[opposite[direction]] === id : null;
				}),
			);
			const back = steps.filter((same) => same).length;
			expect(back).toBeGreaterThan(
				(steps.filter((same) => same !== null).length * 2) / 3,
			);
		});

		it("goes about straight between thirty pairs", () => {
			const { keys, detour } = measure(atlas, graph);
			console.log(
				`centre ${center}°: ${keys.toFixed(1)} keys in the mean over ${PAIRS.length} pairs, the way ${detour.toFixed(2)} times the great circle`,
			);
			expect(keys).toBeLessThan(7);
			expect(detour).toBeLessThan(2);
		});

		it("is the same after packing and unpacking", () => {
			expect(unpack(pack(graph))).toEqual(graph);
		});
	},
);

it("prefers a shared border", () => {
	const graph = neighbours(world, project(world, 11));
	expect(graph.KEN).toEqual({
		up: "ETH",
		down: "TZA",
		left: "UGA",
		right: "SOM",
	});
});

it.each([-180, -77, 0, 90])(
	"holds about a meridian of one's own: %i°",
	(center) => {
		const graph = neighbours(world, project(world, center));
		const ids = Object.keys(graph);
		expect(ids.filter((id) => stepsFrom(graph, id).size < ids.length)).toEqual(
			[],
		);
	},
);

it("ties together more places than are looked at in pairs, in groups far from each other", () => {
	const atlas = project(world, 11);
	const anchors: Record<string, Point> = { FAR: [930, 20] };
	for (let i = 0; i < 450; i++) {
		const [x, y] = [
			[40, 60],
			[500, 300],
			[800, 430],
		][i % 3] as [number, number];
		const along = Math.floor(i / 3);
		anchors[`P${i}`] = [x + (along % 20) * 1.5, y + Math.floor(along / 20)];
	}
	const none: World = {
		...world,
		objects: { places: { type: "GeometryCollection", geometries: [] } },
	};
	const graph = neighbours(none, { ...atlas, anchors });
	const ids = Object.keys(anchors);
	expect(ids.filter((id) => stepsFrom(graph, id).size < ids.length)).toEqual(
		[],
	);
	// In a group, the next place of its own row and column.
	expect(graph.P150).toEqual({
		left: "P147",
		right: "P153",
		up: "P90",
		down: "P210",
	});
});

it("ties together even places that lie in one column, or on one point", () => {
	const atlas = project(world, 11);
	const anchors: Record<string, Point> = {
		A: [100, 100],
		B: [100, 100],
		C: [100, 300],
		D: [100, 200],
		E: [700, 201],
	};
	const none: World = {
		...world,
		objects: { places: { type: "GeometryCollection", geometries: [] } },
	};
	const graph = neighbours(none, { ...atlas, anchors });
	for (const id of Object.keys(anchors))
		expect(stepsFrom(graph, id).size).toBe(5);
});

/** Whether one place's anchor lies in the half-plane that a key points to. */
function lies(atlas: Atlas, from: string, to: string, direction: Direction) {
	const [x, y] = atlas.anchors[from] ?? [NaN, NaN];
	const [toX, toY] = atlas.anchors[to] ?? [NaN, NaN];
	return {
		up: toY < y,
		down: toY > y,
		left: toX < x,
		right: toX > x,
	}[direction];
}

type Graph = Readonly<Record<string, Neighbours>>;

/** The fewest keys from one place to each it reaches, and the place before on that way. */
function stepsFrom(graph: Graph, start: string) {
	const steps = new Map([[start, { keys: 0, before: start }]]);
	for (const [id, { keys }] of steps)
		for (const direction of directions) {
			const to = graph[id]?.[direction];
			if (to && !steps.has(to)) steps.set(to, { keys: keys + 1, before: id });
		}
	return steps;
}

/** Keys in the mean, and length of the ways over the great circles (the map's edge is no obstacle). */
function measure(atlas: Atlas, graph: Graph) {
	const { invert } = equalEarth(atlas.center);
	const position = (id: string) => {
		const [x, y] = atlas.anchors[id] ?? [NaN, NaN];
		return invert?.([x, y]) ?? [NaN, NaN];
	};
	const distance = (a: string, b: string) =>
		geoDistance(position(a), position(b));
	let keys = 0;
	let way = 0;
	let straight = 0;
	for (const [from, to] of PAIRS) {
		const steps = stepsFrom(graph, from);
		keys += steps.get(to)?.keys ?? Infinity;
		straight += distance(from, to);
		for (let at = to; at !== from; ) {
			const before = steps.get(at)?.before ?? from;
			way += distance(before, at);
			at = before;
		}
	}
	return { keys: keys / PAIRS.length, detour: way / straight };
}

function ok<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new Error(JSON.stringify(result.problems));
}
