import { defineConfig } from "vite";
import { tierMapData } from "./src/build/plugin.ts";

/** What runs in Node: the command line and the npm entries without a DOM. `npm run build` makes it into lib/. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		outDir: "lib",
		target: "node20",
		rolldownOptions: {
			input: { cli: "src/cli/cli.ts", svg: "src/svg-package.ts" },
			output: {
				entryFileNames: "[name].js",
				chunkFileNames: "chunks/[name]-[hash].js",
			},
		},
	},
	// In one piece, so that a command starts fast; the optional packages are found when they are needed.
	ssr: { noExternal: true, external: ["@resvg/resvg-js", "fontkit", "pdfkit"] },
	plugins: [tierMapData("data")],
});
