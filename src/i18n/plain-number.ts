/** From here on, digits are grouped. */
const GROUPED = 1000;

/** What `Intl.NumberFormat` does to counts, without making one before it is needed: that alone takes as long as a frame. */
export function plainNumber(tag: string): { format(value: number): string } {
	let intl: Intl.NumberFormat | undefined;
	return {
		format(value) {
			if (Number.isInteger(value) && value >= 0 && value < GROUPED)
				return String(value);
			intl ??= new Intl.NumberFormat(tag);
			return intl.format(value);
		},
	};
}
