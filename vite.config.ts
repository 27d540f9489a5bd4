import { defineConfig } from "vite";
import { tierMapData } from "./src/build/plugin.ts";

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: { target: "es2023" },
	plugins: [tierMapData("data")],
});
