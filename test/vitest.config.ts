import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	root: fileURLToPath(new URL("..", import.meta.url)),
	test: {
		maxWorkers: 2,
		reporters: ["default", "./test/summary.ts"],
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					testTimeout: 60_000,
					hookTimeout: 60_000,
					include: ["test/**/*.test.ts"],
					exclude: ["test/browser/**", "test/field/**", "test/bench/**"],
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					globalSetup: "./test/browser/server.ts",
					// Patience for a busy machine; nothing is measured by it. What passed at a second try is named at the end.
					retry: 1,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
