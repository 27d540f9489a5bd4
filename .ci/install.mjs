// Installs what is missing, and nothing else: `node .ci/install.mjs [--browser]`.
// Plain Node, no dependencies: it runs on a fresh clone.
import { spawnSync } from "node:child_process";
import {
	accessSync,
	constants,
	existsSync,
	readFileSync,
	realpathSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const waysToGetChromium = `No Chrome or Chromium was found. Three ways to get one:
  1. install Google Chrome or Chromium in the usual place for this system;
  2. set CHROME_PATH to the program of one that is already here;
  3. on Debian, run this command again as root: it installs Debian's package \`chromium\`.`;

/**
 * Path of a Chrome or Chromium on this machine, or null.
 * @returns {string | null}
 */
export function findChromium() {
	const asked = process.env.CHROME_PATH;
	if (asked) {
		if (!existsSync(asked)) {
			throw new Error(`CHROME_PATH is ${asked}, and there is no such file.`);
		}
		return asked;
	}
	return chromiumCandidates().find(isRunnable) ?? null;
}

/** @returns {string[]} */
function chromiumCandidates() {
	if (process.platform === "darwin") {
		return ["/Applications", join(homedir(), "Applications")].flatMap((dir) =>
			["Google Chrome", "Chromium"].map((name) =>
				join(dir, `${name}.app`, "Contents", "MacOS", name),
			),
		);
	}
	if (process.platform === "win32") {
		return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
			(name) => {
				const dir = process.env[name];
				if (!dir) return [];
				return ["Google\\Chrome", "Chromium"].map((browser) =>
					join(dir, browser, "Application", "chrome.exe"),
				);
			},
		);
	}
	return [
		"google-chrome",
		"google-chrome-stable",
		"chromium",
		"chromium-browser",
	].flatMap((name) => onPath(name) ?? []);
}

/**
 * A file that is there may still be a stub that only says how to install the real one (Ubuntu).
 * @param {string} path
 */
function isRunnable(path) {
	if (!existsSync(path)) return false;
	if (process.platform !== "linux") return true;
	const asked = spawnSync(path, ["--version"], {
		encoding: "utf8",
		timeout: 20_000,
	});
	return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function onPath(name) {
	for (const dir of (process.env.PATH ?? "").split(delimiter)) {
		if (!dir) continue;
		const path = join(dir, name);
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// Not here: look in the next folder.
		}
	}
	return null;
}

/** Debian or a child of it, as root. Not Ubuntu: its `chromium` package only points to a snap. */
function canInstallOnDebian() {
	if (process.getuid?.() !== 0 || !onPath("apt-get")) return false;
	return (
		existsSync("/etc/debian_version") &&
		!/^ID="?ubuntu/m.test(readFileSync("/etc/os-release", "utf8"))
	);
}

/**
 * True if these Debian packages are installed now.
 * @param {string[]} packages
 */
function aptInstall(packages) {
	console.log(`Installing ${packages.join(", ")} …`);
	const wait = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	return (
		run("apt-get", [...wait, "update"], env) &&
		run(
			"apt-get",
			[...wait, "install", "-y", "--no-install-recommends", ...packages],
			env,
		)
	);
}

function hasChineseFont() {
	// Elsewhere the system brings one.
	if (process.platform !== "linux") return true;
	const asked = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
	return asked.status === 0 && asked.stdout.trim() !== "";
}

function installBrowser() {
	const missing = [
		...(findChromium() === null ? ["chromium"] : []),
		...(hasChineseFont() ? [] : ["fontconfig", "fonts-noto-cjk"]),
	];
	if (missing.length > 0 && canInstallOnDebian()) aptInstall(missing);
	if (findChromium() === null) throw new Error(waysToGetChromium);
	if (!hasChineseFont()) {
		console.warn(
			"No Chinese font was found: Chinese will show as boxes in screenshots. Debian's package is `fonts-noto-cjk`.",
		);
	}
}

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */

/**
 * Whether node_modules holds what package-lock.json asks for. Optional packages may be missing:
 * they are for other systems.
 */
function packagesAreInstalled() {
	const installedLock = join(root, "node_modules", ".package-lock.json");
	if (!existsSync(installedLock)) return false;
	const wanted = readLock(join(root, "package-lock.json"));
	const installed = readLock(installedLock);
	return (
		Object.entries(wanted).every(
			([path, entry]) =>
				entry.optional ||
				entry.devOptional ||
				(sameEntry(entry, installed[path]) && existsSync(join(root, path))),
		) &&
		Object.entries(installed).every(
			([path, entry]) =>
				sameEntry(entry, wanted[path]) && existsSync(join(root, path)),
		)
	);
}

/**
 * @param {string} path
 * @returns {Record<string, LockEntry>}
 */
function readLock(path) {
	const { packages } = JSON.parse(readFileSync(path, "utf8"));
	delete packages[""];
	return packages;
}

/**
 * @param {LockEntry} a
 * @param {LockEntry | undefined} b
 */
function sameEntry(a, b) {
	return a.version === b?.version && a.integrity === b?.integrity;
}

function installPackages() {
	if (packagesAreInstalled()) return;
	console.log("Installing packages …");
	// Under `npm start` and `npm test` npm says where it is; a bare `node` has to look for it.
	const npm = process.env.npm_execpath;
	const args = ["ci", "--include=dev", "--loglevel=error"];
	const done = npm?.endsWith(".js")
		? run(process.execPath, [npm, ...args])
		: run("npm", args);
	if (!done) throw new Error("`npm ci` failed.");
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(program, args, env) {
	const { status } = spawnSync(program, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ["ignore", "inherit", "inherit"],
		shell: process.platform === "win32" && program === "npm",
	});
	return status === 0;
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new Error(
		`Node ${process.versions.node} is too old: tier-map needs 20.19 or newer.`,
	);
}

if (
	process.argv[1] &&
	realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
	try {
		checkNode();
		installPackages();
		if (process.argv.includes("--browser")) installBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
