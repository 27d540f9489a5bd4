/** A table in Markdown, with columns as wide as what stands in them. */
export function columns([head = [], ...rows]: readonly string[][]): string {
	const widths = head.map((_, i) =>
		Math.max(...[head, ...rows].map((row) => (row[i] ?? "").length)),
	);
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, i) => (row[i] ?? "").padEnd(width)).join(" | ")} |`;
	return [head, widths.map((width) => "-".repeat(width)), ...rows]
		.map(line)
		.join("\n");
}
