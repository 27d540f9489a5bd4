import jsVectorMap from "jsvectormap";
import "jsvectormap/dist/jsvectormap.min.css";
import "jsvectormap/dist/maps/world.js";
import byLetters from "virtual:tiers-by-letters";
import { FILLS, write } from "./common.js";

new jsVectorMap({
	selector: "#map",
	map: "world",
	series: {
		regions: [
			{
				attribute: "fill",
				scale: FILLS,
				values: Object.fromEntries(
					Object.entries(byLetters).map(([letters, [, tier]]) => [
						letters,
						tier,
					]),
				),
			},
		],
	},
	onRegionClick: (_event, letters) => write(byLetters[letters]?.[0] ?? ""),
});
