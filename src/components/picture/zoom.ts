import { select } from "d3-selection";
import {
	type D3ZoomEvent,
	type ZoomTransform,
	zoom,
	zoomIdentity,
} from "d3-zoom";
import { inWindow } from "./space.ts";

/** Greatest magnification. */
const MOST = 24;

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/**
 * Zooming and panning an element's picture with buttons, pinch, Ctrl or ⌘ and the wheel, and by dragging
 * when zoomed. A plain wheel and a single finger stay the page's own.
 */
export class Zoom {
	readonly #element: HTMLElement;
	readonly #behaviour = zoom<HTMLElement, unknown>();
	#transform: ZoomTransform = zoomIdentity;
	#width: number;

	/**
	 * @param element takes the gestures; its size in pixels is the picture's
	 * @param onZoom told of every change, and whether more may follow in a moment; lengths in pixels of the element
	 * @param onRefused told when a wheel was left to the page
	 */
	constructor(
		element: HTMLElement,
		onZoom: (transform: ZoomTransform, isMoving: boolean) => void,
		onRefused: () => void,
	) {
		this.#element = element;
		this.#width = element.clientWidth;
		this.#behaviour
			.extent(() => [
				[0, 0],
				[element.clientWidth, element.clientHeight],
			])
			.scaleExtent([1, MOST])
			.filter((event: Event) => this.#takes(event, onRefused))
			.on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
				this.#transform = event.transform;
				onZoom(event.transform, Boolean(event.sourceEvent));
			});
		// As if it were SVG: D3 asks such elements where a pointer is on them, and reckons only the others' edges.
		Object.assign(element, {
			createSVGPoint: () => new DOMPoint(),
			getScreenCTM: () => inWindow(element),
		});
		this.#bound();
		select(element).call(this.#behaviour).on("dblclick.zoom", null);
	}

	get transform(): ZoomTransform {
		return this.#transform;
	}

	/** Magnifies about a point (pixels of the element), or else the middle. */
	by(factor: number, point?: [x: number, y: number]): void {
		select(this.#element).call(this.#behaviour.scaleBy, factor, point);
	}

	reset(): void {
		select(this.#element).call(this.#behaviour.transform, zoomIdentity);
	}

	/** Brings a box (pixels of the unzoomed element) into the middle, as large as fits. */
	fit({ x, y, width, height }: Box): void {
		const { clientWidth, clientHeight } = this.#element;
		const k = Math.max(
			1,
			Math.min(
				MOST / 2,
				(0.6 * clientWidth) / width,
				(0.6 * clientHeight) / height,
			),
		);
		const transform = zoomIdentity
			.translate(clientWidth / 2, clientHeight / 2)
			.scale(k)
			.translate(-x - width / 2, -y - height / 2);
		select(this.#element).call(this.#behaviour.transform, transform);
	}

	/** Pans, if need be, until a point (pixels of the unzoomed element) is in sight. */
	reveal(x: number, y: number): void {
		const { clientWidth, clientHeight } = this.#element;
		const [left, top] = this.#transform.apply([x, y]);
		const inSight =
			left > 20 &&
			left < clientWidth - 20 &&
			top > 20 &&
			top < clientHeight - 20;
		if (!inSight) select(this.#element).call(this.#behaviour.translateTo, x, y);
	}

	/** Keeps the same part in sight after the element's size has changed. */
	resize(): void {
		const { clientWidth } = this.#element;
		const ratio = clientWidth / this.#width;
		if (!clientWidth || ratio === 1) return;
		this.#width = clientWidth;
		this.#bound();
		const { x, y, k } = this.#transform;
		const transform = zoomIdentity.translate(x * ratio, y * ratio).scale(k);
		select(this.#element).call(this.#behaviour.transform, transform);
	}

	#bound(): void {
		const { clientWidth, clientHeight } = this.#element;
		this.#behaviour.translateExtent([
			[0, 0],
			[clientWidth, clientHeight],
		]);
	}

	#takes(event: Event, onRefused: () => void): boolean {
		// By their kinds, not their classes: those of a document that the map was moved into are others.
		const { ctrlKey, metaKey, button } = event as MouseEvent;
		if (event.type === "wheel") {
			const taken = ctrlKey || metaKey;
			if (!taken) onRefused();
			return taken;
		}
		if ("touches" in event) return (event as TouchEvent).touches.length > 1;
		return button === 0 && this.#transform.k > 1;
	}
}
