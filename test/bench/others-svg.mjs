// The same picture as SVG by others, without a browser.
import { geoEqualEarth, geoPath } from "d3-geo";
import * as echarts from "echarts";
import { countriesIn } from "./atlas.mjs";
import { FILLS } from "./pages/common.js";
import { option } from "./pages/echarts-option.js";
import { tiersBy } from "./tiers.mjs";

const countries = countriesIn("countries-50m.json");
const byNumber = tiersBy("number");

/** By ECharts' renderer for servers, as its handbook describes it. */
export function ssrMap() {
	echarts.registerMap("world", /** @type {any} */ (countries));
	const chart = echarts.init(null, null, {
		renderer: "svg",
		ssr: true,
		width: 960,
		height: 480,
	});
	chart.setOption({
		animation: false,
		...option(countries.features, byNumber),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

/** Nothing but a path for each place, as d3 writes them. */
export function plainPaths() {
	const path = geoPath(geoEqualEarth().fitSize([960, 480], { type: "Sphere" }));
	const shapes = countries.features.map(
		(place) =>
			`<path fill="${FILLS[byNumber[String(place.id)]?.[1] ?? "na"]}" d="${path(place)}"/>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 480">${shapes.join("")}</svg>`;
}
