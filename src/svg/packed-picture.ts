import {
	type PackedPaths,
	packPaths,
	unpackPaths,
} from "../geo/packed-paths.ts";

/** A picture as it travels: the markup without the outlines of places, and these. */
export interface PackedPicture {
	readonly markup: string;
	readonly paths: PackedPaths;
}

/** Path data in whole numbers. */
const OUTLINE = / d="(M[^".]+)"/g;
/** Stands for an outline; no path data looks like it, while an empty one may be there. */
const GAP = ' d="~"';

/** @param markup as our own emitter writes it */
export function packPicture(markup: string): PackedPicture {
	const paths = [...markup.matchAll(OUTLINE)].map(([, path = ""]) => path);
	return { markup: markup.replace(OUTLINE, GAP), paths: packPaths(paths) };
}

/** The markup that was packed, to the letter. */
export function unpackPicture({ markup, paths }: PackedPicture): string {
	const outlines = unpackPaths(paths);
	return markup
		.split(GAP)
		.map((before, i) =>
			i < outlines.length ? `${before} d="${outlines[i]}"` : before,
		)
		.join("");
}
