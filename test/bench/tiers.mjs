// The four categories that every page shows: each place's tier in the default round, from data/.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** @param {string} name of a table in data/ */
const table = (name) =>
	/** @type {Record<string, string>[]} */ (
		parse(
			readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), "utf8"),
			{ columns: true, bom: true, comment: "#", comment_no_infix: true },
		)
	);

/**
 * @returns {{ code: string, letters: string, number: string, tier: string }[]} ISO 3166-1 alpha-3, alpha-2
 * and numeric code (either may be empty), and the tier
 */
export function tiers() {
	const { round } = JSON.parse(
		readFileSync(new URL("../../data/tier-map.json", import.meta.url), "utf8"),
	);
	const rest = table("rounds").find(({ id }) => id === round)?.rest ?? "";
	const levels = new Map(
		table("levels")
			.filter((row) => row.round === "*" || row.round === round)
			.map(({ place, level }) => [place, level]),
	);
	return table("places").map(
		({ id = "", a2 = "", numeric = "", treated_as }) => ({
			code: id,
			letters: a2,
			number: numeric,
			tier: levels.get(id) ?? levels.get(treated_as) ?? rest,
		}),
	);
}

/**
 * Code and tier by numeric code, or by alpha-2.
 * @param {"number" | "letters"} key
 * @returns {Record<string, [code: string, tier: string]>}
 */
export const tiersBy = (key) =>
	Object.fromEntries(
		tiers().flatMap((row) =>
			row[key] ? [[row[key], [row.code, row.tier]]] : [],
		),
	);

/**
 * The same as modules that pages import: `virtual:tiers-by-number` and `virtual:tiers-by-letters`.
 * @returns {import("vite").Plugin}
 */
export function tiersPlugin() {
	const prefix = "virtual:tiers-by-";
	return {
		name: "tiers",
		resolveId: (id) => (id.startsWith(prefix) ? id : null),
		load: (id) =>
			id.startsWith(prefix)
				? `export default ${JSON.stringify(tiersBy(id === `${prefix}number` ? "number" : "letters"))}`
				: null,
	};
}
