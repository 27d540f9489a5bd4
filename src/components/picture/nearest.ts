import { type Quadtree, quadtree } from "d3-quadtree";
import { centre } from "./centre.ts";

type Vertex = readonly [x: number, y: number, place: string];

/** Finds the place whose outline or marker is nearest to a point; lengths in pixels of the view box. */
export class Nearest {
	readonly #vertices: Vertex[];
	readonly #tree: Quadtree<Vertex>;

	/** @param shapes outlines and markers by place, as they are drawn */
	constructor(shapes: ReadonlyMap<string, readonly SVGGeometryElement[]>) {
		this.#vertices = [...shapes].flatMap(([place, elements]) =>
			elements.flatMap((element) =>
				vertices(element).map(([x, y]): Vertex => [x, y, place]),
			),
		);
		this.#tree = quadtree<Vertex>().addAll(this.#vertices);
	}

	/** The nearest place, if it is no farther than `within`. */
	find(x: number, y: number, within: number): string | null {
		return this.#tree.find(x, y, within)?.[2] ?? null;
	}

	/** All places with a vertex or marker no farther than `within`, each with its distance. */
	around(x: number, y: number, within: number): Map<string, number> {
		const found = new Map<string, number>();
		for (const [atX, atY, place] of this.#vertices) {
			const distance = Math.hypot(atX - x, atY - y);
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
