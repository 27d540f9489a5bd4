import type { Core } from "./edition.ts";

/** Something that can be picked, with the places that light up when it is. */
export interface Pick {
	readonly kind: "place" | "region";
	readonly id: string;
	readonly name: string;
	readonly places: readonly string[];
}

/**
 * The place or region an id stands for.
 *
 * @param id alpha-3, alpha-2 (in any case) or a region's id
 * @returns null where there is none
 */
export function pick(core: Core, id: string): Pick | null {
	const code = id.trim().toUpperCase();
	const region = core.regions.find((r) => r.id === id.trim().toLowerCase());
	// A region may be called like a place, but for the capitals.
	const place =
		region?.id === id.trim()
			? undefined
			: core.places.find((p) => p.id === code || p.a2 === code);
	if (place)
		return {
			kind: "place",
			id: place.id,
			name: place.name,
			places: [place.id],
		};
	if (!region) return null;
	const places = core.places.filter((p) => p.regions.includes(region.id));
	return {
		kind: "region",
		id: region.id,
		name: region.name,
		places: places.map((p) => p.id),
	};
}
