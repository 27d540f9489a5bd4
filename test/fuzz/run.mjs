// `npm run fuzz` and `npm run fuzz:browser`: the long runs, and their figures into docs/reliability.md.
// --runs=N cases of a property of full share, --steps=N random actions, --seed=N to run the same again.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
	options: {
		browser: { type: "boolean" },
		runs: { type: "string", default: "5000" },
		steps: { type: "string", default: "10000" },
		seed: { type: "string" },
	},
});
const seed = values.seed ?? String(Date.now() % 0x7fffffff);
const output = join(root, "test/output");
if (!values.browser) rmSync(join(output, "fuzz.json"), { force: true });
const { status } = spawnSync(
	process.execPath,
	[
		"node_modules/vitest/vitest.mjs",
		"run",
		"--config=test/vitest.config.ts",
		...(values.browser
			? ["--project=browser", "test/browser/monkey.test.ts"]
			: ["--project=unit", "test/fuzz"]),
	],
	{
		cwd: root,
		stdio: "inherit",
		env: {
			...process.env,
			TIER_MAP_FUZZ_SEED: seed,
			...(values.browser
				? { TIER_MAP_FUZZ_STEPS: values.steps }
				: { TIER_MAP_FUZZ_RUNS: values.runs }),
		},
	},
);
if (status === 0) note();
process.exitCode = status ?? 1;

/** Puts the figures between the marks that stand in the document. */
function note() {
	const path = join(root, "docs/reliability.md");
	const name = values.browser ? "browser" : "properties";
	const text = readFileSync(path, "utf8");
	const fresh = text.replace(
		new RegExp(`(<!-- ${name} -->\n)[^]*(\n<!-- /${name} -->)`),
		(_, start, end) =>
			start + (values.browser ? browser() : properties()) + end,
	);
	writeFileSync(path, fresh);
}

function properties() {
	/** @type {{ name: string, cases: number, seed: number, milliseconds: number, slowest: number }[]} */
	const figures = JSON.parse(readFileSync(join(output, "fuzz.json"), "utf8"));
	const rows = figures
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.map(
			({ name, cases, milliseconds, slowest }) =>
				`| ${name} | ${cases} | ${(milliseconds / 1000).toFixed(1)} | ${slowest.toFixed(1)} |`,
		);
	const cases = figures.reduce((sum, figure) => sum + figure.cases, 0);
	return `Seed ${seed}, ${values.runs} runs; ${cases} cases, none of them failed.

| property | cases | seconds | slowest case, ms of processor time |
|---|---|---|---|
${rows.join("\n")}`;
}

function browser() {
	const { steps, seconds, heapEarly, heapLate } = JSON.parse(
		readFileSync(join(output, "monkey.json"), "utf8"),
	);
	return `Seed ${seed}; ${steps} steps in ${seconds} seconds: no error, no stuck map; heap after collection ${heapEarly} MB early, ${heapLate} MB late.`;
}
