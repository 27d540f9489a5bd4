// Hand-written with d3's modules, as a graphics desk would; with or without zoom.

import byNumber from "virtual:tiers-by-number";
import { geoEqualEarth, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { feature } from "topojson-client";
import { FILLS, geometry, listen } from "./common.js";

/**
 * @param {string} file
 * @param {(svg: any, layer: any) => void} [zoomable]
 */
export async function draw(file, zoomable) {
	const world = await geometry(file);
	const { features } = feature(world, world.objects.countries);
	const path = geoPath(geoEqualEarth().fitSize([960, 480], { type: "Sphere" }));
	const svg = select("#map")
		.append("svg")
		.attr("viewBox", "0 0 960 480")
		.attr("width", 960)
		.attr("height", 480);
	const layer = svg
		.append("g")
		.attr("stroke", "#fff")
		.attr("stroke-width", 0.5);
	layer
		.selectAll("path")
		.data(features)
		.join("path")
		.attr("fill", ({ id }) => FILLS[byNumber[id]?.[1] ?? "na"])
		.attr("d", path);
	zoomable?.(svg, layer);
	listen(svg.node(), (target) => {
		const { id, properties } = target.__data__ ?? {};
		return properties
			? { code: byNumber[id]?.[0] ?? "", text: properties.name }
			: null;
	});
}
