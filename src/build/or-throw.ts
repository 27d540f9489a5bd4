import type { Problem, Result } from "../model/types.ts";

/** The value, or an error that lists every problem, one a line. */
export function orThrow<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new Error(
		`the data has problems:\n${result.problems.map(line).join("\n")}`,
	);
}

function line({ path, message }: Problem): string {
	return `  ${path}: ${message}`;
}
