import { type Command, Failure, say as print } from "../command.ts";
import { check, read, reported } from "./folder.ts";

export const validate: Command = {
	help: `tier-map validate DIR: every problem of a data folder, and how to mend it

  --lang LANG       language of the messages, en or zh (default: en)
  --geometry FILE   base map of your own (TopoJSON or GeoJSON), instead of the one
                    that tier-map.json names

A line says file:line, what is wrong there and how to mend it. Errors end with exit
code 1; warnings are for things that are allowed, but may not be meant.`,

	async run(args) {
		const { folders, geometry, say } = read(args, ["lang", "geometry"], 1);
		const [folder = ""] = folders;
		const checked = check(folder, geometry, say);
		const errors = checked.made.ok ? 0 : checked.made.problems.length;
		const report = [
			reported(checked, say),
			say.line(folder, say.verdict(errors, checked.doubts.length)),
		]
			.filter(Boolean)
			.join("\n");
		if (errors) throw new Failure(report);
		print(report);
	},
};
