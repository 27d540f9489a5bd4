/**
 * When a file comes after all that was no longer waited for: the `late` of the loader's error, see `src/embed/parts.ts`.
 *
 * @param error why it isn't there; of other loaders nothing is known
 */
export function lateIn(error: unknown): Promise<unknown> | null {
	return error instanceof Error &&
		"late" in error &&
		error.late instanceof Promise
		? error.late
		: null;
}
