/** For @custom-elements-manifest/analyzer; by itself it would also rewrite package.json. */
export default {
	globs: [
		"src/components/tier-map/tier-map.ts",
		"src/components/tier-map/events.ts",
	],
	litelement: true,
	packagejson: false,
	quiet: true,
};
