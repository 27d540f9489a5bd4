// Vega-Lite through vega-embed; it reads TopoJSON itself. Maps have no zoom of their own.

import byNumber from "virtual:tiers-by-number";
import embed from "vega-embed";
import { FILLS, write } from "./common.js";

const { view } = await embed(
	"#map",
	{
		width: 960,
		height: 480,
		padding: 0,
		data: {
			url: "countries-50m.json",
			format: { type: "topojson", feature: "countries" },
		},
		transform: [
			{
				lookup: "id",
				from: {
					data: {
						values: Object.entries(byNumber).map(([id, [code, tier]]) => ({
							id,
							code,
							tier,
						})),
					},
					key: "id",
					fields: ["code", "tier"],
				},
			},
		],
		projection: { type: "equalEarth" },
		mark: { type: "geoshape", stroke: "#fff", strokeWidth: 0.5 },
		encoding: {
			color: {
				field: "tier",
				type: "nominal",
				scale: { domain: Object.keys(FILLS), range: Object.values(FILLS) },
				legend: null,
			},
			tooltip: { field: "properties.name", type: "nominal" },
		},
		config: { view: { stroke: null } },
	},
	{ actions: false },
);
view.addEventListener("click", (_event, item) => {
	if (item?.datum?.code) write(item.datum.code);
});
