import { expect, it } from "vitest";
import {
	paragraph,
	runsOf,
	widthOf,
	wrap,
} from "../../src/scene/figure/text.ts";

it("measures Latin by the widths of Helvetica, and Chinese by the em", () => {
	expect(widthOf("AV", 10)).toBeCloseTo(13.34);
	expect(widthOf("AV", 10, true)).toBeCloseTo(13.89);
	expect(widthOf("中国", 10)).toBe(20);
	expect(widthOf("Åland", 10)).toBe(widthOf("Aland", 10));
});

it("cuts text into runs of one script", () => {
	expect(runsOf("美国AI芯片“x”")).toEqual([
		{ script: "han", text: "美国" },
		{ script: "latin", text: "AI" },
		{ script: "han", text: "芯片“" },
		{ script: "latin", text: "x”" },
	]);
	expect(runsOf("US · issuer")).toEqual([
		{ script: "latin", text: "US · issuer" },
	]);
});

it("breaks between words", () => {
	const lines = wrap("The whole world, in three tiers", 60, 10);
	expect(lines.join(" ")).toBe("The whole world, in three tiers");
	for (const line of lines) expect(widthOf(line, 10)).toBeLessThanOrEqual(60);
});

it("never starts a Chinese line with a closing mark or ends one with an opening mark", () => {
	const text =
		"规则（见《联邦公报》）已于2025年5月13日宣布撤销，自此不再执行；条文仍在。";
	for (let width = 40; width < 300; width += 7) {
		const lines = wrap(text, width, 10);
		expect(lines.join("")).toBe(text);
		for (const line of lines) {
			expect(line).not.toMatch(/^[，。；：）》]/);
			expect(line).not.toMatch(/[（《]$/);
		}
	}
});

it("leaves no mere rest as the last line of a paragraph", () => {
	const text = "边界依照所收数据，争议地区以斜线标示。地图边界不代表任何立场。";
	let mended = 0;
	for (let width = 120; width < 300; width += 5) {
		const lines = paragraph(text, width, 10);
		expect(lines.join("")).toBe(text);
		expect(lines).toHaveLength(wrap(text, width, 10).length);
		if (lines.length > 1)
			expect(widthOf(lines.at(-1) ?? "", 10)).toBeGreaterThanOrEqual(width / 8);
		if (lines.at(-1) !== wrap(text, width, 10).at(-1)) mended += 1;
	}
	expect(mended).toBeGreaterThan(0);
});

it("leaves a word that is wider than the line whole", () => {
	expect(wrap("Liechtenstein", 10, 10)).toEqual(["Liechtenstein"]);
});
