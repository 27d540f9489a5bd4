/** The ids a data set defines, and a reference to one of them checked. */

import type { TableName } from "../tables.ts";
import { parseText } from "../tokens.ts";
import type { Report } from "./columns.ts";
import { suggest } from "./nearest.ts";

/** What can be referred to by id, and the file that defines it. */
export const DEFINED_IN = {
	tier: "tiers",
	place: "places",
	round: "rounds",
	region: "regions",
	claim: "claims",
	mechanism: "mechanisms",
	source: "sources",
} as const satisfies Record<string, TableName>;

export type RefKind = keyof typeof DEFINED_IN;

/** Every id by kind; `null` where the file that defines them couldn't be read, so that nothing is called unknown. */
export type Known = Readonly<Record<RefKind, ReadonlySet<string> | null>>;

/**
 * Checks that an id is defined.
 *
 * @param where What carries it, for the message: `column places`.
 * @returns Nothing; an unknown id is reported with the nearest known one.
 */
export function checkRef(
	id: string,
	kind: RefKind,
	where: string,
	path: string,
	known: Known,
	report: Report,
): void {
	const ids = known[kind];
	if (ids === null || ids.has(id)) return;
	const advice = `use an id from ${DEFINED_IN[kind]}.csv`;
	report(
		path,
		`unknown ${kind} "${id}" in ${where}: ${suggest(id, ids, advice)}`,
	);
}

/**
 * Checks the tokens of a text.
 *
 * @param where What carries it, for the message: `column text_en`.
 * @returns Nothing; unknown ids and braces that make no token are reported.
 */
export function checkTokens(
	text: string,
	where: string,
	path: string,
	known: Known,
	report: Report,
): void {
	for (const segment of parseText(text)) {
		if (segment.kind !== "text")
			checkRef(segment.id, segment.kind, where, path, known, report);
		else if (/[{}]/.test(segment.text)) {
			const stray = /\{[^{}]*\}?|\}/.exec(segment.text)?.[0] ?? "";
			report(
				path,
				`malformed token "${stray.slice(0, 40)}" in ${where}: write {place:ID}, {region:id}, {claim:id} or {source:id}, and no other braces`,
			);
		}
	}
}
