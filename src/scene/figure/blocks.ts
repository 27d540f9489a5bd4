import { dots, hatch } from "../../geo/rings.ts";
import { WIDTH } from "../../geo/size.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import { denialOf, embargoesIn, reliefIn } from "../../model/marks.ts";
import { MARKER } from "../markers.ts";
import type { Layer, Mark, RectMark } from "../scene.ts";
import { MARGIN } from "./layouts.ts";
import { DISPUTED, EMBARGO, patternOf } from "./map.ts";
import type { FigureData, FigureState } from "./state.ts";
import {
	isLeftward,
	paragraph,
	type Type,
	tenth,
	textAt,
	widthOf,
	wrap,
} from "./text.ts";

/** A layer of text above or below the map. */
export interface Block {
	readonly layer: Layer;
	/** In pixels. */
	readonly height: number;
}

const INNER = WIDTH - 2 * MARGIN;

/**
 * Where something starts on the page, in pixels from its left: mirrored in a language from right to left.
 *
 * @param x how far from the side where lines begin
 * @param width of a thing that is drawn from its left side on; 0 of a text
 */
function across(leftward: boolean, x: number, width = 0): number {
	return leftward ? WIDTH - x - width : x;
}

/**
 * The title, and under it which round is shown.
 *
 * @param top where the block starts, in pixels below the map's top
 * @param scale of the type
 */
export function titleBlock(
	{ core, texts }: FigureData,
	state: FigureState,
	top: number,
	scale: number,
): Block {
	const strings = figureStringsFor(core);
	const leftward = isLeftward(core);
	const title: Type = {
		look: "title",
		size: 22 * scale,
		bold: true,
		leftward,
	};
	const below: Type = { look: "text", size: 13 * scale, leftward };
	const start = across(leftward, MARGIN);
	const marks: Mark[] = [];
	let y = top;
	for (const line of balanced(texts.title, title.size)) {
		marks.push(textAt(start, y + title.size * 0.95, line, title));
		y += title.size * 1.2;
	}
	y += 0.2 * below.size;
	for (const line of wrap(roundOf(core, state.round), INNER, below.size)) {
		marks.push(textAt(start, y + below.size, line, below));
		y += below.size * 1.4;
	}
	return {
		layer: { name: "title", title: strings.layers.title, marks },
		height: y - top,
	};
}

/** A title in as few lines as can be, of nearly the same length. */
function balanced(text: string, size: number): string[] {
	const count = wrap(text, INNER, size, true).length;
	let width = widthOf(text, size, true) / count;
	for (; ; width += size / 2) {
		const lines = wrap(text, Math.min(width, INNER), size, true);
		if (lines.length === count) return lines;
	}
}

/** "13 January 2025: The whole world, in three tiers" */
export function roundOf(core: FigureData["core"], id: string): string {
	const strings = figureStringsFor(core);
	const title = core.rounds.find((round) => round.id === id)?.title ?? "";
	return strings.titled(strings.day(id), title);
}

/** A sign of the map with what it means. */
interface Entry {
	readonly label: string;
	/** How many there are, or nothing. */
	readonly number: string;
	/** In pixels. */
	readonly width: number;
	readonly draw: (x: number, y: number) => readonly Mark[];
}

/**
 * The tiers with their colours and counts, and what the other signs mean.
 *
 * @param all whether those signs are wanted
 */
export function legendBlock(
	data: FigureData,
	state: FigureState,
	top: number,
	scale: number,
	all = true,
): Block {
	const leftward = isLeftward(data.core);
	const name: Type = { look: "text", size: 12 * scale, leftward };
	const count: Type = { look: "note", size: 12 * scale, leftward };
	const swatch = { width: 24 * scale, height: 14 * scale };
	const row = 22 * scale;
	const indent = swatch.width + 0.6 * name.size;
	const signs = [
		...tiers(data, state, swatch),
		...marksOf(data, state, swatch),
		...(all ? others(data, swatch, scale) : []),
	];
	const entries = signs.map((sign) => ({
		...sign,
		width:
			indent +
			widthOf(sign.label, name.size) +
			(sign.number ? 0.4 * name.size + widthOf(sign.number, count.size) : 0),
	}));
	const starts = columnsOf(
		entries.map(({ width }) => width),
		1.6 * name.size,
	);
	const marks = entries.flatMap(({ label, number, draw }, i): Mark[] => {
		const x = MARGIN + (starts[i % starts.length] ?? 0);
		const y = top + row * Math.floor(i / starts.length);
		const base = y + row / 2 + name.size * 0.36;
		const after = x + indent + widthOf(label, name.size) + 0.4 * name.size;
		return [
			...draw(across(leftward, x, swatch.width), y + (row - swatch.height) / 2),
			textAt(across(leftward, x + indent), base, label, name),
			...(number ? [textAt(across(leftward, after), base, number, count)] : []),
		];
	});
	return {
		layer: {
			name: "legend",
			title: figureStringsFor(data.core).layers.legend,
			marks,
		},
		height: row * Math.ceil(entries.length / starts.length),
	};
}

