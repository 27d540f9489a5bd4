/** "Did you mean": the word of a list that a mistyped one is most like. */

/** Swapped neighbours are the commonest slip of the fingers, so they cost less than a wrong letter. */
const SWAP = 1;
const EDIT = 2;
const LONGEST = 64;
/** Candidates that are looked at, so that many slips among many words take no hour. */
const MOST = 2000;

/**
 * Finds the candidate most like a word.
 *
 * @param word What was written.
 * @param candidates What could have been meant.
 * @returns The nearest candidate, the first of equals; `null` when none is near enough to be a slip.
 */
export function nearest(
	word: string,
	candidates: Iterable<string>,
): string | null {
	// Nobody mistypes a text of that length, and comparing it takes its square.
	if (word.length > LONGEST) return null;
	const limit = EDIT * Math.max(1, Math.floor(word.length / 3));
	let best: string | null = null;
	let least = limit + 1;
	let left = MOST;
	for (const candidate of candidates) {
		if (left-- === 0) break;
		if (Math.abs(candidate.length - word.length) * EDIT >= least) continue;
		const cost = distance(word.toLowerCase(), candidate.toLowerCase());
		if (cost < least) {
			best = candidate;
			least = cost;
		}
	}
	return best;
}

/** Weighted optimal string alignment: insertions, deletions and replacements cost EDIT, swaps SWAP. */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j * EDIT);
	for (let i = 1; i <= a.length; i++) {
		const row = [i * EDIT];
		for (let j = 1; j <= b.length; j++) {
			const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row.push(
				Math.min(
					at(last, j) + EDIT,
					at(row, j - 1) + EDIT,
					at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : EDIT),
					swapped ? at(before, j - 2) + SWAP : Number.POSITIVE_INFINITY,
				),
			);
		}
		before = last;
		last = row;
	}
	return at(last, b.length);
}

const at = (row: readonly number[], index: number): number =>
	row[index] ?? Number.POSITIVE_INFINITY;
