#!/usr/bin/env node
import { type Command, Failure, say, UsageError } from "./command.ts";

/** Loaded when called: `render` starts without what `kit` needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	render: async () => (await import("./render.ts")).render,
	kit: async () => (await import("./kit/kit.ts")).kit,
	init: async () => (await import("./data/init.ts")).init,
	validate: async () => (await import("./data/validate.ts")).validate,
	build: async () => (await import("./data/build.ts")).build,
	preview: async () => (await import("./data/preview.ts")).preview,
	diff: async () => (await import("./data/diff.ts")).diff,
};

const HELP = `tier-map: the map as files, and maps of your own

  tier-map render [options] -o map.svg   one figure as SVG or PNG
  tier-map kit -o DIR                    everything a graphics desk needs

A map of your own:

  tier-map init DIR                      a small example to begin with
  tier-map preview DIR                   shows it, and again after every change
  tier-map validate DIR                  every problem, and how to mend it
  tier-map build DIR -o bundle.json      one file for <tier-map src>
  tier-map diff OLD NEW                  what changed between two data folders

tier-map COMMAND --help tells more.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
	if (name === undefined || name === "--help" || name === "-h") {
		say(HELP);
		return name === undefined ? 2 : 0;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) {
		say(
			`There is no command “${name}”. The commands are ${Object.keys(commands).join(", ")}.`,
		);
		return 2;
	}
	const command = await load();
	if (args.includes("--help") || args.includes("-h")) {
		say(command.help);
		return 0;
	}
	try {
		await command.run(args);
		return 0;
	} catch (error) {
		if (error instanceof UsageError) {
			say(`${error.message}\n\ntier-map ${name} --help tells more.`);
			return 2;
		}
		if (error instanceof Failure) {
			say(error.message);
			return 1;
		}
		throw error;
	}
}

// What is said to nobody changes nothing of what is done.
process.stderr.on("error", () => {});
process.exitCode = await main(process.argv.slice(2));
