/// <reference types="vite/types/importMeta.d.ts" />
import { basename } from "node:path";
import { type Command, say as print, typed } from "../command.ts";
import { writeFolder } from "../output.ts";
import { read } from "./folder.ts";

/** The example's files by path, as text; they come along in the program. */
const files = import.meta.glob<string>("/examples/data-adequacy/*", {
	query: "?raw",
	import: "default",
	eager: true,
});
/** What editors complete `tier-map.json` against. */
const schemas = import.meta.glob<string>(
	"/public/schema/{tier-map,strings}.schema.json",
	{ query: "?raw", import: "default", eager: true },
);

export const init: Command = {
	help: `tier-map init DIR: a small example of a data folder, to begin with

The folder is made if it isn't there; one that has something in it is left alone.
Its README.md says what to do next.`,

	async run(args) {
		const { folders } = read(args, ["lang"], 1);
		const [folder = ""] = folders;
		await writeFolder(
			folder,
			"name a new folder, so that nothing is overwritten",
			(put) => {
				for (const [path, text] of Object.entries({ ...files, ...schemas }))
					put(basename(path), text);
			},
		);
		print(
			`Written: an example in ${folder}\nSee it, and change what you like: ${typed("preview", folder)}`,
		);
	},
};
