/** A dot as path data: a diamond about a point, with its half height and breadth in pixels. */
export function dotAt(x: number, y: number, r: number): string {
	return `M${tenth(x - r)} ${tenth(y)}${diamond(r)}`;
}

/** The dot that far below the one that a path has just drawn. */
export function dotBelow(distance: number, r: number): string {
	return `m0 ${tenth(distance)}${diamond(r)}`;
}

/** From its left corner. */
function diamond(r: number): string {
	const step = String(tenth(r)).replace(/^0/, "");
	// A number that begins with its point needs no space before it.
	const gap = step.startsWith(".") ? "" : " ";
	return `l${step}-${step}${gap}${step}${gap}${step}-${step}${gap}${step}z`;
}

/** A number rounded to a tenth. */
export function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
