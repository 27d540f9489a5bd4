/** Finds places and regions by whatever a reader may call them, slips of the keyboard included. */

import type { Name, Names } from "./names.ts";

/** Something found, and the name by which it was. */
export interface Hit {
	readonly found: Names;
	/** The name that matched; the first one where a code did. */
	readonly name: Name;
}

/** Finds what a query may mean, the best first. */
export type Search = (query: string) => readonly Hit[];

/** Kinds of match, the best first. Slips are thought of only where no name begins with the query. */
const RANKS = [
	"exact",
	"exact pinyin",
	"prefix",
	"prefix of pinyin",
	"prefix of a word",
	"prefix of an alias",
	"prefix of a word of an alias",
	"within",
	"from a syllable on",
	"initials",
	"prefix of initials",
	"slip",
	"slip in the beginning",
	"slip in a word",
	"slip within an alias",
] as const;

type Match = (typeof RANKS)[number];

/** Fewer letters are within too many names. Han characters say more. */
const LEAST_WITHIN = 3;
/** Fewer letters are a slip away from too many names. */
const LEAST_SLIP = 4;
/** Longer than any name; what is pasted may be anything. */
const MOST = 200;

/** What names are written with; a query with other signs in it (emoji, `*`, marks of direction) names nothing. */
const NAME = /^[\p{L}\p{M}\p{N}\s\p{Pd}\p{Pi}\p{Pf}'".,·()&]*$/u;

/** A text cut into words, and the same run together. */
interface Form {
	readonly text: string;
	readonly words: readonly string[];
	/** Offsets of the words after the first. */
	readonly starts: readonly number[];
}

interface Spelling extends Form {
	readonly name: Name;
	/** First letters of the syllables, if it is pinyin. */
	readonly initials?: string;
}

/**
 * Makes a search over names.
 *
 * @param names in the order in which equally good hits are to come
 */
export function searchIn(names: readonly Names[]): Search {
	const index = names.map((found) => ({
		found,
		codes: [found.id, found.a2 ?? ""].map((code) => form(code).text),
		spellings: found.names.flatMap(spellings),
	}));
	const longest = index
		.flatMap(({ spellings }) => spellings)
		.reduce((most, { text }) => Math.max(most, text.length), 0);
	return (query) => {
		if (query.length > MOST || !NAME.test(query.normalize("NFKC"))) return [];
		const asked = form(query.replace(/([a-zü])[1-5]/gi, "$1 "));
		if (!asked.text || asked.text.length > longest + 1) return [];
		const best = (matchOf: (s: Spelling, asked: Form) => Match | null) =>
			index
				.flatMap(({ found, codes, spellings }) => {
					let least: number = RANKS.length;
					let name = found.names[0];
					if (codes.includes(asked.text)) least = 0;
					for (const spelling of spellings) {
						const match = matchOf(spelling, asked);
						const rank = match ? RANKS.indexOf(match) : RANKS.length;
						if (rank >= least) continue;
						least = rank;
						name = spelling.name;
					}
					return name && least < RANKS.length ? { least, found, name } : [];
				})
				.sort((a, b) => a.least - b.least);
		const hits = best(match);
		const sure = hits.some(({ least }) => least < RANKS.indexOf("within"));
		return sure || asked.text.length < LEAST_SLIP
			? hits
			: best(
					(spelling, asked) => match(spelling, asked) ?? slip(spelling, asked),
				);
	};
}

/** Folds case, width and diacritics, and takes punctuation for space. */
function form(text: string): Form {
	const words = text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll("&", " and ")
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	let end = 0;
	const starts = words.map((word) => {
		const start = end;
		end += word.length;
		return start;
	});
	return { words, text: words.join(""), starts: starts.slice(1) };
}

/** The ways a name is written. */
function spellings(name: Name): Spelling[] {
	const written = [name.text];
	if (/\bSt\. /.test(name.text))
		written.push(name.text.replace(/\bSt\. /, "Saint "));
	const { pinyin } = name;
	// The letter ü is typed as u or, having no key, as v.
	const spoken = pinyin?.includes("ü")
		? [pinyin, pinyin.replaceAll("ü", "v")]
		: pinyin
			? [pinyin]
			: [];
	return [
		...written.map((text) => ({ name, ...form(text) })),
		...spoken.map((text) => {
			const spelled = form(text);
			const initials = spelled.words.map((word) => word.charAt(0)).join("");
			return { name, initials, ...spelled };
		}),
	];
}

function match({ name, initials, ...form }: Spelling, asked: Form) {
	const { text } = asked;
	const spoken = initials !== undefined;
	if (form.text === text) return spoken ? "exact pinyin" : "exact";
	if (form.text.startsWith(text))
		return name.alias
			? "prefix of an alias"
			: spoken
				? "prefix of pinyin"
				: "prefix";
	const long =
		text.length >= LEAST_WITHIN || /\p{Script=Han}/u.test(asked.text);
	if (spoken) {
		if (text.length < 2) return null;
		if (initials === text) return "initials";
		if (name.alias) return null;
		if (long && startsWord(form, text)) return "from a syllable on";
		return initials.startsWith(text) ? "prefix of initials" : null;
	}
	if (startsWord(form, text) || startEach(form, asked))
		return name.alias ? "prefix of a word of an alias" : "prefix of a word";
	return long && form.text.includes(text) ? "within" : null;
}

function startsWord({ text, starts }: Form, asked: string): boolean {
	return starts.some((start) => text.startsWith(asked, start));
}

/** Whether each of several words begins a word of the name, in any order: "korea south". */
function startEach({ words }: Form, asked: Form): boolean {
	return (
		asked.words.length > 1 &&
		asked.words.every((each) => words.some((word) => word.startsWith(each)))
	);
}

function slip(
	{ name, initials, text, starts }: Spelling,
	asked: Form,
): Match | null {
	const end = slipEnd(text, 0, asked.text);
	if (end >= text.length) return "slip";
	const begins = end >= 0;
	const within =
		begins ||
		// Syllables are too short to be told apart.
		(initials === undefined &&
			starts.some((start) => slipEnd(text, start, asked.text) >= 0));
	if (!within) return null;
	if (name.alias) return "slip within an alias";
	return begins ? "slip in the beginning" : "slip in a word";
}

/**
 * Reads what was typed in a text, but for one letter left out, added, replaced or swapped with the next.
 *
 * @param from offset in the text to begin at
 * @returns the offset where it ends, the furthest if there are several; -1 where it isn't there
 */
function slipEnd(text: string, from: number, typed: string): number {
	let same = 0;
	while (same < typed.length && typed[same] === text[from + same]) same++;
	const at = from + same;
	/** The end if what follows is the same again once some letters are passed over on both sides. */
	const resume = (inTyped: number, inText: number) => {
		const rest = typed.slice(same + inTyped);
		return text.startsWith(rest, at + inText) ? at + inText + rest.length : -1;
	};
	const swapped = typed[same] === text[at + 1] && typed[same + 1] === text[at];
	return Math.max(
		resume(0, 1),
		resume(1, 0),
		resume(1, 1),
		swapped ? resume(2, 2) : -1,
	);
}
