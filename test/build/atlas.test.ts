/** The world the build makes: against untouched world-atlas, and from data folders that were edited wrongly. */
import { spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	type GeoPermissibleObjects,
	type GeoProjection,
	geoArea,
	geoContains,
	geoEqualEarth,
	geoPath,
} from "d3-geo";
import type { Geometry, Polygon } from "geojson";
import { feature } from "topojson-client";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { drawPicture } from "../../src/build/picture.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import { project } from "../../src/geo/project.ts";
import { ringsOf } from "../../src/geo/rings.ts";
import type { World } from "../../src/geo/world.ts";
import type { Dataset, Problem, Result } from "../../src/model/types.ts";
import { expectedTiers } from "../fixtures/read.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What simplifying may move, in pixels at the picture's width. */
const QUARTER = 0.25;
/** What vertices are moved by before: to thousandths, so that neighbours share them. */
const ROUNDING = 0.002;
/** The least area of an island that has to be drawn, in square pixels; in the picture that comes first. */
const VISIBLE = 0.1;
const VISIBLE_FIRST = 0.2;

describe("the atlas", { timeout: 30_000 }, () => {
	let dataset: Dataset;
	let world: World;
	let places: ReadonlyMap<string, Geometry>;
	let features: readonly Feature[];

	beforeAll(() => {
		dataset = orThrow(loadDataset(join(ROOT, "data")));
		world = orThrow(buildWorld(dataset, readCountries(), QUARTER));
		places = new Map(
			feature(world, world.objects.places).features.map((place) => [
				String(place.id),
				place.geometry,
			]),
		);
		features = untouched(dataset);
	});

	it("holds each of the 254 places once", () => {
		const ids = world.objects.places.geometries.map(({ id }) => String(id));
		expect(ids.toSorted()).toEqual([...expectedTiers().keys()].toSorted());
		expect(ids).toHaveLength(254);
	});

	it.each([0, QUARTER / 5, QUARTER, 1])(
		"gives a place the piece that is cut off for it, whole and without a gap (%s px)",
		(tolerance) => {
			const { arcs, objects, ...rest } = orThrow(
				buildWorld(dataset, readCountries(), tolerance),
			);
			const rings = ["ESH", "MAR"].map((id) => {
				const geometry = objects.places.geometries.find((g) => g.id === id);
				const polygons = geometry?.type === "MultiPolygon" ? geometry.arcs : [];
				expect(polygons).toHaveLength(1);
				return polygons.flat(2);
			});
			const [own = [], other = []] = rings;
			const shared = own.filter((arc) => other.includes(~arc));
			expect(shared).toHaveLength(1);
			const { places } = objects;
			const drawn = feature({ ...rest, arcs, objects }, places).features;
			const inside = (id: string, at: [number, number]) =>
				drawn.some((f) => f.id === id && geoContains(f, at));
			// Laayoune, the country behind Dakhla, Tifariti; Tarfaya, Tan-Tan.
			for (const at of [
				[-13.1, 27.1],
				[-15, 23.5],
				[-10.6, 26.1],
			] as const) {
				expect(inside("ESH", [...at])).toBe(true);
				expect(inside("MAR", [...at])).toBe(false);
			}
			for (const at of [
				[-12.6, 27.9],
				[-11.1, 28.4],
			] as const)
				expect(inside("MAR", [...at])).toBe(true);
			const area = (id: string) =>
				drawn
					.filter((f) => f.id === id)
					.reduce((sum, f) => sum + geoArea(f), 0);
			const before = features
				.filter(({ mayBe }) => mayBe.has("ESH"))
				.flatMap(({ polygons }) => polygons)
				.reduce((sum, polygon) => sum + geoArea(polygon), 0);
			// What simplifying moves along a coast of two thousand kilometres.
			expect((area("ESH") + area("MAR")) / before).toBeCloseTo(1, 1);
		},
	);

	describe.each([11, 150])("about %i° E", (center) => {
		const projection = equalEarth(center);

		it("moves no vertex of world-atlas by more than a quarter of a pixel", () => {
			const moved: string[] = [];
			for (const { name, mayBe, polygons, seams } of features) {
				const drawn = new Lines(projection);
				for (const id of mayBe) drawn.add(places.get(id));
				for (const polygon of polygons) {
					const far = farthest(polygon, projection, [drawn], seams);
					// An island under a tenth of a square pixel can't be seen.
					if (far > QUARTER && area(polygon, projection) > VISIBLE)
						moved.push(`${name}: ${far.toFixed(3)} px`);
				}
			}
			expect(moved).toEqual([]);
		});

		it("draws no line but borders of world-atlas, cuts and the Earth's rim", () => {
			const rim = new Lines(projection).add({ type: "Sphere" });
			const borders = features.map(({ mayBe, polygons }) => {
				const lines = new Lines(projection);
				for (const polygon of polygons) lines.add(polygon);
				return { mayBe, lines };
			});
			const cuts = new Lines(projection);
			for (const { line } of dataset.cutouts)
				cuts.add({
					type: "LineString",
					coordinates: line.map((at) => [...at]),
				});
			const smears: string[] = [];
			for (const [id, geometry] of places) {
				const own = [
					rim,
					cuts,
					...borders.filter((b) => b.mayBe.has(id)).map((b) => b.lines),
				];
				const drawn = new Lines(projection).add(geometry);
				for (const point of drawn.points(1)) {
					const far = Math.min(...own.map((lines) => lines.distance(point)));
					if (far > 2 * QUARTER)
						smears.push(
							`${id}: ${far.toFixed(2)} px at ${point.map(Math.round)}`,
						);
				}
			}
			expect(smears).toEqual([]);
		});
	});
});

