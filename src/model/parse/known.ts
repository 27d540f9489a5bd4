/** The ids a data set defines, and a reference to one of them checked. */

import type { TableName } from "../tables.ts";
import { parseText } from "../tokens.ts";
import type { Report } from "./columns.ts";
import type { Thing } from "./messages.ts";
import { nearest } from "./nearest.ts";

/** What can be referred to by id, and the file that defines it. */
export const DEFINED_IN = {
	tier: "tiers",
	place: "places",
	round: "rounds",
	region: "regions",
	claim: "claims",
	mechanism: "mechanisms",
	source: "sources",
} as const satisfies Record<Thing, TableName>;

export type RefKind = Thing;

/** Every id by kind; `null` where the file that defines them couldn't be read, so that nothing is called unknown. */
export type Known = Readonly<Record<RefKind, ReadonlySet<string> | null>>;

/**
 * Checks that an id is defined.
 *
 * @param column What carries it; null is an essay.
 * @returns Nothing; an unknown id is reported with the nearest known one.
 */
export function checkRef(
	id: string,
	kind: RefKind,
	column: string | null,
	path: string,
	known: Known,
	report: Report,
): void {
	const ids = known[kind];
	if (ids === null || ids.has(id)) return;
	// Looked for only if it is told of.
	report(path, (say) =>
		say.unknownRef(
			kind,
			id,
			column,
			`${DEFINED_IN[kind]}.csv`,
			nearest(id, ids),
		),
	);
}

/**
 * Checks the tokens of a text.
 *
 * @param column What carries it; null is an essay.
 * @returns Nothing; unknown ids and braces that make no token are reported.
 */
export function checkTokens(
	text: string,
	column: string | null,
	path: string,
	known: Known,
	report: Report,
): void {
	for (const segment of parseText(text)) {
		if (segment.kind !== "text")
			checkRef(segment.id, segment.kind, column, path, known, report);
		else if (/[{}]/.test(segment.text)) {
			const stray = /\{[^{}]*\}?|\}/.exec(segment.text)?.[0] ?? "";
			report(path, (say) => say.malformedToken(stray.slice(0, 40), column));
		}
	}
}
