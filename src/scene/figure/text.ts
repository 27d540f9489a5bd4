import { directionOf } from "../../i18n/direction.ts";
import type { Look, Run, Script, TextMark } from "../scene.ts";

/**
 * Widths of the characters from space to `~` in thousandths of an em: those of Helvetica, which Arial,
 * Liberation Sans and Nimbus Sans share. One table of our own measures all text, so that every output is the same.
 */
const REGULAR = table(
	"278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584",
);
const BOLD = table(
	"278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584",
);
const OTHERS: Readonly<Record<string, number>> = {
	"‘": 222,
	"’": 222,
	"“": 333,
	"”": 333,
	"–": 556,
	"·": 278,
	"…": 1000,
	"—": 1000,
	ı: 278,
	ø: 611,
	æ: 889,
	ß: 611,
};
const FIRST = 32;
const UNKNOWN = 600;

const HAN = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
/** Punctuation that both scripts have; it goes with the one before it. */
const SHARED = /[“”‘’…—·]/;
/** May not start a line, and may not end one. */
const CLOSING = /[，。：；、！？）》”’·…—,.:;!?)%]/;
const OPENING = /[（《“‘(]/;

/** How text is set. */
export interface Type {
	readonly look: Look;
	/** Height of the type in pixels. */
	readonly size: number;
	readonly bold?: true;
	readonly anchor?: "middle" | "end";
	/** In a language from right to left; without an anchor its right end is where it starts. */
	readonly leftward?: boolean;
}

/** Cuts text into runs of one script each. */
export function runsOf(text: string): Run[] {
	const runs: { script: Script; text: string }[] = [];
	const withHan = HAN.test(text);
	for (const character of text) {
		const last = runs.at(-1);
		const script: Script = HAN.test(character)
			? "han"
			: withHan && SHARED.test(character)
				? (last?.script ?? "han")
				: "latin";
		if (last?.script === script) last.text += character;
		else runs.push({ script, text: character });
	}
	return runs;
}

/**
 * How wide text is set in one line.
 *
 * @param size height of the type in pixels
 * @returns pixels
 */
export function widthOf(text: string, size: number, bold = false): number {
	return (widthsOf(text, bold).at(-1) ?? 0) * size;
}

/** Where each character ends, in ems from the start of the text. */
function widthsOf(text: string, bold: boolean): number[] {
	let width = 0;
	return runsOf(text).flatMap(({ script, text: run }) =>
		[...run].map((character) => {
			width += script === "han" ? 1 : widthOfLatin(character, bold) / 1000;
			return width;
		}),
	);
}

function widthOfLatin(character: string, bold: boolean): number {
	const widths = bold ? BOLD : REGULAR;
	return (
		widths[(character.codePointAt(0) ?? 0) - FIRST] ??
		OTHERS[character] ??
		widths[(character.normalize("NFD").codePointAt(0) ?? 0) - FIRST] ??
		UNKNOWN
	);
}

/**
 * Breaks text into lines: between words, between Chinese characters, never before a closing or after an
 * opening mark.
 *
 * @param width that a line may have, in pixels
 * @param size height of the type in pixels
 */
export function wrap(
	text: string,
	width: number,
	size: number,
	bold = false,
): string[] {
	const characters = [...text];
	const ends = widthsOf(text, bold);
	const most = width / size;
	const lines: string[] = [];
	let start = 0;
	let last = 0;
	const end = (from: number, to: number) => {
		lines.push(characters.slice(from, to).join("").trim());
		start = to;
	};
	for (let i = 1; i <= characters.length; i++) {
		if (i < characters.length && !mayBreak(characters, i)) continue;
		const visible = characters[i - 1] === " " ? i - 1 : i;
		const length = (ends[visible - 1] ?? 0) - (ends[start - 1] ?? 0);
		if (length > most && last > start) end(start, last);
		last = i;
	}
	if (start < characters.length) end(start, characters.length);
	return lines;
}

/** The same for a paragraph, whose last line isn't a mere rest: the others give it some of their words. */
export function paragraph(text: string, width: number, size: number): string[] {
	const lines = wrap(text, width, size);
	if (lines.length < 2) return lines;
	const enough = (tried: readonly string[]) =>
		widthOf(tried.at(-1) ?? "", size) >= width / 8;
	for (let narrower = width; narrower > width * 0.75; narrower -= size) {
		const tried = wrap(text, narrower, size);
		if (tried.length > lines.length) break;
		if (enough(tried)) return tried;
	}
	return lines;
}

/** Whether a line may end before a character. */
function mayBreak(characters: readonly string[], at: number): boolean {
	const before = characters[at - 1] ?? "";
	const after = characters[at] ?? "";
	return (
		after !== " " &&
		(before === " " || HAN.test(before) || HAN.test(after)) &&
		!CLOSING.test(after) &&
		!OPENING.test(before)
	);
}

/** A line of text as a mark. */
export function textAt(
	x: number,
	y: number,
	text: string,
	{ leftward = false, ...type }: Type,
): TextMark {
	return {
		kind: "text",
		...type,
		// Not by `direction`, which resvg and drawing programs pass over: an embedding is a part of the text.
		...(leftward && type.anchor !== "middle" && { anchor: "end" as const }),
		x: tenth(x),
		y: tenth(y),
		runs: runsOf(leftward ? `\u202b${text}\u202c` : text),
	};
}

/** Whether a map is in a language from right to left. */
export function isLeftward({ lang }: { readonly lang: string }): boolean {
	return directionOf(lang) === "rtl";
}

export function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}

function table(widths: string): readonly number[] {
	return widths.split(" ").map(Number);
}
