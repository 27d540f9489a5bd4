// Data of other kinds for the stories, made out of the project's own: a language from right to left, and long names.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureLib, run } from "../lib.mjs";

const LONG = "Federated Commonwealth of the Northern and Southern Archipelagos";

/** @type {{ strings: Record<string, unknown>, tiers: Record<string, Record<string, string>> }} */
const HEBREW = {
	strings: {
		map: "מפת העולם לפי דרגות",
		choose: "איזה מקום?",
		legend: "דרגות",
		toolbar: "כלי המפה",
		search: "חיפוש מקום או אזור",
		view: "תצוגה",
		viewMap: "מפה",
		viewTable: "טבלה",
		"export.button": "שמירה",
		close: "סגירה",
		rule: "מה אומר הכלל",
		ruleNote: "עובדות, לכל אחת מקור",
		column: "מה טוען הטור",
		columnNote: "דעת הכותב, במילים שלנו",
		rounds: "סבבי הפיקוח",
		roundOf: "סבב {number} מתוך {total}",
		play: "הפעלה",
		pause: "עצירה",
		reach: "היקף שנמדד",
		newlyCovered: "חדשים",
		coveredBefore: "קודמים",
		carriedOver: "ללא שינוי",
		regions: "אזורים",
		"table.name": "מקום",
		"table.tier": "דרגה",
		"table.regions": "אזורים",
		"table.claims": "טענות",
	},
	tiers: {
		us: { name: "ארצות הברית", level: "המנפיקה" },
		1: { name: "דרגה 1 · חופשי", level: "חופשי" },
		2: { name: "דרגה 2 · מוגבל", level: "מוגבל" },
		3: { name: "דרגה 3 · מנותק", level: "מנותק" },
		na: { name: "לא חל", level: "לא חל" },
	},
};

/** @returns {Record<string, unknown>} bundles by file name */
export function bundles() {
	ensureLib();
	const file = join(tmpdir(), `tier-map-gallery-${process.pid}.json`);
	const { status, stderr } = run(["build", "data", "-o", file]);
	if (status !== 0) throw new Error(stderr);
	const made = () => JSON.parse(readFileSync(file, "utf8"));
	return { "rtl.json": rightToLeft(made()), "long.json": longNames(made()) };
}

/**
 * In Hebrew, as far as a story shows it before its first paragraph; the rest stays as it was.
 * @param {any} bundle
 */
function rightToLeft(bundle) {
	const { en } = bundle.editions;
	const { core, argument, names } = en;
	core.lang = "he";
	argument.lang = "he";
	core.strings = HEBREW.strings;
	const countries = new Intl.DisplayNames("he", { type: "region" });
	for (const place of core.places) {
		if (!place.a2) continue;
		place.name = countries.of(place.a2) ?? place.name;
		const found = names.find((/** @type {any} */ { id }) => id === place.id);
		found.names.unshift({ lang: "he", text: place.name });
	}
	for (const tier of core.tiers) Object.assign(tier, HEBREW.tiers[tier.id]);
	bundle.editions = { he: en };
	return bundle;
}

/** @param {any} bundle */
function longNames(bundle) {
	const { core } = bundle.editions.en;
	for (const place of core.places)
		if (["KEN", "TZA"].includes(place.id)) place.name = `${LONG} (${place.id})`;
	for (const tier of core.tiers) tier.name = `${tier.name}, as it was at first`;
	for (const region of core.regions) region.name = `${region.name} and ${LONG}`;
	return bundle;
}
