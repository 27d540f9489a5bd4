// Data folders of any size, generated: a patchwork of places over the world, with a rule and an argument of one line each.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TEXTS =
	"title lead thesis definition invite status column-credit boundary-note credit silent silent-regions checked about-check";

/**
 * @param {string} folder
 * @param {number} count of places
 */
export function writePlaces(folder, count) {
	mkdirSync(folder, { recursive: true });
	/** @type {(file: string, rows: readonly (readonly string[])[]) => void} */
	const csv = (file, rows) =>
		writeFileSync(
			join(folder, `${file}.csv`),
			`${rows.map((row) => row.join(",")).join("\n")}\n`,
		);
	const ids = Array.from({ length: count }, (_, i) => `P${i}`);
	writeFileSync(
		join(folder, "tier-map.json"),
		JSON.stringify({
			schema: 1,
			version: "2025-01-01",
			languages: ["en"],
			round: "2025-01-01",
			centers: { en: 11 },
			geometry: { file: "map.json" },
		}),
	);
	csv("tiers", [
		"id name_en level_en means_en light dark pattern control".split(" "),
		["open", "Open", "open", "Open.", "#f5eed4", "#22323e", "", "none"],
		[
			"limited",
			"Limited",
			"limited",
			"Limited.",
			"#5590ad",
			"#47829f",
			"",
			"limit",
		],
		[
			"closed",
			"Closed",
			"closed",
			"Closed.",
			"#243f63",
			"#a9c6e8",
			"",
			"denial",
		],
	]);
	csv("rounds", [
		"id kind recolours rest title_en text_en".split(" "),
		[
			"2025-01-01",
			"restrict",
			"yes",
			"open",
			"A round",
			"It happened.{source:one}",
		],
	]);
	csv("levels", [
		"round place level".split(" "),
		...ids.flatMap((id, i) =>
			i % 3 ? [["*", id, i % 3 === 1 ? "limited" : "closed"]] : [],
		),
	]);
	csv("places", [
		"id a2 numeric name_en name_reason parent treated_as destination regions basis dispute_en why_en".split(
			" ",
		),
		...ids.map((id) => [
			id,
			"",
			"",
			`Place ${id}`,
			"generated",
			"",
			"",
			"yes",
			"",
			"rule",
			"",
			"As listed.{source:one}",
		]),
	]);
	csv("claims", [
		"id sections kind mechanisms places regions tiers world text_en check finding_en".split(
			" ",
		),
		[
			"one",
			"intro",
			"assertion",
			"one",
			"P0",
			"",
			"",
			"yes",
			"It has less effect.",
			"",
			"",
		],
	]);
	csv("mechanisms", [
		"id name_en response_en less_en".split(" "),
		["one", "One", "It answers.", "It matters less."],
	]);
	csv("facts", [
		"id tiers text_en".split(" "),
		["one", "open limited closed", "It holds.{source:one}"],
	]);
	csv("sources", [
		"id title_en date url".split(" "),
		["one", "A generated source", "2025-01-01", ""],
	]);
	csv("texts", [
		["key", "en"],
		...TEXTS.split(" ").map((key) => [
			key,
			`The ${key} of {name}.`.replace(key === "silent" ? "" : " of {name}", ""),
		]),
	]);
	csv("aliases", [["about", "kind", "en"]]);
	csv("regions", ["id kind name_en basis_en".split(" ")]);
	csv("cutouts", ["place from west south east north note".split(" ")]);
	csv("points", ["place longitude latitude source".split(" ")]);
	writeFileSync(
		join(folder, "essays.en.md"),
		["open", "limited", "closed"]
			.map((tier) => `## tier-${tier}\n\n${"It is as it is. ".repeat(24)}\n`)
			.join("\n"),
	);
	writeFileSync(join(folder, "map.json"), JSON.stringify(patchwork(ids)));
}

/**
 * Four-cornered places with a bent line for each side, side by side between 55° south and 75° north.
 * @param {readonly string[]} ids
 */
function patchwork(ids) {
	const columns = Math.ceil(Math.sqrt(ids.length * 2.6));
	const rows = Math.ceil(ids.length / columns);
	/**
	 * The same for both places that share it.
	 * @param {number} x in halves of a place
	 * @param {number} y
	 */
	const corner = (x, y) => {
		const shake = (/** @type {number} */ seed) =>
			((Math.sin(x * 127.1 + y * 311.7 + seed) * 43758.5453) % 1) * 0.25;
		return [
			-170 + (340 * (x / 2 + shake(1) * 0.6)) / columns,
			-55 + (130 * (y / 2 + shake(2) * 0.6)) / rows,
		].map((n) => Math.round(n * 1000) / 1000);
	};
	return {
		type: "FeatureCollection",
		features: ids.map((id, i) => {
			const x = (i % columns) * 2;
			const y = Math.floor(i / columns) * 2;
			const ring = [
				[0, 0],
				[0, 1],
				[0, 2],
				[1, 2],
				[2, 2],
				[2, 1],
				[2, 0],
				[1, 0],
				[0, 0],
			];
			return {
				type: "Feature",
				id,
				properties: { name: id },
				geometry: {
					type: "Polygon",
					coordinates: [ring.map(([dx = 0, dy = 0]) => corner(x + dx, y + dy))],
				},
			};
		}),
	};
}
