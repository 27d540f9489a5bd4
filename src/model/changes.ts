/** What changed between two versions of a data set. */

import { edition } from "./edition.ts";
import { levelsIn } from "./levels.ts";
import { roundNamed } from "./round.ts";
import type { Dataset, TierId } from "./types.ts";

/** Rows of one file, by id. */
export interface RowChanges {
	readonly added: readonly string[];
	readonly removed: readonly string[];
	readonly changed: readonly {
		readonly id: string;
		/** Columns, without the language. */
		readonly fields: readonly string[];
	}[];
}

/** A place at another level than before in a round that both have; `null` where it wasn't, or isn't, there. */
export interface Move {
	readonly round: string;
	readonly place: string;
	readonly from: TierId | null;
	readonly to: TierId | null;
}

/** A round that has another id than before. */
export interface Renaming {
	readonly from: string;
	readonly to: string;
}

export interface Changes {
	readonly from: string;
	readonly to: string;
	/** Rounds with another id; elsewhere they go by the new one. */
	readonly renamed: readonly Renaming[];
	readonly moved: readonly Move[];
	readonly tiers: RowChanges;
	readonly rounds: RowChanges;
	/** By place and the day each began. */
	readonly embargoes: RowChanges;
	readonly places: RowChanges;
	readonly regions: RowChanges;
	readonly claims: RowChanges;
	readonly mechanisms: RowChanges;
	readonly facts: RowChanges;
	readonly sources: RowChanges;
	readonly texts: RowChanges;
	readonly essays: RowChanges;
	readonly aliases: RowChanges;
	readonly cutouts: RowChanges;
	readonly points: RowChanges;
	/** Strings of the interface, by language and key. */
	readonly strings: RowChanges;
	/** Keys of the manifest. */
	readonly manifest: RowChanges;
}

/**
 * Compares two data sets.
 *
 * @param before the older one
 * @param after the newer one
 */
export function changesBetween(before: Dataset, after: Dataset): Changes {
	const compare = (
		rows: (dataset: Dataset) => readonly (readonly [string, object])[],
	) => rowChanges(new Map(rows(before)), new Map(rows(after)));
	const byId = (
		file:
			| "tiers"
			| "places"
			| "regions"
			| "claims"
			| "mechanisms"
			| "facts"
			| "sources",
	) => compare((dataset) => dataset[file].map((row) => [row.id, row] as const));
	const renamed = renamings(before, after);
	const nowOf = (id: string) =>
		renamed.find(({ from }) => from === id)?.to ?? id;
	return {
		from: before.manifest.version,
		to: after.manifest.version,
		renamed,
		moved: movesBetween(before, after),
		tiers: byId("tiers"),
		// Levels are told of place by place.
		rounds: compare(({ rounds }) =>
			rounds.map(({ id, levels, ...row }) => [nowOf(id), row]),
		),
		embargoes: compare(({ embargoes }) =>
			embargoes.map(({ place, since, ...row }) => [`${place} ${since}`, row]),
		),
		places: byId("places"),
		regions: byId("regions"),
		claims: byId("claims"),
		mechanisms: byId("mechanisms"),
		facts: byId("facts"),
		sources: byId("sources"),
		texts: compare(({ texts }) =>
			Object.entries(texts).map(([key, text]) => [key, { text }]),
		),
		essays: compare(({ essays }) => essays.map((row) => [row.about, row])),
		aliases: compare(({ aliases }) =>
			aliases.map(({ about, kind, text }) => [
				`${about} ${Object.values(text).join(" / ")}`,
				{ kind },
			]),
		),
		cutouts: compare(({ cutouts }) =>
			cutouts.map(({ place, from, box, line }) => [
				[place, from, ...(box ?? [])].join(" "),
				{ line },
			]),
		),
		points: compare(({ points }) =>
			points.map(({ place, at }) => [place, { at }]),
		),
		strings: compare(({ strings }) =>
			Object.entries(strings).flatMap(([lang, given]) =>
				Object.entries(given).map(
					([key, text]) => [`${lang} ${key}`, { text }] as const,
				),
			),
		),
		manifest: compare(({ manifest: { version, ...rest } }) =>
			Object.entries(rest).map(([key, value]) => [key, { value }]),
		),
	};
}

function renamings(before: Dataset, after: Dataset): Renaming[] {
	return after.rounds.flatMap(({ id, also }) =>
		before.rounds
			.filter((round) => also.includes(round.id))
			.map((round) => ({ from: round.id, to: id })),
	);
}

function rowChanges(
	before: ReadonlyMap<string, object>,
	after: ReadonlyMap<string, object>,
): RowChanges {
	return {
		added: [...after.keys()].filter((id) => !before.has(id)),
		removed: [...before.keys()].filter((id) => !after.has(id)),
		changed: [...after].flatMap(([id, row]) => {
			const old = before.get(id);
			const fields = old ? changedFields(old, row) : [];
			return fields.length ? [{ id, fields }] : [];
		}),
	};
}

function changedFields(before: object, after: object): string[] {
	const old = new Map<string, unknown>(Object.entries(before));
	return Object.entries(after).flatMap(([name, value]) =>
		JSON.stringify(old.get(name)) === JSON.stringify(value) ? [] : [name],
	);
}

function movesBetween(before: Dataset, after: Dataset): Move[] {
	const [old, fresh] = [before, after].map(
		(dataset) => edition(dataset, dataset.manifest.languages[0] ?? "").core,
	);
	if (!old || !fresh) return [];
	return old.rounds.flatMap(({ id }) => {
		const round = roundNamed(fresh, id)?.id;
		if (round === undefined) return [];
		const [from, to] = [levelsIn(old, id), levelsIn(fresh, round)];
		return [...new Set([...to.keys(), ...from.keys()])].flatMap((place) =>
			from.get(place) === to.get(place)
				? []
				: [
						{
							round,
							place,
							from: from.get(place) ?? null,
							to: to.get(place) ?? null,
						},
					],
		);
	});
}
