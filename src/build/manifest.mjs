// The custom elements manifest of <tier-map>, out of the JSDoc of its class.
import { cli } from "@custom-elements-manifest/analyzer/cli.js";

/** @typedef {{ name: string, privacy?: string, attribute?: string }} Named */

/**
 * @param {string} root folder of the project
 * @returns {Promise<any>} the manifest, without what is private
 */
export async function manifest(root) {
	const made = await cli({
		argv: ["analyze", "--config", "src/build/manifest.config.mjs"],
		cwd: root,
		noWrite: true,
	});
	for (const file of made.modules) {
		const element = file.declarations.find(
			(/** @type {Named} */ { name }) => name === "TierMap",
		);
		if (!element) continue;
		element.tagName = "tier-map";
		element.customElement = true;
		element.members = element.members.filter(
			(/** @type {Named} */ { name, privacy }) =>
				!name.startsWith("#") && !privacy?.match(/^pr/),
		);
		const attributes = new Set([
			"lang",
			...element.members.map((/** @type {Named} */ m) => m.attribute),
		]);
		element.attributes = element.attributes.filter(
			(/** @type {Named} */ { name }) => attributes.has(name),
		);
		element.events = element.events.filter((/** @type {Named} */ { name }) =>
			name.startsWith("tier-map-"),
		);
		file.exports.push({
			kind: "custom-element-definition",
			name: "tier-map",
			declaration: { name: "TierMap", module: file.path },
		});
	}
	return made;
}
