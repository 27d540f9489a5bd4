import { defineConfig } from "vite";
import { tierMapData } from "./src/build/plugin.ts";
import { textPages } from "./src/build/text-pages.ts";

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: { target: "es2023" },
	plugins: [tierMapData("data"), textPages("data")],
});