describe("the picture", { timeout: 60_000 }, () => {
	let dataset: Dataset;
	let world: World;
	let whole: World;
	let features: readonly Feature[];

	beforeAll(() => {
		dataset = orThrow(loadDataset(join(ROOT, "data")));
		world = orThrow(buildWorld(dataset, readCountries(), QUARTER));
		whole = orThrow(buildWorld(dataset, readCountries(), 0));
		features = untouched(dataset);
	});

	describe.each([11, 150])("about %i° E", (center) => {
		const projection = equalEarth(center);
		let drawn: ReturnType<typeof drawPicture>;

		beforeAll(() => {
			drawn = drawPicture(whole, project(world, center));
		});

		/** Lines of path data, in pixels. */
		function linesOf(shapes: Readonly<Record<string, string>>, id: string) {
			return new Lines(projection).addRings(
				ringsOf(shapes[id] ?? "").map((ring) =>
					ring.map(
						([x, y]): Point => [
							x / drawn.picture.scale,
							y / drawn.picture.scale,
						],
					),
				),
			);
		}

		it("is in whole numbers", () => {
			const paths = Object.values(drawn.picture.shapes);
			expect(paths.filter((d) => !/^M[-\d lmz]+z$/.test(d))).toEqual([]);
		});

		it.each([
			["picture", QUARTER, VISIBLE_FIRST],
			["fine", QUARTER / 5, VISIBLE],
		] as const)(
			"keeps every vertex of world-atlas near a line (%s)",
			(which, tolerance, visible) => {
				const shapes = which === "fine" ? drawn.fine : drawn.picture.shapes;
				const rim = new Lines(projection).add({ type: "Sphere" });
				const moved: string[] = [];
				for (const { name, mayBe, polygons, seams } of features) {
					// Of an island cut at the map's edge, a part may be too small to draw.
					const all = [rim, ...[...mayBe].map((id) => linesOf(shapes, id))];
					for (const ring of polygons.flatMap(ringsApart)) {
						if (area(ring, projection) <= visible) continue;
						const far = farthest(ring, projection, all, seams);
						if (far > tolerance + ROUNDING)
							moved.push(`${name}: ${far.toFixed(3)} px`);
					}
				}
				expect(moved).toEqual([]);
			},
		);
	});
});

