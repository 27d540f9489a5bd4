// `npm run test:smoke`: the tests tagged so, against a development server of their own, without a build.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = await createServer({ root, logLevel: "warn" });
await server.listen(0);
const tests = spawn(
	process.execPath,
	[
		"node_modules/vitest/vitest.mjs",
		"run",
		"--config=test/vitest.config.ts",
		"--project=browser",
		"--tags-filter=smoke",
		...process.argv.slice(2),
	],
	{
		cwd: root,
		stdio: "inherit",
		env: {
			...process.env,
			TIER_MAP_URL: server.resolvedUrls?.local[0] ?? "",
		},
	},
);
tests.on("exit", async (code) => {
	await server.close();
	process.exitCode = code ?? 1;
});
