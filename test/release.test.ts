/** What `npm run release` refuses, and what package.json's scripts are for. */
import { spawnSync } from "node:child_process";
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const script = fileURLToPath(new URL("release.mjs", import.meta.url));
let folder = "";

function git(...args: string[]): void {
	const { status, stderr } = spawnSync("git", args, {
		cwd: folder,
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
}

function commit(): void {
	git("add", ".");
	git(
		"-c",
		"user.name=T",
		"-c",
		"user.email=t@example.org",
		"commit",
		"-qm",
		"-",
	);
}

function release() {
	return spawnSync(process.execPath, [script], {
		cwd: folder,
		encoding: "utf8",
	});
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "tier-map-release-"));
	for (const name of ["package.json", "CHANGELOG.md"])
		writeFileSync(join(folder, name), readFileSync(name));
	git("init", "-q");
	commit();
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a release of a changed tree, or of a version that CHANGELOG.md or a tag speaks against, is refused with all that is to be mended", () => {
	const path = join(folder, "package.json");
	const manifest = JSON.parse(readFileSync(path, "utf8"));
	writeFileSync(path, JSON.stringify({ ...manifest, version: "9.8.7" }));
	commit();
	git("tag", "v9.8.7");
	appendFileSync(join(folder, "CHANGELOG.md"), "\n");
	const { status, stderr, stdout } = release();
	expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
	expect(stderr).toMatch(/^tier-map 9\.8\.7 can't be released yet:/);
	expect(stderr).toMatch(/commit them or take them back:\n\s+M CHANGELOG\.md/);
	expect(stderr).toContain('write "## 9.8.7"');
	expect(stderr).toContain("v9.8.7 is tagged already");
	// Nothing was built.
	expect(stderr.split("\n  - ")).toHaveLength(4);
});

test("sizes of a build that isn't whole are no sizes: what to do is said instead", () => {
	const copy = join(folder, "half-built");
	for (const path of ["test", "dist"])
		mkdirSync(join(copy, path), { recursive: true });
	cpSync("test/size.mjs", join(copy, "test/size.mjs"));
	symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
	const sizes = (limits: string) => {
		writeFileSync(join(copy, ".size-limit.mjs"), limits);
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			["test/size.mjs"],
			{ cwd: copy, encoding: "utf8" },
		);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		return stderr;
	};
	const remedy = /\nRun `npm run build`, then this again\.\n$/;
	const absent = sizes(
		'export default [{ name: "embed.js", path: "dist/embed.js", limit: "1 kB" }];',
	);
	expect(absent).toMatch(/^The build isn't whole: embed\.js\n/);
	expect(absent).toMatch(remedy);
	// Its limits read the built files.
	cpSync(".size-limit.mjs", join(copy, "limits.mjs"));
	const unread = sizes('export { default } from "./limits.mjs";');
	expect(unread).toMatch(/^The build isn't whole: .*dist\/tier-map\.js/);
	expect(unread).toMatch(remedy);
});

test("every script of package.json has a row in CONTRIBUTING.md that says what it is for", () => {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
	const rows = readFileSync("CONTRIBUTING.md", "utf8").matchAll(
		/^\| `npm (?:run )?([\w:]+)` +\| \S.* \|$/gm,
	);
	expect([...rows].map(([, name]) => name).sort()).toEqual(
		Object.keys(scripts).sort(),
	);
});