describe("a build from data that doesn't fit", { timeout: 30_000 }, () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "tier-map-"));
		cpSync(join(ROOT, "data"), join(folder, "data"), { recursive: true });
	});

	afterEach(() => rmSync(folder, { recursive: true }));

	/** Changes the lines of a file of the data, given without the end of line. */
	function edit(file: string, change: (lines: string[]) => string[]): void {
		const path = join(folder, "data", file);
		const lines = readFileSync(path, "utf8").trimEnd().split("\n");
		writeFileSync(path, `${change(lines).join("\n")}\n`);
	}

	function world(): readonly Problem[] {
		const dataset = orThrow(loadDataset(join(folder, "data")));
		const result = buildWorld(dataset, readCountries(), QUARTER);
		return result.ok ? [] : result.problems;
	}

	it("goes through while nothing is wrong", () => {
		expect(world()).toEqual([]);
	});

	it("names every place without a shape or a point, and every one with both", () => {
		edit("points.csv", (lines) => [
			...lines.filter((line) => !/^(TUV|GIB),/.test(line)),
			"KEN,37.9,0.5,nowhere",
		]);
		expect(read(world())).toEqual([
			"places.csv: GIB",
			"points.csv: KEN",
			"places.csv: TUV",
		]);
	});

	it("names every piece of world-atlas that belongs to no place", () => {
		edit("places.csv", (lines) =>
			lines.filter((line) => !line.startsWith("HMD,")),
		);
		edit("cutouts.csv", (lines) =>
			lines.filter((line) => !line.startsWith("XSG,")),
		);
		const problems = world();
		const messages = problems.map(({ message }) => message).join("\n");
		expect(messages).toContain("Heard I. and McDonald Is.");
		expect(messages).toContain("Siachen Glacier");
		expect(messages).toContain("XSG has neither a shape");
		expect(problems).toHaveLength(3);
	});

	it("names every cutout that cuts nothing", () => {
		edit("cutouts.csv", (lines) => [
			...lines,
			"GUF,Atlantis,,,,,,no such feature",
			"SJM,Norway,-120,-60,-110,-50,,no such rings",
		]);
		expect(read(world())).toEqual(["cutouts.csv: GUF", "cutouts.csv: SJM"]);
	});

	it("names every line that cuts nothing off", () => {
		edit("cutouts.csv", (lines) =>
			lines.map((line) => line.replace("-13.1629 27.6666", "-12 27.6666")),
		);
		expect(read(world())).toEqual(["cutouts.csv: ESH", "cutouts.csv: ESH"]);
	});

	it("fails as a command, lists all problems by file and line, and leaves no dist/", () => {
		for (const name of [
			"src",
			"public",
			"index.html",
			"vite.config.ts",
			"vite.lib.config.ts",
			"vite.package.config.ts",
			"package.json",
		])
			cpSync(join(ROOT, name), join(folder, name), { recursive: true });
		symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
		let doubled = 0;
		edit("places.csv", (lines) => {
			doubled = lines.length + 1;
			return [...lines, lines.find((line) => line.startsWith("KEN,")) ?? ""];
		});
		let unknown = 0;
		edit("levels.csv", (lines) => {
			unknown = lines.length + 1;
			return [...lines, "2025-01-13,QQQ,3,", "2025-01-13,KEN,9,"];
		});
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			["node_modules/vite/bin/vite.js", "build"],
			{ cwd: folder, encoding: "utf8" },
		);
		const said = stdout + stderr;
		expect(status).toBe(1);
		expect(said).toContain(`places.csv:${doubled}`);
		expect(said).toContain(`levels.csv:${unknown}`);
		expect(said).toContain(`levels.csv:${unknown + 1}`);
		expect(said).toContain("QQQ");
		expect(existsSync(join(folder, "dist"))).toBe(false);
	});
});

/** Where each problem is, and the place it is about. */
function read(problems: readonly Problem[]): string[] {
	return problems.map(
		({ path, message }) =>
			`${path}: ${/\b[A-Z]{3}\b/.exec(message)?.[0] ?? message}`,
	);
}

interface Feature {
	readonly name: string;
	/** Ids of the places it may have become. */
	readonly mayBe: ReadonlySet<string>;
	readonly polygons: readonly Polygon[];
	/** Vertices between features that become one place, which aren't drawn. */
	readonly seams: ReadonlySet<string>;
}

/** The features of world-atlas as they come. */
function untouched({ places, cutouts }: Dataset): Feature[] {
	const countries = readCountries();
	const features = feature(countries, countries.objects.countries).features.map(
		({ id, geometry, properties: { name } }) => ({
			name,
			mayBe: new Set([
				...places.filter((p) => p.numeric === id).map((p) => p.id),
				...cutouts.filter((c) => c.from === name).map((c) => c.place),
			]),
			polygons:
				geometry.type === "MultiPolygon"
					? geometry.coordinates.map((coordinates) => ({
							type: "Polygon" as const,
							coordinates,
						}))
					: geometry.type === "Polygon"
						? [geometry]
						: [],
		}),
	);
	const seams = new Set(
		cutouts
			.filter(({ line }) => line.length)
			.flatMap(({ place, from }) => {
				const verticesOf = (name: string) =>
					features
						.filter(
							(f) =>
								f.mayBe.has(place) && (f.name === from) === (name === from),
						)
						.flatMap(({ polygons }) =>
							polygons.flatMap((p) => p.coordinates.flat().map(String)),
						);
				const others = new Set(verticesOf(""));
				return verticesOf(from).filter((vertex) => others.has(vertex));
			}),
	);
	return features.map((each) => ({ ...each, seams }));
}

/** A polygon's outline and its holes, each as a polygon of its own. */
function ringsApart({ coordinates }: Polygon): Polygon[] {
	return coordinates.map((ring, i) => ({
		type: "Polygon",
		coordinates: [i ? ring.toReversed() : ring],
	}));
}

