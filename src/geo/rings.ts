import { dotAt, dotBelow, tenth } from "./dot.ts";
import { PathData } from "./path-data.ts";
import type { Point } from "./project.ts";

/** A closed line in pixels; the first point isn't repeated. */
export type Ring = readonly Point[];

const [MINUS, POINT, NOUGHT, NINE] = [45, 46, 48, 57];
const [MOVE, LINE_BY, CLOSE] = [77, 108, 122];

/**
 * Reads back what `PathData` writes: `M`, `m`, `l` and `z` with relative pairs.
 *
 * @param d path data
 * @returns its rings in pixels
 */
export function ringsOf(d: string): Ring[] {
	const rings: Point[][] = [];
	let ring: Point[] = [];
	let [x, y] = [0, 0];
	let command = 0;
	let first: number | null = null;
	// By hand, character by character: a figure reads the whole world while a reader waits.
	for (let i = 0; i < d.length; ) {
		const code = d.charCodeAt(i);
		if (code !== MINUS && code !== POINT && !(code >= NOUGHT && code <= NINE)) {
			if (code === CLOSE) [x, y] = ring[0] ?? [x, y];
			if (code >= MOVE) command = code;
			i += 1;
			continue;
		}
		let digits = 0;
		let divisor = 0;
		if (code === MINUS) i += 1;
		for (; i < d.length; i++) {
			const next = d.charCodeAt(i);
			if (next === POINT && !divisor) divisor = 1;
			else if (next >= NOUGHT && next <= NINE) {
				digits = digits * 10 + next - NOUGHT;
				divisor *= 10;
			} else break;
		}
		const value = ((code === MINUS ? -1 : 1) * digits) / (divisor || 1);
		if (first === null) {
			first = value;
			continue;
		}
		x = command === MOVE ? first : x + first;
		y = command === MOVE ? value : y + value;
		first = null;
		if (command === LINE_BY) ring.push([x, y]);
		else {
			ring = [[x, y]];
			rings.push(ring);
			command = LINE_BY;
		}
	}
	return rings;
}

/** Rings as path data again. */
export function pathOf(rings: readonly Ring[]): string {
	const data = new PathData();
	for (const ring of rings) {
		ring.forEach(([x, y], i) => {
			if (i) data.lineTo(x, y);
			else data.moveTo(x, y);
		});
		data.closePath();
	}
	return data.take();
}

/** Area in square pixels of what the rings enclose; holes turn the other way and are taken off. */
export function areaOf(rings: readonly Ring[]): number {
	let twice = 0;
	for (const ring of rings) {
		let [fromX, fromY] = ring.at(-1) ?? [0, 0];
		for (const [x, y] of ring) {
			twice += fromX * y - x * fromY;
			[fromX, fromY] = [x, y];
		}
	}
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

/**
 * A pattern of dots as geometry: small diamonds on a staggered grid, as many as there is room for, and one at least.
 *
 * @param d path data of the shape
 * @param step distance between the columns of the grid in pixels
 * @param r half of a dot's height and breadth in pixels
 * @returns path data of the dots
 */
export function dots(d: string, step: number, r: number): string {
	const rings = ringsOf(d);
	let path = "";
	let longest = 0;
	let middle = "";
	// Columns between those of the grid, for a shape that lies between them.
	for (const [x, spans] of scan(rings, 0, step / 4, 0)) {
		const column = x / step;
		const start = column % 2 ? step : 0;
		for (const [from, to] of spans) {
			if (to - from > longest) {
				longest = to - from;
				middle = dotAt(x, (from + to) / 2, r);
			}
			if (!Number.isInteger(column)) continue;
			const first = Math.ceil((from + r - start) / (2 * step)) * 2 * step;
			for (let y = first + start; y <= to - r; y += 2 * step)
				path += y === first + start ? dotAt(x, y, r) : dotBelow(2 * step, r);
		}
	}
	return path || middle;
}
