import { TierMapLegend } from "./components/legend/legend.ts";
import { TierMapPanel } from "./components/panel/panel.ts";
import { TierMapPicture } from "./components/picture/picture.ts";
import { TierMapRounds } from "./components/rounds/rounds.ts";
import { TierMapSearch } from "./components/search/search.ts";
import { TierMapTable } from "./components/table/table.ts";
import { TierMap } from "./components/tier-map/tier-map.ts";

/** Registers the elements; where another copy has been first, that one stays. */
const elements = {
	"tier-map-legend": TierMapLegend,
	"tier-map-picture": TierMapPicture,
	"tier-map-panel": TierMapPanel,
	"tier-map-rounds": TierMapRounds,
	"tier-map-table": TierMapTable,
	"tier-map-search": TierMapSearch,
	"tier-map": TierMap,
};

if (customElements.get("tier-map"))
	console.warn(
		"tier-map: another copy of this module has registered <tier-map> on this page; that one is used. Load the module once.",
	);
else
	for (const [name, element] of Object.entries(elements))
		if (!customElements.get(name)) customElements.define(name, element);
