// Observable Plot's geo mark with its own tip; it has no zoom.

import byNumber from "virtual:tiers-by-number";
import * as Plot from "@observablehq/plot";
import { feature } from "topojson-client";
import { FILLS, geometry, write } from "./common.js";

const world = await geometry("countries-50m.json");
const { features } = feature(world, world.objects.countries);
const tier = ({ id }) => byNumber[id]?.[1] ?? "na";
const chart = Plot.plot({
	width: 960,
	height: 480,
	projection: "equal-earth",
	color: {
		type: "ordinal",
		domain: Object.keys(FILLS),
		range: Object.values(FILLS),
	},
	marks: [
		Plot.geo(features, {
			fill: tier,
			stroke: "#fff",
			strokeWidth: 0.5,
			title: ({ properties }) => properties.name,
			tip: true,
		}),
	],
});
chart.addEventListener("click", () => {
	if (chart.value) write(byNumber[chart.value.id]?.[0] ?? "");
});
document.getElementById("map")?.append(chart);
