/**
 * The letter that stands for a claim, so that it isn't taken for the number of a source.
 *
 * @param number from 1
 * @returns 1 → a, 26 → z, 27 → aa, as in `<ol type="a">`
 */
export function letter(number: number): string {
	const rest = Math.floor((number - 1) / 26);
	const last = String.fromCharCode(97 + ((number - 1) % 26));
	return rest ? letter(rest) + last : last;
}
