import { loadFolder } from "../../build/dataset.ts";
import { type Changes, changesBetween } from "../../model/changes.ts";
import type { Messages } from "../../model/parse/messages.ts";
import type { Dataset } from "../../model/types.ts";
import { type Command, Failure, UsageError } from "../command.ts";
import { write } from "../output.ts";
import { lines, read } from "./folder.ts";

export const diff: Command = {
	help: `tier-map diff OLD NEW: what changed between two data folders

  --format FORMAT     text or json (default: text)
  -o, --output FILE   where to write it (default: stdout)
  --lang LANG         language of the text, en or zh (default: en)

Rounds with another id; places at another level than before, round by round; tiers,
rounds, embargoes, places, regions, claims, mechanisms,
facts, sources, texts, essays and everything else that is new, gone or changed.`,

	async run(args) {
		const {
			folders,
			output = "-",
			format = "text",
			say,
		} = read(args, ["format", "output", "lang"], 2);
		if (format !== "text" && format !== "json")
			throw new UsageError("--format: it must be text or json");
		const [before = "", after = ""] = folders;
		const [old, fresh] = [datasetIn(before, say), datasetIn(after, say)];
		const changes = changesBetween(old, fresh);
		await write(
			output,
			format === "json"
				? `${JSON.stringify(changes, null, "\t")}\n`
				: textOf(changes, fresh, old, say),
		);
	},
};

function datasetIn(folder: string, say: Messages): Dataset {
	const { result } = loadFolder(folder, say);
	if (result.ok) return result.value;
	throw new Failure(
		lines(
			result.problems.map(({ path, message }) => ({
				path: path ? `${folder}/${path}` : folder,
				message,
			})),
			say,
		),
	);
}

function textOf(
	{ from, to, renamed, moved, ...files }: Changes,
	fresh: Dataset,
	old: Dataset,
	say: Messages,
): string {
	const words = say.changes;
	const nameOf = (id: string) => {
		const row = [...fresh.places, ...old.places].find(
			(place) => place.id === id,
		);
		return row
			? `${id} ${row.name[words.lang] ?? Object.values(row.name)[0] ?? ""}`
			: id;
	};
	const levels = moved.map(
		({ round, place, from, to }) =>
			`  ${round}  ${nameOf(place)}: ${from ?? "–"} → ${to ?? "–"}`,
	);
	const rows = Object.entries(files).flatMap(
		([file, { added, removed, changed }]) => {
			const all = [
				...added.map((id) => `  + ${id}`),
				...removed.map((id) => `  − ${id}`),
				...changed.map(({ id, fields }) => `  ~ ${id}: ${fields.join(", ")}`),
			];
			return all.length ? [`${file} (${all.length})`, ...all] : [];
		},
	);
	const body = [
		...(renamed.length
			? [
					`${words.renamed} (${renamed.length})`,
					...renamed.map((round) => `  ${round.from} → ${round.to}`),
				]
			: []),
		...(levels.length ? [`${words.moved} (${levels.length})`, ...levels] : []),
		...rows,
	];
	return `${[words.between(from, to), ...(body.length ? body : [words.none])].join("\n")}\n`;
}
