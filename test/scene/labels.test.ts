import { expect, it } from "vitest";
import { levelsIn } from "../../src/model/levels.ts";
import { figureScene } from "../../src/scene/figure/figure-scene.ts";
import { LAYOUT_IDS, type LayoutId } from "../../src/scene/figure/layouts.ts";
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

/** The marks of a figure's names. */
function marksOf(lang: string, layout: LayoutId): TextMark[] {
	const data = dataFor(lang);
	const { layers } = figureScene(data, {
		round: data.core.round,
		levels: levelsIn(data.core, data.core.round),
		tier: null,
		picked: null,
		labels: true,
		layout,
	});
	return layers
		.filter(({ name }) => name === "labels")
		.flatMap((layer) => layer.marks as TextMark[]);
}

it.each(
	languages.flatMap((lang) =>
		LAYOUT_IDS.map((layout) => [lang, layout] as const),
	),
)("places names without collisions: %s %s", (lang, layout) => {
	const marks = marksOf(lang, layout).filter(({ look }) => look === "label");
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

it.each(
	languages.flatMap((lang) =>
		LAYOUT_IDS.map((layout) => [lang, layout] as const),
	),
)("lets no name be taken for that of another marker: %s %s", (lang, layout) => {
	const marks = marksOf(lang, layout);
	const { placed } = dataFor(lang).atlas;
	const inSea = marks.filter(({ look, tier }) => look === "label" && !tier);
	expect(inSea.length).toBeGreaterThan(15);
	for (const mark of inSea) {
		const { left, right, top, bottom } = box(mark);
		for (const [id, [x, y]] of Object.entries(placed[layout])) {
			if (mark.id === `label-${id}`) continue;
			const beside = x > left - 7 && x < right + 7;
			expect(beside && y > top - 3 && y < bottom + 3, `${mark.id} ${id}`).toBe(
				false,
			);
		}
	}
});

it("keeps a name on hatching readable", () => {
	const marks = marksOf("en", "wide");
	const at = marks.findIndex(({ id }) => id === "label-USA");
	expect(marks[at - 1]).toMatchObject({ look: "label-halo", x: marks[at]?.x });
});
