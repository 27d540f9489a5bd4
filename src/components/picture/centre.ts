/** Where a marker is drawn, which may be beside its true position. Pixels of the view box. */
export function centre(marker: SVGCircleElement): [number, number] {
	const moved = marker.transform.baseVal.consolidate()?.matrix;
	return [
		marker.cx.baseVal.value + (moved?.e ?? 0),
		marker.cy.baseVal.value + (moved?.f ?? 0),
	];
}
