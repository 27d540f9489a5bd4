import svgMap from "svgmap";
import "svgmap/style.min";
import byLetters from "virtual:tiers-by-letters";
import { FILLS, write } from "./common.js";

new svgMap({
	targetElementID: "map",
	// The flags would come from another server.
	hideFlag: true,
	onCountryClick: (letters) => write(byLetters[letters]?.[0] ?? ""),
	data: {
		data: { tier: { name: "Tier" } },
		applyData: "tier",
		values: Object.fromEntries(
			Object.entries(byLetters).map(([letters, [, tier]]) => [
				letters,
				{ tier, color: FILLS[tier] },
			]),
		),
	},
});
