import { relative } from "node:path";

/** What went wrong in the way a command was called: exit code 2. */
export class UsageError extends Error {}

/** What kept a command from being done: exit code 1. */
export class Failure extends Error {}

/** A word after `tier-map`. */
export interface Command {
	/** What it does and how it is called, as `--help` prints it. */
	readonly help: string;
	/** @throws {UsageError | Failure} with a message for a person */
	run(args: readonly string[]): Promise<void>;
}

/**
 * A command as it can be typed here, by whoever called this one.
 *
 * @param words after `tier-map`
 */
export function typed(...words: readonly string[]): string {
	const program = process.argv[1] ?? "";
	const start = program.endsWith(".js")
		? ["node", relative("", program)]
		: ["tier-map"];
	return [...start, ...words]
		.map((word) => (/^[\w./\\:@=-]+$/.test(word) ? word : `"${word}"`))
		.join(" ");
}

/** Says something on stderr; stdout is for files. */
export function say(text: string): void {
	process.stderr.write(`${text}\n`);
}
