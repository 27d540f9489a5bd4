let last = Promise.resolve();

/** Resolves in a task of its own, after those that were asked for before: between them the browser draws, and answers the reader. */
export function inTurn(): Promise<void> {
	last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
	return last;
}
