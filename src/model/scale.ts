import type { Control } from "./types.ts";

interface Level {
	readonly id: string;
	readonly hatched?: boolean;
	readonly control?: Control;
}

/** As many can differ from each other at 3:1; of more, only those next to each other. */
const MOST = 3;

/**
 * The pairs of tiers that must be told apart by colour alone: those without a pattern, as far as the
 * last that controls something. What comes after it stands outside the scale.
 *
 * @param tiers in the order of access
 */
export function pairsToTellApart<T extends Level>(
	tiers: readonly T[],
): (readonly [T, T])[] {
	const last = tiers
		.map(({ control }) => control !== undefined && control !== "none")
		.lastIndexOf(true);
	const scale = tiers
		.slice(0, last < 0 ? undefined : last + 1)
		.filter(({ hatched }) => !hatched);
	return scale.flatMap((one, i) =>
		scale
			.slice(i + 1, scale.length > MOST ? i + 2 : undefined)
			.map((other) => [one, other] as const),
	);
}