/** The map's projection at the picture's size. */
function equalEarth(center: number): GeoProjection {
	return geoEqualEarth()
		.rotate([-center, 0])
		.precision(0.1)
		.fitExtent(
			[
				[1.5, 1.5],
				[958.5, 467.5],
			],
			{ type: "Sphere" },
		);
}

type Point = [x: number, y: number];
type Segment = readonly [from: Point, to: Point];

/** Lines as d3 draws them, by cells of a few pixels. */
class Lines {
	static readonly cell = 4;
	readonly #projection: GeoProjection;
	readonly #segments: Segment[] = [];
	readonly #cells = new Map<string, Segment[]>();

	constructor(projection: GeoProjection) {
		this.#projection = projection;
	}

	add(object: GeoPermissibleObjects | undefined): this {
		let start: Point = [0, 0];
		let here: Point = start;
		const to = (point: Point) => {
			this.#keep([here, point]);
			here = point;
		};
		const context = {
			beginPath() {},
			arc() {},
			moveTo(x: number, y: number) {
				start = here = [x, y];
			},
			lineTo: (x: number, y: number) => to([x, y]),
			closePath: () => to(start),
		};
		if (object) geoPath(this.#projection, context)(object);
		return this;
	}

	/** @param rings closed lines in pixels */
	addRings(rings: readonly (readonly Point[])[]): this {
		for (const ring of rings)
			ring.forEach((point, i) => {
				this.#keep([ring.at(i - 1) ?? point, point]);
			});
		return this;
	}

	/** Points on the lines, so many pixels apart at most. */
	*points(step: number): Generator<Point> {
		for (const [[ax, ay], [bx, by]] of this.#segments) {
			const parts = Math.ceil(Math.hypot(bx - ax, by - ay) / step);
			for (let i = 0; i < parts; i++)
				yield [ax + ((bx - ax) * i) / parts, ay + ((by - ay) * i) / parts];
		}
	}

	/** Pixels from a point to the nearest line; infinite if it is farther than a cell. */
	distance([x, y]: Point): number {
		let nearest = Number.POSITIVE_INFINITY;
		const column = Math.floor(x / Lines.cell);
		const row = Math.floor(y / Lines.cell);
		for (let i = column - 1; i <= column + 1; i++)
			for (let j = row - 1; j <= row + 1; j++)
				for (const segment of this.#cells.get(`${i} ${j}`) ?? [])
					nearest = Math.min(nearest, distance([x, y], segment));
		return nearest;
	}

	#keep(segment: Segment): void {
		this.#segments.push(segment);
		const [[ax, ay], [bx, by]] = segment;
		const cells = new Set<string>();
		const parts = Math.ceil(Math.hypot(bx - ax, by - ay) / Lines.cell) || 1;
		for (let i = 0; i <= parts; i++)
			cells.add(
				`${Math.floor((ax + ((bx - ax) * i) / parts) / Lines.cell)} ${Math.floor((ay + ((by - ay) * i) / parts) / Lines.cell)}`,
			);
		for (const cell of cells)
			this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), segment]);
	}
}

function distance([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
	const length = (bx - ax) ** 2 + (by - ay) ** 2;
	const t = length ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length : 0;
	const along = Math.min(1, Math.max(0, t));
	return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/** How far, in pixels, the vertex of a polygon that lines follow worst is from them. */
function farthest(
	polygon: Polygon,
	projection: GeoProjection,
	drawn: readonly Lines[],
	seams: ReadonlySet<string>,
): number {
	let far = 0;
	const vertices = polygon.coordinates
		.flat()
		.filter((vertex) => !seams.has(String(vertex)));
	for (const [longitude = 0, latitude = 0] of vertices) {
		// world-atlas leaves a hole of a hundred metres at the South Pole.
		if (latitude < -89.9) continue;
		const [x, y] = projection([longitude, latitude]) ?? [0, 0];
		// What ends just short of the map's edge may end just beyond the other one.
		const width = widthAt(latitude, projection);
		const distances = [x, x - width, x + width].flatMap((x) =>
			drawn.map((lines) => lines.distance([x, y])),
		);
		far = Math.max(far, Math.min(...distances));
	}
	return far;
}

/** Width of the map at a latitude, in pixels. */
function widthAt(latitude: number, projection: GeoProjection): number {
	const [turn] = projection.rotate();
	const [west = 0] = projection([-turn - 180 + 1e-6, latitude]) ?? [];
	const [east = 0] = projection([-turn + 180 - 1e-6, latitude]) ?? [];
	return east - west;
}

/** Square pixels. */
function area(polygon: Polygon, projection: GeoProjection): number {
	return geoPath(projection).area(polygon);
}

function orThrow<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new Error(result.problems.map((p) => p.message).join("\n"));
}
