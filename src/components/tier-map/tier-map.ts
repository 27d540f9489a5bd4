import { version } from "virtual:tier-map/builtin";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { Neighbours } from "../../geo/neighbours.ts";
import { directionOf } from "../../i18n/direction.ts";
import { type Failures, failures } from "../../i18n/failures.ts";
import { inLanguage, languageOf } from "../../i18n/languages.ts";
import { loadMapStrings, stringsOf, withGiven } from "../../i18n/load.ts";
import type { MapStrings } from "../../i18n/map-strings.ts";
import type { Strings } from "../../i18n/strings.ts";
import type { Argument, Core } from "../../model/edition.ts";
import { levelsIn, namedIn } from "../../model/levels.ts";
import { roundNamed } from "../../model/round.ts";
import type { TierId } from "../../model/types.ts";
import type { FigureOptions } from "../../svg/options.ts";
import { defineLater } from "../define-later.ts";
import type { Saving } from "../export/export-menu.ts";
import type { Shown } from "../export/figure.ts";
import { idle } from "../idle.ts";
import { lateIn } from "../late.ts";
import { inOwnRem } from "../own-rem.ts";
import type { Missing } from "../panel/missing.ts";
import type { TierMapPanel } from "../panel/panel.ts";
import type { Part } from "../part.ts";
import type { TierMapPicture } from "../picture/picture.ts";
import { followScheme } from "../scheme.ts";
import { dress, redress } from "../sheets.ts";
import { summary } from "../summary.ts";
import type { warnOfContrast } from "./contrast.ts";
import {
	type ChangeDetail,
	type ErrorDetail,
	type LoadDetail,
	type Request,
	RequestEvent,
	type SelectDetail,
} from "./events.ts";
import { inheritedLanguage } from "./language.ts";
import { builtIn, type Source, SourceError, sourceAt } from "./source.ts";
import { type Pick, pick, reduce, type View } from "./state.ts";
import { styles } from "./styles.ts";
import { tierStyles } from "./tier-styles.ts";
import { warn } from "./warnings.ts";

/**
 * A world map that colours every place by its tier under a rule, and sets out beside it what an argument
 * says of the place picked.
 *
 * @slot - What is shown until the map is there, and where it can't be.
 * @attr {string} lang - BCP 47; `zh*` gives Chinese, else English. By default the nearest ancestor's.
 * @fires {CustomEvent<SelectDetail>} tier-map-select - The reader picked a place or region, or nothing.
 * @fires {CustomEvent<ChangeDetail>} tier-map-change - The reader changed the tier, the round or the view.
 * @fires {CustomEvent<LoadDetail>} tier-map-load - The map is drawn.
 * @fires {CustomEvent<ErrorDetail>} tier-map-error - The map could not be loaded, with every problem.
 * @csspart map - The picture.
 * @csspart toolbar - What is above the map: the switch between map and table.
 * @csspart table - All places as a table, instead of the picture.
 * @csspart legend - The tiers with their colours and counts.
 * @csspart rounds - The rounds of control, with the chart of their reach.
 * @csspart search - The field that finds a place or region, with the list of what it found.
 * @csspart panel - The argument for what is picked.
 * @cssproperty --tier-map-tier-ID - Fill of a tier, by its id in the data.
 * @cssproperty --tier-map-ocean - Fill of the sea.
 * @cssproperty --tier-map-border - Lines between places.
 * @cssproperty --tier-map-text - Text.
 * @cssproperty --tier-map-surface - Ground of the panel's boxes and of the tooltip.
 * @cssproperty --tier-map-accent - Links, the selection, the focus.
 * @cssproperty --tier-map-font - Font family; the host page's by default.
 * @cssproperty --tier-map-size - Size of the text, from which all other sizes follow; 16px by default.
 */
export class TierMap extends LitElement {
	/** Of the program; the data has its own. */
	static readonly version = version;

	static override properties = {
		selected: { reflect: true },
		tier: {},
		round: {},
		view: {},
		panel: {},
		theme: {},
		center: { converter: longitude },
		src: {},
		core: { state: true },
		argument: { state: true },
		picture: { state: true },
		failed: { state: true },
		said: { state: true },
	};

