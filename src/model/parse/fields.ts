/**
 * Values out of the cells of one row. A method that finds something wrong reports it and returns a stand-in
 * of the right type; the stand-in never gets out, since a data set with problems isn't handed over.
 */

import { isDate, isFuture, isSomeDate } from "../date.ts";
import { MOST_NAME, MOST_TEXT, TURNING } from "../limits.ts";
import type { Cell } from "../tables.ts";
import type { LangKey, Text } from "../types.ts";
import type { NamedRow, Report } from "./columns.ts";
import { checkRef, checkTokens, type Known, type RefKind } from "./known.ts";
import type { Form, Message, Twice, Unique } from "./messages.ts";

/** What every reader needs besides its rows. */
export interface Context {
	readonly languages: readonly LangKey[];
	readonly known: Known;
	readonly report: Report;
}

export class Fields {
	readonly #row: NamedRow;
	readonly #context: Context;

	constructor(row: NamedRow, context: Context) {
		this.#row = row;
		this.#context = context;
	}

	get path(): string {
		return this.#row.path;
	}

	/** Reports something wrong with a column. */
	problem(column: string, message: Message): void {
		this.#context.report(this.#row.cell(column)?.path ?? this.path, message);
	}

	/** Whether the file has the column; where it doesn't, that is reported already and the cell isn't to be missed. */
	has(column: string): boolean {
		return this.#row.cell(column) !== undefined;
	}

	/** The cell's text without space around it; may be empty. */
	text(column: string): string {
		return this.#row.cell(column)?.text.trim() ?? "";
	}

	/** A text that must be there. */
	required(column: string): string {
		const text = this.text(column);
		if (text === "" && this.has(column))
			this.problem(column, (say) => say.emptyCell(column));
		return text;
	}

	/** A required text of a certain form; `form` says which. */
	formed(column: string, pattern: RegExp, form: Form): string {
		const text = this.required(column);
		if (text !== "" && !pattern.test(text))
			this.problem(column, (say) => say.malformed(text, column, form));
		return text;
	}

	/** One of a few words. */
	oneOf<const T extends string>(
		column: string,
		choices: readonly [T, ...T[]],
	): T {
		const text = this.required(column);
		const choice = choices.find((each) => each === text);
		if (choice === undefined && text !== "")
			this.problem(column, (say) =>
				say.choose(text, column, choices.join(", ")),
			);
		return choice ?? choices[0];
	}

	/** One of a few words, or `null` where the cell is empty. */
	optionalOneOf<const T extends string>(
		column: string,
		choices: readonly [T, ...T[]],
	): T | null {
		return this.text(column) === "" ? null : this.oneOf(column, choices);
	}

	/** `yes` or `no`. */
	flag(column: string): boolean {
		return this.oneOf(column, ["yes", "no"]) === "yes";
	}

	/** The day on which the row was last checked; may be empty, and isn't in the future. */
	checked(): string {
		const column = "checked";
		const day = this.text(column);
		if (day === "") return day;
		if (!isDate(day)) this.problem(column, (say) => say.day(day, column));
		else if (isFuture(day))
			this.problem(column, (say) => say.futureDay(day, column));
		return day;
	}

	/** A number within a range, written with digits and a point; NaN, of which nothing more is said, if it is none. */
	number(column: string, least: number, most: number): number {
		const text = this.required(column);
		// Spreadsheets of many countries write a decimal comma.
		const value = Number(text.replace(",", "."));
		const fits =
			/^-?\d+([.,]\d+)?$/.test(text) && value >= least && value <= most;
		if (text !== "" && !fits)
			this.problem(column, (say) => say.range(text, column, least, most));
		return fits ? value : Number.NaN;
	}

	/** A day, a month or a year; may be empty. */
	someDate(column: string): string {
		const text = this.text(column);
		if (text === "" || isSomeDate(text)) return text;
		this.problem(column, (say) => say.someDate(text, column));
		return "";
	}

	/** The words of a list that is separated by spaces, whether or not they are right. */
	words(column: string): readonly string[] {
		return this.text(column).split(/\s+/).filter(Boolean);
	}

	/** The words of a list that is separated by spaces, each there once. */
	list(column: string): readonly string[] {
		const words = this.words(column);
		const seen = new Set<string>();
		const doubled = words.filter((word) => seen.size === seen.add(word).size);
		for (const word of new Set(doubled))
			this.problem(column, (say) => say.wordTwice(word, column));
		return words;
	}

	/** Ids of things defined elsewhere, separated by spaces. */
	refs(column: string, kind: RefKind): readonly string[] {
		const ids = this.list(column);
		for (const id of ids) this.#checkRef(id, kind, column);
		return ids;
	}

	/** The id of a thing defined elsewhere. */
	ref(column: string, kind: RefKind): string {
		const id = this.required(column);
		if (id !== "") this.#checkRef(id, kind, column);
		return id;
	}

