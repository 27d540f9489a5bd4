// `npm test`: installs what is missing, then runs every check and every test, even after one failed.
// `npm run test:field` (`--field`): runs what needs other people's programs.
// The last line is always `N passed, N failed`; a check or a build that fails counts as one.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const counts = fileURLToPath(new URL("output/counts.json", import.meta.url));

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function node(args, env) {
	const { status } = spawnSync(process.execPath, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: "inherit",
	});
	return status === 0;
}

/** @param {string} script */
function npmRun(script) {
	console.log(`\n── ${script}`);
	const npm = process.env.npm_execpath;
	if (npm) return node([npm, "run", "--silent", script]);
	const { status } = spawnSync("npm", ["run", "--silent", script], {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	return status === 0;
}

/** @param {string[]} args */
function vitest(args) {
	console.log("\n── tests");
	rmSync(counts, { force: true });
	mkdirSync(fileURLToPath(new URL("output", import.meta.url)), {
		recursive: true,
	});
	const ok = node(["node_modules/vitest/vitest.mjs", "run", ...args], {
		TIER_MAP_COUNTS: counts,
	});
	const { failed, ...rest } = readCounts();
	// Vitest may fail for a reason that is no test's: that counts too.
	return { ...rest, failed: ok ? failed : Math.max(failed, 1) };
}

/** @returns {{ passed: number, failed: number, skipped: number, named: string[] }} */
function readCounts() {
	try {
		return JSON.parse(readFileSync(counts, "utf8"));
	} catch {
		return { passed: 0, failed: 1, skipped: 0, named: [] };
	}
}

function main() {
	if (!node([".ci/install.mjs", "--browser"])) {
		return {
			passed: 0,
			failed: 1,
			skipped: 0,
			named: [],
			broken: ["install"],
		};
	}
	if (process.argv.includes("--field"))
		return { ...vitest(["--config=test/vitest.field.config.ts"]), broken: [] };
	const broken = ["types", "lint", "build"].filter((step) => !npmRun(step));
	const built = !broken.includes("build");
	if (built && !npmRun("size")) broken.push("size");
	const tests = vitest([
		"--config=test/vitest.config.ts",
		...(built ? [] : ["--project=unit"]),
	]);
	if (!built) console.error("Not built: the browser tests were left out.");
	return { ...tests, failed: tests.failed + broken.length, broken };
}

const { passed, failed, skipped, named, broken } = main();
console.log(`\n${named.join("\n")}`);
if (broken.length > 0) console.error(`Failed: ${broken.join(", ")}`);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
