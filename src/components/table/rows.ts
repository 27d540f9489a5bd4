import { type Mentions, mentionsOf } from "../../model/claims.ts";
import type {
	Argument,
	Core,
	CoreEmbargo,
	CoreRound,
	CoreTier,
} from "../../model/edition.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import type { LangKey, TierId } from "../../model/types.ts";

/** A place as the table shows it. */
export interface Row {
	readonly id: string;
	readonly a2: string;
	readonly name: string;
	/** The names in the other languages, once the argument is there. */
	readonly otherNames: Readonly<Record<LangKey, string>>;
	readonly tier: CoreTier | undefined;
	/** Under which it is apart from the rounds. */
	readonly embargo: CoreEmbargo | undefined;
	/** Rounds that brought it partial relief. */
	readonly relief: readonly CoreRound[];
	readonly regionIds: readonly string[];
	readonly regions: readonly string[];
	readonly mentions: Mentions | null;
}

export type Column = "name" | "tier" | "regions" | "claims";

export interface Order {
	readonly column: Column;
	readonly descending: boolean;
}

/**
 * The places as rows, by name.
 *
 * @param argument null until it is loaded; the rows then lack what comes from it
 * @param levels of the round shown
 * @param round its id
 * @param tag BCP 47 tag whose collation orders the names (Chinese goes by pinyin)
 */
export function rowsOf(
	core: Core,
	argument: Argument | null,
	levels: ReadonlyMap<string, TierId>,
	round: string,
	tag: string,
): Row[] {
	const embargoes = embargoesIn(core, round);
	const relief = reliefIn(core, round);
	const tiers = new Map(core.tiers.map((tier) => [tier.id, tier]));
	const regions = new Map(core.regions.map(({ id, name }) => [id, name]));
	const { compare } = new Intl.Collator(tag);
	return core.places
		.map(({ id, a2, name, regions: regionIds }) => ({
			id,
			a2,
			name,
			otherNames: argument?.places[id]?.otherNames ?? {},
			tier: tiers.get(levels.get(id) ?? ""),
			embargo: embargoes.get(id),
			relief: relief.get(id) ?? [],
			regionIds,
			regions: regionIds.map((region) => regions.get(region) ?? region),
			mentions: argument && mentionsOf(core, argument, id),
		}))
		.sort((a, b) => compare(a.name, b.name));
}

/** The rows in which every word of the filter occurs: in a name, a code, a region or the tier. */
export function matching(rows: readonly Row[], filter: string): readonly Row[] {
	const words = fold(filter).split(/\s+/).filter(Boolean);
	if (!words.length) return rows;
	return rows.filter((row) => {
		const text = fold(
			[
				row.id,
				row.a2,
				row.name,
				...Object.values(row.otherNames),
				...row.regions,
				row.tier?.name ?? "",
			].join("\n"),
		);
		return words.every((word) => text.includes(word));
	});
}

/** The rows in another order; those that are equal stay as they are. */
export function sorted(
	rows: readonly Row[],
	{ column, descending }: Order,
	tiers: readonly CoreTier[],
	tag: string,
): Row[] {
	const { compare } = new Intl.Collator(tag);
	const rank = new Map(tiers.map(({ id }, index) => [id, index]));
	const by: Record<Column, (a: Row, b: Row) => number> = {
		name: (a, b) => compare(a.name, b.name),
		tier: (a, b) =>
			(rank.get(a.tier?.id ?? "") ?? rank.size) -
			(rank.get(b.tier?.id ?? "") ?? rank.size),
		regions: (a, b) => compare(a.regions.join("\n"), b.regions.join("\n")),
		claims: (a, b) => (a.mentions?.all ?? 0) - (b.mentions?.all ?? 0),
	};
	const sign = descending ? -1 : 1;
	return [...rows].sort((a, b) => sign * by[column](a, b));
}

/** The rows as CSV (RFC 4180), with a line of headings. */
export function csvOf(rows: readonly Row[], lang: LangKey, round: string) {
	const others = Object.keys(rows[0]?.otherNames ?? {});
	const counted = rows[0]?.mentions != null;
	return csv([
		[
			"id",
			`name_${lang}`,
			...others.map((other) => `name_${other}`),
			"round",
			"tier",
			"tier_name",
			"regions",
			...(counted ? ["claims", "claims_by_name"] : []),
			"embargo_since",
			"relief",
		],
		...rows.map((row) => [
			row.id,
			row.name,
			...others.map((other) => row.otherNames[other] ?? ""),
			round,
			row.tier?.id ?? "",
			row.tier?.name ?? "",
			row.regionIds.join(" "),
			...(row.mentions ? [row.mentions.all, row.mentions.named] : []),
			row.embargo?.since ?? "",
			row.relief.map(({ id }) => id).join(" "),
		]),
	]);
}

function csv(lines: readonly (readonly (string | number)[])[]): string {
	const cell = (value: string | number) =>
		/[",\r\n]/.test(`${value}`)
			? `"${`${value}`.replaceAll('"', '""')}"`
			: `${value}`;
	return lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** Without case, accents and width. */
function fold(text: string): string {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
