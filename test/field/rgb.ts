/** A colour as browsers say it. */
export function rgb(hex: string): string {
	const channels = hex
		.slice(1)
		.match(/../g)
		?.map((two) => Number.parseInt(two, 16));
	return `rgb(${channels?.join(", ")})`;
}
