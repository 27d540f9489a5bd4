import { html, nothing, type PropertyValues, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import type { Neighbours } from "../../geo/neighbours.ts";
import { WIDTH } from "../../geo/size.ts";
import type { MapStrings } from "../../i18n/map-strings.ts";
import type { Core, CoreTier } from "../../model/edition.ts";
import { denialOf, embargoesIn, reliefIn } from "../../model/marks.ts";
import { PATTERNS } from "../../model/patterns.ts";
import { placeIn } from "../../model/place.ts";
import type { TierId } from "../../model/types.ts";
import { LAID_OUT_FOR } from "../../scene/markers.ts";
import { define } from "../define-later.ts";
import { idle } from "../idle.ts";
import { Part } from "../part.ts";
import type { RequestEvent } from "../tier-map/events.ts";
import type { Pick } from "../tier-map/state.ts";
import { centre } from "./centre.ts";
import { listOrder, move } from "./cursor.ts";
import type { Gestures } from "./gestures.ts";
import { parseMarkup } from "./parse-markup.ts";
import { type Client, CORNER, onMap } from "./space.ts";
import { pictureStyles } from "./styles.ts";

interface At {
	/** In pixels from the picture's left and top. */
	readonly x: number;
	readonly y: number;
}

interface Hover extends At {
	readonly place: string;
	/** In the half of the picture from which names stand to the left. */
	readonly isRight: boolean;
}

interface Chooser extends At {
	readonly places: readonly string[];
	readonly above: boolean;
}

/** How near the pointer must come to a place that it isn't on, in pixels. */
const NEAR = 20;
/** Time in milliseconds after which typing starts a new name. */
const PAUSE = 1000;
const HINT_TIME = 2500;
/** A mouse that went farther than this while pressed has dragged, in pixels. */
const DRAG = 6;
/** Magnification of the picture's own size from which the simplified outlines show. */
const FINE_FROM = 2.5;

/**
 * The map. It takes the places' layer ready-made and only ever changes its `data-tier` and `data-embargo` attributes; relief, hover,
 * cursor and selection are painted on top. To a screen reader it is a list of the places by tier.
 */
export class TierMapPicture extends Part {
	static override readonly sheet = pictureStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		markup: { attribute: false },
		levels: { attribute: false },
		round: { attribute: false },
		summary: { attribute: false },
		tier: { attribute: false },
		picked: { attribute: false },
		neighbours: { attribute: false },
		fine: { attribute: false },
		hover: { state: true },
		cursor: { state: true },
		dismissed: { state: true },
		byKey: { state: true },
		chooser: { state: true },
		hint: { state: true },
		settled: { state: true },
		drawing: { state: true },
	};

	declare strings: MapStrings;
	declare core: Core;
	/** The picture as the emitter wrote it, or that picture where it stood in the page already. */
	declare markup: string | SVGSVGElement;
	declare levels: ReadonlyMap<string, TierId>;
	/** Id of the round shown. */
	declare round: string;
	/** What the map shows, in a sentence; null until the words for it have come. */
	declare summary: string | null;
	/** The tier shown alone. */
	declare tier: TierId | null;
	declare picked: Pick | null;
	/** Loads the graph that the arrow keys go over. */
	declare neighbours: () => Promise<Readonly<Record<string, Neighbours>>>;
	/** Loads finer outlines by place, for when the map is zoomed into. */
	declare fine: () => Promise<Readonly<Record<string, string>>>;
	declare protected hover: Hover | null;
	/** The place the keyboard is on. */
	declare protected cursor: string | null;
	/** Whether the reader is on the map by keyboard: then its cursor shows. */
	declare protected byKey: boolean;
	/** The place whose name the reader has sent away; it comes back with another one. */
	declare protected dismissed: string | null;
	/** Places to choose from, where a finger lay on several. Opens to where the window has more room. */
	declare protected chooser: Chooser | null;
	declare protected hint: string | null;
	/** The first paint is done: what isn't seen may be built. */
	declare protected settled: boolean;
	/** Another one whenever shapes got another size, place or outline: what is drawn after them follows. */
	declare protected drawing: object;
	/** The live picture, and the markup it came from. */
	#svg: SVGSVGElement | null = null;
	#parsed: string | SVGSVGElement = "";
	/** Shapes and markers of each place. */
	#shapes = new Map<string, SVGGeometryElement[]>();
	#resizes: ResizeObserver | undefined;
	#gestures: Gestures | undefined;
	#graph: Readonly<Record<string, Neighbours>> = {};
	/** The picture that has been refined. */
	#refined: SVGSVGElement | null = null;
	/** Pixels per unit of the view box, as the map is drawn; 0 until that is known. */
	#scale = 0;
	/** Ends the waiting for Escape. */
	#escapes: AbortController | null = null;
	/** Where the pointer went down: a tap's click may have been moved to something near. */
	#down = { clientX: 0, clientY: 0 };
	#typed = "";
	#typedAt = 0;
	#hintTimer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.hover = null;
		this.cursor = null;
		this.dismissed = null;
		this.byKey = false;
		this.chooser = null;
		this.hint = null;
		this.settled = false;
		this.drawing = {};
	}

	/** Magnifies by a factor about the middle. */
	zoomBy(factor: number): void {
		void this.#withZoom((zoom) => zoom.by(factor));
	}

	/** Shows the whole map again. */
	resetZoom(): void {
		void this.#withZoom((zoom) => zoom.reset());
	}

	/** Brings what is picked into the middle. */
	fitPicked(): void {
		const box = this.#boxOf(this.picked?.places ?? []);
		if (box) void this.#withZoom((zoom) => zoom.fit(box));
	}

	override focus(options?: FocusOptions): void {
		this.querySelector<HTMLElement>("[role=listbox]")?.focus(options);
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#resizes = new ResizeObserver(() => this.#fit());
		this.#resizes.observe(this);
		if (this.hasUpdated) void this.#attachGestures();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#resizes?.disconnect();
		removeEventListener("online", this.#attachGestures);
		clearTimeout(this.#hintTimer);
		this.#escapes?.abort();
		this.hover = null;
		this.chooser = null;
		this.hint = null;
	}

	protected override firstUpdated(): void {
		// What waits for the reader's hand may come after the first paint.
		void idle().then(() => {
			this.settled = true;
			void this.#attachGestures();
		});
	}

	/** Zooms as soon as what it takes is there; where that can't be had, it says so. */
	async #withZoom(act: (zoom: Gestures["zoom"]) => void): Promise<void> {
		if (!this.#gestures) await this.#attachGestures();
		if (this.#gestures) act(this.#gestures.zoom);
		else this.#hint(this.strings.incomplete);
	}

	/** What didn't come is asked for again when it is wanted: by a press, the focus, or the network's return. */
	readonly #attachGestures = async (): Promise<void> => {
		if (this.#gestures || !this.isConnected) return;
		const loaded = await import("./gestures.ts").catch(() => null);
		if (!loaded) {
			if (this.isConnected)
				addEventListener("online", this.#attachGestures, { once: true });
			return;
		}
		const { Gestures, TierMapChooser } = loaded;
		define("tier-map-chooser", TierMapChooser);
		const map = this.querySelector<HTMLElement>(".map");
		if (!map || !this.isConnected || this.#gestures) return;
		this.#gestures = new Gestures(map, {
			shapes: () => this.#shapes,
			laidOutFor: () => LAID_OUT_FOR / WIDTH / this.#units,
			onMove: (transform) => this.#shift(transform),
			onView: (view, scale) => this.#look(view, scale),
			onLaidOut: () => {
				this.drawing = {};
			},
			onRefused: (gesture) =>
				this.#hint(
					gesture === "wheel" ? this.strings.hintWheel : this.strings.hintTouch,
				),
		});
		// Nothing moves under the pointer: what it points at still holds.
		const { hover } = this;
		this.#fit();
		this.hover = hover;
	};

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (this.markup !== this.#parsed) {
			this.#svg =
				typeof this.markup === "string"
					? parseMarkup(this.markup)
					: this.markup;
			this.#parsed = this.markup;
			this.#shapes.clear();
			for (const shape of this.#svg.querySelectorAll<SVGGeometryElement>(
				"[data-place]",
			)) {
				const place = shape.dataset.place ?? "";
				const shapes = this.#shapes.get(place) ?? [];
				this.#shapes.set(place, [...shapes, shape]);
			}
			this.#graph = {};
			this.drawing = {};
		}
		const depends = ["levels", "round", "core", "markup"] as const;
		if (!depends.some((name) => changed.has(name))) return;
		const embargoes = embargoesIn(this.core, this.round);
		for (const [place, shapes] of this.#shapes) {
			const level = this.levels.get(place) ?? "";
			const embargo = embargoes.get(place)?.since;
			for (const { dataset } of shapes) {
				if (dataset.tier !== level) dataset.tier = level;
				if (dataset.embargo === embargo) continue;
				if (embargo) dataset.embargo = embargo;
				else delete dataset.embargo;
			}
		}
	}

	protected override updated(changed: PropertyValues): void {
		if (changed.has("hover")) this.#heedEscape();
		const lists = ["picked", "core", "levels", "settled"];
		if (lists.some((name) => changed.has(name))) this.#mark();
		if (!changed.has("markup")) return;
		if (this.#gestures) this.#gestures.renew();
		else if (this.#scale) this.#look("none", this.#scale);
	}

	/** While a name stands beside the pointer, Escape sends it away, wherever the focus is (WCAG 2.2, 1.4.13). */
	#heedEscape(): void {
		if (Boolean(this.hover) === (this.#escapes !== null)) return;
		this.#escapes?.abort();
		this.#escapes = this.hover ? new AbortController() : null;
		if (!this.#escapes) return;
		const { signal } = this.#escapes;
		this.ownerDocument.addEventListener(
			"keydown",
			({ key }) => {
				if (key === "Escape") this.#dismiss();
			},
			{ capture: true, signal },
		);
	}

	#dismiss(): void {
		this.dismissed = this.hover?.place ?? this.cursor;
		this.hover = null;
	}

	/** Pixels per unit of the unzoomed view box. */
	get #unit(): number {
		return this.clientWidth / WIDTH / this.#units || 1;
	}

	/** Units of the view box per pixel of the picture's own size. */
	get #units(): number {
		return (this.#svg?.viewBox.baseVal.width || WIDTH) / WIDTH;
	}

	#fit(): void {
		if (this.#gestures) this.#gestures.resize(this.#unit);
		else this.#look("none", this.#unit);
	}

	/** Moves the picture as it is, which costs next to nothing. */
	#shift(transform: string | null): void {
		const sheet = this.querySelector<HTMLElement>(".sheet");
		if (!sheet) return;
		sheet.style.transform = transform ?? "";
		sheet.classList.toggle("moving", transform !== null);
		if (transform === null) return;
		this.hover = null;
		this.chooser = null;
	}

	/** Follows the zoom: layers move as wholes, markers and lines keep their size. */
	#look(view: string, scale: number): void {
		for (const layer of this.querySelectorAll<SVGGElement>(".sheet > svg > g"))
			layer.style.transform = view;
		// On what needs it only: all that inherits it is styled anew.
		this.querySelector<SVGGElement>(".markers")?.style.setProperty(
			"--scale",
			scale.toFixed(4),
		);
		this.#scale = scale;
		this.drawing = {};
		this.hover = null;
		this.chooser = null;
		if (scale * this.#units > FINE_FROM && this.#refined !== this.#svg)
			void this.#refine();
	}

	/** Puts finer outlines in place of those that were there first. */
	async #refine(): Promise<void> {
		const svg = this.#svg;
		this.#refined = svg;
		// Without them the map is as good as it was, and asks for them when it is drawn next.
		const fine = await this.fine().catch(() => {
			this.#refined = null;
			return {};
		});
		if (!svg || svg !== this.#svg) return;
		const hatches = [...svg.querySelectorAll(".hatch")];
		for (const [place, d] of Object.entries(fine))
			for (const shape of this.#shapes.get(place) ?? []) {
				if (!(shape instanceof SVGPathElement)) continue;
				const coarse = shape.getAttribute("d");
				shape.setAttribute("d", d);
				hatches
					.find((hatch) => hatch.getAttribute("d") === coarse)
					?.setAttribute("d", d);
			}
		this.#gestures?.forget();
		this.drawing = {};
	}

	#hint(text: string): void {
		this.hint = text;
		clearTimeout(this.#hintTimer);
		this.#hintTimer = setTimeout(() => {
			this.hint = null;
		}, HINT_TIME);
	}

	#at(client: Client): At {
		const map = this.querySelector<HTMLElement>(".map");
		return map ? onMap(map, client) : { x: 0, y: 0 };
	}

	/** The window's middle. */
	get #middle(): At {
		const { innerWidth = 0, innerHeight = 0 } =
			this.ownerDocument.defaultView ?? {};
		return this.#at({ clientX: innerWidth / 2, clientY: innerHeight / 2 });
	}

	/** The place under a mouse or pen, or near it where none is under it. */
	#placeNear(event: MouseEvent): string | null {
		const { target } = event;
		const under =
			target instanceof Element ? target.getAttribute("data-place") : null;
		if (under) return under;
		return this.#gestures?.nearest(event, NEAR) ?? null;
	}

	#move(event: PointerEvent): void {
		// A finger covers what it touches; its place shows in the panel.
		const place = event.pointerType === "touch" ? null : this.#placeNear(event);
		if (place !== this.dismissed) this.dismissed = null;
		// Asked for while rendering, it would have the browser lay out twice.
		const { x, y } = this.#at(event);
		const isRight = x > this.clientWidth / 2;
		this.hover =
			place && place !== this.dismissed ? { place, isRight, x, y } : null;
	}

	#click(event: PointerEvent): void {
		this.chooser = null;
		// The arrow keys go on from here.
		this.focus({ preventScroll: true });
		this.byKey = false;
		if (event.pointerType !== "touch") {
			const { clientX, clientY } = this.#down;
			const way = Math.hypot(event.clientX - clientX, event.clientY - clientY);
			// A drag ends in a click, too; a click that a script made began nowhere.
			if (event.detail > 0 && way > DRAG) return;
			this.#select(this.#placeNear(event), "map");
			return;
		}
		const { x, y } = this.#at(this.#down);
		const under = this.#placeNear(event);
		const places =
			this.#gestures?.touched(this.#down) ?? (under ? [under] : []);
		const above = y > this.#middle.y;
		if (places.length > 1) this.chooser = { places, above, x, y };
		else this.#select(places[0] ?? null, "map");
	}

	/** Screen readers press an option of the list itself; no pointer can. */
	#pressed({ target }: Event): void {
		const option = target instanceof Element ? target.closest("[id]") : null;
		const [, place] = option?.id.match(/^option-(.+)/) ?? [];
		if (place) this.#select(place, "map");
	}

	#select(id: string | null, via: "map" | "keyboard"): void {
		this.chooser = null;
		if (id) this.cursor = id;
		this.request({ type: "select", id, via });
	}

	async #focused(): Promise<void> {
		void this.#attachGestures();
		this.byKey = this.querySelector(".proxy:focus-visible") !== null;
		this.cursor ??= this.picked?.places[0] ?? this.core.places[0]?.id ?? null;
		// They are asked for again, the next time that the map has the focus or gets a key.
		if (!Object.keys(this.#graph).length)
			this.#graph = await this.neighbours().catch(() => {
				this.#hint(this.strings.incomplete);
				return {};
			});
	}

	#key(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const { key } = event;
		this.byKey = true;
		const from = this.cursor ?? this.core.places[0]?.id ?? "";
		// Within a name that is being typed, a space is part of it.
		const isTyping = this.#typed && Date.now() - this.#typedAt < PAUSE;
		if (key === "Enter" || (key === " " && !isTyping))
			this.#select(from, "keyboard");
		else if (key === "Escape") {
			this.#dismiss();
			if (!this.chooser && !this.picked) return;
			if (this.chooser) this.chooser = null;
			else this.#select(null, "keyboard");
		} else {
			const order = listOrder(this.core, this.levels);
			const to = move(key, from, order, this.#graph) ?? this.#type(key, from);
			if (!to) return;
			if (key.startsWith("Arrow") && !Object.keys(this.#graph).length)
				void this.#focused();
			this.cursor = to;
			// The pointer rests; what it rests on isn't meant any more.
			this.hover = null;
			this.dismissed = null;
			const box = this.#boxOf([to]);
			if (box)
				this.#gestures?.zoom.reveal(
					box.x + box.width / 2,
					box.y + box.height / 2,
				);
		}
		event.preventDefault();
		event.stopPropagation();
	}

	/** Goes to the next place whose name starts with what is being typed. */
	#type(key: string, from: string): string | null {
		if (key.length !== 1) return null;
		const now = Date.now();
		this.#typed = now - this.#typedAt < PAUSE ? this.#typed + key : key;
		this.#typedAt = now;
		const typed = plain(this.#typed);
		const { places } = this.core;
		// Niger, before it goes on to Nigeria.
		const whole = places.find((p) => plain(p.name) === typed);
		if (whole) return whole.id;
		// One letter again goes on to the next; more letters may stay where they are.
		const start = places.findIndex(({ id }) => id === from);
		const offset = typed.length === 1 ? 1 : 0;
		for (let i = 0; i < places.length; i++) {
			const place = places[(start + offset + i) % places.length];
			if (place && plain(place.name).startsWith(typed)) return place.id;
		}
		return from;
	}

	protected override render() {
		const { hover, picked, cursor, tier } = this;
		const units = this.#units;
		const { tiers } = this.core;
		/** Outlines are long texts: they are put together when they are others, not with every move of the pointer. */
		const outline = (places: readonly string[]) =>
			guard([places.join(), this.drawing], () => this.#outline(places));
		const relieved = outline([...reliefIn(this.core, this.round).keys()]);
		const hovered = outline(hover ? [hover.place] : []);
		const chosen = () => outline(picked?.places ?? []);
		const at = () => outline(cursor ? [cursor] : []);
		return html`
			<div
				class="map"
				data-only=${tier ?? nothing}
				?data-keys=${this.byKey}
				@pointerdown=${({ clientX, clientY }: PointerEvent) => {
					this.#down = { clientX, clientY };
					void this.#attachGestures();
				}}
				@pointermove=${this.#move}
				@pointerleave=${() => {
					this.hover = null;
					this.dismissed = null;
				}}
				@click=${this.#click}
			>
				<div class="sheet">
				${this.#svg}
				<svg
					viewBox=${this.#svg?.getAttribute("viewBox") ?? nothing}
					class="overlay"
					aria-hidden="true"
				>
					<defs>
						${guard([tiers, units], () => [
							...tiers.map((tier) =>
								tier.hatched ? hatching(tier, units) : nothing,
							),
							...tiers.map(({ id }, i) => forcedPattern(id, i, units)),
							embargoPatterns(tiers, units),
						])}
						<pattern
							id="tier-map-disputed"
							width="3"
							height="3"
							patternUnits="userSpaceOnUse"
							patternTransform="scale(${units}) rotate(-45)"
						>
							<rect class="pattern-gap" width="1" height="3" />
						</pattern>
					</defs>
					<g>
						<path class="relief-halo" d=${relieved} />
						<path class="relief" d=${relieved} />
						<path class="hovered" d=${hovered} />
						<path class="picked-halo" d=${chosen()} />
						<path class="picked" d=${chosen()} />
						<g class="cursor">
							<path class="picked-halo" d=${at()} />
							<path class="cursor-line" d=${at()} />
						</g>
					</g>
				</svg>
				</div>
				${["left top", "right top", "left bottom"].map(
					(where) => html`<i class="${CORNER} ${where}"></i>`,
				)}
				${this.#tooltip(hover)} ${hover ? nothing : this.#cursorTooltip()}
				${this.hint ? html`<p class="hint" role="status" .textContent=${this.hint}></p>` : nothing}
			</div>
			${this.#list()} ${this.chooser ? this.#choose(this.chooser) : nothing}
		`;
	}

	/** What stands for the map where it isn't seen: every place, by tier, with its tier in its name. */
	#list() {
		const { core, levels, cursor, strings } = this;
		const options = () =>
			[...listOrder(core, levels)].map(([tier, ids]) => {
				const name = core.tiers.find(({ id }) => id === tier)?.name ?? tier;
				if (!ids.length) return nothing;
				return html`
					<div role="group" aria-label=${name}>
						${ids.map(
							(id) => html`
								<div role="option" id="option-${id}" aria-selected="false">
									${this.#label(id)}
								</div>
							`,
						)}
					</div>
				`;
			});
		return html`
			<div
				role="listbox"
				class=${this.byKey ? "proxy keys" : "proxy"}
				tabindex="0"
				aria-label=${strings.map}
				aria-describedby="map-summary map-keys"
				aria-activedescendant=${cursor ? `option-${cursor}` : nothing}
				@focus=${this.#focused}
				@blur=${() => {
					this.byKey = false;
				}}
				@keydown=${this.#key}
				@click=${this.#pressed}
			>
				${guard([core, levels, this.round, this.settled], () => (this.settled ? keyed({}, options()) : nothing))}
			</div>
			<p class="hidden" id="map-summary" .textContent=${this.summary}></p>
			<p class="hidden" id="map-keys" .textContent=${strings.mapKeys}></p>
		`;
	}

	/** Marks the option that is picked, without writing the others anew. */
	#mark(): void {
		for (const option of this.querySelectorAll("[aria-selected=true]"))
			option.ariaSelected = "false";
		const { id = "" } = this.picked ?? {};
		const option = this.querySelector(`#option-${CSS.escape(id)}`);
		if (option) option.ariaSelected = "true";
	}

	/** "Kenya, tier 2" */
	#label(place: string): string {
		const name = placeIn(this.core, place)?.name ?? place;
		return this.strings.hover(name, this.#tierName(place));
	}

	/** Its level, and the marks beside it. */
	#tierName(place: string): string {
		const { core, levels, round, strings } = this;
		const level = levels.get(place);
		const name = core.tiers.find(({ id }) => id === level)?.name ?? "";
		const marks = [
			...(embargoesIn(core, round).has(place) ? [strings.embargo] : []),
			...(reliefIn(core, round).has(place) ? [strings.relief] : []),
		];
		return marks.length ? strings.marked(name, marks) : name;
	}

	/** It stays when there is nothing to name: with another element the whole page would be laid out, not the map alone. */
	#tooltip(at: Hover | null) {
		const { place = "", x = 0, y = 0, isRight = false } = at ?? {};
		const name = placeIn(this.core, place)?.name ?? place;
		const tier = this.#tierName(place);
		return html`
			<div
				class="tooltip"
				.style=${`translate: calc(${x}px + ${isRight ? "-100% - 12px" : "12px"}) calc(${y}px + 14px)${at ? "" : "; visibility: hidden"}`}
			>
				${keyed(name + tier, html`<strong translate="no">${name}</strong>${tier}`)}
			</div>
		`;
	}

	/** Names the place the keyboard is on, while the map has the focus. */
	#cursorTooltip() {
		// Where it is can only be told by laying out.
		if (!this.cursor || this.cursor === this.dismissed || !this.byKey)
			return nothing;
		const box = this.#boxOf([this.cursor]);
		if (!box) return nothing;
		const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
		const [x, y] = this.#gestures?.zoom.transform.apply([...middle]) ?? middle;
		const isRight = x > this.clientWidth / 2;
		return html`
			<div class="cursor">${this.#tooltip({ place: this.cursor, x, y, isRight })}</div>
		`;
	}

	#choose({ places, above, x, y }: Chooser) {
		const rows = places.map((id) => ({
			id,
			label: this.#label(id),
			level: this.levels.get(id) ?? "",
		}));
		return html`
			<tier-map-chooser
				class="chooser"
				.strings=${this.strings}
				.places=${rows}
				.x=${x}
				.y=${y}
				.above=${above}
				@tier-map-request=${({ request }: RequestEvent) => {
					this.chooser = null;
					if (request.type === "select") this.cursor = request.id;
				}}
				@keydown=${(event: KeyboardEvent) => {
					if (event.key !== "Escape") return;
					event.preventDefault();
					this.chooser = null;
					this.focus();
				}}
			></tier-map-chooser>
		`;
	}

	/** The box around places, in pixels of the unzoomed picture. */
	#boxOf(places: readonly string[]) {
		const boxes = places.flatMap((place) =>
			(this.#shapes.get(place) ?? []).map((shape) => shape.getBBox()),
		);
		if (!boxes.length) return null;
		const left = Math.min(...boxes.map((box) => box.x));
		const top = Math.min(...boxes.map((box) => box.y));
		const right = Math.max(...boxes.map((box) => box.x + box.width));
		const bottom = Math.max(...boxes.map((box) => box.y + box.height));
		const unit = this.#unit;
		return {
			x: left * unit,
			y: top * unit,
			width: (right - left) * unit,
			height: (bottom - top) * unit,
		};
	}

	/** The outlines of places, as one path; a marker becomes a circle. */
	#outline(places: readonly string[]): string {
		const scale = this.#scale || 1;
		return places
			.flatMap((place) => this.#shapes.get(place) ?? [])
			.map((shape) =>
				shape instanceof SVGCircleElement
					? circle(shape, 6 / scale)
					: (shape.getAttribute("d") ?? ""),
			)
			.join("");
	}
}

