import type { Core, CorePlace } from "./edition.ts";

const indexes = new WeakMap<
	readonly CorePlace[],
	ReadonlyMap<string, CorePlace>
>();

/** The place with an id; looked up, since each of thousands may ask for one. */
export function placeIn({ places }: Core, id: string): CorePlace | undefined {
	let index = indexes.get(places);
	if (!index) {
		index = new Map(places.map((place) => [place.id, place]));
		indexes.set(places, index);
	}
	return index.get(id);
}
