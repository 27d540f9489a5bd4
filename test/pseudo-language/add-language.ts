/** Adds the pseudo-language to a copy of the project, step by step as CONTRIBUTING.md says. */
import { spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { MOST_NAME } from "../../src/model/limits.ts";
import { accent } from "./accented.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The pseudo-language's key in the data, which is its BCP 47 tag. */
export const KEY = "en-XA";

/** What the page is built from. */
const SOURCES = [
	"src",
	"data",
	"public",
	"index.html",
	"embed.html",
	"404.html",
	"LICENSE",
	"NOTICE.md",
	"examples",
	"package.json",
	"tsconfig.json",
	"vite.config.ts",
	"vite.lib.config.ts",
	"vite.package.config.ts",
];

/** Copies what the page is built from; packages are found further up. */
export function copyProject(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const name of SOURCES)
		cpSync(join(root, name), join(folder, name), { recursive: true });
}

/** The first step: texts and names in `data/`. */
export function translateData(folder: string): void {
	const data = join(folder, "data");
	edit(join(data, "tier-map.json"), (json) => {
		const manifest = JSON.parse(json);
		manifest.languages.push(KEY);
		manifest.centers[KEY] = manifest.centers.en;
		return JSON.stringify(manifest);
	});
	edit(join(data, "essays.en.md"), (text) => text, `essays.${KEY}.md`);
	edit(join(data, `essays.${KEY}.md`), (text) =>
		text.replace(/^(?!##+ ).*$/gm, accent),
	);
	for (const file of readdirSync(data))
		if (file.endsWith(".csv")) edit(join(data, file), translated);
}

/** A CSV file with a column more for each text. */
function translated(csv: string): string {
	const rows: Record<string, string>[] = parse(csv, { columns: true });
	const countries = new Intl.DisplayNames(["en"], { type: "region" });
	for (const row of rows)
		for (const [column, text] of Object.entries(row)) {
			if (!/^(?:.*_)?en$/.test(column)) continue;
			const own = column.replace(/en$/, KEY);
			// A title keeps within what a title may be; a text with tokens is never cut.
			row[own] =
				text.length > MOST_NAME || text.includes("{")
					? accent(text)
					: accent(text).slice(0, MOST_NAME);
			// English names come from the CLDR, which doesn't know the pseudo-language.
			if (column !== "name_en" || text || !row.a2) continue;
			row[own] = accent(countries.of(row.a2) ?? "");
			row.name_reason ||= "pseudo-language";
		}
	const lines = [
		Object.keys(rows[0] ?? {}),
		...rows.map((row) => Object.values(row)),
	];
	return lines
		.map((cells) =>
			cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(),
		)
		.join("\n");
}

/** The second step: its key among the languages of the interface. */
export function listLanguage(folder: string): void {
	edit(join(folder, "src/i18n/languages.ts"), (code) =>
		code.replace('["en", "zh"]', `["en", "zh", "${KEY}"]`),
	);
}

/** The third step: its strings in each of the files. */
export function translateStrings(
	folder: string,
	files: readonly string[],
): void {
	cpSync(
		join(root, "test/pseudo-language/accented.ts"),
		join(folder, "src/i18n/accented.ts"),
	);
	for (const file of files)
		edit(
			join(folder, file),
			(code) =>
				`import { accented } from "./accented.ts";\n${code.replace(/\{ en, zh \}/, `{ en, zh, "${KEY}": accented(en) }`)}`,
		);
}

/** Files in which the type checker finds something, as paths inside the project. */
export function filesWithTypeErrors(folder: string): string[] {
	const { stdout } = node(folder, "typescript/bin/tsc", "-p", ".");
	const files = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)];
	return [...new Set(files.map(([, file = ""]) => file))].sort();
}

/** Builds the page into `dist/` of the folder. */
export function buildPage(folder: string): string {
	build(folder, "vite.config.ts");
	return join(folder, "dist");
}

/** Builds the command line of the folder. */
export function buildCommand(folder: string): string {
	build(folder, "vite.lib.config.ts");
	return join(folder, "lib/cli.js");
}

function build(folder: string, config: string): void {
	const { status, stdout, stderr } = node(
		folder,
		"vite/bin/vite.js",
		"build",
		`--config=${config}`,
		"--logLevel=error",
	);
	if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}

function node(folder: string, program: string, ...args: string[]) {
	return spawnSync(
		process.execPath,
		[join(root, "node_modules", program), ...args],
		{
			cwd: folder,
			encoding: "utf8",
			// The test runner's own would make it a build for developers.
			env: { ...process.env, NODE_ENV: "production" },
		},
	);
}

/** Changes a file, or makes another one beside it. */
export function edit(
	path: string,
	change: (text: string) => string,
	as?: string,
): void {
	const text = change(readFileSync(path, "utf8"));
	writeFileSync(as ? join(path, "..", as) : path, text);
}
