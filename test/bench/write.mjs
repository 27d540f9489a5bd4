// Where figures go: into docs/benchmark.md between marks and docs/benchmark.json, or, from a try, into test/output/bench/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const docs = join(root, "docs");
const output = fileURLToPath(new URL("../output/bench/", import.meta.url));

/** Rounds of a run whose figures are published. */
export const WHOLE = 7;

/**
 * @param {string} part what was measured: its marks in a page of docs/ and its key in docs/benchmark.json
 * @param {{ markdown: string, json: unknown }} made
 * @param {{ whole: boolean, page?: string }} options whether it is published, and in which page
 */
export function publish(
	part,
	{ markdown, json },
	{ whole, page = "benchmark.md" },
) {
	mkdirSync(output, { recursive: true });
	writeFileSync(join(output, `${part}.md`), `${markdown}\n`);
	writeFileSync(
		join(output, `${part}.json`),
		`${JSON.stringify(json, null, "\t")}\n`,
	);
	console.log(`\n${markdown}`);
	if (!whole) {
		console.log(`\nA try: in test/output/bench/${part}.md, not in docs/.`);
		return;
	}
	const path = join(docs, page);
	const text = readFileSync(path, "utf8");
	const [open, close] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
	const start = text.indexOf(open);
	const end = text.indexOf(close);
	if (start < 0 || end < start)
		throw new Error(`${path} has no marks ${open} and ${close}.`);
	writeFileSync(
		path,
		`${text.slice(0, start + open.length)}\n\n${markdown}\n\n${text.slice(end)}`,
	);
	const file = join(docs, "benchmark.json");
	const all = JSON.parse(readFileSync(file, "utf8"));
	writeFileSync(
		file,
		`${JSON.stringify({ ...all, [part]: json }, null, "\t")}\n`,
	);
	// As `npm run check` wants it.
	spawnSync(
		process.execPath,
		[
			`${root}node_modules/@biomejs/biome/bin/biome`,
			"format",
			"--write",
			path,
			file,
		],
		{ cwd: root, stdio: "inherit" },
	);
	console.log(`\nWritten into docs/${page} and docs/benchmark.json.`);
}

/**
 * In a sentence, on what figures were made.
 * @param {string} [chromium] its version
 */
export function machine(chromium) {
	const [{ model = "" } = {}] = cpus();
	return [
		`${cpus().length} cores (${model.trim() || process.arch})`,
		`${Math.round(totalmem() / 2 ** 30)} GB`,
		`Node ${process.versions.node}`,
		...(chromium ? [`Chromium ${chromium}`] : []),
		new Date().toISOString().slice(0, 10),
	].join(", ");
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export const table = (head, rows) =>
	[head, head.map((_, i) => (i ? "--:" : "---")), ...rows]
		.map((cells) => `| ${cells.join(" | ")} |`)
		.join("\n");
