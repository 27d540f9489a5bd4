/** `embargoes.csv`: controls that hold apart from the rounds. */

import { compareDates } from "../date.ts";
import type { EmbargoRow } from "../types.ts";
import type { Fields } from "./fields.ts";

/** Reads `embargoes.csv`; of one place, each must end before the next begins. */
export function readEmbargoes(rows: readonly Fields[]): readonly EmbargoRow[] {
	const embargoes = rows.map((row) => {
		row.required("since");
		const embargo = {
			place: row.ref("place", "place"),
			since: row.someDate("since"),
			until: row.someDate("until"),
			sources: row.refs("source", "source"),
			note: row.translated("note"),
			checked: row.checked(),
		};
		const { since, until } = embargo;
		row.required("source");
		if (until && compareDates(until, since) < 0)
			row.problem("until", (say) => say.endsBefore(until, since));
		return embargo;
	});
	const inTurn = embargoes
		.map((embargo, i) => ({ ...embargo, row: rows[i] }))
		.sort((a, b) => compareDates(a.since, b.since));
	for (const [i, { place, since, row }] of inTurn.entries()) {
		const before = inTurn
			.slice(0, i)
			.filter((earlier) => earlier.place === place)
			.at(-1);
		if (!before?.row || place === "") continue;
		const { until } = before;
		const { path } = before.row;
		if (!until || compareDates(since, until) < 0)
			row?.problem("since", (say) => say.embargoesOverlap(place, path));
	}
	return embargoes;
}
