// lib/ for tests: the command line as `npm run build` leaves it.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The program behind `tier-map`. */
export const cli = join(root, "lib", "cli.js");

/** Builds lib/ where it is absent or older than what it is made of. */
export function ensureLib() {
	const sources = ["src", "data", "vite.lib.config.ts", "package.json"];
	if (
		newest(cli) > Math.max(...sources.map((path) => newest(join(root, path))))
	)
		return;
	console.log("Building lib/ …");
	const { status } = spawnSync(
		process.execPath,
		[
			"node_modules/vite/bin/vite.js",
			"build",
			"--config=vite.lib.config.ts",
			"--logLevel=warn",
		],
		{
			cwd: root,
			stdio: "inherit",
			// Vitest's own would give the build lit's development edition.
			env: { ...process.env, NODE_ENV: "production" },
		},
	);
	if (status !== 0) throw new Error("The build of lib/ failed.");
}

/**
 * Runs the command line.
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function run(args, { cwd = root } = {}) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[cli, ...args],
		{ cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
	);
	return { status, stdout, stderr };
}

/**
 * Time of the newest file in a folder, in milliseconds; 0 where there is nothing.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(
		0,
		...readdirSync(path).map((name) => newest(join(path, name))),
	);
}
