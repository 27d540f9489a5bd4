import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate/node";
import { describe, expect, it } from "vitest";
import { stringsFor } from "../../src/i18n/strings.ts";
import { fillPage } from "../../src/page/fill-page.ts";
import { attribute, dataset, pages, partAt, textOf } from "./text-pages.ts";

const words = {
	en: {
		tag: "en",
		other: "zh",
		notFound: "Check: source not found.",
		status: "said that it would rescind the rule and would not enforce it",
		differs: "Check: differs.",
		correction: ["5 January 2025", "the market open to US companies"],
	},
	zh: {
		tag: "zh-Hans",
		other: "en",
		notFound: "核查：未找到出处。",
		status: "2025年5月13日宣布将撤销该规则，此后不再执行",
		differs: "核查：有出入。",
		correction: ["2025年1月5日", "可进入的市场"],
	},
} as const;

const validator = new HtmlValidate({
	root: true,
	extends: ["html-validate:standard"],
});

describe.each(["en", "zh"] as const)("the text-first page in %s", (lang) => {
	const html = pages[lang];
	const expected = words[lang];
	const ids = attribute("id", html);

	it("is valid HTML in its language, without a script or an inline style", async () => {
		const { results } = await validator.validateString(html);
		expect(results.flatMap(({ messages }) => messages)).toEqual([]);
		expect(html).toContain(`<html lang="${expected.tag}">`);
		expect(html).not.toMatch(/<script|<style| style=| on\w+=/);
	});

	it("has one anchor for every place, region, claim, round, source and tier", () => {
		const anchors = [
			...dataset.places.map(({ id }) => id),
			...dataset.regions.map(({ id }) => id),
			...dataset.rounds.map(({ id }) => id),
			...dataset.claims.map(({ id }) => `claim-${id}`),
			...dataset.sources.map(({ id }) => `source-${id}`),
			...dataset.tiers.map(({ id }) => `tier-${id}`),
			...dataset.mechanisms.map(({ id }) => `mechanism-${id}`),
		];
		expect(anchors.filter((id) => !ids.includes(id))).toEqual([]);
		expect(ids.length).toBe(new Set(ids).size);
		expect(dataset.claims).toHaveLength(50);
	});

	it("links to nothing that isn't there", () => {
		const places = new Set(dataset.places.map(({ id }) => id));
		const files = new Set([
			"/argument.en.html",
			"/argument.zh.html",
			"/favicon.svg",
			"/assets/argument.css",
		]);
		const dead = attribute("href", html).filter((href) => {
			if (href.startsWith("#")) return !ids.includes(href.slice(1));
			if (/^https?:/.test(href)) return !URL.canParse(href);
			const { pathname, searchParams } = new URL(href, "http://localhost/");
			const selected = searchParams.get("selected");
			if (pathname !== "/") return !files.has(pathname);
			return (
				searchParams.get("lang") !== lang || (selected && !places.has(selected))
			);
		});
		expect(dead).toEqual([]);
	});

	it("leads to the other language and, from every place, to the map", () => {
		const hrefs = attribute("href", html);
		expect(hrefs).toContain(`./argument.${expected.other}.html`);
		for (const { id } of dataset.places)
			expect(hrefs).toContain(`./?lang=${lang}&selected=${id}`);
	});

	it("numbers citations and letters claims as the lists count them", () => {
		for (const [, id, number] of html.matchAll(
			/href="#source-([\w-]+)">\[(\d+)\]/g,
		))
			expect(dataset.sources[Number(number) - 1]?.id).toBe(id);
		const starts = [...html.matchAll(/<ol type="a" start="(\d+)">/g)];
		let count = 1;
		for (const [i, [, start]] of starts.entries()) {
			expect(Number(start)).toBe(count);
			const part = html.slice(starts[i]?.index, starts[i + 1]?.index);
			count += part.match(/<li id="claim-/g)?.length ?? 0;
		}
		expect(count).toBe(51);
		expect(html).toContain('<a href="#claim-premise">(a)</a>');
		expect(html).toContain('<a href="#claim-beyond">(ax)</a>');
	});

	it("says that the rule isn't enforced", () => {
		expect(textOf(partAt("status", html))).toContain(expected.status);
	});

	it("never gives the four quotations without a source as anybody's words", () => {
		expect(html).not.toMatch(/<(blockquote|q)\b/);
		for (const id of ["wsj", "stiglitz", "kelly", "eu-official"])
			expect(textOf(partAt(`claim-${id}`, html))).toContain(expected.notFound);
	});

	it("corrects the Oracle figure where it stands", () => {
		const oracle = textOf(partAt("claim-oracle", html));
		for (const part of [expected.differs, ...expected.correction])
			expect(oracle).toContain(part);
	});

	it("shows every check beside its claim, and none elsewhere", () => {
		for (const { id, check, finding } of dataset.claims)
			expect(partAt(`claim-${id}`, html).includes('<p class="check"'), id).toBe(
				check !== null && check !== "unchecked" && finding !== null,
			);
	});

	it("says where the column is silent, and only there", () => {
		const silent = (id: string) => {
			const place = dataset.places.find((place) => place.id === id);
			const name = place?.nameIn[lang] ?? place?.name[lang] ?? "";
			return dataset.texts.silent?.[lang]?.replace("{name}", name) ?? "?";
		};
		for (const id of ["CAN", "GBR", "KAZ", "GEO", "FJI", "ATA"])
			expect(textOf(partAt(id, html))).toContain(silent(id));
		for (const id of ["USA", "CHN", "TWN", "KEN", "SGP", "JPN"])
			expect(textOf(partAt(id, html))).not.toContain(silent(id));
	});

	it("gives every place its name in both languages, its tier and why", () => {
		for (const place of dataset.places) {
			const part = textOf(partAt(place.id, html));
			for (const name of Object.values(place.name))
				expect(part).toContain(name);
			expect(part, place.id).toContain(
				textOf((place.why[lang] ?? "").replace(/\{[^}]*\}.*/s, "")),
			);
			expect(partAt(place.id, html), place.id).toContain('href="#tier-');
		}
	});

	it("tells every voice apart, and labels what is ours", () => {
		const voices = new Set(attribute("data-voice", html));
		expect([...voices].sort()).toEqual(["check", "column", "ours", "rule"]);
		const strings = stringsFor(lang);
		for (const { about, application } of dataset.essays) {
			const part = /^tier-/.test(about)
				? html.slice(html.indexOf(`id="${about}"`)).split("</section>")[0]
				: partAt(about, html);
			const ours = /<div class="ours" data-voice="ours">(.*?)<\/div>/s.exec(
				part ?? "",
			)?.[1];
			expect(ours && textOf(ours), about).toBe(
				application
					? textOf(
							`${strings.application}${lang === "en" ? ":" : "："} ${application[lang]}`,
						)
					: undefined,
			);
		}
		const remark = partAt("claim-irreversible", html);
		expect(textOf(remark)).toContain(strings.remark);
		expect(remark).toContain('data-voice="ours"');
		for (const { id, checkable, check } of dataset.claims) {
			const text = textOf(partAt(`claim-${id}`, html));
			if (checkable && checkable !== "yes")
				expect(text, id).toContain(strings.uncheckable[checkable]);
			expect(text.includes(strings.checks.unchecked), id).toBe(
				check === "unchecked",
			);
		}
		expect(html).toContain(
			`<section class="ours" id="mechanisms" data-voice="ours">`,
		);
		expect(textOf(html)).toContain(strings.grouped);
	});

	it("names whose level the round of March 2024 changed", () => {
		const round = partAt("2024-03-15", html);
		expect(round).toContain('href="#NIC"');
		expect(round.match(/<li>/g)).toHaveLength(1);
	});
});

it("is linked from the page of the map, in both languages", () => {
	const written = join(import.meta.dirname, "../../index.html");
	const html = fillPage(
		readFileSync(written, "utf8"),
		dataset,
		() => "<svg />",
	);
	for (const lang of ["en", "zh"])
		for (const part of ["<tier-map", "<footer"])
			expect(html.slice(html.indexOf(part))).toContain(
				`href="./argument.${lang}.html"`,
			);
});
