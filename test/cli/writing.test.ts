/** What is written where: whole or not at all, and nothing else is touched. */
import { spawn, spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, ensureLib, run } from "../lib.mjs";

const work = mkdtempSync(join(tmpdir(), "tier-map-writing-"));
const at = (...parts: string[]) => join(work, ...parts);
const withShell = process.platform !== "win32";

beforeAll(ensureLib, 240_000);
afterAll(() => rmSync(work, { recursive: true }));

/** Runs a command as a shell does, with what it does to its descriptors. */
function shell(line: string) {
	const command = line.replaceAll("tier-map", `"${process.execPath}" "${cli}"`);
	const { stdout, stderr } = spawnSync("bash", ["-c", `${command}`], {
		cwd: work,
		encoding: "utf8",
	});
	return { stdout, stderr };
}

/** Names in a folder, those of unfinished files among them. */
const named = (...parts: string[]) => readdirSync(at(...parts)).sort();

describe.skipIf(!withShell)("stdout that doesn't take everything", () => {
	test
		.skipIf(!existsSync("/dev/full"))
		.each(["render -o -", "render --format png -o -"])(
		"a full disk: %s",
		(words) => {
			const { stdout, stderr } = shell(
				`(tier-map ${words} > /dev/full; echo $? >&2)`,
			);
			expect([stdout, stderr]).toEqual([
				"",
				"stdout could not be written: the disk is full\n1\n",
			]);
		},
	);

	test("a disk that takes a part", () => {
		const { stderr } = shell(
			"(ulimit -f 32; tier-map render -o - > part.svg; echo $? >&2)",
		);
		expect(stderr).toBe(
			"stdout could not be written: the file is larger than is allowed there\n1\n",
		);
	});

	test("a reader that leaves", () => {
		const { stderr } = shell(
			"(tier-map render -o - | head -c 10 >&2; echo $'\\n'$PIPESTATUS >&2)",
		);
		expect(stderr).toMatch(/it was closed before all had been read/);
		expect(stderr).toMatch(/\n1\n$/);
	});

	test("none at all", () => {
		const { stderr } = shell("(tier-map render -o - >&-; echo $? >&2)");
		expect(stderr).toBe("stdout could not be written: it is closed\n1\n");
	});

	test("one that nobody wants is no error, nor is a stderr that nobody reads", () => {
		expect(shell("(tier-map render -o - > /dev/null; echo $?)").stdout).toBe(
			"0\n",
		);
		expect(
			shell("(tier-map render -o quiet.svg 2> >(true); echo $?)").stdout,
		).toBe("0\n");
		expect(shell("(tier-map paint 2> >(exec 0<&-); echo $?)").stdout).toBe(
			"2\n",
		);
	});
});

describe.skipIf(!withShell)("a file that can't be written whole", () => {
	test("leaves the one before, and nothing beside it", () => {
		mkdirSync(at("tight"));
		writeFileSync(at("tight/map.svg"), "before");
		const { stderr } = shell(
			"(ulimit -f 32; tier-map render -o tight/map.svg; echo $? >&2)",
		);
		expect(stderr).toMatch(/^tight\/map\.svg could not be written: .*\n1\n$/);
		expect(named("tight")).toEqual(["map.svg"]);
		expect(readFileSync(at("tight/map.svg"), "utf8")).toBe("before");
	});

	test("a folder of them is neither there nor in the way", () => {
		const { stderr } = shell(
			"(ulimit -f 2; tier-map init tight/own; echo $? >&2)",
		);
		expect(stderr).toMatch(/^tight\/own\/.* could not be written: .*\n1\n$/);
		expect(named("tight/own")).toEqual([]);
		expect(run(["init", at("tight/own")]).status).toBe(0);
	});
});

