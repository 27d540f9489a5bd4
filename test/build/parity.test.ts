import { expect, it } from "vitest";
import { attribute, pages, textOf } from "./text-pages.ts";

/** What a reader meets, in order: headings, items, paragraphs, and where they can be linked to. */
function outline(html: string): string[] {
	return [...html.matchAll(/<(h[1-6]|section|nav|ol|ul|dl|dt)\b([^>]*)/g)].map(
		([, tag, attributes = ""]) =>
			[tag, ...attribute("id", attributes)].join("#"),
	);
}

/** Headings, items and paragraphs, each with the id of the anchor before it. */
function blocks(html: string): { at: string; text: string }[] {
	let at = "";
	const found: { at: string; text: string }[] = [];
	for (const [, start = "", text = ""] of html.matchAll(/(<[^>]*>)([^<]*)/g)) {
		at = attribute("id", start)[0] ?? at;
		if (/\p{L}/u.test(textOf(text))) found.push({ at, text: textOf(text) });
	}
	return found;
}

/** The claims and sources referred to under an anchor's section, sorted: languages may order them differently. */
function references(html: string): string[] {
	return html.split(/(?=<h[23]\b)/).map((part) =>
		attribute("href", part)
			.filter((href) => /^#(claim|source|tier|mechanism)-/.test(href))
			.sort()
			.join(" "),
	);
}

/** Letters of claims, and each language's own name, are the same everywhere. */
const SHARED = /^\([a-z]{1,2}\)$|^English$|^中文$/;

it("has the same anchors in the same order in both languages", () => {
	expect(attribute("id", pages.zh)).toEqual(attribute("id", pages.en));
});

it("has the same headings and lists in both languages", () => {
	expect(outline(pages.zh)).toEqual(outline(pages.en));
});

it("refers to the same claims and sources under every heading", () => {
	expect(references(pages.zh)).toEqual(references(pages.en));
});

it("says nothing in the same words in both languages", () => {
	const english = new Set(
		blocks(withoutOtherNames(pages.en)).map(({ text }) => text),
	);
	expect(
		blocks(withoutOtherNames(pages.zh)).filter(
			({ text }) => english.has(text) && !SHARED.test(text),
		),
	).toEqual([]);
});

it("has no Chinese in English and no untranslated text in Chinese", () => {
	const han = /\p{Script=Han}/u;
	const stray = [
		...blocks(withoutOtherNames(pages.en)).filter(({ text }) => han.test(text)),
		...blocks(withoutOtherNames(pages.zh)).filter(
			({ text }) => !han.test(text),
		),
	];
	expect(stray.filter(({ text }) => !SHARED.test(text))).toEqual([]);
});

it("is punctuated in Chinese as Chinese is", () => {
	const wrong = blocks(pages.zh).filter(({ text }) =>
		/\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}|\p{Script=Han} (?=[A-Za-z0-9])|[A-Za-z0-9] (?=\p{Script=Han})/u.test(
			text,
		),
	);
	expect(wrong).toEqual([]);
});

/** A place's heading has its name in the other language too. */
function withoutOtherNames(html: string): string {
	return html.replace(/<small lang[^>]*>[^<]*<\/small>/g, "");
}
