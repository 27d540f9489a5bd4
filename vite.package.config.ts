import { defineConfig } from "vite";
import { targets } from "./src/build/browsers.ts";
import { tierMapData } from "./src/build/plugin.ts";

/** The npm entries for browsers, with lit, d3 and React left to the one who bundles them. `npm run build` makes it into lib/web/. */
export default defineConfig({
	publicDir: false,
	build: {
		outDir: "lib/web",
		target: targets,
		minify: false,
		modulePreload: false,
		lib: {
			entry: {
				index: "src/index.ts",
				define: "src/define.ts",
				embed: "src/embed/host.ts",
				react: "src/react.ts",
			},
			formats: ["es"],
		},
		rolldownOptions: {
			external: /^(lit|d3-[\w-]+|topojson-client|react)(\/|$)/,
			output: {
				entryFileNames: "[name].js",
				chunkFileNames: "chunks/[name]-[hash].js",
			},
		},
	},
	plugins: [{ ...tierMapData("data"), generateBundle: undefined }],
});
