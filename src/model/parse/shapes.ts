/** `cutouts.csv` and `points.csv`: places that the atlas doesn't draw as shapes of their own. */

import type { Cutout, PointRow } from "../types.ts";
import { type Context, checkUnique, type Fields } from "./fields.ts";

type Rows = readonly Fields[];

/** Reads `cutouts.csv`. */
export function readCutouts(rows: Rows, context: Context): readonly Cutout[] {
	const columns = ["place", "from", "west", "south", "east", "north", "line"];
	const keyOf = (row: Fields) =>
		columns.map((column) => row.text(column)).join(" ");
	checkUnique(rows, "cutout", keyOf, context, "remove");
	return rows.map((row) => ({
		place: row.ref("place", "place"),
		from: row.required("from"),
		box: readBox(row),
		line: readLine(row),
	}));
}

/** Longitudes and latitudes in turn. */
function readLine(row: Fields): Cutout["line"] {
	const numbers = row.text("line").split(/\s+/).filter(Boolean).map(Number);
	const line = numbers.flatMap((x, i) =>
		i % 2 ? [] : [[x, numbers[i + 1] ?? Number.NaN] as const],
	);
	const fits = line.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
	if (numbers.length && (!fits || line.length < 2 || row.text("west") === ""))
		row.problem("line", (say) => say.cutLine());
	return line;
}

function readBox(row: Fields): Cutout["box"] {
	if (["west", "south", "east", "north"].every((side) => row.text(side) === ""))
		return null;
	const west = row.number("west", -180, 180);
	const south = row.number("south", -90, 90);
	const east = row.number("east", -180, 180);
	const north = row.number("north", -90, 90);
	if (west >= east) row.problem("west", (say) => say.westEast());
	if (south >= north) row.problem("south", (say) => say.southNorth());
	return [west, south, east, north];
}

/** Reads `points.csv`. */
export function readPoints(rows: Rows, context: Context): readonly PointRow[] {
	checkUnique(rows, "point of", (row) => row.text("place"), context, "remove");
	return rows.map((row) => {
		row.required("source");
		return {
			place: row.ref("place", "place"),
			at: [
				row.number("longitude", -180, 180),
				row.number("latitude", -90, 90),
			] as const,
		};
	});
}
