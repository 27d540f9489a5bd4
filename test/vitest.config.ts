import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	root: fileURLToPath(new URL("..", import.meta.url)),
	test: {
		maxWorkers: 2,
		tags: [
			{
				name: "smoke",
				description: "What a change must not break, in half a minute.",
			},
		],
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
					// Patience for a busy machine; nothing is measured by it.
					expect: { poll: { timeout: 60_000 } },
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
