// Data of other kinds for the stories, made out of the project's own: a language from right to left, and long names.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureLib, run } from "../lib.mjs";

const LONG = "Federated Commonwealth of the Northern and Southern Archipelagos";

/** @returns {Record<string, unknown>} bundles by file name */
export function bundles() {
	ensureLib();
	const file = join(tmpdir(), `tier-map-gallery-${process.pid}.json`);
	const { status, stderr } = run(["build", "data", "-o", file]);
	if (status !== 0) throw new Error(stderr);
	const made = () => JSON.parse(readFileSync(file, "utf8"));
	return { "rtl.json": rightToLeft(made()), "long.json": longNames(made()) };
}

/** @param {any} bundle */
function rightToLeft(bundle) {
	const { en } = bundle.editions;
	en.core.lang = "he";
	en.argument.lang = "he";
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
