/** The patterns that a tier may carry beside its colour: the angles of its lines' normals, in degrees. */
export const PATTERNS = {
	hatch: [45],
	horizontal: [90],
	vertical: [0],
	cross: [45, -45],
} as const satisfies Record<string, readonly number[]>;

export type Pattern = keyof typeof PATTERNS;

/** Their names, the usual one first. */
export const PATTERN_NAMES = [
	"hatch",
	"horizontal",
	"vertical",
	"cross",
] as const satisfies readonly Pattern[];
