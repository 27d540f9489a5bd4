/** What a build leaves is the same on any machine, whatever its fonts, its language and its time. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../lib.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What this machine made. */
const here = join(root, "dist");
const work = mkdtempSync(join(tmpdir(), "tier-map-anywhere-"));
/** What a machine makes that has no font at all, another language, and another day. */
const there = join(work, "dist");

beforeAll(() => {
	ensureBuilt();
	const fonts = join(work, "fonts.conf");
	writeFileSync(
		fonts,
		'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>',
	);
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			...["node_modules/vite/bin/vite.js", "build", "--logLevel=warn"],
			...[`--outDir=${there}`, "--emptyOutDir"],
		],
		{
			cwd: root,
			encoding: "utf8",
			env: {
				...process.env,
				NODE_ENV: "production",
				FONTCONFIG_FILE: fonts,
				HOME: work,
				LANG: "de_DE.UTF-8",
				TZ: "Pacific/Kiritimati",
			},
		},
	);
	expect(status, stderr).toBe(0);
}, 400_000);
afterAll(() => rmSync(work, { recursive: true }));

/** Checksums of all files, by path. */
function sums(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		files
			// What `npm run compress` leaves beside them is no part of a build.
			.filter((file) => file.isFile() && !/\.(br|gz)$/.test(file.name))
			.map((file) => join(file.parentPath, file.name))
			.map((path) => [
				path.slice(folder.length + 1),
				createHash("sha256").update(readFileSync(path)).digest("hex"),
			]),
	);
}

test("two machines make the same files, byte for byte", () => {
	const made = sums(there);
	expect(Object.keys(made)).toContain("tier-map.zh.png");
	expect(made).toEqual(sums(here));
});

test("the pictures for social media have their text", () => {
	for (const lang of ["en", "zh"]) {
		const { data, width } = PNG.sync.read(
			readFileSync(join(there, `tier-map.${lang}.png`)),
		);
		/** Dark pixels in some rows. */
		const ink = (from: number, to: number) => {
			let count = 0;
			for (let i = from * width; i < to * width; i++)
				if ((data[4 * i] ?? 255) < 80) count += 1;
			return count;
		};
		expect(ink(15, 75), "title").toBeGreaterThan(4000);
		expect(ink(580, 615), "legend").toBeGreaterThan(500);
	}
});
