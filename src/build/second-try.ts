import type { Plugin } from "vite";

/** `import("./file.js")`, as a build writes it. */
const IMPORT = /\bimport\((["'`])(\.\/[^"'`]+)\1\)/g;

/** Vite's helper, which puts links into the head for what a file needs; ours need nothing beside themselves. */
const PRELOAD = "\0vite/preload-helper.js";

/**
 * Vite plugin that has every file that is loaded later asked for once more, at an address of its own, when it
 * didn't come. Browsers remember that a module failed: Firefox whatever the reason, all of them one that came
 * cut short. The same address would fail until the page is reloaded, with a network or without.
 */
export function secondTry(): Plugin {
	return {
		name: "tier-map-second-try",
		enforce: "pre",
		load: (id) =>
			id === PRELOAD ? "export const __vitePreload = (load) => load();" : null,
		renderChunk: (code) => ({
			code: code.replace(
				IMPORT,
				(load, _, file) =>
					`${load}.catch(() => import("${file}?" + Date.now()))`,
			),
			map: null,
		}),
	};
}
