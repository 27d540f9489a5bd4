import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// What opens figures has the same letters everywhere, other programs among them.
process.env.FONTCONFIG_FILE = fileURLToPath(
	new URL("field/fonts.conf", import.meta.url),
);

/** What runs against other people's programs: `npm run test:field`. */
export default defineConfig({
	root: fileURLToPath(new URL("..", import.meta.url)),
	test: {
		name: "field",
		include: ["test/field/**/*.test.ts"],
		globalSetup: ["./test/field/setup.ts", "./test/browser/server.ts"],
		reporters: ["verbose", "./test/summary.ts"],
		maxWorkers: 2,
		// Patience for a busy machine; nothing is measured by it.
		expect: { poll: { timeout: 60_000 } },
		testTimeout: 900_000,
		hookTimeout: 900_000,
	},
});
