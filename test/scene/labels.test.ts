import { expect, it } from "vitest";
import { levelsIn } from "../../src/model/levels.ts";
import { figureScene } from "../../src/scene/figure/figure-scene.ts";
import { LAYOUT_IDS } from "../../src/scene/figure/layouts.ts";
import { widthOf } from "../../src/scene/figure/text.ts";
import type { TextMark } from "../../src/scene/scene.ts";
import { dataFor, languages } from "../svg/figures.ts";

/** The box of a line of text, a little smaller than it is set. */
function box({ x, y, size, runs }: TextMark) {
	const width = widthOf(runs.map(({ text }) => text).join(""), size);
	return {
		left: x - width / 2,
		right: x + width / 2,
		top: y - size * 0.7,
		bottom: y,
	};
}

it.each(
	languages.flatMap((lang) =>
		LAYOUT_IDS.map((layout) => [lang, layout] as const),
	),
)("places names without collisions: %s %s", (lang, layout) => {
	const data = dataFor(lang);
	const { layers } = figureScene(data, {
		round: data.core.round,
		levels: levelsIn(data.core, data.core.round),
		tier: null,
		picked: null,
		labels: true,
		layout,
	});
	const marks = layers
		.filter(({ name }) => name === "labels")
		.flatMap((layer) => layer.marks) as TextMark[];
	expect(marks.length).toBeGreaterThan(25);
	const boxes = marks.map(box);
	boxes.forEach((a, i) => {
		for (const b of boxes.slice(i + 1))
			expect(
				a.left < b.right &&
					b.left < a.right &&
					a.top < b.bottom &&
					b.top < a.bottom,
			).toBe(false);
	});
});
