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
	readonly application: Application | null;
}

/** What the editors add in their own voice, and where it is headed. */
interface Application {
	readonly path: string;
	readonly text: string;
}

const APPLICATION = "### application";

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
	const byLang = new Map<LangKey, Sections>();
	for (const lang of context.languages) {
		const file = files[lang];
		if (file === undefined)
			context.report(fileOf(lang), (say) => say.fileMissing());
		else if (file !== null) byLang.set(lang, readFile(file, lang, context));
	}
	checkParity(byLang, context);
	const inEach = (text: (sections: Sections) => string) =>
		Object.fromEntries(
			[...byLang].map(([lang, sections]) => [lang, text(sections)]),
		);
	const [first] = byLang.values();
	return [...(first?.values() ?? [])].map(({ about, application }) => ({
		about,
		text: inEach((sections) => sections.get(about)?.text ?? ""),
		application:
			application &&
			inEach((sections) => sections.get(about)?.application?.text ?? ""),
	}));
}

type Sections = ReadonlyMap<string, Section>;

function readFile(file: string, lang: LangKey, context: Context): Sections {
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
	const sections: (Lines & { about: string; application?: Lines })[] = [];
	for (const [index, line] of file.split(/\r?\n/).entries()) {
		const path = `${fileOf(lang)}:${index + 1}`;
		const heading = /^##\s+(.*?)\s*$/.exec(line)?.[1];
		const section = sections.at(-1);
		if (heading !== undefined)
			sections.push({ about: heading, path, lines: [] });
		else if (section && line.trimEnd() === APPLICATION) {
			const { about, application } = section;
			if (application)
				context.report(path, (say) =>
					say.applicationTwice(about, application.path),
				);
			else section.application = { path, lines: [] };
		} else if (/^#/.test(line) && !(/^# /.test(line) && !section))
			context.report(path, (say) => say.heading());
		else if (section) {
			checkTokens(line, null, path, context.known, context.report);
			(section.application ?? section).lines.push(line);
		} else if (line.trim() !== "" && !line.startsWith("# "))
			context.report(path, (say) => say.beforeHeading());
	}
	return sections.map(({ about, path, lines, application }) => ({
		about,
		path,
		text: joinLines(lines),
		application: application
			? { path: application.path, text: joinLines(application.lines) }
			: null,
	}));
}

interface Lines {
	readonly path: string;
	readonly lines: string[];
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
	{ about, path, text: own, application }: Section,
	lang: LangKey,
	{ report }: Context,
): void {
	if (application?.text === "")
		report(application.path, (say) => say.applicationEmpty(about));
	if (own === "") {
		if (application)
			report(application.path, (say) => say.applicationFirst(about));
		else report(path, (say) => say.essayEmpty(about));
		return;
	}
	// What is read in one go is measured in one go.
	const text = [own, application?.text ?? ""].join("\n\n");
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
	byLang: ReadonlyMap<LangKey, Sections>,
	{ report }: Context,
): void {
	for (const [lang, sections] of byLang) {
		for (const [other, others] of byLang) {
			if (lang === other) continue;
			for (const { about, path, application } of sections.values()) {
				const translated = others.get(about);
				if (!translated)
					report(path, (say) => say.essayMissing(about, fileOf(other)));
				else if (application && !translated.application)
					report(application.path, (say) =>
						say.applicationMissing(about, fileOf(other)),
					);
			}
		}
	}
}

const fileOf = (lang: LangKey): string => `essays.${lang}.md`;
