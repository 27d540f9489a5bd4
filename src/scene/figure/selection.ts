import type { Point } from "../../geo/project.ts";
import { ringsOf } from "../../geo/rings.ts";
import { HEIGHT, WIDTH } from "../../geo/size.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import type { Pick } from "../../model/pick.ts";
import { MARKER, ringAt } from "../markers.ts";
import type { Layer, Mark } from "../scene.ts";
import { type Box, boxAround, type Grid } from "./grid.ts";
import { LAYOUTS } from "./layouts.ts";
import type { FigureData, FigureState } from "./state.ts";
import { isLeftward, type Type, tenth, textAt, widthOf } from "./text.ts";

/** Distance of the call-out from the edge of the map in pixels. */
const EDGE = 6;

/** What is picked: outlined, with its name and tier in a box beside it. */
export function selection(
	data: FigureData,
	state: FigureState,
	picked: Pick,
	grid: Grid,
): Layer {
	const { atlas, core } = data;
	const { weight, type } = LAYOUTS[state.layout];
	const many = picked.places.length > 1;
	const outline = picked.places
		.map((id) => {
			const placed = atlas.placed[state.layout][id];
			return (
				(atlas.shapes[id] ?? "") +
				(placed ? ringAt(placed, (MARKER + (many ? 1.2 : 2.6)) * weight) : "")
			);
		})
		.join("");
	const leftward = isLeftward(core);
	const name: Type = {
		look: "call-out",
		size: 14 * type,
		bold: true,
		leftward,
	};
	const tiers: Type = { look: "call-out", size: 11.5 * type, leftward };
	const pad = 7 * type;
	const lines = pickedLines(data, state, picked);
	const width =
		2 * pad +
		Math.max(
			widthOf(picked.name, name.size, true),
			...lines.map((line) => widthOf(line, tiers.size)),
		);
	const height = 2 * pad + name.size + lines.length * tiers.size * 1.35;
	const points = ringsOf(outline).flat();
	const around = boxAround(points);
	const target = anchorOf(data, state, picked);
	const box = roomFor(width, height, around, target, many, grid);
	for (const [x, y] of points)
		grid.take({ x: x - 2, y: y - 2, width: 4, height: 4 });
	const from = many ? null : nearestOn(box, target);
	if (from) grid.takeLine(from, target);
	grid.take(grown(box, 4));
	const start = leftward ? box.x + box.width - pad : box.x + pad;
	const baseLine = box.y + pad + name.size * 0.8;
	const marks: Mark[] = [
		{ kind: "path", look: many ? "halo-many" : "halo", d: outline },
		{
			kind: "path",
			look: many ? "picked-many" : "picked",
			id: `picked-${picked.id}`,
			title: picked.name,
			d: outline,
		},
		{
			kind: "path",
			look: "call-out-line",
			d: from ? lineBetween(from, target, around) : "",
		},
		{ kind: "rect", look: "call-out", ...rounded(box) },
		textAt(start, baseLine, picked.name, name),
		...lines.map((line, i) =>
			textAt(
				start,
				baseLine + (i + 1) * tiers.size * 1.35 + name.size * 0.1,
				line,
				tiers,
			),
		),
	];
	return {
		name: "selection",
		title: figureStringsFor(core).layers.selection,
		marks,
	};
}

/** The tier of a place and its marks; how many places of a region are in which. */
export function pickedLines(
	{ core }: FigureData,
	{ levels, round }: FigureState,
	{ places }: Pick,
): string[] {
	const strings = figureStringsFor(core);
	const [only = ""] = places.length === 1 ? places : [];
	const marks = [
		...(embargoesIn(core, round).has(only) ? [strings.embargo] : []),
		...(reliefIn(core, round).has(only) ? [strings.relief] : []),
	];
	const tiers = core.tiers.flatMap(({ id, name }) => {
		const count = places.filter((place) => levels.get(place) === id).length;
		if (!count) return [];
		return places.length === 1
			? [name]
			: [strings.titled(name, strings.places(count))];
	});
	return [...tiers, ...marks];
}

/** Where the line to the call-out ends: on the place itself; in the midst of several. */
function anchorOf(
	{ atlas }: FigureData,
	{ layout }: FigureState,
	{ places }: Pick,
): Point {
	const anchors = places.flatMap((id) => {
		const at = atlas.placed[layout][id] ?? atlas.anchors[id];
		return at ? [at] : [];
	});
	const middle = (axis: 0 | 1) =>
		anchors.reduce((sum, at) => sum + at[axis], 0) / (anchors.length || 1);
	return [middle(0), middle(1)];
}

/** A box for the call-out on the map: off what is picked, over as little land as can be, near. */
function roomFor(
	width: number,
	height: number,
	around: Box,
	[x, y]: Point,
	many: boolean,
	grid: Grid,
): Box {
	let best: Box = { x: EDGE, y: HEIGHT - height - EDGE, width, height };
	let least = Number.POSITIVE_INFINITY;
	for (let top = EDGE; top + height <= HEIGHT - EDGE; top += 8)
		for (let left = EDGE; left + width <= WIDTH - EDGE; left += 8) {
			const box = { x: left, y: top, width, height };
			const distance = Math.hypot(left + width / 2 - x, top + height / 2 - y);
			if (distance >= least || overlap(grown(box, 6), around)) continue;
			const cover = distance + grid.cover(box) * 700;
			if (cover >= least) continue;
			const line = many ? 0 : grid.crossed(nearestOn(box, [x, y]), [x, y]);
			const cost = cover + line * 30;
			if (cost >= least) continue;
			least = cost;
			best = box;
		}
	return best;
}

/** The point of a box that is nearest to another point. */
function nearestOn({ x, y, width, height }: Box, [toX, toY]: Point): Point {
	return [
		Math.min(Math.max(toX, x), x + width),
		Math.min(Math.max(toY, y), y + height),
	];
}

/** To a place from its call-out; a region's outline says by itself what is meant. */
function lineBetween(
	[fromX, fromY]: Point,
	[x, y]: Point,
	around: Box,
): string {
	// A marker is pointed at from its ring, a big place to its middle.
	const distance = Math.hypot(x - fromX, y - fromY);
	const short = Math.max(around.width, around.height) < 24;
	const stop = short ? Math.max(around.width, around.height) / 2 : 0;
	const share = distance > stop ? 1 - stop / distance : 0;
	return `M${tenth(fromX)} ${tenth(fromY)}L${tenth(fromX + (x - fromX) * share)} ${tenth(fromY + (y - fromY) * share)}`;
}

function overlap(a: Box, b: Box): boolean {
	return (
		a.x < b.x + b.width &&
		b.x < a.x + a.width &&
		a.y < b.y + b.height &&
		b.y < a.y + a.height
	);
}

function grown({ x, y, width, height }: Box, by: number): Box {
	return {
		x: x - by,
		y: y - by,
		width: width + 2 * by,
		height: height + 2 * by,
	};
}

function rounded({ x, y, width, height }: Box): Box {
	return {
		x: tenth(x),
		y: tenth(y),
		width: tenth(width),
		height: tenth(height),
	};
}