	/** The id of a thing defined elsewhere, or `null` where the cell is empty. */
	optionalRef(column: string, kind: RefKind): string | null {
		return this.text(column) === "" ? null : this.ref(column, kind);
	}

	/**
	 * A text with tokens, filled in every language.
	 *
	 * @param stem The column's name without the language.
	 * @param placeholders What else must stand in the text, in braces.
	 * @param allowed What else may.
	 */
	translated(
		stem: string,
		placeholders: readonly string[] = [],
		allowed: readonly string[] = [],
	): Text {
		return this.#translated(stem, (text, column) => {
			let rest = allowed.reduce((left, gap) => left.replaceAll(gap, ""), text);
			for (const placeholder of placeholders) {
				if (!text.includes(placeholder))
					this.problem(column, (say) => say.noPlaceholder(column, placeholder));
				rest = rest.replaceAll(placeholder, "");
			}
			this.#checkTokens(rest, column);
			this.#upTo(MOST_TEXT, text, column);
		});
	}

	/** A text with tokens, filled in every language or in none (`null`). */
	optionalTranslated(stem: string): Text | null {
		return this.#columns(stem).some(([, column]) => this.text(column) !== "")
			? this.translated(stem)
			: null;
	}

	/** A name or title: filled in every language, and without tokens, since it stands inside other texts. */
	name(stem: string): Text {
		return this.#translated(stem, (text, column) => this.plain(text, column));
	}

	/** The same, in every language or in none (`null`). */
	optionalPlain(stem: string): Text | null {
		return this.#columns(stem).some(([, column]) => this.text(column) !== "")
			? this.name(stem)
			: null;
	}

	/** A name in each language that has one; at least one must. `except` are names it may not repeat. */
	someName(stem: string, except: Text): Text {
		const filled = this.#columns(stem).flatMap(([lang, column]) => {
			const text = this.text(column);
			this.plain(text, column);
			if (text !== "" && text === except[lang])
				this.problem(column, (say) => say.nameAlready(text));
			return text === "" ? [] : [[lang, text] as const];
		});
		if (
			filled.length === 0 &&
			this.#columns(stem).every(([, c]) => this.has(c))
		)
			this.#context.report(this.path, (say) => say.noName());
		return Object.fromEntries(filled);
	}

	/** A name in the languages that have one, if any does. */
	namesWhereGiven(stem: string): Text {
		return Object.fromEntries(
			this.#columns(stem).flatMap(([lang, column]) => {
				const text = this.text(column);
				this.plain(text, column);
				return text === "" ? [] : [[lang, text]];
			}),
		);
	}

	/** Reports tokens, braces and characters that turn the direction in a text that can't have them. */
	plain(text: string, column: string): void {
		if (TURNING.test(text)) this.problem(column, (say) => say.turning(column));
		if (/[{}]/.test(text)) this.problem(column, (say) => say.braces(column));
		this.#upTo(MOST_NAME, text, column);
	}

	#upTo(most: number, text: string, column: string): void {
		if (text.length > most)
			this.problem(column, (say) => say.tooLong(column, most));
	}

	#translated(
		stem: string,
		check: (text: string, column: string) => void,
	): Text {
		const columns = this.#columns(stem);
		const filled = columns.find(([, column]) => this.text(column) !== "")?.[1];
		const entries = columns.map(([lang, column]) => {
			const text = this.text(column);
			if (text !== "") check(text, column);
			else if (filled === undefined) this.required(column);
			else if (this.has(column))
				this.problem(column, (say) => say.untranslated(column, filled));
			return [lang, text] as const;
		});
		return Object.fromEntries(entries);
	}

	/** The columns of a translated text by language; `texts.csv` has bare language names. */
	#columns(
		stem: string,
	): readonly (readonly [lang: LangKey, column: string])[] {
		return this.#context.languages.map((lang) => [
			lang,
			stem === "" ? lang : `${stem}_${lang}`,
		]);
	}

	#cell(column: string): Cell {
		return this.#row.cell(column) ?? { text: "", path: this.path };
	}

	#checkRef(id: string, kind: RefKind, column: string): void {
		const { known, report } = this.#context;
		checkRef(id, kind, column, this.#cell(column).path, known, report);
	}

	#checkTokens(text: string, column: string): void {
		const { known, report } = this.#context;
		checkTokens(text, column, this.#cell(column).path, known, report);
	}
}

/**
 * Reports rows that are known by the same key.
 *
 * @param rows The rows of one file.
 * @param what What a row is, for the message: `place`.
 * @param keyOf The key of a row; empty keys aren't compared.
 * @param mend What to do about it.
 */
export function checkUnique(
	rows: readonly Fields[],
	what: Unique,
	keyOf: (row: Fields) => string,
	context: Context,
	mend: Twice = "id",
): void {
	const first = new Map<string, string>();
	for (const row of rows) {
		const key = keyOf(row);
		const before = first.get(key);
		if (before !== undefined)
			context.report(row.path, (say) => say.duplicate(what, key, before, mend));
		else if (key !== "") first.set(key, row.path);
	}
}
