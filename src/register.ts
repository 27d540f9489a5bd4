import { TierMapLegend } from "./components/legend/legend.ts";
import { TierMapPicture } from "./components/picture/picture.ts";
import { TierMap } from "./components/tier-map/tier-map.ts";

/**
 * Registers `<tier-map>` and its parts. Where another copy of this module has been first, that one stays,
 * and the console says so.
 */
export function register(): void {
	if (customElements.get("tier-map")) {
		console.warn(
			"tier-map: another copy of this module has registered <tier-map> on this page; that one is used. Load the module once.",
		);
		return;
	}
	define("tier-map-legend", TierMapLegend);
	define("tier-map-picture", TierMapPicture);
	define("tier-map", TierMap);
	defineLater().catch((error) => {
		console.warn(
			`tier-map: the argument, the rounds, the search and the table could not be loaded; they are tried again when the network is back. ${error}`,
		);
		addEventListener("online", () => defineLater().catch(() => {}));
	});
}

/** The parts that aren't the map come in a file of their own. */
async function defineLater(): Promise<void> {
	const later = await import("./components/later.ts");
	define("tier-map-panel", later.TierMapPanel);
	define("tier-map-rounds", later.TierMapRounds);
	define("tier-map-search", later.TierMapSearch);
	define("tier-map-table", later.TierMapTable);
}

function define(name: string, element: CustomElementConstructor): void {
	if (!customElements.get(name)) customElements.define(name, element);
}
