import { html, nothing, type PropertyValues, svg } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import type { Core } from "../../model/edition.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import type { Pick } from "../tier-map/state.ts";
import { parseMarkup } from "./parse-markup.ts";

interface Hover {
	readonly place: string;
	/** Where the pointer is, in pixels from the picture's left and top. */
	readonly x: number;
	readonly y: number;
}

/**
 * The map. It takes the places' layer ready-made and only ever changes its `data-tier` attributes; hover
 * and selection are painted on top.
 */
export class TierMapPicture extends Part {
	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		markup: { attribute: false },
		levels: { attribute: false },
		tier: { attribute: false },
		picked: { attribute: false },
		hover: { state: true },
	};

	declare strings: Strings;
	declare core: Core;
	/** The picture as the emitter wrote it. */
	declare markup: string;
	declare levels: ReadonlyMap<string, TierId>;
	/** The tier shown alone. */
	declare tier: TierId | null;
	declare picked: Pick | null;
	declare protected hover: Hover | null;
	/** The live picture, and the markup it came from. */
	#svg: SVGSVGElement | null = null;
	#parsed = "";
	/** Shapes and markers of each place. */
	#shapes = new Map<string, SVGGeometryElement[]>();
	#resizes: ResizeObserver | undefined;

	constructor() {
		super();
		this.hover = null;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#resizes = new ResizeObserver(() => this.#fit());
		this.#resizes.observe(this);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#resizes?.disconnect();
		this.hover = null;
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (this.markup !== this.#parsed) {
			this.#svg = parseMarkup(this.markup);
			this.#parsed = this.markup;
			this.#shapes.clear();
			for (const shape of this.#svg.querySelectorAll<SVGGeometryElement>(
				"[data-place]",
			)) {
				const place = shape.dataset["place"] ?? "";
				const shapes = this.#shapes.get(place) ?? [];
				this.#shapes.set(place, [...shapes, shape]);
			}
			this.#fit();
		}
		if (!changed.has("levels") && !changed.has("markup")) return;
		for (const [place, shapes] of this.#shapes) {
			const level = this.levels.get(place) ?? "";
			for (const shape of shapes)
				if (shape.dataset["tier"] !== level) shape.dataset["tier"] = level;
		}
	}

	/** Tells the style sheet how many pixels one unit of the view box takes, so that markers keep their size. */
	#fit(): void {
		const width = this.#svg?.viewBox.baseVal.width ?? 0;
		const scale = width ? this.clientWidth / width : 1;
		if (scale) this.style.setProperty("--scale", scale.toFixed(4));
	}

	#move(event: PointerEvent): void {
		const place = placeAt(event);
		// A finger covers what it touches; its place shows in the panel.
		if (!place || event.pointerType === "touch") {
			this.hover = null;
			return;
		}
		const box = this.getBoundingClientRect();
		this.hover = {
			place,
			x: event.clientX - box.left,
			y: event.clientY - box.top,
		};
	}

	#pick(event: Event): void {
		const id = placeAt(event);
		this.request({ type: "select", id, via: "map" });
	}

	protected override render() {
		const { hover, picked, strings, tier } = this;
		return html`
			<div
				class="map"
				data-only=${tier ?? nothing}
				@pointermove=${this.#move}
				@pointerleave=${() => {
					this.hover = null;
				}}
				@click=${this.#pick}
			>
				${this.#svg}
				<svg
					viewBox=${this.#svg?.getAttribute("viewBox") ?? nothing}
					class="overlay"
					aria-hidden="true"
				>
					<defs>
						${this.core.tiers.map(({ id, hatched }) => (hatched ? hatching(id) : nothing))}
						<pattern
							id="tier-map-disputed"
							width="3"
							height="3"
							patternUnits="userSpaceOnUse"
							patternTransform="rotate(-45)"
						>
							<rect class="pattern-gap" width="1" height="3" />
						</pattern>
					</defs>
					<path class="hovered" d=${hover ? this.#outline([hover.place]) : ""} />
					<path class="picked-halo" d=${picked ? this.#outline(picked.places) : ""} />
					<path class="picked" d=${picked ? this.#outline(picked.places) : ""} />
				</svg>
				${hover ? this.#tooltip(hover, strings) : nothing}
			</div>
		`;
	}

	#tooltip({ place, x, y }: Hover, strings: Strings) {
		const name = this.core.places.find(({ id }) => id === place)?.name;
		const level = this.levels.get(place);
		const tier = this.core.tiers.find(({ id }) => id === level)?.name;
		if (!name || !tier) return nothing;
		const left = x > this.clientWidth / 2;
		return html`
			<div
				class="tooltip"
				role="status"
				aria-label=${strings.hover(name, tier)}
				.style=${`translate: calc(${x}px + ${left ? "-100% - 12px" : "12px"}) calc(${y}px + 14px)`}
			>
				<strong>${name}</strong>${tier}
			</div>
		`;
	}

	/** The outlines of places, as one path; a marker becomes a circle. */
	#outline(places: readonly string[]): string {
		return places
			.flatMap((place) => this.#shapes.get(place) ?? [])
			.map((shape) =>
				shape instanceof SVGCircleElement
					? circle(shape, Number(this.style.getPropertyValue("--scale")) || 1)
					: (shape.getAttribute("d") ?? ""),
			)
			.join("");
	}
}

/** The pattern of a tier that is hatched in its own colour. */
function hatching(tier: TierId) {
	return svg`
		<pattern
			id="tier-map-hatch-${tier}"
			width="5"
			height="5"
			patternUnits="userSpaceOnUse"
			patternTransform="rotate(45)"
		>
			<rect class="pattern-ground" data-tier=${tier} width="5" height="5" />
			<rect class="pattern-line" width="1.1" height="5" />
		</pattern>
	`;
}

/** The place under a pointer's event. */
function placeAt(event: Event): string | null {
	const { target } = event;
	if (!(target instanceof Element)) return null;
	return target.closest("[data-place]")?.getAttribute("data-place") ?? null;
}

/** Path data around a marker, a little outside it. */
function circle(marker: SVGCircleElement, scale: number): string {
	const x = marker.cx.baseVal.value;
	const y = marker.cy.baseVal.value;
	const r = 6 / scale;
	return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