/** Where columns start, as many as there is room for, each as wide as its widest entry. In pixels. */
function columnsOf(widths: readonly number[], gap: number): number[] {
	for (let count = widths.length; count > 1; count--) {
		const columns = Array.from({ length: count }, (_, column) =>
			Math.max(...widths.filter((_, i) => i % count === column)),
		);
		let x = 0;
		const starts = columns.map((width) => {
			const start = x;
			x += width + gap;
			return start;
		});
		if (x - gap <= INNER) return starts;
	}
	return [0];
}

interface Size {
	readonly width: number;
	readonly height: number;
}

function tiers(
	{ core }: FigureData,
	{ levels, tier: only }: FigureState,
	size: Size,
): Omit<Entry, "width">[] {
	return core.tiers.flatMap((tier) => {
		const { id, name: label, hatched } = tier;
		const number = [...levels.values()].filter((level) => level === id);
		if (!number.length) return [];
		const dim = only && only !== id ? { dim: true as const } : {};
		const draw = (x: number, y: number): Mark[] => [
			{ ...swatchAt(x, y, size), tier: id, ...dim },
			...(hatched
				? [
						{
							kind: "path" as const,
							look: "issuer-hatch" as const,
							tier: id,
							...dim,
							d: patternOf(tier, outline(x, y, size)),
						},
					]
				: []),
		];
		return [{ label, number: String(number.length), draw }];
	});
}

/** The marks that places carry beside their level, where the round has any. */
function marksOf(
	{ core }: FigureData,
	{ round }: FigureState,
	size: Size,
): Omit<Entry, "width">[] {
	const { embargo, relief } = figureStringsFor(core);
	const denial = denialOf(core.tiers);
	const [embargoed, relieved] = [
		embargoesIn(core, round).size,
		reliefIn(core, round).size,
	];
	const entry = (
		label: string,
		count: number,
		draw: Entry["draw"],
	): Omit<Entry, "width">[] =>
		count ? [{ label, number: String(count), draw }] : [];
	return [
		...entry(embargo, embargoed, (x, y) => {
			const tier = denial && { tier: denial.id };
			const d = dots(outline(x, y, size), ...EMBARGO);
			return [
				{ ...swatchAt(x, y, size), ...tier },
				{ kind: "path", look: "embargo", ...tier, d },
			];
		}),
		...entry(relief, relieved, (x, y) => {
			const d = outline(x, y, size);
			return [
				{ kind: "path", look: "relief-halo", d },
				{ kind: "path", look: "relief", d },
			];
		}),
	];
}

function others(
	{ core }: FigureData,
	size: Size,
	scale: number,
): Omit<Entry, "width">[] {
	const { disputed, smallPlaces } = figureStringsFor(core);
	return [
		{
			label: disputed,
			number: "",
			draw: (x, y) => [
				swatchAt(x, y, size),
				{
					kind: "path",
					look: "swatch-hatch",
					d: hatch(outline(x, y, size), ...DISPUTED),
				},
			],
		},
		{
			label: smallPlaces,
			number: "",
			draw: (x, y) => [
				{
					kind: "circle",
					look: "marker",
					x: tenth(x + size.width / 2),
					y: tenth(y + size.height / 2),
					r: tenth(MARKER * scale),
					dx: 0,
					dy: 0,
				},
			],
		},
	];
}

function swatchAt(x: number, y: number, { width, height }: Size): RectMark {
	return {
		kind: "rect",
		look: "swatch",
		x: tenth(x),
		y: tenth(y),
		width: tenth(width),
		height: tenth(height),
	};
}

function outline(x: number, y: number, { width, height }: Size): string {
	return `M${x} ${y}l${width} 0 0 ${height} ${-width} 0z`;
}

/** Sources, the rule's status, the note on boundaries, the credit and the version of the data. */
export function creditBlock(
	data: FigureData,
	state: FigureState,
	top: number,
	scale: number,
): Block {
	const leftward = isLeftward(data.core);
	const type: Type = { look: "note", size: 9 * scale, leftward };
	const marks: Mark[] = [
		{
			kind: "path",
			look: "rule",
			d: `M${MARGIN} ${tenth(top)}h${INNER}`,
		},
	];
	let y = top + 6 * scale;
	for (const note of notes(data, state))
		for (const line of paragraph(note, INNER, type.size)) {
			marks.push(textAt(across(leftward, MARGIN), y + type.size, line, type));
			y += type.size * 1.4;
		}
	return {
		layer: {
			name: "credit",
			title: figureStringsFor(data.core).layers.credit,
			marks,
		},
		height: y - top,
	};
}

/** What is printed below the map, a paragraph each. */
export function notes(
	{ core, texts }: FigureData,
	{ round }: FigureState,
): string[] {
	const strings = figureStringsFor(core);
	const sources = texts.sources[round] ?? [];
	return [
		...(sources.length ? [strings.sources(sources)] : []),
		`${strings.statusOf(strings.day(core.round))}${strings.gap}${texts.status}`,
		texts.boundaries,
		[
			texts.credit,
			...(core.approval ? [strings.approval(core.approval)] : []),
			strings.version(strings.day(core.version)),
		].join(strings.gap),
	];
}
