import { type ZoomTransform, zoomIdentity } from "d3-zoom";
import { decluttering } from "../../geo/declutter.ts";
import type { Point } from "../../geo/project.ts";
import { MARKER, MARKER_ROOM } from "../../scene/markers.ts";
import { Nearest } from "./nearest.ts";
import { type Client, magnification, onMap } from "./space.ts";
import { FINGER, touched } from "./touched.ts";
import { Zoom } from "./zoom.ts";

export { TierMapChooser } from "../chooser/chooser.ts";

interface Options {
	/** Shapes and markers by place, as they are drawn now. */
	readonly shapes: () => ReadonlyMap<string, readonly SVGGeometryElement[]>;
	/** Pixels per unit of the view box that the build has laid the markers out for. */
	readonly laidOutFor: () => number;
	/** Told the CSS transform of the picture as it was drawn last, while a gesture moves it; null when it is drawn anew. */
	readonly onMove: (transform: string | null) => void;
	/** Told the layers' CSS transform and the pixels per unit of the view box. */
	readonly onView: (view: string, scale: number) => void;
	/** Told that markers have moved. */
	readonly onLaidOut: () => void;
	/** Told of a gesture that was left to the page. */
	readonly onRefused: (gesture: "wheel" | "touch") => void;
}

/** A finger that moved less than this, in pixels, has tapped. */
const SLOP = 10;
/** The taps of a double tap are no longer apart, in milliseconds and in pixels. */
const DOUBLE_TAP = 300;
const APART = 30;
/** The map has come to rest after so many milliseconds, as long as d3-zoom holds turns of the wheel for one gesture: drawing and laying out take several frames' time. */
const REST = 150;
/** So many milliseconds are spent at once on laying the markers out. */
const SLICE = 6;
/** How much smaller the map may be drawn until markers touch, and how much larger until they stand too far from where they belong. */
const SMALLER = MARKER / MARKER_ROOM;
const LARGER = 1.25;

/**
 * What comes after the first paint: zooming, the nearest place, and markers that keep clear of each
 * other at every size.
 */
export class Gestures {
	readonly zoom: Zoom;
	readonly #element: HTMLElement;
	readonly #options: Options;
	#unit = 1;
	#drawn: ZoomTransform = zoomIdentity;
	#nearest: Nearest | undefined;
	#resting: ReturnType<typeof setTimeout> | undefined;
	/** Pixels per unit that the markers were laid out for, and are being laid out for. */
	#laidOut: number;
	#layingOut: number | undefined;

	constructor(element: HTMLElement, options: Options) {
		this.#element = element;
		this.#options = options;
		this.#laidOut = options.laidOutFor();
		this.zoom = new Zoom(
			element,
			(transform, isMoving) => this.#show(transform, isMoving),
			() => options.onRefused("wheel"),
		);
		this.#listen();
	}

	/** @param unit pixels per unit of the unzoomed view box */
	resize(unit: number): void {
		this.#unit = unit;
		this.zoom.resize();
		this.#show(this.zoom.transform, false);
	}

	/** The nearest place to one of the window, if it is no farther than `within`; in pixels of the window. */
	nearest(at: Client, within: number): string | null {
		return this.#index.find(...this.#inViewBox(at, within));
	}

	/** The places under a fingertip, nearest first; its middle in pixels of the window. */
	touched(at: Client): string[] {
		const root = this.#element.getRootNode();
		if (!(root instanceof ShadowRoot)) return [];
		const scale = this.#scale * magnification(this.#element);
		const around = this.#index.around(...this.#inViewBox(at, FINGER));
		const near = [...around].map(([place, distance]): [string, number] => [
			place,
			distance * scale,
		]);
		return touched(root, at.clientX, at.clientY, new Map(near));
	}

	/** Another picture has been put in. */
	renew(): void {
		this.forget();
		this.#laidOut = this.#options.laidOutFor();
		this.#layingOut = undefined;
		this.#draw();
		this.#settle();
	}

	/** Outlines have become others. */
	forget(): void {
		this.#nearest = undefined;
	}

