type Later = typeof import("./later.ts");

/** The parts on their way, so that the maps of a page ask for them once. */
let coming: Promise<Later> | undefined;

/** Registers an element, unless one of its name is there. */
export function define(name: string, element: CustomElementConstructor): void {
	if (!customElements.get(name)) customElements.define(name, element);
}

/**
 * Loads and registers the parts that aren't the map; they come in a file of their own.
 *
 * @throws where the file can't be had; whoever asks next tries again
 */
export function defineLater(): Promise<Later> {
	coming ??= load().catch((error) => {
		coming = undefined;
		throw error;
	});
	return coming;
}

async function load(): Promise<Later> {
	const later = await import("./later.ts");
	define("tier-map-panel", later.TierMapPanel);
	define("tier-map-rounds", later.TierMapRounds);
	define("tier-map-search", later.TierMapSearch);
	define("tier-map-table", later.TierMapTable);
	define("tier-map-toolbar", later.TierMapToolbar);
	return later;
}
