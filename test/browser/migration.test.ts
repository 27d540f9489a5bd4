/** A format that has moved on: a copy of the project with a migration, and a bundle of the schema it starts from. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, ensureLib } from "../lib.mjs";
import {
	buildCommand,
	buildPage,
	copyProject,
	edit,
} from "../pseudo-language/add-language.ts";
import { baseURL, openPage, serve } from "./harness.ts";
import { dist } from "./serve.mjs";

const folder = fileURLToPath(new URL("../output/migration/", import.meta.url));
const example = fileURLToPath(
	new URL("../../examples/data-adequacy", import.meta.url),
);

let moved: { url: string; close: () => Promise<void>; cli: string };
/** A bundle as this program makes it. */
let made: string;
/** The same as the schema before would have had it. */
let older: string;

beforeAll(async () => {
	ensureLib();
	copyProject(folder);
	// What a maintainer does; the version was called a date once.
	edit(join(folder, "src/model/bundle.ts"), (code) =>
		code.replace(
			/(const MIGRATIONS: [^=]+= )\{\};/,
			"$1{ 0: ({ date, ...older }) => ({ ...older, schema: 1, version: date }) };",
		),
	);
	const page = buildPage(folder);
	made = join(folder, "made.json");
	older = join(page, "older.json");
	expect(command(cli, "build", example, "-o", made).status).toBe(0);
	const { version, schema, ...rest } = JSON.parse(readFileSync(made, "utf8"));
	expect(schema).toBe(1);
	writeFileSync(older, JSON.stringify({ schema: 0, date: version, ...rest }));
	moved = { ...(await serve(page)), cli: buildCommand(folder) };
}, 600_000);
afterAll(async () => {
	rmSync(join(dist, "older.json"), { force: true });
	await moved?.close();
});

function command(program: string, ...args: string[]) {
	return spawnSync(process.execPath, [program, ...args], {
		encoding: "utf8",
		maxBuffer: 64 * 2 ** 20,
	});
}

/** What a map says of a bundle. */
async function told(url: string): Promise<string> {
	const page = await openPage({ path: `${url}/embed.html` });
	return page.evaluate(async () => {
		await customElements.whenDefined("tier-map");
		const map = document.createElement("tier-map");
		const heard = new Promise<string>((resolve) => {
			map.addEventListener("tier-map-load", ({ detail }) =>
				resolve(`shown, version ${detail.version}`),
			);
			map.addEventListener("tier-map-error", ({ detail }) =>
				resolve(detail.problems.map(({ message }) => message).join()),
			);
		});
		map.setAttribute("src", "older.json");
		document.body.append(map);
		return heard;
	});
}

test("an older bundle is shown through src, and drawn by render as the newer one is", async () => {
	expect(await told(moved.url)).toBe("shown, version 2024-01-15");
	const draw = (program: string, data: string) =>
		command(program, "render", "--data", data, "--labels", "-o", "-");
	const before = draw(moved.cli, older);
	expect(before.stderr).toBe("");
	expect(before.stdout).toContain("EU adequacy decisions");
	expect(before.stdout).toBe(draw(cli, made).stdout);
}, 120_000);

test("a program without the migration says which schema it reads, on the page and at the terminal", async () => {
	const says = /this copy of tier-map reads schema 1, the bundle has 0/;
	writeFileSync(join(dist, "older.json"), readFileSync(older));
	expect(await told(baseURL)).toMatch(says);
	const { status, stderr } = command(cli, "render", "--data", older, "-o", "-");
	expect(status).toBe(1);
	expect(stderr).toMatch(says);
}, 120_000);