	get #index(): Nearest {
		this.#nearest ??= new Nearest(this.#options.shapes());
		return this.#nearest;
	}

	#inViewBox(at: Client, within: number): [number, number, number] {
		const { x, y } = onMap(this.#element, at);
		const [atX, atY] = this.zoom.transform.invert([x, y]);
		const unit = this.#unit;
		const scale = this.#scale * magnification(this.#element);
		return [atX / unit, atY / unit, within / scale];
	}

	/** A gesture moves the picture as a whole; it is drawn anew when the gesture rests. */
	#show({ x, y, k }: ZoomTransform, isMoving: boolean): void {
		if (isMoving) {
			const drawn = this.#drawn;
			const factor = k / drawn.k;
			this.#options.onMove(
				`translate(${x - drawn.x * factor}px, ${y - drawn.y * factor}px) scale(${factor})`,
			);
		} else this.#draw();
		this.#settle();
	}

	#draw(): void {
		const { x, y, k } = this.zoom.transform;
		const unit = this.#unit;
		this.#drawn = this.zoom.transform;
		const view =
			k === 1 ? "none" : `translate(${x / unit}px, ${y / unit}px) scale(${k})`;
		this.#options.onMove(null);
		this.#options.onView(view, unit * k);
	}

	/** Draws what moved, and lays the markers out anew when the map has another size, once it has come to rest. */
	#settle(): void {
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => {
			if (this.#drawn !== this.zoom.transform) this.#draw();
			const scale = this.#scale;
			const ratio = scale / this.#laidOut;
			if (ratio >= SMALLER && ratio <= LARGER) return;
			if (scale !== this.#layingOut) void this.#layOut(scale);
		}, REST);
	}

	/** Pixels per unit of the view box. */
	get #scale(): number {
		return this.#unit * this.zoom.transform.k;
	}

	async #layOut(scale: number): Promise<void> {
		this.#layingOut = scale;
		const markers = new Map<string, SVGCircleElement>();
		for (const [place, shapes] of this.#options.shapes())
			for (const shape of shapes)
				if (shape instanceof SVGCircleElement) markers.set(place, shape);
		const positions = new Map(
			[...markers].map(([place, { cx, cy }]): [string, Point] => [
				place,
				[cx.baseVal.value, cy.baseVal.value],
			]),
		);
		const steps = decluttering(positions, MARKER_ROOM / scale);
		let step = steps.next();
		for (let end = 0; !step.done; step = steps.next()) {
			if (performance.now() < end) continue;
			// The reader may want something meanwhile.
			await new Promise((then) => setTimeout(then, 0));
			if (scale !== this.#layingOut) return;
			if (scale !== this.#scale) {
				this.#layingOut = undefined;
				return;
			}
			end = performance.now() + SLICE;
		}
		this.#layingOut = undefined;
		this.#laidOut = scale;
		let leaders = "";
		for (const [place, [x, y]] of step.value) {
			const [atX, atY] = positions.get(place) ?? [x, y];
			const dx = x - atX;
			const dy = y - atY;
			markers
				.get(place)
				?.setAttribute(
					"transform",
					`translate(${dx.toFixed(2)} ${dy.toFixed(2)})`,
				);
			if (Math.hypot(dx, dy) * scale > MARKER)
				leaders += `M${atX} ${atY}l${dx.toFixed(2)} ${dy.toFixed(2)}`;
		}
		this.#element.querySelector(".leader")?.setAttribute("d", leaders);
		this.#nearest = undefined;
		this.#options.onLaidOut();
	}

	/** Double clicks and taps zoom; a swipe that the page took brings the hint. */
	#listen(): void {
		let down = { x: 0, y: 0, byFinger: false };
		let tapped = { x: 0, y: 0, time: -DOUBLE_TAP };
		const magnify = (event: MouseEvent) => {
			const { x, y } = onMap(this.#element, event);
			this.zoom.by(event.shiftKey ? 0.5 : 2, [x, y]);
		};
		this.#element.addEventListener(
			"pointerdown",
			({ clientX: x, clientY: y, pointerType }) => {
				down = { x, y, byFinger: pointerType === "touch" };
			},
		);
		this.#element.addEventListener("pointerup", (event) => {
			const { clientX: x, clientY: y, timeStamp: time } = event;
			if (!down.byFinger) return;
			if (Math.hypot(x - down.x, y - down.y) > SLOP) return;
			const isSecond =
				time - tapped.time < DOUBLE_TAP &&
				Math.hypot(x - tapped.x, y - tapped.y) < APART;
			tapped = { x, y, time: isSecond ? -DOUBLE_TAP : time };
			if (isSecond) magnify(event);
		});
		this.#element.addEventListener(
			"dblclick",
			// Of fingers, browsers count taps that began outside, too.
			(event) => {
				if (!down.byFinger) magnify(event);
			},
		);
		this.#element.addEventListener("pointercancel", ({ pointerType }) => {
			if (pointerType === "touch" && this.zoom.transform.k > 1)
				this.#options.onRefused("touch");
		});
	}
}
