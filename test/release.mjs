// `npm run release`: builds, verifies and packs this version, and says what to do next. It publishes nothing.
//
// `npm run release -- --beside tier-map-0.1.0.tgz` puts an earlier version on one page with this one; without it, this
// one stands there twice, from two folders.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What a package has to pass, at the versions it was tried with. */
const LINTERS = [
	["publint@0.3.25", "publint", "run", "TARBALL", "--strict"],
	[
		"@arethetypeswrong/cli@0.18.5",
		"attw",
		"TARBALL",
		"--profile",
		"esm-only",
		"--exclude-entrypoints",
		"custom-elements.json",
	],
];
/** What only developers of the project need, in package.json. */
const PRIVATE = ["private", "scripts", "devDependencies"];

const { values } = parseArgs({ options: { beside: { type: "string" } } });
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const { name, version } = manifest;

const problems = inTheWay();
if (problems.length > 0) {
	console.error(
		`${name} ${version} can't be released yet:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
	);
	process.exitCode = 1;
} else await release();

async function release() {
	const folder = mkdtempSync(join(tmpdir(), "tier-map-release-"));
	try {
		step("Build and pack");
		const tarball = pack(join(folder, "first"));
		step("Once more, to compare");
		const again = pack(join(folder, "second"));
		if (checksum(tarball) !== checksum(again))
			fail(
				`Two builds of the same tree differ: compare ${tarball} and ${again}. Something in the build depends on the time, the order of files or chance.`,
			);
		step("What the package names, it holds");
		complete(join(folder, "first", "package"));
		for (const [spec = "", program = "", ...args] of LINTERS) {
			step(spec);
			npm(
				"exec",
				"--yes",
				"--package",
				spec,
				"--",
				program,
				...args.map((arg) => (arg === "TARBALL" ? tarball : arg)),
			);
		}
		if (manifest.scripts.size) {
			step("Sizes");
			npm("run", "--silent", "size");
		}
		step("Two versions on one page");
		await sideBySide(
			join(folder, "first", "package", "dist"),
			values.beside ? unpacked(values.beside, folder) : null,
		);
		const file = join("release", `${name}-${version}.tgz`);
		mkdirSync(dirname(file), { recursive: true });
		cpSync(tarball, file);
		console.log(`
${resolve(file)}
SHA-256 ${checksum(file)}

Nothing is published yet. What remains:
  git tag v${version} && git push origin v${version}
  npm publish ${file}
  and dist/ onto the site, with TIER_MAP_SITE set to its address when it is built.`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	} finally {
		if (!process.exitCode) rmSync(folder, { recursive: true, force: true });
	}
}

/** What has to be mended before there can be a release. */
function inTheWay() {
	const found = [];
	const changed = run("git", ["status", "--porcelain"]).trimEnd();
	if (changed)
		found.push(
			`The tree has changes that are in no commit; commit them or take them back:\n${changed.replace(/^/gm, "      ")}`,
		);
	const [, entry] = readFileSync("CHANGELOG.md", "utf8").split(
		new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b.*$`, "m"),
	);
	const [text = ""] = (entry ?? "").split(/^## /m);
	if (!text.trim())
		found.push(
			`CHANGELOG.md has no entry for ${version}: write "## ${version}" and below it what is new for those who use it, or set "version" in package.json to the one you mean.`,
		);
	const tagged = run("git", ["tag", "--list", `v${version}`]).trim();
	if (tagged)
		found.push(
			`${tagged} is tagged already: raise "version" in package.json (npm version --no-git-tag-version minor).`,
		);
	return found;
}

/**
 * Builds, and packs what the package is to hold; the same tree always gives the same bytes.
 * @param {string} folder
 */
function pack(folder) {
	npm("run", "--silent", "build");
	const stage = join(folder, "package");
	const [{ files }] = JSON.parse(
		npm("pack", "--dry-run", "--json", "--ignore-scripts"),
	);
	for (const { path } of files) {
		mkdirSync(dirname(join(stage, path)), { recursive: true });
		cpSync(path, join(stage, path));
	}
	// "private" keeps the working tree from being published by accident.
	const published = Object.fromEntries(
		Object.entries(manifest).filter(([key]) => !PRIVATE.includes(key)),
	);
	writeFileSync(
		join(stage, "package.json"),
		`${JSON.stringify(published, null, "\t")}\n`,
	);
	const [{ filename }] = JSON.parse(
		npm(
			"pack",
			stage,
			"--json",
			"--ignore-scripts",
			"--pack-destination",
			folder,
		),
	);
	return join(folder, filename);
}

