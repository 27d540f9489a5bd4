/// <reference types="vite/types/importMeta.d.ts" />
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Command, Failure, say as print, typed } from "../command.ts";
import { reasonOf, write } from "../output.ts";
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
		const there = statSync(folder, { throwIfNoEntry: false });
		if (there && !there.isDirectory())
			throw new Failure(`${folder} is a file: name a folder`);
		if (there && readdirSync(folder).length)
			throw new Failure(
				`${folder} has something in it: name a new folder, so that nothing is overwritten`,
			);
		try {
			mkdirSync(folder, { recursive: true });
		} catch (error) {
			throw new Failure(`${folder} could not be made: ${reasonOf(error)}`);
		}
		for (const [path, text] of Object.entries({ ...files, ...schemas }))
			await write(join(folder, basename(path)), text);
		print(
			`Written: an example in ${folder}\nSee it, and change what you like: ${typed("preview", folder)}`,
		);
	},
};