describe.skipIf(!withShell)("what is there already", () => {
	test("keeps its permissions", () => {
		const path = at("mode.svg");
		for (const mode of [0o600, 0o664]) {
			writeFileSync(path, "before");
			chmodSync(path, mode);
			expect(run(["render", "-o", path]).status).toBe(0);
			expect(statSync(path).mode & 0o777).toBe(mode);
			expect(readFileSync(path, "utf8")).toMatch(/^<svg/);
		}
	});

	test.each([
		["what is there", true],
		["what isn't there yet", false],
	])("a symbolic link goes on leading to %s", (_, isThere) => {
		const folder = isThere ? "full" : "empty";
		mkdirSync(at(folder, "far"), { recursive: true });
		if (isThere) writeFileSync(at(folder, "far/real.svg"), "before");
		symlinkSync("far/real.svg", at(folder, "link.svg"));
		expect(run(["render", "-o", at(folder, "link.svg")]).status).toBe(0);
		expect(lstatSync(at(folder, "link.svg")).isSymbolicLink()).toBe(true);
		expect(readFileSync(at(folder, "far/real.svg"), "utf8")).toMatch(/^<svg/);
		expect(named(folder)).toEqual(["far", "link.svg"]);
		expect(named(folder, "far")).toEqual(["real.svg"]);
	});

	test("links that lead round in a circle are told of", () => {
		symlinkSync("round.svg", at("round.svg"));
		const { status, stderr } = run(["render", "-o", at("round.svg")]);
		expect(status).toBe(1);
		expect(stderr).toMatch(/symbolic links lead round in a circle/);
	});

	test("nothing is written through a link of another's that waits for the unfinished file", async () => {
		mkdirSync(at("trap"));
		writeFileSync(at("victim"), "mine");
		// The shell's id is that of the program it becomes.
		const child = spawn(
			"bash",
			[
				"-c",
				`ln -s ../victim trap/.tier-map-$$.part; exec "${process.execPath}" "${cli}" render -o trap/map.svg`,
			],
			{ cwd: work },
		);
		const status = await new Promise((resolve) => child.on("exit", resolve));
		expect(status).toBe(0);
		expect(readFileSync(at("victim"), "utf8")).toBe("mine");
		expect(lstatSync(at("trap/map.svg")).isFile()).toBe(true);
	});
});

describe("the ending of a file", () => {
	test.each(["pdf", "jpg", "webp", "svgz", "txt"])(
		"that names no format: %s",
		(ending) => {
			const path = at(`x.${ending}`);
			const { status, stderr } = run(["render", "-o", path]);
			expect(status).toBe(2);
			expect(stderr).toMatch(/--output: .*\.svg, \.png/);
			expect(existsSync(path)).toBe(false);
		},
	);

	test.each([
		["svg", "png"],
		["png", "svg"],
		["pdf", "svg"],
	])("that contradicts the format: .%s and %s", (ending, format) => {
		const path = at(`y.${ending}`);
		const { status, stderr } = run(["render", "--format", format, "-o", path]);
		expect(status).toBe(2);
		expect(stderr).toMatch(/--output: .*--format/);
		expect(existsSync(path)).toBe(false);
	});

	test("may be missing, or in capitals", () => {
		for (const name of ["plain", "LOUD.SVG"]) {
			expect(run(["render", "-o", at(name)]).status).toBe(0);
			expect(readFileSync(at(name), "utf8")).toMatch(/^<svg/);
		}
	});
});

describe.skipIf(!withShell)("kit, interrupted", () => {
	/** Starts the kit and sends a signal once it has begun to write. */
	async function interrupted(folder: string, signal: NodeJS.Signals) {
		const child = spawn(process.execPath, [cli, "kit", "-o", at(folder)]);
		const ended = new Promise<[code: number | null, signal: string | null]>(
			(resolve) => child.on("exit", (...how) => resolve(how)),
		);
		await expect
			.poll(
				() =>
					existsSync(at(folder)) &&
					readdirSync(at(folder), { recursive: true }).some((name) =>
						String(name).endsWith(".svg"),
					),
				{ timeout: 60_000, interval: 5 },
			)
			.toBe(true);
		child.kill(signal);
		return ended;
	}

	test.each(["SIGINT", "SIGTERM"] as const)(
		"leaves nothing, and the next isn't refused: %s",
		async (signal) => {
			expect(await interrupted(signal, signal)).toEqual([null, signal]);
			expect(named(signal)).toEqual([]);
			expect(run(["kit", "-o", at(signal)]).status).toBe(0);
			expect(named(signal)).toContain("SHA256SUMS");
		},
		240_000,
	);

	test("killed, leaves nothing that looks whole or stands in the way", async () => {
		await interrupted("killed", "SIGKILL");
		expect(named("killed").filter((name) => !name.startsWith("."))).toEqual([]);
		expect(run(["kit", "-o", at("killed")]).status).toBe(0);
		expect(named("killed")).toContain("SHA256SUMS");
	}, 240_000);

	test("leaves what stood there as it was", async () => {
		mkdirSync(at("again/svg"), { recursive: true });
		const before = "svg/tier-map_2025-01-13_en_wide_web.svg";
		writeFileSync(at("again", before), "before");
		const child = spawn(process.execPath, [
			...[cli, "kit", "--force", "-o", at("again")],
		]);
		const ended = new Promise((resolve) => child.on("exit", resolve));
		await expect
			.poll(() => readdirSync(at("again"), { recursive: true }).length, {
				timeout: 60_000,
				interval: 5,
			})
			.toBeGreaterThan(4);
		child.kill("SIGINT");
		await ended;
		expect(readFileSync(at("again", before), "utf8")).toBe("before");
		expect(named("again")).toEqual(["svg"]);
	}, 120_000);
});