/**
 * Every file that package.json and embed.json name is there, and the manifests are those of this source.
 * @param {string} root
 */
function complete(root) {
	/** @type {string[]} */
	const missing = [];
	/** @param {unknown} value */
	const named = (value) => {
		if (typeof value !== "string") Object.values(value ?? {}).forEach(named);
		else if (!existsSync(join(root, value))) missing.push(value);
	};
	const { bin, exports, types, customElements } = manifest;
	named([bin, exports, types, customElements]);
	if (missing.length > 0)
		fail(`package.json names what isn't packed: ${missing.join(", ")}`);
	/** @param {string} path */
	const read = (path) => readFileSync(join(root, path), "utf8");
	if (read("dist/custom-elements.json") !== read("lib/custom-elements.json"))
		fail("dist/ and lib/ have different custom-elements.json.");
	const embed = JSON.parse(read("dist/embed.json"));
	if (embed.version !== version)
		fail(`dist/embed.json is of ${embed.version}, not of ${version}.`);
	for (const { path, integrity } of Object.values(embed.files)) {
		const sum = createHash("sha384")
			.update(read(`dist/${path}`))
			.digest("base64");
		if (integrity !== `sha384-${sum}`)
			fail(`dist/embed.json has another checksum for ${path} than the file.`);
	}
}

/**
 * Two copies on one page: the first one works, the second one says that it stands back.
 * @param {string} dist
 * @param {string | null} other dist/ of another version
 */
async function sideBySide(dist, other) {
	const { launch } = await import("./browser/chromium.mjs");
	const { serve } = await import("./browser/serve.mjs");
	const folder = join(dist, "..", "site");
	cpSync(dist, join(folder, "this"), { recursive: true });
	cpSync(other ?? dist, join(folder, "other"), { recursive: true });
	for (const [first, second] of [
		["this", "other"],
		["other", "this"],
	])
		writeFileSync(
			join(folder, `${first}.html`),
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Two versions</title>
			<script type="module" src="${first}/tier-map.js"></script>
			<script type="module" src="${second}/tier-map.js"></script>
			<tier-map selected="KEN"></tier-map><tier-map lang="zh"></tier-map>`,
		);
	const server = await serve(folder);
	const browser = await launch();
	try {
		for (const first of ["this", "other"]) {
			const page = await browser.newPage();
			/** @type {string[]} */
			const said = [];
			page.on("pageerror", (error) => said.push(`error: ${error.message}`));
			page.on("console", (message) => {
				if (/warning|error/.test(message.type()))
					said.push(`${message.type()}: ${message.text()}`);
			});
			await page.goto(`${server.url}/${first}.html`);
			await page.locator("tier-map tier-map-panel h2").first().waitFor();
			const shapes = await page.locator("tier-map [data-place=BRA]").count();
			if (shapes < 2) fail("With two versions on a page, a map stays empty.");
			if (said.length !== 1 || !/has registered <tier-map>/.test(said[0] ?? ""))
				fail(
					`Two versions on a page should give one warning, but gave:\n${said.join("\n") || "none"}`,
				);
		}
	} finally {
		await browser.close();
		await server.close();
	}
}

/**
 * dist/ of a packed version.
 * @param {string} tarball
 * @param {string} folder
 */
function unpacked(tarball, folder) {
	const into = join(folder, "beside");
	mkdirSync(into, { recursive: true });
	run("tar", ["-xzf", resolve(tarball), "-C", into]);
	return join(into, "package", "dist");
}

/** @param {string} path */
function checksum(path) {
	return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** @param {string} what */
function step(what) {
	console.log(`── ${what}`);
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
	throw new Error(why);
}

/** @param {string[]} args */
function npm(...args) {
	const program = process.env.npm_execpath;
	return program ? run(process.execPath, [program, ...args]) : run("npm", args);
}

/**
 * A command's output.
 * @param {string} command
 * @param {string[]} args
 * @returns {string}
 */
function run(command, args) {
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
		env: {
			...process.env,
			NODE_ENV: "production",
			npm_config_loglevel: "error",
		},
	});
	if (status !== 0)
		fail(
			`${command} ${args.join(" ")}\n${error?.message ?? ""}${stdout}\n${stderr}`,
		);
	return stdout;
}
