import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);

/** @param {string} file of world-atlas */
export const atlasPath = (file) => require.resolve(`world-atlas/${file}`);

/**
 * @param {string} file of world-atlas
 * @returns {import("geojson").FeatureCollection<import("geojson").Geometry, { name: string }>} in degrees
 */
export function countriesIn(file) {
	const world = JSON.parse(readFileSync(atlasPath(file), "utf8"));
	return /** @type {any} */ (feature(world, world.objects.countries));
}
