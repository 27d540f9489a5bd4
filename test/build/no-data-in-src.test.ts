/** The program knows no place, tier, round, region, claim or source: whatever it says of them comes from the data. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";

const ROOT = join(import.meta.dirname, "../..");
const dataset = orThrow(loadDataset(join(ROOT, "data")));
/** Program text without comments, by file. */
const sources = readdirSync(join(ROOT, "src"), {
	recursive: true,
	encoding: "utf8",
})
	.filter((file) => /\.(ts|css)$/.test(file))
	.map((file) => ({
		file,
		code: readFileSync(join(ROOT, "src", file), "utf8")
			.replace(/\/\*[\s\S]*?\*\//g, "")
			.replace(/(^|\s)\/\/.*$/gm, ""),
	}));

/** Files with a literal that is one of the ids, and nothing else. */
function uses(
	ids: readonly string[],
	allowed: readonly string[] = [],
): string[] {
	const known = new Set(ids.filter((id) => !allowed.includes(id)));
	return sources.flatMap(({ file, code }) =>
		[...code.matchAll(/["'`]([\w-]+)["'`]/g)]
			.filter(([, word = ""]) => known.has(word))
			.map(([literal]) => `${file}: ${literal}`),
	);
}

const ids = (rows: readonly { readonly id: string }[]) =>
	rows.map(({ id }) => id);

test.each<[what: string, ids: readonly string[], words?: readonly string[]]>([
	["places", ids(dataset.places)],
	["rounds", ids(dataset.rounds)],
	["regions", ids(dataset.regions)],
	["sources", ids(dataset.sources), ["column"]],
	["mechanisms", ids(dataset.mechanisms)],
	// `1`, `2` and `3` are also breadths of lines; `definition` is a key of texts.csv.
	["tiers", ids(dataset.tiers), ["1", "2", "3"]],
	["claims", ids(dataset.claims), ["definition", "tiers", "thesis"]],
])("no id of %s stands in src/", (_, all, words) => {
	expect(all.length).toBeGreaterThan(0);
	expect(uses(all, words)).toEqual([]);
});

test("no code of a place and no date of a round stands in a text of src/ either, not even as an example", () => {
	const codes = [...ids(dataset.places), ...ids(dataset.rounds)]
		// Which is also a format of pictures.
		.filter((id) => id !== "PNG")
		.join("|");
	const found = sources.flatMap(({ file, code }) =>
		[...code.matchAll(new RegExp(`.{0,20}\\b(?:${codes})\\b`, "g"))].map(
			([where]) => `${file}: ${where}`,
		),
	);
	expect(found).toEqual([]);
});

test("no name of a place, nor the subject, stands in the interface's strings", () => {
	const names = dataset.places
		.flatMap(({ name }) => [name.en ?? "", name.zh ?? ""])
		.filter((name) => name.length > 4 || /\p{Script=Han}{3}/u.test(name));
	const subject = ["Nvidia", "chip", "芯片", "2025"];
	// Style sheets name a font that is called like a country.
	const strings = sources.filter(({ file }) =>
		/^(i18n|components)\/(?!.*styles\.ts)/.test(file),
	);
	const found = strings.flatMap(({ file, code }) =>
		[...names, ...subject]
			.filter((word) => code.includes(word))
			.map((word) => `${file}: ${word}`),
	);
	expect(found).toEqual([]);
});
