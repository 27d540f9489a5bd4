import { build, defineConfig } from "vite";
import { targets } from "./src/build/browsers.ts";
import { embedFiles } from "./src/build/embed-files.ts";
import { pageFiles } from "./src/build/page-files.ts";
import { tierMapData } from "./src/build/plugin.ts";
import { terse } from "./src/build/terse.ts";
import { textPages } from "./src/build/text-pages.ts";
import node from "./vite.lib.config.ts";
import web from "./vite.package.config.ts";

const data = tierMapData("data");

export default defineConfig({
	// Relative addresses: the folder works under any path.
	base: "./",
	build: {
		target: targets,
		// Preloading would put links into the host page's head.
		modulePreload: false,
		// A policy may let in no styles but those of a file.
		assetsInlineLimit: 0,
		rolldownOptions: {
			input: {
				index: "index.html",
				embed: "embed.html",
				404: "404.html",
				start: "src/embed/start.ts",
				host: "src/embed/embed.ts",
			},
			output: {
				entryFileNames: ({ name }) =>
					({ start: "start.js", host: "embed.js" })[name] ??
					"assets/[name]-[hash].js",
			},
		},
	},
	builder: {
		// In one process, and this file read once, so that the data is read and drawn once for the page and the package.
		sharedConfigBuild: true,
		sharedPlugins: true,
		async buildApp(builder) {
			for (const environment of Object.values(builder.environments))
				if (environment.name === "client") await builder.build(environment);
			for (const config of [node, web])
				await build({ configFile: false, ...config });
		},
	},
	plugins: [
		data,
		terse(),
		textPages("data"),
		embedFiles("data", (name) => data.api?.module(name)),
		pageFiles("data", (name) => data.api?.module(name)),
	],
});
