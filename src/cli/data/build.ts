import { basename } from "node:path";
import { type Command, Failure, say as print, UsageError } from "../command.ts";
import { write } from "../output.ts";
import { check, read, reported } from "./folder.ts";

export const build: Command = {
	help: `tier-map build DIR -o bundle.json: a data folder as one file for <tier-map src="bundle.json">

  -o, --output FILE   where to write it; - for stdout
  --lang LANG         language of the messages, en or zh (default: en)
  --geometry FILE     base map of your own (TopoJSON or GeoJSON), instead of the one
                      that tier-map.json names`,

	async run(args) {
		const { folders, geometry, output, say } = read(
			args,
			["lang", "geometry", "output"],
			1,
		);
		if (!output)
			throw new UsageError("-o: name the file to write, or - for stdout");
		const checked = check(folders[0] ?? "", geometry, say);
		const report = reported(checked, say);
		if (!checked.made.ok) throw new Failure(report);
		if (report) print(report);
		await write(output, JSON.stringify(checked.made.value.bundle));
		if (output !== "-")
			print(`Written: ${output}
On a page, with tier-map.js and assets/ of dist/ beside it:

<script type="module" src="tier-map.js"></script>
<tier-map src="${basename(output)}"></tier-map>`);
	},
};
