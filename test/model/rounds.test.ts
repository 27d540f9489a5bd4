import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import { edition } from "../../src/model/edition.ts";
import { embargoesIn } from "../../src/model/marks.ts";
import { roundReaches } from "../../src/model/rounds.ts";
import { expectedRoundCounts } from "../fixtures/read.ts";

const DATA = join(import.meta.dirname, "../../data");
const { core } = edition(orThrow(loadDataset(DATA)), "en");
const reaches = new Map(
	roundReaches(core).map((reach) => [reach.round.id, reach]),
);
const isDestination = new Set(
	core.places.flatMap(({ id, destination }) => (destination ? [id] : [])),
);

describe("the rounds of the data", () => {
	const expected = expectedRoundCounts();

	it("are those that were counted, in their order", () => {
		expect([...reaches.keys()]).toEqual(expected.map(({ round }) => round));
	});

	it.each(expected)("$round reaches as many as were counted", (row) => {
		const reach = reaches.get(row.round);
		if (!reach) throw new Error("There is no such round.");
		const embargoed = [...embargoesIn(core, row.round).keys()].filter((id) =>
			isDestination.has(id),
		);
		const controlled = (control: string) =>
			core.places.filter(({ id, destination }) => {
				const tier = core.tiers.find((t) => t.id === reach.own.get(id));
				return destination && tier?.control === control;
			});
		const union = (places: readonly { readonly id: string }[]) =>
			new Set([...places.map(({ id }) => id), ...embargoed]).size;
		const exempt = [...reach.own].filter(
			([id, level]) => level === "1" && isDestination.has(id),
		).length;
		expect({
			round: row.round,
			covered: reach.covered,
			limited: reach.limited,
			denied: reach.denied,
			// Elsewhere the first level is that of places which the round doesn't cover.
			exempt: row.exempt ? exempt : 0,
			newly_covered: reach.newlyCovered,
			released: reach.released,
			partial_relief: reach.round.relief?.join(" ") ?? "",
			own_embargo_only: reach.embargoed
				.map(({ id }) => id)
				.sort()
				.join(" "),
			denied_with_embargoes: union(controlled("denial")),
			touched_with_embargoes: union([
				...controlled("denial"),
				...controlled("limit"),
			]),
		}).toEqual(row);
	});

	it("recolour the map where a level changed, and only there", () => {
		const changing = expected.flatMap(({ round }) =>
			reaches.get(round)?.changes.length ? [round] : [],
		);
		expect(changing).toEqual([
			"2022-08-26",
			"2023-01-17",
			"2023-10-17",
			"2024-03-15",
			"2025-01-13",
			"2025-05-13",
			"2026-02-03",
		]);
		expect(
			core.rounds.flatMap(({ id, recolours }) => (recolours ? [id] : [])),
		).toEqual(changing);
	});

	it("leave what is under an embargo of its own denied, and Russia covered throughout", () => {
		for (const { levels, own, round } of reaches.values()) {
			for (const place of ["IRN", "PRK", "CUB", "SYR", "RUS", "BLR", "XCR"])
				expect(levels.get(place), `${place} in ${round.id}`).toBe("3");
			expect(["2", "3"]).toContain(own.get("RUS"));
		}
	});
});