/** A name as any keyboard can type it: without accents or capitals. */
function plain(name: string): string {
	return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The pattern of a tier that is hatched in its own colour. */
function hatching({ id, pattern }: CoreTier, units: number) {
	const [angle, ...more] = PATTERNS[pattern ?? "hatch"];
	return svg`
		<pattern
			id="tier-map-hatch-${id}"
			width="5"
			height="5"
			patternUnits="userSpaceOnUse"
			patternTransform="scale(${units}) rotate(${angle})"
		>
			<rect class="pattern-ground" data-tier=${id} width="5" height="5" />
			<rect class="pattern-line" width="1.1" height="5" />
			${more.length ? svg`<rect class="pattern-line" width="5" height="1.1" />` : nothing}
		</pattern>
	`;
}

/** Dots over the level of denial: a staggered grid for shapes, one dot for a marker. */
function embargoPatterns(tiers: readonly CoreTier[], units: number) {
	const denial = denialOf(tiers)?.id ?? "";
	return svg`
		<pattern
			id="tier-map-embargo"
			width="12"
			height="12"
			patternUnits="userSpaceOnUse"
			patternTransform="scale(${units})"
		>
			<rect class="embargo-ground" data-tier=${denial} width="12" height="12" />
			<path
				class="embargo-dots"
				data-tier=${denial}
				d="M2 3l1-1 1 1-1 1zM8 9l1-1 1 1-1 1z"
			/>
		</pattern>
		<pattern
			id="tier-map-embargo-marker"
			width="1"
			height="1"
			patternContentUnits="objectBoundingBox"
		>
			<rect class="embargo-ground" data-tier=${denial} width="1" height="1" />
			<path
				class="embargo-dots"
				data-tier=${denial}
				d="M.25 .5l.25-.25 .25 .25-.25 .25z"
			/>
		</pattern>
	`;
}

/** How much of each tier's pattern is inked, in their order, where the reader's system takes the colours. */
const INKED = [0.25, 0, 0.4, 1, 0.12, 0.7, 0.55];

/** A tier's pattern in the system's two colours. */
function forcedPattern(tier: TierId, index: number, units: number) {
	const inked = INKED[index % INKED.length] ?? 0;
	return svg`
		<pattern
			id="tier-map-forced-${tier}"
			width="4"
			height="4"
			patternUnits="userSpaceOnUse"
			patternTransform="scale(${units}) rotate(${index * 45})"
		>
			<rect class="forced-ground" width="4" height="4" />
			<rect class="forced-ink" width=${4 * inked} height="4" />
		</pattern>
	`;
}

/** Path data of a circle around a marker, where it is drawn. */
function circle(marker: SVGCircleElement, r: number): string {
	const [x, y] = centre(marker);
	return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
