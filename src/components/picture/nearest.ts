import { Delaunay } from "d3-delaunay";
import { centre } from "./centre.ts";

/** Finds the place whose outline or marker is nearest to a point; lengths in pixels of the view box. */
export class Nearest {
	readonly #places: string[] = [];
	/** Their coordinates, x and y in turn. */
	readonly #points: number[] = [];
	/** Which of the points are in the triangulation: of those that coincide, the first. */
	readonly #distinct: number[] = [];
	readonly #delaunay: Delaunay<number>;

	/** @param shapes outlines and markers by place, as they are drawn */
	constructor(shapes: ReadonlyMap<string, readonly SVGGeometryElement[]>) {
		const seen = new Set<string>();
		for (const [place, elements] of shapes)
			for (const [x, y] of elements.flatMap(vertices)) {
				// A search over points that coincide, as those of shared borders do, gets lost.
				const key = `${x.toFixed(2)} ${y.toFixed(2)}`;
				if (!seen.has(key)) this.#distinct.push(this.#places.length);
				seen.add(key);
				this.#places.push(place);
				this.#points.push(x, y);
			}
		this.#delaunay = Delaunay.from(
			this.#distinct,
			(i) => this.#points[2 * i] ?? 0,
			(i) => this.#points[2 * i + 1] ?? 0,
		);
	}

	/** The nearest place, if it is no farther than `within`. */
	find(x: number, y: number, within: number): string | null {
		const i = this.#distinct[this.#delaunay.find(x, y)] ?? -1;
		const distance = Math.hypot(
			(this.#points[2 * i] ?? Number.POSITIVE_INFINITY) - x,
			(this.#points[2 * i + 1] ?? Number.POSITIVE_INFINITY) - y,
		);
		return distance <= within ? (this.#places[i] ?? null) : null;
	}

	/** All places with a vertex or marker no farther than `within`, each with its distance. */
	around(x: number, y: number, within: number): Map<string, number> {
		const found = new Map<string, number>();
		for (const [i, place] of this.#places.entries()) {
			const distance = Math.hypot(
				(this.#points[2 * i] ?? 0) - x,
				(this.#points[2 * i + 1] ?? 0) - y,
			);
			if (distance <= Math.min(within, found.get(place) ?? within))
				found.set(place, distance);
		}
		return found;
	}
}

/** Where a marker is drawn; the vertices of an outline as the emitter writes it: M, m, l, z, relative. */
function vertices(shape: SVGGeometryElement): [number, number][] {
	if (shape instanceof SVGCircleElement) return [centre(shape)];
	const data = shape.getAttribute("d") ?? "";
	const points: [number, number][] = [];
	let [x, y, startX, startY] = [0, 0, 0, 0];
	for (const [, command, numbers = ""] of data.matchAll(
		/([Mmlz])([^Mmlz]*)/g,
	)) {
		if (command === "z") [x, y] = [startX, startY];
		const values = (numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number);
		for (let i = 0; i + 1 < values.length; i += 2) {
			x += values[i] ?? 0;
			y += values[i + 1] ?? 0;
			points.push([x, y]);
			if (i === 0 && command !== "l") [startX, startY] = [x, y];
		}
	}
	return points;
}
