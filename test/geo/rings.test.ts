import { expect, it } from "vitest";
import { PathData } from "../../src/geo/path-data.ts";
import { areaOf, hatch, ringsOf } from "../../src/geo/rings.ts";

/** A square with a square hole, as the projection writes it. */
function frame(): string {
	const path = new PathData();
	const square = (points: readonly (readonly [number, number])[]) => {
		points.forEach(([x, y], i) => {
			if (i) path.lineTo(x, y);
			else path.moveTo(x, y);
		});
		path.closePath();
	};
	square([
		[10, 10],
		[50, 10],
		[50, 50],
		[10, 50],
	]);
	square([
		[20.5, 20],
		[20.5, 40],
		[40, 40],
		[40, 20],
	]);
	return path.take();
}

it("reads back the rings that were written", () => {
	expect(ringsOf(frame())).toEqual([
		[
			[10, 10],
			[50, 10],
			[50, 50],
			[10, 50],
		],
		[
			[20.5, 20],
			[20.5, 40],
			[40, 40],
			[40, 20],
		],
	]);
});

it("takes holes off the area", () => {
	expect(areaOf(ringsOf(frame()))).toBe(40 * 40 - 19.5 * 20);
});

/** Length of path data that consists of `M x y L x y`. */
function lines(d: string) {
	return [...d.matchAll(/M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/g)].map(
		(match) => match.slice(1).map(Number) as [number, number, number, number],
	);
}

it.each([45, -45, 90, 30])(
	"hatches a shape and not its hole, at %s°",
	(angle) => {
		const spacing = 2;
		const drawn = lines(hatch(frame(), angle, spacing, 0.3));
		const length = drawn.reduce(
			(sum, [x, y, toX, toY]) => sum + Math.hypot(toX - x, toY - y),
			0,
		);
		// Lines that are two pixels apart have half as much length as the shape has area.
		expect(length * spacing).toBeCloseTo(areaOf(ringsOf(frame())), -2);
		for (const [x, y, toX, toY] of drawn) {
			const [middleX, middleY] = [(x + toX) / 2, (y + toY) / 2];
			const inHole =
				middleX > 20.6 && middleX < 39.9 && middleY > 20.1 && middleY < 39.9;
			expect(inHole).toBe(false);
		}
	},
);

it("puts lines where a pattern of that distance and offset has them", () => {
	const turned = lines(hatch(frame(), 45, 5, 0.55)).map(
		([x, y]) => ((x + y) / Math.SQRT2 - 0.55) / 5,
	);
	for (const k of turned)
		expect(Math.abs(k - Math.round(k))).toBeLessThan(0.03);
});
