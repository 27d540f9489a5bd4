import { define } from "./components/define-later.ts";
import { isNewEnough } from "./components/floor.ts";
import { TierMapLegend } from "./components/legend/legend.ts";
import { TierMapPicture } from "./components/picture/picture.ts";
import { TierMap } from "./components/tier-map/tier-map.ts";

/**
 * Registers `<tier-map>` and its parts. Where another copy of this module has been first, that one stays,
 * and the console says so. A browser too old for the map keeps what stands in the element.
 */
export function register(): void {
	if (!isNewEnough()) return;
	const there = customElements.get("tier-map");
	if (there) {
		if (there !== TierMap)
			console.warn(
				`tier-map ${TierMap.version}: version ${versionOf(there)} has registered <tier-map> on this page; that one is used. Load one of them.`,
			);
		return;
	}
	define("tier-map-legend", TierMapLegend);
	define("tier-map-picture", TierMapPicture);
	define("tier-map", TierMap);
}

function versionOf(element: CustomElementConstructor): string {
	return "version" in element ? String(element.version) : "unknown";
}
