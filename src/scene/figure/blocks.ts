import { hatch } from "../../geo/rings.ts";
import { WIDTH } from "../../geo/size.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import { MARKER } from "../markers.ts";
import type { Layer, Mark } from "../scene.ts";
import { MARGIN } from "./layouts.ts";
import { DISPUTED, patternOf } from "./map.ts";
import type { FigureData, FigureState } from "./state.ts";
import { type Type, textAt, widthOf, wrap } from "./text.ts";

/** A layer of text above or below the map. */
export interface Block {
	readonly layer: Layer;
	/** In pixels. */
	readonly height: number;
}

const INNER = WIDTH - 2 * MARGIN;

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
	const title: Type = { look: "title", size: 22 * scale, bold: true };
	const below: Type = { look: "text", size: 13 * scale };
	const marks: Mark[] = [];
	let y = top;
	for (const line of balanced(texts.title, title.size)) {
		marks.push(textAt(MARGIN, y + title.size * 0.95, line, title));
		y += title.size * 1.25;
	}
	for (const line of wrap(roundOf(core, state.round), INNER, below.size)) {
		marks.push(textAt(MARGIN, y + below.size, line, below));
		y += below.size * 1.4;
	}
	return {
		layer: { name: "title", title: strings.layers.title, marks },
		height: y - top,
	};
}

/** A title in as few lines as can be, of nearly the same length. */
function balanced(text: string, size: number): string[] {
	const lines = wrap(text, INNER, size, true);
	for (let width = INNER - size; width > INNER / 3; width -= size / 2) {
		const narrower = wrap(text, width, size, true);
		if (narrower.length > lines.length)
			return wrap(text, width + size / 2, size, true);
	}
	return lines;
}

/** "13 January 2025: The whole world, in three tiers" */
export function roundOf(core: FigureData["core"], id: string): string {
	const strings = figureStringsFor(core);
	const title = core.rounds.find((round) => round.id === id)?.title ?? "";
	return strings.titled(strings.day(id), title);
}

/**
 * The tiers with their colours and counts, and what the other signs mean.
 *
 * @param signs whether those signs are wanted
 */
export function legendBlock(
	{ core }: FigureData,
	{ levels, tier: only }: FigureState,
	top: number,
	scale: number,
	signs = true,
): Block {
	const strings = figureStringsFor(core);
	const name: Type = { look: "text", size: 12 * scale };
	const count: Type = { look: "note", size: 12 * scale };
	const swatch = { width: 24 * scale, height: 14 * scale };
	const row = 22 * scale;
	const marks: Mark[] = [];
	let x = MARGIN;
	let y = top;
	const entry = (
		label: string,
		number: string,
		draw: (x: number, y: number) => readonly Mark[],
	) => {
		const gap = number ? 0.4 * name.size : 0;
		const width =
			swatch.width +
			0.6 * name.size +
			widthOf(label, name.size) +
			gap +
			widthOf(number, count.size);
		if (x > MARGIN && x + width > WIDTH - MARGIN) {
			x = MARGIN;
			y += row;
		}
		const base = y + row / 2 + name.size * 0.36;
		const at = x + swatch.width + 0.6 * name.size;
		marks.push(...draw(x, y + (row - swatch.height) / 2));
		marks.push(textAt(at, base, label, name));
		if (number)
			marks.push(
				textAt(at + widthOf(label, name.size) + gap, base, number, count),
			);
		x += width + 1.6 * name.size;
	};
	const box = (x: number, y: number): Mark & { kind: "rect" } => ({
		kind: "rect",
		look: "swatch",
		x: round(x),
		y: round(y),
		width: round(swatch.width),
		height: round(swatch.height),
	});
	const outline = (x: number, y: number) =>
		`M${x} ${y}l${swatch.width} 0 0 ${swatch.height} ${-swatch.width} 0z`;
	for (const tier of core.tiers) {
		const number = [...levels.values()].filter((id) => id === tier.id).length;
		if (!number) continue;
		const dim = only && only !== tier.id ? { dim: true as const } : {};
		entry(tier.name, String(number), (x, y) => [
			{ ...box(x, y), tier: tier.id, ...dim },
			...(tier.hatched
				? [
						{
							kind: "path" as const,
							look: "issuer-hatch" as const,
							tier: tier.id,
							...dim,
							d: patternOf(tier, outline(x, y)),
						},
					]
				: []),
		]);
	}
	if (signs) {
		entry(strings.disputed, "", (x, y) => [
			box(x, y),
			{ kind: "path", look: "hatch", d: hatch(outline(x, y), ...DISPUTED) },
		]);
		entry(strings.smallPlaces, "", (x, y) => [
			{
				kind: "circle",
				look: "marker",
				x: round(x + swatch.width / 2),
				y: round(y + swatch.height / 2),
				r: round(MARKER * scale),
				dx: 0,
				dy: 0,
			},
		]);
	}
	return {
		layer: { name: "legend", title: strings.layers.legend, marks },
		height: y + row - top,
	};
}

/** Sources, the rule's status, the note on boundaries, the credit and the version of the data. */
export function creditBlock(
	data: FigureData,
	state: FigureState,
	top: number,
	scale: number,
): Block {
	const type: Type = { look: "note", size: 9 * scale };
	const marks: Mark[] = [
		{
			kind: "path",
			look: "rule",
			d: `M${MARGIN} ${round(top)}h${INNER}`,
		},
	];
	let y = top + 6 * scale;
	for (const note of notes(data, state))
		for (const line of wrap(note, INNER, type.size)) {
			marks.push(textAt(MARGIN, y + type.size, line, type));
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

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