	/** Id of the place or region picked. */
	declare selected: string | null;
	/** Id of the one tier at full strength. */
	declare tier: string | null;
	/** Id of the round shown. */
	declare round: string | null;
	/** Which is shown, the map or the table of all places. */
	declare view: View;
	/** Where the argument stands: `auto` beside the map where there is room, else below it. */
	declare panel: "auto" | "side" | "below" | "none";
	/** Colours; `auto` follows the page's `color-scheme`. */
	declare theme: "auto" | "light" | "dark";
	/** Longitude in degrees at the middle of the map. */
	declare center: number | null;
	/** URL of a data bundle to use instead of the built-in one. */
	declare src: string | null;
	declare protected core: Core | null;
	declare protected argument: Argument | null;
	declare protected picture: string | SVGSVGElement | null;
	/** The string that says what could not be loaded. */
	declare protected failed: "failed" | "incomplete" | null;
	/** What a screen reader is told of the last change. */
	declare protected said: string;

	/** Resolves when the map is drawn for the first time. */
	readonly ready: Promise<void>;
	#resolveReady: () => void = () => {};
	/** What has been asked for last. */
	#asked = "";
	/** What is being loaded; it ends with another question, and with the element's life. */
	#loading: AbortController | null = null;
	/** Whether what has been loaded last is drawn. */
	#stands = false;
	/** What could not be drawn of it. */
	#fault: unknown = null;
	/** Shows what stands in the page until the map is drawn; it owes nothing to what may fail. */
	readonly #slot = document.createElement("slot");
	/** Comes with the parts that come later. */
	#warnOfContrast: typeof warnOfContrast | undefined;
	/** Where what is shown came from. */
	#source: Source = builtIn;
	/** What the map says, and what the whole interface says once that has come. */
	#strings: MapStrings | null = null;
	#spoken: Strings | null = null;
	/** The meridian asked for that the picture shown is about; null for the language's own. */
	#center: number | null = null;
	readonly #saving: Saving = {
		map: this,
		say: (text) => {
			this.said = text;
		},
	};
	readonly #views = new Map<string, Element>();
	#levels: ReadonlyMap<string, TierId> = new Map();
	/** Pictures that stood in the page, by language. */
	readonly #stood = new Map<string, SVGSVGElement>();
	/** The round shown: the one asked for, if there is such a one. */
	#round = "";
	/** The core as the round shown names its levels. */
	#named: Core | null = null;
	#picked: Pick | null = null;
	#languageObserver: MutationObserver | undefined;

	constructor() {
		super();
		this.selected = null;
		this.tier = null;
		this.round = null;
		this.view = "map";
		this.panel = "auto";
		this.theme = "auto";
		this.center = null;
		this.src = null;
		this.core = null;
		this.argument = null;
		this.picture = null;
		this.failed = null;
		this.said = "";
		this.ready = new Promise((resolve) => {
			this.#resolveReady = resolve;
		});
	}

	/** Picks a place (alpha-3 or alpha-2) or a region by its id; an unknown one is said to be so. */
	select(id: string): void {
		this.selected = id;
	}

	/** Picks nothing. */
	clear(): void {
		this.selected = null;
	}

	/**
	 * The map as the text of an SVG file: what the reader sees, where the options don't say otherwise.
	 *
	 * @throws {TypeError} that names what is allowed, where an option isn't
	 */
	async toSVG(options: FigureOptions = {}): Promise<string> {
		const shown = this.#shown();
		const { svgOf } = await import("../export/figure.ts");
		return svgOf(this, shown, options);
	}

	/**
	 * Saves the map as a file.
	 *
	 * @param scale pixels of a PNG per pixel of the SVG
	 * @returns the file's name
	 */
	async download(format: "svg" | "png", scale = 1): Promise<string> {
		const shown = this.#shown();
		const { download } = await import("../export/figure.ts");
		return download(this, shown, format, scale);
	}

	/** What the reader sees, for the pictures made of it. */
	#shown(): Shown {
		return {
			source: this.#source,
			core: this.core,
			round: this.#round,
			picked: this.#picked,
		};
	}

	protected override createRenderRoot(): HTMLElement | DocumentFragment {
		const root = super.createRenderRoot();
		if (root instanceof ShadowRoot) dress(root, inOwnRem(styles));
		root.append(this.#slot);
		root.addEventListener(RequestEvent.type, (event) => {
			if (event instanceof RequestEvent) this.#answer(event.request);
		});
		return root;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#languageObserver = new MutationObserver(() => this.requestUpdate());
		this.#languageObserver.observe(this.ownerDocument, {
			attributeFilter: ["lang"],
			subtree: true,
		});
		this.#languageObserver.observe(this, { attributeFilter: ["lang"] });
		// An element moved under another language has no attribute changed.
		this.requestUpdate();
	}

	/** Style sheets hold in one document only. */
	adoptedCallback(): void {
		if (this.renderRoot instanceof ShadowRoot) redress(this.renderRoot);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#languageObserver?.disconnect();
		removeEventListener("online", this.#retry);
		// What is moved is back by then, and goes on.
		queueMicrotask(() => {
			if (!this.isConnected) this.#leave();
		});
	}

	/** Ends what is under way; the element asks anew when it is put in again. */
	#leave(): void {
		if (this.#loading || this.failed) this.#asked = "";
		this.#loading?.abort();
		this.#loading = null;
	}

	protected override willUpdate(changed: PropertyValues): void {
		const tag = inheritedLanguage(this).toLowerCase();
		const asked = JSON.stringify([tag, this.center, this.src]);
		if (asked !== this.#asked && this.isConnected) {
			this.#asked = asked;
			this.#loading?.abort();
			const loading = new AbortController();
			this.#loading = loading;
			void this.#load(tag, this.center, this.src, loading.signal).then(() => {
				if (this.#loading === loading) this.#loading = null;
			});
		}
		const { core } = this;
		if (!core) return;
		this.round ??= core.round;
		if (changed.has("core") || changed.has("round")) {
			const known = roundNamed(core, this.round);
			// One that goes by a former id gets its own.
			if (known) this.round = known.id;
			this.#round = known?.id ?? core.round;
			this.#levels = levelsIn(core, this.#round);
			this.#named = namedIn(core, this.#round);
		}
		if (changed.has("core") || changed.has("selected"))
			this.#picked = this.selected ? pick(core, this.selected) : null;
		if (this.#picked) this.selected = this.#picked.id;
	}

	async #load(
		tag: string,
		center: number | null,
		src: string | null,
		signal: AbortSignal,
	) {
		this.failed = null;
		this.#fault = null;
		let without: "failed" | "incomplete" = "failed";
		removeEventListener("online", this.#retry);
		try {
			const source = src ? await sourceAt(src, signal) : builtIn;
			const lang = languageOf(tag, source.languages);
			const own = source.world ? center : null;
			const stood = this.#standing(lang);
			const standing = source === builtIn && own === null ? stood : null;
			const [loaded, drawn, said] = await Promise.all([
				source.core[lang]?.(),
				own === null ? (standing ?? source.picture[lang]?.()) : null,
				loadMapStrings(lang),
			]);
			const core = loaded?.default;
			if (!core) throw new Error(`no data in ${lang}`);
			const picture =
				own !== null
					? await (await import("./draw-map.ts")).drawAbout(source, core, own)
					: drawn instanceof SVGSVGElement
						? drawn
						: drawn?.default;
			const [strings, spoken] = await Promise.all([
				withGiven(said, core),
				this.#spoken && stringsOf(core),
			]);
			if (signal.aborted) return;
			this.#strings = strings;
			this.#spoken = spoken;
			if (source !== this.#source || this.argument?.lang !== lang)
				this.argument = null;
			// Other data has another default round.
			if (source !== this.#source && this.round === this.core?.round)
				this.round = null;
			const isFirst = !this.core;
			const held = isFirst ? this.offsetHeight : 0;
			const isNew = !this.#stands || core !== this.core || own !== this.#center;
			this.#stands = false;
			this.#source = source;
			this.#center = own;
			this.core = core;
			if (isNew) this.picture = picture ?? null;
			await this.#drawn();
			if (signal.aborted) return;
			this.#stands = true;
			// Whichever wasn't taken over has done its work.
			for (const svg of this.#stood.values())
				if (this.contains(svg)) svg.remove();
			this.#hold(held);
			this.#resolveReady();
			without = "incomplete";
			// On a retry the map is already drawn: `tier-map-load` isn’t fired again.
			if (isNew)
				this.#fire<LoadDetail>("tier-map-load", {
					version: core.version,
					bundle: source.bundle,
				});
			// Until the map is painted the rest would only hold it up, unless it is what the reader came for.
			if (isFirst && !this.selected) await idle();
			if (signal.aborted) return;
			// Whichever comes is shown, whatever becomes of the other.
			const show = (piece: () => void) => {
				if (!signal.aborted) piece();
			};
			const parts = await Promise.allSettled([
				source.argument[lang]?.().then((argument) =>
					show(() => {
						this.argument = argument.default;
					}),
				),
				Promise.all([spoken ?? stringsOf(core), defineLater()]).then(
					([all, later]) =>
						show(() => {
							this.#spoken = all;
							this.#warnOfContrast = later.warnOfContrast;
							this.requestUpdate();
						}),
				),
			]);
			for (const part of parts)
				if (part.status === "rejected") throw part.reason;
			await this.updateComplete;
			this.#hold(0);
		} catch (error) {
			if (signal.aborted) return;
			this.#fail(without, error);
		}
	}

	/**
	 * Resolves when the map is drawn.
	 *
	 * @throws what kept it from being so
	 */
	async #drawn(): Promise<void> {
		await this.updateComplete;
		const parts = this.renderRoot.querySelectorAll<Part>(
			"tier-map-legend, tier-map-picture",
		);
		for (const part of parts) await part.updateComplete;
		if (this.#fault !== null) throw this.#fault;
	}

	/** Says what is missing: to the reader, to whoever made the page, and to the page. */
	#fail(failed: "failed" | "incomplete", error: unknown): void {
		this.failed = failed;
		if (failed === "failed" && this.#fault !== null) this.#giveBack();
		this.#hold(0);
		// What can't be drawn won't be drawn for being loaded again.
		if (this.#fault === null)
			addEventListener("online", this.#retry, { once: true });
		const asked = this.#asked;
		lateIn(error)?.then(
			() => {
				if (asked === this.#asked && this.failed) this.#retry();
			},
			() => {},
		);
		const problems =
			error instanceof SourceError
				? error.problems
				: [{ path: this.src ?? "built-in", message: String(error) }];
		warn(
			`${failed === "failed" ? "the map" : "part of the map"} could not be ${this.#fault === null ? "loaded" : "drawn"}.`,
			problems,
		);
		this.#fire<ErrorDetail>("tier-map-error", { problems });
	}

	/** Shows again what stood in the page, with the picture that was taken over. */
	#giveBack(): void {
		this.core = null;
		for (const svg of this.#stood.values())
			if (svg === this.picture) this.prepend(svg);
		this.picture = null;
		this.#views.clear();
	}

	/** A fault before the map stands is told once all have tried; a later one at once, and once. */
	#broke(error: unknown): void {
		const isFirst = this.#fault === null;
		this.#fault ??= error;
		if (isFirst && this.#stands) this.#fail("incomplete", error);
	}

	/** A map that can't be drawn throws nothing at the page. */
	protected override performUpdate(): void {
		try {
			super.performUpdate();
		} catch (error) {
			this.#broke(error);
		}
	}

	/** Keeps the fallback's height, in pixels, until the panel is there, so that what follows in the page moves at most once. */
	#hold(height: number): void {
		const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
		if (frame && this.panel !== "none")
			frame.style.minBlockSize = height ? `${height}px` : "";
	}

	/** The picture that stands, or stood, in the page, made by the same build. */
	#standing(lang: string): SVGSVGElement | undefined {
		for (const svg of this.querySelectorAll<SVGSVGElement>("svg[data-picture]"))
			this.#stood.set(svg.dataset.picture ?? "", svg);
		return this.#stood.get(lang);
	}

	/** Finer outlines for the picture shown; none about a meridian of one's own. */
	readonly #fine = async (): Promise<Readonly<Record<string, string>>> => {
		if (this.#center !== null) return {};
		const { fine } = this.#source;
		return (await fine[this.core?.lang ?? ""]?.())?.default ?? {};
	};

	/** Where the arrow keys lead on the picture shown. */
	readonly #neighbours = async (): Promise<
		Readonly<Record<string, Neighbours>>
	> => {
		const { neighboursOn } = await import("./neighbours.ts");
		return neighboursOn(this.#source, this.core?.lang ?? "", this.#center);
	};

	#answer(request: Request): void {
		if (request.type === "broken") {
			this.#broke(request.error);
			return;
		}
		const { core } = this;
		const strings = this.#strings;
		if (!core || !strings) return;
		if (request.type === "focus") {
			(request.part === "panel" ? this.#panel : this.#mapOrTable)?.focus();
			return;
		}
		const before = this.selected;
		// Spreading an element would copy none of its properties: Lit's are accessors.
		const { selected, tier, round, view } = reduce(
			{
				selected: before,
				tier: this.tier,
				round: this.round,
				view: this.view,
			},
			request,
		);
		Object.assign(this, { selected, tier, round, view });
		if (request.type !== "select") {
			this.#fire<ChangeDetail>("tier-map-change", {
				tier,
				round: round === core.round ? null : round,
				view: view === "table" ? view : null,
			});
			return;
		}
		if (selected === before) return;
		// Whoever closes the panel gets back to where it was opened from.
		if (!selected && request.via !== "map") this.#mapOrTable?.focus();
		const picked = selected ? pick(core, selected) : null;
		const level = picked && this.#levels.get(picked.id);
		this.said = picked
			? strings.picked(
					picked.name,
					this.#named?.tiers.find(({ id }) => id === level)?.name,
				)
			: strings.nothingPicked;
		this.#fire<SelectDetail>("tier-map-select", {
			id: picked?.id ?? null,
			kind: picked?.kind ?? null,
			tier: level ?? null,
			via: request.via,
		});
	}

	#fire<T>(type: string, detail: T): void {
		this.dispatchEvent(
			new CustomEvent(type, { detail, bubbles: true, composed: true }),
		);
	}

	readonly #retry = (): void => {
		this.#asked = "";
		this.requestUpdate();
	};

	protected override updated(changed: PropertyValues): void {
		const { core, renderRoot } = this;
		this.#slot.hidden = Boolean(core && this.picture);
		if (!(renderRoot instanceof ShadowRoot)) return;
		followScheme(renderRoot, this.theme);
		if (!core) return;
		tierStyles(renderRoot, core.tiers);
		if (changed.has("theme") || changed.has("argument"))
			this.#warnOfContrast?.(this, renderRoot, core.tiers);
	}

	protected override render() {
		const { core, picture } = this;
		const strings = this.#strings;
		if (!core || !picture || !strings) {
			const words = inLanguage(
				failures,
				languageOf(inheritedLanguage(this), builtIn.languages),
			);
			return this.failed
				? html`<div class="frame" lang=${words.tag} dir="ltr" data-theme=${this.theme}>${this.#failure(words.failed, words)}</div>`
				: nothing;
		}
		const spoken = this.#spoken;
		const levels = this.#levels;
		const named = this.#named ?? core;
		const picked = this.#picked;
		const view: View = this.view === "table" ? "table" : "map";
		const tier = core.tiers.some(({ id }) => id === this.tier)
			? this.tier
			: null;
		return html`
			<div class="frame" data-theme=${this.theme}>
			<div class="room">
			<div class="layout" lang=${strings.tag} dir=${directionOf(strings.tag)} data-panel=${this.panel} @keydown=${this.#key}>
				<p class="hidden" role="status" .textContent=${this.said}></p>
				<div class="main">
					<div class="tools">
						${
							spoken
								? html`
									<tier-map-search
										part="search"
										.strings=${spoken}
										.core=${named}
										.levels=${levels}
										.picked=${picked}
										.loader=${this.#source.search[core.lang]}
									></tier-map-search>
									<tier-map-toolbar
										part="toolbar"
										.strings=${spoken}
										.view=${view}
										.canFit=${picked !== null}
										.picture=${this.#map}
										.saving=${this.#saving}
									></tier-map-toolbar>
								`
								: nothing
						}
					</div>
					<tier-map-legend
						part="legend"
						.strings=${strings}
						.core=${named}
						.levels=${levels}
						.round=${this.#round}
						.tier=${tier}
					></tier-map-legend>
					${
						view === "map"
							? this.#view("tier-map-picture", "map", {
									strings,
									summary:
										spoken && summary(named, levels, this.#round, spoken),
									core: named,
									markup: picture,
									levels,
									round: this.#round,
									tier,
									picked,
									neighbours: this.#neighbours,
									fine: this.#fine,
								})
							: spoken &&
								this.#view("tier-map-table", "table", {
									strings: spoken,
									core: named,
									argument: this.argument,
									levels,
									round: this.#round,
									tier,
									picked,
								})
					}
					${core.approval ? html`<p class="approval">${strings.approval(core.approval)}</p>` : nothing}
					${this.failed ? this.#failure(strings[this.failed], strings) : nothing}
				</div>
				${
					this.panel === "none"
						? nothing
						: html`
							<div class="panel">
								${
									spoken &&
									html`
										<tier-map-panel
											part="panel"
											.strings=${spoken}
											.core=${core}
											.argument=${this.argument}
											.picked=${picked}
											.round=${this.#round}
											.missing=${this.#missing(core)}
										></tier-map-panel>
									`
								}
							</div>
						`
				}
				${
					spoken &&
					html`
						<tier-map-rounds
							part="rounds"
							.strings=${spoken}
							.core=${core}
							.argument=${this.argument}
							.round=${this.#round}
						></tier-map-rounds>
					`
				}
			</div>
			</div>
			</div>
		`;
	}

	/** The map or the table with what it shows; whichever isn't shown stays as the reader left it. */
	#view(
		name: "tier-map-picture" | "tier-map-table",
		part: string,
		shown: Readonly<Record<string, unknown>>,
	): Element {
		let view = this.#views.get(name);
		if (!view) {
			view = document.createElement(name);
			view.setAttribute("part", part);
			this.#views.set(name, view);
		}
		return Object.assign(view, shown);
	}

	readonly #map = (): TierMapPicture | null =>
		this.renderRoot.querySelector("tier-map-picture");

	/** The map or the table, whichever is there. */
	get #mapOrTable(): HTMLElement | null {
		return this.#map() ?? this.renderRoot.querySelector("tier-map-table");
	}

	get #panel(): TierMapPanel | null {
		return this.renderRoot.querySelector("tier-map-panel");
	}

	/** Escape steps back from wherever the reader is; the map and the search have their own first steps. */
	#key(event: KeyboardEvent): void {
		if (event.key !== "Escape" || event.defaultPrevented || !this.selected)
			return;
		this.#answer({ type: "select", id: null, via: "keyboard" });
	}

	#failure(text: string, { retry }: Failures) {
		return html`
			<p class="failure" role="alert">
				${text}
				${
					this.#fault === null
						? html`<button type="button" @click=${this.#retry}>${retry}</button>`
						: nothing
				}
			</p>
		`;
	}

	/** What was asked for and isn't there. */
	#missing({ tiers, rounds }: Core): Missing {
		const { selected, tier, round } = this;
		return {
			place: this.#picked ? null : selected,
			tier: tiers.some(({ id }) => id === tier) ? null : tier,
			round: rounds.some(({ id }) => id === round) ? null : round,
		};
	}
}

/** What is no number asks for the language's own meridian. */
function longitude(value: string | null): number | null {
	return value?.trim() && Number.isFinite(Number(value)) ? Number(value) : null;
}

declare global {
	interface HTMLElementTagNameMap {
		"tier-map": TierMap;
	}
}
