/** What stands around the map on the page: the same in both languages, counted from the data, linked to what there is. */
import { expect, it, test } from "vitest";
import { edition } from "../../src/model/edition.ts";
import { intro, sections } from "../../src/page/front/front.ts";
import {
	expectedCounts,
	expectedRoundCounts,
	expectedTiers,
} from "../fixtures/read.ts";
import { attribute, dataset, pages, textOf } from "./text-pages.ts";

const languages = ["en", "zh"] as const;
const front = { en: frontIn("en"), zh: frontIn("zh") };

function frontIn(lang: string): string {
	const one = edition(dataset, lang);
	return `${intro(one)}${sections(one)}`;
}

/** Elements and references in order, without what differs by language. */
function outline(html: string): string[] {
	return [
		...html.matchAll(
			/<(h\d|section|ul|dl|dt|table|tr|li|nav)\b|href="([^"]*)"/g,
		),
	]
		.map(([, tag, href = ""]) => tag ?? href.replace(/\b(en|zh)\b/g, "lang"))
		.filter((part) => !part.startsWith("?"));
}

it("has the same parts and references in both languages", () => {
	expect(outline(front.zh)).toEqual(outline(front.en));
});

test.each(languages)("its links lead somewhere (%s)", (lang) => {
	const anchors = new Set(attribute("id", pages[lang]));
	const own = new Set(attribute("id", front[lang]));
	const broken = attribute("href", front[lang]).filter((href) => {
		const [path, anchor = ""] = href.split("#");
		if (path === `./argument.${lang}.html`) return !anchors.has(anchor);
		if (path === "") return !own.has(anchor) && anchor !== `take-${lang}`;
		const asked = new URLSearchParams(path);
		const selected = asked.get("selected");
		const round = asked.get("round");
		return selected
			? !expectedTiers().has(selected)
			: !dataset.rounds.some(({ id }) => id === round);
	});
	expect(broken).toEqual([]);
});

test.each(languages)("each tier has its number of places (%s)", (lang) => {
	const entries = [
		...front[lang].matchAll(/data-tier="(\w+)".*?<span>(.*?)<\/span>/gs),
	].slice(0, 5);
	expect(
		Object.fromEntries(
			entries.map(([, tier, text = ""]) => [tier, Number.parseInt(text, 10)]),
		),
	).toEqual(expectedCounts());
});

test.each(languages)("every round has its reach (%s)", (lang) => {
	const rows = [...front[lang].matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) =>
		Number(/(\d+)$/.exec(textOf(row))?.[1]),
	);
	// Destinations on the Commerce Country Chart, where Hong Kong is part of China.
	expect(rows.filter((count) => !Number.isNaN(count))).toEqual(
		expectedRoundCounts().map(({ covered }) => covered),
	);
});

test.each(languages)("says what was checked and what wasn't (%s)", (lang) => {
	const figures = /<ul class="figures">(.*?)<\/ul>/s.exec(front[lang])?.[1];
	const counts = [...(figures ?? "").matchAll(/<b>(\d+)<\/b>/g)].map(
		([, count]) => Number(count),
	);
	expect(counts).toEqual([15, 6, 4, 10, 12, 3]);
	expect(counts.reduce((sum, count) => sum + count)).toBe(
		dataset.claims.length,
	);
});

it("has no Chinese in English, and no half-width punctuation in Chinese", () => {
	expect(textOf(front.en).match(/\p{Script=Han}+/gu)).toBe(null);
	expect(
		textOf(front.zh.replaceAll(/<\/?(?:t[dhr]|li|d[dt])[^>]*>/g, "\n")).match(
			/\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/gu,
		),
	).toBe(null);
});
