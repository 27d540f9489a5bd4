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

/** Says something on stderr; stdout is for files. */
export function say(text: string): void {
	process.stderr.write(`${text}\n`);
}
