import { defineConfig } from "vite";
import { targets } from "./src/build/browsers.ts";
import { chunkName, program } from "./src/build/chunks.ts";
import { embedFiles } from "./src/build/embed-files.ts";
import { pageFiles } from "./src/build/page-files.ts";
import { tierMapData } from "./src/build/plugin.ts";
import { secondTry } from "./src/build/second-try.ts";
import { terse } from "./src/build/terse.ts";
import { textPages } from "./src/build/text-pages.ts";

const data = tierMapData("data");

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: {
		target: targets,
		// Preloading would put links into the host page's head.
		modulePreload: false,
		rolldownOptions: {
			input: {
				index: "index.html",
				embed: "embed.html",
				404: "404.html",
				"tier-map": "src/define.ts",
			},
			output: {
				codeSplitting: { groups: [program] },
				// Its name stays, and so do those by which the page’s script, which may be of another version, takes from it.
				minifyInternalExports: false,
				entryFileNames: ({ name }) =>
					name === "tier-map" ? "tier-map.js" : "assets/[name]-[hash].js",
				chunkFileNames: (chunk) => `assets/${chunkName(chunk)}-[hash].js`,
			},
		},
	},
	plugins: [
		data,
		secondTry(),
		terse(),
		textPages("data"),
		embedFiles("data", (name) => data.api?.module(name)),
		pageFiles("data", (name) => data.api?.module(name)),
	],
});
