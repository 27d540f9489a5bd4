import type { Point } from "./project.ts";

/** A closed line in pixels; the first point isn't repeated. */
export type Ring = readonly Point[];

const TOKEN = /[Mmlz]|-?(?:\d*\.\d+|\d+)/g;

/**
 * Reads back what `PathData` writes: `M`, `m`, `l` and `z` with relative pairs.
 *
 * @param d path data
 * @returns its rings in pixels
 */
export function ringsOf(d: string): Ring[] {
	const rings: Point[][] = [];
	let ring: Point[] = [];
	let x = 0;
	let y = 0;
	let command = "";
	let first: number | null = null;
	for (const [token] of d.matchAll(TOKEN)) {
		if (token === "z") {
			[x, y] = ring[0] ?? [x, y];
			command = token;
			continue;
		}
		if (token === "M" || token === "m" || token === "l") {
			command = token;
			continue;
		}
		if (first === null) {
			first = Number(token);
			continue;
		}
		x = command === "M" ? first : x + first;
		y = command === "M" ? Number(token) : y + Number(token);
		first = null;
		if (command === "l") ring.push([x, y]);
		else {
			ring = [[x, y]];
			rings.push(ring);
			command = "l";
		}
	}
	return rings;
}

/** Area in square pixels of what the rings enclose; holes turn the other way and are taken off. */
export function areaOf(rings: readonly Ring[]): number {
	let twice = 0;
	for (const ring of rings)
		ring.forEach(([x, y], i) => {
			const [toX, toY] = ring[(i + 1) % ring.length] ?? [x, y];
			twice += x * toY - toX * y;
		});
	return Math.abs(twice) / 2;
}

/**
 * Where a family of parallel lines passes through a shape.
 *
 * @param rings the shape, by the even-odd rule
 * @param angle of the lines' normal in degrees, clockwise from the x axis
 * @param spacing distance between lines in pixels
 * @param offset distance of one of them from the origin in pixels
 * @returns for each line its distance from the origin and the stretches of it inside
 */
export function scan(
	rings: readonly Ring[],
	angle: number,
	spacing: number,
	offset: number,
): Map<number, [from: number, to: number][]> {
	const cos = Math.cos((angle * Math.PI) / 180);
	const sin = Math.sin((angle * Math.PI) / 180);
	const crossings = new Map<number, number[]>();
	for (const ring of rings) {
		const turned = ring.map(
			([x, y]) => [x * cos + y * sin, y * cos - x * sin] as const,
		);
		turned.forEach(([u, v], i) => {
			const [toU, toV] = turned[(i + 1) % turned.length] ?? [u, v];
			const last = Math.ceil((Math.max(u, toU) - offset) / spacing);
			// Half open, so that a corner on a line counts once.
			for (
				let k = Math.ceil((Math.min(u, toU) - offset) / spacing);
				k < last;
				k++
			) {
				const at = k * spacing + offset;
				const crossing = v + ((at - u) / (toU - u)) * (toV - v);
				const others = crossings.get(k);
				if (others) others.push(crossing);
				else crossings.set(k, [crossing]);
			}
		});
	}
	return new Map(
		[...crossings]
			.sort(([a], [b]) => a - b)
			.map(([k, along]) => {
				const sorted = along.sort((a, b) => a - b);
				const spans: [number, number][] = [];
				for (let i = 0; i + 1 < sorted.length; i += 2)
					spans.push([sorted[i] ?? 0, sorted[i + 1] ?? 0]);
				return [k * spacing + offset, spans];
			}),
	);
}

/**
 * Hatching as geometry: parallel lines cut off at a shape's edge.
 *
 * @param d path data of the shape
 * @param angle of the lines' normal in degrees
 * @param spacing distance between lines in pixels
 * @param offset distance of one of them from the origin in pixels
 * @returns path data of the lines
 */
export function hatch(
	d: string,
	angle: number,
	spacing: number,
	offset: number,
): string {
	const cos = Math.cos((angle * Math.PI) / 180);
	const sin = Math.sin((angle * Math.PI) / 180);
	const at = (u: number, v: number) =>
		`${tenth(u * cos - v * sin)} ${tenth(u * sin + v * cos)}`;
	let lines = "";
	for (const [u, spans] of scan(ringsOf(d), angle, spacing, offset))
		for (const [from, to] of spans)
			if (to - from > 0.3) lines += `M${at(u, from)}L${at(u, to)}`;
	return lines;
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
