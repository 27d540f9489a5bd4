// Where what is measured is put, and the frame of its pages.
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist } from "../browser/serve.mjs";

/** Where all that a run makes is kept. */
export const output = fileURLToPath(
	new URL("../output/bench", import.meta.url),
);

/**
 * @param {string} title
 * @param {string} head
 * @param {string} body
 */
export const html = (title, head, body) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/**
 * The product as it was built, without what no page loads.
 * @param {string} folder
 */
export function copyDist(folder) {
	if (!existsSync(join(dist, "tier-map.js")))
		throw new Error(`${dist} holds no build: run \`npm run build\`.`);
	cpSync(dist, folder, {
		recursive: true,
		filter: (path) => !/\.(br|gz)$|frozen|argument\.|schema$/.test(path),
	});
}
