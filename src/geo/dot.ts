/** A dot as path data: a diamond about a point, with its half height and breadth in pixels. */
export function dotAt(x: number, y: number, r: number): string {
	return `M${tenth(x - r)} ${tenth(y)}l${r} ${-r} ${r} ${r} ${-r} ${r}z`;
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
