/** What reaches a page from outside: addresses, messages, what is typed; and what the reader does in any order. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect } from "vitest";
import {
	type Action,
	reduce,
	type State,
} from "../../src/components/tier-map/state.ts";
import { heightMessages, isQuestion } from "../../src/embed/messages.ts";
import { attributesIn } from "../../src/embed/parameters.ts";
import { directionOf } from "../../src/i18n/direction.ts";
import { gapsOf, keysOf, spoken } from "../../src/i18n/given.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { stringsFor } from "../../src/i18n/strings.ts";
import type { Names } from "../../src/model/names.ts";
import { searchIn } from "../../src/model/search.ts";
import { parseText } from "../../src/model/tokens.ts";
import { addressWith } from "../../src/page/address.ts";
import { escapeXml } from "../../src/svg/markup.ts";
import { property } from "./property.ts";

const text = fc.oneof(
	fc.string({ maxLength: 40 }),
	fc.string({ unit: "binary", maxLength: 40 }),
	fc.constantFrom(
		"__proto__",
		"constructor",
		"javascript:alert(1)",
		"//evil.example/x",
		"\\\\evil.example",
		"KEN",
		"zh-Hans",
		"NaN",
		"1e9",
		"%00",
		"\u202e",
	),
);
const page = "https://news.example/maps/embed.html";

describe("addresses", () => {
	property(
		"address: any parameters leave attributes of the right form",
		fc.dictionary(
			fc.oneof(
				fc.constantFrom(
					"lang",
					"selected",
					"tier",
					"round",
					"view",
					"panel",
					"theme",
					"center",
					"src",
				),
				text,
			),
			text,
		),
		(parameters) => {
			const url = new URL(page);
			for (const [name, value] of Object.entries(parameters))
				url.searchParams.append(name, value);
			for (const [name, value] of attributesIn(url, "same-origin")) {
				expect(name).toMatch(
					/^(lang|selected|tier|round|view|panel|theme|center|src)$/,
				);
				if (name === "src")
					expect(new URL(value).origin).toBe("https://news.example");
				else expect(value).toMatch(/^[A-Za-z0-9.e+-]+$/);
			}
		},
		{ share: 10 },
	);
	property(
		"address: the state written is the state read",
		fc.tuple(text, text),
		([selected, tier]) => {
			const well = (s: string) => !/\p{Surrogate}/u.test(s);
			fc.pre(well(selected) && well(tier));
			const url = addressWith(
				new URL("https://news.example/?utm=1&selected=old"),
				{ selected, tier: tier || null },
			);
			expect(url.searchParams.get("selected")).toBe(selected || null);
			expect(url.searchParams.get("tier")).toBe(tier || null);
			expect(url.searchParams.get("utm")).toBe("1");
		},
		{ share: 10 },
	);
});

describe("messages", () => {
	property(
		"messages: anything may come, only a question is answered",
		fc.oneof(fc.anything(), fc.jsonValue(), text),
		(data) => {
			const question = isQuestion(data, new URL(page));
			if (typeof data !== "string" && typeof data !== "object")
				expect(question).toBe(false);
		},
		{ share: 10 },
	);
	property(
		"messages: a height is told in the dialects, whatever the frame is called",
		fc.tuple(fc.nat(), text),
		([height, name]) => {
			const url = new URL(page);
			url.searchParams.set("childId", name);
			const told = heightMessages(height, url);
			expect(told.length).toBe(6);
			expect(() => structuredClone(told)).not.toThrow();
			expect(String(told[1]).split("xPYMx")).toHaveLength(4);
		},
		{ share: 5 },
	);
});

describe("texts", () => {
	property(
		"escapeXml: any text comes back from a parser as it was, but for what XML can't hold",
		fc.string({ unit: "binary", maxLength: 60 }),
		(value) => {
			const parser = new SaxesParser();
			let content = "";
			let attribute = "";
			parser.on("error", (error) => {
				throw error;
			});
			parser.on("text", (piece) => {
				content += piece;
			});
			parser.on("opentag", ({ attributes }) => {
				attribute = String(attributes.a ?? "");
			});
			parser
				.write(`<x a="${escapeXml(value)}">${escapeXml(value)}</x>`)
				.close();
			const visible = (s: string) => s.replace(/[^\p{L}\p{N}<>&"']/gu, "");
			expect(visible(content)).toBe(visible(value));
			expect(visible(attribute)).toBe(visible(value));
		},
		{ share: 10 },
	);
	property(
		"tokens: nothing of a text is lost",
		fc
			.array(
				fc.oneof(
					text,
					fc.constantFrom("{place:KEN}", "{source:a-b}", "{", "}"),
				),
			)
			.map((pieces) => pieces.join("")),
		(value) => {
			const back = parseText(value).map((segment) =>
				segment.kind === "text"
					? segment.text
					: `{${segment.kind}:${segment.id}}`,
			);
			expect(back.join("")).toBe(value);
		},
		{ share: 10 },
	);
	const keys = keysOf(stringsFor("en"));
	property(
		"strings: any given string fills in, or stands as it is",
		fc.tuple(
			fc.constantFrom(...keys),
			fc.oneof(
				text,
				text.map((t) => `{count} ${t} {id}{name}`),
			),
			fc.constantFrom("ar", "he", "fr", "ru", "zh-Hant", "tlh", "pt-BR"),
		),
		([key, value, lang]) => {
			const strings = spoken(stringsFor("en"), { [key]: value }, lang);
			expect(strings.tag).toBe(lang);
			expect(typeof strings.places(2)).toBe("string");
			expect(strings.list(["a", "b"])).toContain("a");
			expect(gapsOf(key).every((gap) => /^\w+$/.test(gap))).toBe(true);
		},
	);
	property(
		"language: any tag asks for a language there is",
		text,
		(tag) => {
			expect(["en", "zh"]).toContain(languageOf(tag, ["en", "zh"]));
			expect(["ltr", "rtl"]).toContain(directionOf(tag));
		},
		{ share: 10 },
	);
});

describe("search", () => {
	const word = fc.oneof(
		fc.string({ minLength: 1, maxLength: 20 }),
		fc.constantFrom(
			"Kenya",
			"肯尼亚",
			"Côte d’Ivoire",
			"ken",
			"Bosnia & Herzegovina",
			"St. Kitts",
		),
	);
	const names: fc.Arbitrary<Names[]> = fc.array(
		fc.record({
			id: fc.stringMatching(/^[A-Z]{3}$/),
			names: fc.array(fc.record({ lang: fc.constant("en"), text: word }), {
				minLength: 1,
				maxLength: 3,
			}),
		}),
		{ minLength: 1, maxLength: 20 },
	);
	property(
		"search: any names, any query; hits are among the names, each once",
		fc.tuple(
			names,
			fc.oneof(
				word,
				fc.string({ unit: "binary" }),
				fc.constant("a".repeat(5000)),
			),
		),
		([all, query]) => {
			const found = searchIn(all)(query).map((hit) => hit.found);
			expect(new Set(found).size).toBe(found.length);
			for (const each of found) expect(all).toContain(each);
		},
		{ share: 5 },
	);
});

describe("what the reader does", () => {
	const id = fc.oneof(
		fc.constantFrom("KEN", "CHN", "eu", "1", "2", "2025-01-13"),
		text,
	);
	const action: fc.Arbitrary<Action> = fc.oneof(
		fc.record({ type: fc.constant("select" as const), id: fc.option(id) }),
		fc.record({ type: fc.constant("tier" as const), id }),
		fc.record({ type: fc.constant("round" as const), id }),
		fc.record({
			type: fc.constant("view" as const),
			id: fc.constantFrom("map" as const, "table" as const),
		}),
	);
	property(
		"state: after any actions it is what the last of each kind asked for",
		fc.array(action, { maxLength: 60 }),
		(actions) => {
			let state: State = Object.freeze({
				selected: null,
				tier: null,
				round: null,
				view: "map",
			});
			for (const each of actions) {
				const before = JSON.stringify(state);
				const next = reduce(state, each);
				expect(JSON.stringify(state)).toBe(before);
				state = Object.freeze(next);
			}
			const last = (type: Action["type"]) =>
				actions.findLast((each) => each.type === type)?.id ?? null;
			expect(state.selected).toBe(last("select"));
			expect(state.round).toBe(last("round"));
			expect(state.view).toBe(last("view") ?? "map");
			const tier = last("tier");
			expect([tier, null]).toContain(state.tier);
		},
		{ share: 10 },
	);
});
