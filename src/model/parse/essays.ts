/** `essays.<lang>.md`: longer texts under `## id` headings, the same ids in every language. */

import { MOST_TEXT } from "../limits.ts";
import { parseText } from "../tokens.ts";
import type { EssayRow, LangKey } from "../types.ts";
import type { Context } from "./fields.ts";
import { checkTokens } from "./known.ts";
import { nearest } from "./nearest.ts";

interface Section {
	readonly about: string;
	readonly path: string;
	readonly text: string;
}

/** How long an essay may be, in what its language is counted in; other languages have no bounds. */
const LENGTHS: Readonly<
	Record<
		string,
		{
			unit: "words" | "Han characters";
			least: number;
			most: number;
			count: RegExp;
		}
	>
> = {
	en: { unit: "words", least: 80, most: 200, count: /[\p{L}\p{N}]\S*/gu },
	zh: {
		unit: "Han characters",
		least: 120,
		most: 350,
		count: /\p{Script=Han}/gu,
	},
};

/** Characters between which a line break of the file isn't a space of the text. */
const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/**
 * Reads the essays of all languages.
 *
 * @param files The text of each language's file; `null` for one that couldn't be read.
 * @returns One row per essay that is there in every language.
 */
export function readEssays(
	files: Readonly<Record<LangKey, string | null>>,
	context: Context,
): readonly EssayRow[] {
	for (const lang of Object.keys(files)) {
		if (!context.languages.includes(lang))
			context.report(fileOf(lang), (say) => say.languageWithoutManifest(lang));
	}
	const byLang = new Map<LangKey, ReadonlyMap<string, Section>>();
	for (const lang of context.languages) {
		const file = files[lang];
		if (file === undefined)
			context.report(fileOf(lang), (say) => say.fileMissing());
		else if (file !== null) byLang.set(lang, readFile(file, lang, context));
	}
	checkParity(byLang, context);
	return [...(byLang.values().next().value?.keys() ?? [])].map((about) => ({
		about,
		text: Object.fromEntries(
			[...byLang].map(([lang, sections]) => [
				lang,
				sections.get(about)?.text ?? "",
			]),
		),
	}));
}

function readFile(
	file: string,
	lang: LangKey,
	context: Context,
): ReadonlyMap<string, Section> {
	const sections = new Map<string, Section>();
	for (const section of split(file, lang, context)) {
		const before = sections.get(section.about);
		if (before !== undefined)
			context.report(section.path, (say) =>
				say.essayTwice(section.about, before.path),
			);
		else sections.set(section.about, section);
		checkAbout(section, context);
		checkLength(section, lang, context);
	}
	return sections;
}

/** Cuts a file at its headings, and reports what isn't under one. */
function split(
	file: string,
	lang: LangKey,
	context: Context,
): readonly Section[] {
	const sections: { about: string; path: string; lines: string[] }[] = [];
	for (const [index, line] of file.split(/\r?\n/).entries()) {
		const path = `${fileOf(lang)}:${index + 1}`;
		const heading = /^##\s+(.*?)\s*$/.exec(line)?.[1];
		if (heading !== undefined)
			sections.push({ about: heading, path, lines: [] });
		else if (/^#/.test(line) && !(/^# /.test(line) && sections.length === 0))
			context.report(path, (say) => say.heading());
		else if (sections.length > 0) {
			checkTokens(line, null, path, context.known, context.report);
			sections.at(-1)?.lines.push(line);
		} else if (line.trim() !== "" && !line.startsWith("# "))
			context.report(path, (say) => say.beforeHeading());
	}
	return sections.map(({ about, path, lines }) => ({
		about,
		path,
		text: joinLines(lines),
	}));
}

/** Paragraphs, a blank line between them; the lines of one paragraph joined as its script is written. */
function joinLines(lines: readonly string[]): string {
	return lines
		.map((line) => line.trim())
		.join("\n")
		.split(/\n{2,}/)
		.map((paragraph) =>
			paragraph
				.trim()
				.replace(
					/(.)\n(.)/gu,
					(_, before: string, after: string) =>
						before + (CJK.test(before) && CJK.test(after) ? "" : " ") + after,
				),
		)
		.filter(Boolean)
		.join("\n\n");
}

function checkAbout(
	{ about, path }: Section,
	{ known, report }: Context,
): void {
	if (known.place === null || known.region === null || known.tier === null)
		return;
	const subjects = [
		...known.region,
		...known.place,
		...[...known.tier].map((tier) => `tier-${tier}`),
	];
	if (subjects.includes(about)) return;
	report(path, (say) => say.unknownSubject(about, nearest(about, subjects)));
}

function checkLength(
	{ about, path, text }: Section,
	lang: LangKey,
	{ report }: Context,
): void {
	if (text === "") {
		report(path, (say) => say.essayEmpty(about));
		return;
	}
	if (text.length > MOST_TEXT) {
		report(path, (say) => say.essayTooLong(about, MOST_TEXT));
		return;
	}
	const length = LENGTHS[lang.split("-")[0] ?? lang];
	if (length === undefined) return;
	// A token isn't counted; neither is the genitive that hangs on it.
	const plain = parseText(text).map((segment) =>
		segment.kind === "text" ? segment.text.replace(/^['’]s\b/, "") : "",
	);
	const count = plain.join("").match(length.count)?.length ?? 0;
	const { unit, least, most } = length;
	if (count < least || count > most)
		report(path, (say) => say.essayLength(about, count, unit, least, most));
}

function checkParity(
	byLang: ReadonlyMap<LangKey, ReadonlyMap<string, Section>>,
	{ report }: Context,
): void {
	for (const [lang, sections] of byLang) {
		for (const [other, others] of byLang) {
			for (const { about, path } of sections.values()) {
				if (lang !== other && !others.has(about))
					report(path, (say) => say.essayMissing(about, fileOf(other)));
			}
		}
	}
}

const fileOf = (lang: LangKey): string => `essays.${lang}.md`;
