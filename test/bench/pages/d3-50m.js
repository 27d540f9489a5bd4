import { zoom } from "d3-zoom";
import { draw } from "./d3.js";

draw("countries-50m.json", (svg, layer) =>
	svg.call(
		zoom()
			.scaleExtent([1, 8])
			.on("zoom", ({ transform }) => layer.attr("transform", transform)),
	),
);
