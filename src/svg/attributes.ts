import { widthOf } from "../scene/figure/text.ts";
import type { CircleMark, Mark, Script, TextMark } from "../scene/scene.ts";
import type { Paint } from "./paint.ts";

export type Attributes = Readonly<Record<string, string | number>>;

export interface SvgElement {
	readonly name: string;
	/** In a fixed order. */
	readonly attributes: Attributes;
	readonly children?: readonly (string | SvgElement)[];
}

/** How marks say what they look like: by classes that a style sheet paints, or by attributes. */
export type Style = "live" | PaintedStyle | ClassStyle;

/** Presentation attributes, and the mark's id. */
export interface PaintedStyle {
	readonly kind: "painted";
	readonly paint: (mark: Mark) => Paint;
	/** For drawing programs: texts have ids too, a mark has a name that Inkscape shows, every run of text a place. */
	readonly forDrawing: boolean;
}

/** The classes of Wikimedia's blank world maps. */
export interface ClassStyle {
	readonly kind: "classes";
	/** Class and id of a mark; null for what those maps don't have. */
	readonly attributes: (mark: Mark) => Attributes | null;
}

/** Fonts that are there on the usual systems, by script. Neither quotes nor spaces: resvg takes them for a part of the name. */
export const FONTS: Readonly<Record<Script, string>> = {
	latin: "Helvetica,Arial,Liberation Sans,sans-serif",
	han: "PingFang SC,Microsoft YaHei,Noto Sans CJK SC,Source Han Sans SC,sans-serif",
};

/**
 * What a mark is in SVG: the element's name and its attributes, in a fixed order.
 * The one emitter: the live map and every export take their markup from here.
 *
 * @returns null for a mark that the style leaves out
 */
export function element(mark: Mark, style: Style): SvgElement | null {
	if (style === "live")
		return {
			name: mark.kind,
			attributes: {
				class: mark.look,
				...(mark.place && { "data-place": mark.place }),
				...(mark.tier && { "data-tier": mark.tier }),
				...(mark.embargo && { "data-embargo": mark.embargo }),
				...geometry(mark),
			},
			...children(mark, false),
		};
	const attributes =
		style.kind === "classes"
			? style.attributes(mark)
			: {
					...((style.forDrawing || mark.kind !== "text") && identity(mark)),
					...(style.forDrawing &&
						mark.title && { "inkscape:label": mark.title }),
					...style.paint(mark),
				};
	return (
		attributes && {
			name: mark.kind,
			attributes: { ...attributes, ...geometry(drawn(mark)) },
			...children(mark, style.kind === "painted" && style.forDrawing),
		}
	);
}

/** A marker where it is drawn; only the live map tells its true position too. */
function drawn(mark: Mark): Mark {
	if (mark.kind !== "circle") return mark;
	const { x, y, dx, dy } = mark;
	return { ...mark, x: rounded(x + dx), y: rounded(y + dy), dx: 0, dy: 0 };
}

function identity({ id, place }: Mark): Attributes {
	const name = id ?? place;
	return name ? { id: name } : {};
}

function geometry(mark: Mark): Attributes {
	switch (mark.kind) {
		case "path":
			return { d: mark.d };
		case "circle":
			return { cx: mark.x, cy: mark.y, r: mark.r, ...shift(mark) };
		case "rect":
			return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
		case "text":
			return {
				"font-family": FONTS[mark.runs[0]?.script ?? "latin"],
				"font-size": rounded(mark.size),
				...(mark.bold && { "font-weight": 700 }),
				...(mark.anchor && { "text-anchor": mark.anchor }),
				x: rounded(mark.x),
				y: rounded(mark.y),
			};
	}
}

function shift({ dx, dy }: CircleMark): Attributes {
	return dx || dy ? { transform: `translate(${dx} ${dy})` } : {};
}

function children(mark: Mark, placed: boolean): Pick<SvgElement, "children"> {
	if (mark.kind !== "text") return {};
	return {
		children: placed && !mark.anchor ? placedRuns(mark) : runs(mark),
	};
}

/**
 * The same with a place for every run but the first: a program that lacks a font moves nothing else, and
 * resvg takes a font for each run rather than one for the line.
 */
function placedRuns(mark: TextMark): (string | SvgElement)[] {
	let x = mark.x;
	return runs(mark, true).map((run, i) => {
		const at = x;
		x += widthOf(mark.runs[i]?.text ?? "", mark.size, mark.bold);
		return i === 0 || typeof run === "string"
			? run
			: { ...run, attributes: { ...run.attributes, x: rounded(at) } };
	});
}

/** The text itself; each run that is in another script than the first has a font of its own. */
function runs({ runs }: TextMark, placed = false): (string | SvgElement)[] {
	const first = runs[0]?.script;
	return runs.map(({ script, text }, i) =>
		i === 0 || (script === first && !placed)
			? text
			: {
					name: "tspan",
					attributes: { "font-family": FONTS[script] },
					children: [text],
				},
	);
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
