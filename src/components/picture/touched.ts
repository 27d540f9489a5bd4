/** Half the width of a fingertip's contact, in pixels. */
export const FINGER = 12;
const STEP = 3;
/** More than that can't be told apart in a list. */
const MOST = 6;

/**
 * The places under a fingertip, nearest first.
 *
 * @param root where the places are drawn
 * @param x,y middle of the contact in pixels of the window
 * @param around places with a line or marker within the contact, which others may cover, by distance
 */
export function touched(
	root: DocumentOrShadowRoot,
	x: number,
	y: number,
	around: ReadonlyMap<string, number>,
): string[] {
	const nearest = new Map(around);
	for (let dx = -FINGER; dx <= FINGER; dx += STEP)
		for (let dy = -FINGER; dy <= FINGER; dy += STEP) {
			const distance = Math.hypot(dx, dy);
			if (distance > FINGER) continue;
			const place = root
				.elementFromPoint(x + dx, y + dy)
				?.getAttribute("data-place");
			if (place)
				nearest.set(place, Math.min(distance, nearest.get(place) ?? distance));
		}
	return [...nearest]
		.sort(([, a], [, b]) => a - b)
		.slice(0, MOST)
		.map(([place]) => place);
}
