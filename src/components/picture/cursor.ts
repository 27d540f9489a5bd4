import type { Direction, Neighbours } from "../../geo/neighbours.ts";
import type { Core } from "../../model/edition.ts";
import type { TierId } from "../../model/types.ts";

const directions: Readonly<Record<string, Direction>> = {
	ArrowUp: "up",
	ArrowDown: "down",
	ArrowLeft: "left",
	ArrowRight: "right",
};

/** The places of each tier, by name: the order of the list that stands for the map. */
export function listOrder(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
): Map<TierId, string[]> {
	const { compare } = new Intl.Collator(core.lang);
	const named = [...core.places].sort((a, b) => compare(a.name, b.name));
	return new Map(
		core.tiers.map(({ id }) => [
			id,
			named.filter((p) => levels.get(p.id) === id).map((p) => p.id),
		]),
	);
}

/**
 * Where a key moves the cursor: arrows to the next place in that direction, `[` and `]` within the
 * tier, Home and End to the ends of the list.
 *
 * @param from where the cursor is
 * @param order see `listOrder`
 * @returns null for a key that moves nothing
 */
export function move(
	key: string,
	from: string,
	order: ReadonlyMap<TierId, readonly string[]>,
	neighbours: Readonly<Record<string, Neighbours>>,
): string | null {
	const direction = directions[key];
	if (direction) return neighbours[from]?.[direction] ?? from;
	const all = [...order.values()].flat();
	if (key === "Home") return all[0] ?? from;
	if (key === "End") return all.at(-1) ?? from;
	const step = { "[": -1, "]": 1 }[key];
	if (!step) return null;
	const tier =
		[...order.values()].find((places) => places.includes(from)) ?? [];
	const index = tier.indexOf(from) + step;
	return tier.at(index % tier.length) ?? from;
}
