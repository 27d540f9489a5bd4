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
	if (isFresh(cli)) return;
	build("lib", "node_modules/vite/bin/vite.js", [
		"build",
		"--config=vite.lib.config.ts",
		"--logLevel=warn",
	]);
}

/** Builds all that a release holds, where some of it is absent or old. */
export function ensureBuilt() {
	const last = [
		"dist/index.html",
		"lib/cli.js",
		"lib/web/index.js",
		"lib/types/index.d.ts",
	];
	if (last.every((path) => isFresh(join(root, path)))) return;
	const npm = process.env.npm_execpath;
	build("dist/ and lib", npm ?? "npm", ["run", "--silent", "build"], !npm);
}

/**
 * Whether a file is newer than all that is built from.
 * @param {string} path
 */
function isFresh(path) {
	const sources = [
		"src",
		"data",
		"public",
		"index.html",
		"embed.html",
		"vite.config.ts",
		"vite.lib.config.ts",
		"vite.package.config.ts",
		"package.json",
	];
	return (
		newest(path) > Math.max(...sources.map((name) => newest(join(root, name))))
	);
}

/**
 * @param {string} what
 * @param {string} program
 * @param {string[]} args
 */
function build(what, program, args, isProgram = false) {
	console.log(`Building ${what}/ …`);
	const { status } = spawnSync(
		isProgram ? program : process.execPath,
		isProgram ? args : [program, ...args],
		{
			cwd: root,
			stdio: "inherit",
			shell: isProgram,
			// Vitest's own would give the build lit's development edition.
			env: { ...process.env, NODE_ENV: "production" },
		},
	);
	if (status !== 0) throw new Error(`The build of ${what}/ failed.`);
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
