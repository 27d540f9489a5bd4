/** A place in the window, as events tell it. */
export interface Client {
	readonly clientX: number;
	readonly clientY: number;
}

/** Marks three corners of the map, which has to hold `CORNERS` of it: left top, right top, left bottom. */
export const CORNER = "corner";

/**
 * How the map's own pixels lie in the window, whatever its ancestors do to it: scale, rotate, mirror, zoom. It
 * is looked at, since browsers of different age reckon differently.
 *
 * @param map holds an element of the class `CORNER` at its left top, right top and left bottom
 */
export function inWindow(map: HTMLElement): DOMMatrix {
	const unit = enlarged(map);
	const [origin, right, bottom] = [...map.querySelectorAll(`.${CORNER}`)].map(
		(corner) => {
			const { left, top } = corner.getBoundingClientRect();
			return { x: left * unit, y: top * unit };
		},
	);
	if (!origin || !right || !bottom) return new DOMMatrix();
	const width = map.clientWidth || 1;
	const height = map.clientHeight || 1;
	return new DOMMatrix([
		(right.x - origin.x) / width,
		(right.y - origin.y) / width,
		(bottom.x - origin.x) / height,
		(bottom.y - origin.y) / height,
		origin.x,
		origin.y,
	]);
}

/** A place of the window in pixels from the map's left and top. */
export function onMap(
	map: HTMLElement,
	{ clientX, clientY }: Client,
): { readonly x: number; readonly y: number } {
	const point = new DOMPoint(clientX, clientY);
	return point.matrixTransform(inWindow(map).inverse());
}

/** Pixels of the window to one of the map's own. */
export function magnification(map: HTMLElement): number {
	const { a, b, c, d } = inWindow(map);
	return Math.sqrt(Math.abs(a * d - b * c)) || 1;
}

/** How many of the window's pixels one is in which elements are measured; the pointer is in the window's. */
function enlarged(map: HTMLElement): number {
	measuresZoom ??= doesMeasureZoom(map);
	if (measuresZoom) return 1;
	let zoom = 1;
	for (let element: Element | null = map; element; element = parentOf(element))
		zoom *= Number(getComputedStyle(element).getPropertyValue("zoom")) || 1;
	return zoom;
}

/** What an element is laid out in, through shadow roots. */
function parentOf(element: Element): Element | null {
	const parent = element.assignedSlot ?? element.parentNode;
	return ((parent as Partial<ShadowRoot> | null)?.host ??
		(parent?.nodeType === Node.ELEMENT_NODE ? parent : null)) as Element | null;
}

/** Whether elements are measured with the zoom of what they stand in; in Chrome they are since 128. */
let measuresZoom: boolean | undefined;

function doesMeasureZoom(map: HTMLElement): boolean {
	const probe = document.createElement("div");
	probe.style.position = "absolute";
	probe.style.inlineSize = "10px";
	map.append(probe);
	const plain = probe.getBoundingClientRect();
	probe.style.setProperty("zoom", "2");
	const zoomed = probe.getBoundingClientRect();
	probe.remove();
	const size = ({ width, height }: DOMRect) => Math.hypot(width, height);
	return size(zoomed) > 1.5 * size(plain);
}
