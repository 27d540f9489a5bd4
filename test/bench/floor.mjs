// The floor: the same world, projected and simplified beforehand, as path data.
import { geoEqualEarth, geoPath } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { countriesIn } from "./atlas.mjs";
import { tiers } from "./tiers.mjs";

/** Area in px² of the smallest triangle that is kept: about a quarter of a pixel off over a few pixels. */
const LEAST = 0.6;

/** @returns {string} the map's markup, 960 by 480 px */
export function floor() {
	const byNumber = new Map(tiers().map((row) => [row.number, row]));
	const projected = geoProject(
		countriesIn("countries-50m.json"),
		geoEqualEarth().fitSize([960, 480], { type: "Sphere" }),
	);
	const simple = simplify(
		presimplify(topology({ countries: projected })),
		LEAST,
	);
	const path = geoPath().digits(1);
	/** @type {typeof projected} */
	const { features } = /** @type {any} */ (
		feature(simple, simple.objects.countries)
	);
	const shapes = features.map((place) => {
		const { code = "", tier = "na" } = byNumber.get(String(place.id)) ?? {};
		return `<path class="t${tier}" data-code="${code}" data-name="${place.properties.name}" d="${relative(path(place) ?? "")}"/>`;
	});
	return `<svg id="map" viewBox="0 0 960 480" width="960" height="480">${shapes.join("")}</svg>`;
}

/**
 * Path data of whole tenths, with relative steps, which compress better.
 * @param {string} d absolute `M` and `L`, closed by `Z`
 */
function relative(d) {
	const rings = d
		.split("Z")
		.filter(Boolean)
		.map((ring) =>
			ring
				.slice(1)
				.split("L")
				.map((point) => point.split(",").map((n) => Math.round(Number(n) * 10)))
				.filter(
					([x, y], i, all) =>
						!i || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1],
				),
		);
	const most = Math.max(...rings.map(({ length }) => length));
	return rings
		.filter(({ length }) => length > 2 || length === most)
		.map(([[x = 0, y = 0] = [], ...more]) => {
			let from = [x, y];
			const steps = more.map(([x = 0, y = 0]) => {
				const [fromX = 0, fromY = 0] = from;
				from = [x, y];
				return pair(x - fromX, y - fromY);
			});
			return `M${pair(x, y)}l${steps.join(" ")}z`;
		})
		.join("");
}

/**
 * @param {number} x in tenths
 * @param {number} y in tenths
 */
const pair = (x, y) =>
	[x, y].map((n) => String(n / 10).replace(/^(-?)0\./, "$1.")).join(" ");
