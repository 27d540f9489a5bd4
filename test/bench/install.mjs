// Installs the benchmark's own packages where they are missing or others.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function lock(file) {
	try {
		return JSON.parse(readFileSync(`${here}${file}`, "utf8")).packages;
	} catch {
		return {};
	}
}

export function installOwn() {
	const there = lock("node_modules/.package-lock.json");
	const missing = Object.entries(lock("package-lock.json")).filter(
		([path, { version, optional }]) =>
			path && !optional && there[path]?.version !== version,
	);
	if (!missing.length) return;
	console.log("Installing what the map is measured beside …");
	const npm = process.env.npm_execpath;
	const args = ["ci", "--loglevel=error"];
	const { status } = npm?.endsWith(".js")
		? spawnSync(process.execPath, [npm, ...args], {
				cwd: here,
				stdio: "inherit",
			})
		: spawnSync("npm", args, {
				cwd: here,
				stdio: "inherit",
				shell: process.platform === "win32",
			});
	if (status !== 0) throw new Error("`npm ci` in test/bench/ failed.");
}
