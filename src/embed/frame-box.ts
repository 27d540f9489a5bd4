/** The size of a frame, and of what is put around frames to hold them to another one. */

/** Boxes that were named on the console. */
const named = new WeakSet<Element>();
/** Boxes that have been undone; they grow and shrink with their frame. */
const undone = new WeakSet<Element>();
/** Widths that frames' own styles say, while they have another one. */
const widths = new WeakMap<HTMLIFrameElement, string>();
/** What shows nothing, and may stand beside the frame in its box. */
const UNSEEN = "script, style, link, meta, noscript, template";

/**
 * Sizes a frame, so that all it shows has room, and everything that holds it to a ratio or a height.
 *
 * @param size of what the frame shows, in pixels; without a width, the frame keeps its own
 */
export function setSize(
	frame: HTMLIFrameElement,
	{ width, height }: { width?: number; height: number },
): void {
	const style = getComputedStyle(frame);
	const around = (...sides: string[]) =>
		style.boxSizing === "border-box"
			? sides.reduce(
					(sum, side) =>
						sum + (Number.parseFloat(style.getPropertyValue(side)) || 0),
					0,
				)
			: 0;
	const across = around(
		"border-left-width",
		"border-right-width",
		"padding-left",
		"padding-right",
	);
	const down = around(
		"border-top-width",
		"border-bottom-width",
		"padding-top",
		"padding-bottom",
	);
	if (width) {
		widths.set(frame, widths.get(frame) ?? frame.style.width);
		put(frame, "width", `${width + across}px`);
	}
	put(frame, "height", `${Math.ceil(height) + down}px`);
	undoBoxes(frame);
}

/** Takes back the width that `setSize` set; what the page says of it holds again. */
export function unsetWidth(frame: HTMLIFrameElement): void {
	frame.style.width = widths.get(frame) ?? "";
	widths.delete(frame);
}

/**
 * Lets boxes grow that would cut the frame off, or leave it lying over what comes after them: of a fixed
 * height, of a ratio, or high by a padding. A box with something else in it is named and left alone.
 */
function undoBoxes(frame: HTMLIFrameElement): void {
	let inner: HTMLElement = frame;
	for (
		let box = frame.parentElement;
		box && box !== document.body;
		box = box.parentElement
	) {
		const { float, position } = getComputedStyle(inner);
		const { display, overflowY } = getComputedStyle(box);
		// Text flows around a float; what is fixed or scrolls covers nothing.
		if (
			float !== "none" ||
			position === "fixed" ||
			/auto|scroll/.test(overflowY)
		)
			return;
		if (display !== "contents" && display !== "inline") {
			if (undone.has(box) || overflow(inner, box) > 1) {
				if (!isAlone(inner, box)) {
					name(box, frame);
					return;
				}
				undo(box, inner);
			}
			inner = box;
		}
	}
}

/** How many pixels an element reaches below the one around it. */
function overflow(inner: Element, box: Element): number {
	return (
		inner.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom
	);
}

function isAlone(inner: Element, box: Element): boolean {
	return [...box.childNodes].every((node) =>
		node instanceof Element
			? node.contains(inner) || node.matches(UNSEEN)
			: !(node instanceof Text) || !node.data.trim(),
	);
}

function undo(box: HTMLElement, inner: Element): void {
	const { paddingTop, paddingBottom } = getComputedStyle(box);
	undone.add(box);
	// A padding in proportion to the width is a height by another name.
	if (
		Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) >
		box.clientWidth / 4
	)
		for (const side of ["padding-top", "padding-bottom"]) put(box, side, "0");
	put(box, "min-height", "0");
	put(box, "max-height", "none");
	put(box, "aspect-ratio", "auto");
	put(box, "height", "auto");
	const more = overflow(inner, box);
	if (more <= 0) return;
	// A frame that is out of the flow holds no box open.
	put(box, "box-sizing", "border-box");
	put(box, "height", `${Math.ceil(box.offsetHeight + more)}px`);
}

function name(box: HTMLElement, frame: HTMLIFrameElement): void {
	if (named.has(box)) return;
	named.add(box);
	const tag = box.cloneNode() as Element;
	console.warn(
		`tier-map: ${tag.outerHTML.replace(/<\/[^>]*>$/, "")} is ${box.offsetHeight}px high and cuts off a frame of ${frame.offsetHeight}px, or lets it cover what comes after. Let it grow (height: auto, no aspect-ratio, no padding for a ratio), or put the frame elsewhere.`,
		box,
	);
}

/** Style sheets of pages say such things with `!important`. */
function put(element: HTMLElement, property: string, value: string): void {
	element.style.setProperty(property, value, "important");
}
