import { defineConfig } from "vite";
import { tierMapData } from "./src/build/plugin.ts";
import { textPages } from "./src/build/text-pages.ts";

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: {
		target: "es2023",
		// Preloading would put links into the host page's head.
		modulePreload: false,
		rolldownOptions: {
			input: { index: "index.html", "tier-map": "src/define.ts" },
			output: {
				// The one file that others name in their pages keeps its name.
				entryFileNames: ({ name }) =>
					name === "tier-map" ? "tier-map.js" : "assets/[name]-[hash].js",
			},
		},
	},
	plugins: [tierMapData("data"), textPages("data")],
});
