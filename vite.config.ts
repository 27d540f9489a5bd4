import { defineConfig } from "vite";
import { chunkName } from "./src/build/chunk-name.ts";
import { embedFiles } from "./src/build/embed-files.ts";
import { pageFiles } from "./src/build/page-files.ts";
import { tierMapData } from "./src/build/plugin.ts";
import { secondTry } from "./src/build/second-try.ts";
import { terseStyles } from "./src/build/terse-styles.ts";
import { textPages } from "./src/build/text-pages.ts";

const data = tierMapData("data");

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: {
		target: "es2023",
		// `light-dark()`, which the map itself needs.
		cssTarget: ["chrome123", "firefox120", "safari17.5"],
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
				// The program is one file, whatever of it others need as well.
				codeSplitting: {
					groups: [{ name: "program", test: /\/src\/define\.ts$/ }],
				},
				// The files that others name in their pages stand beside these, under names that stay.
				entryFileNames: "assets/[name]-[hash].js",
				chunkFileNames: (chunk) => `assets/${chunkName(chunk)}-[hash].js`,
			},
		},
	},
	plugins: [
		data,
		secondTry(),
		terseStyles(),
		textPages("data"),
		embedFiles("data", (name) => data.api?.module(name)),
		pageFiles("data", (name) => data.api?.module(name)),
	],
});
