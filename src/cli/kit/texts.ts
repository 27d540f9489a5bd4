import type { Core } from "../../model/edition.ts";
import { levelsIn } from "../../model/levels.ts";
import { figureWords } from "../../scene/figure/figure-scene.ts";
import type { FigureData, FigureState } from "../../scene/figure/state.ts";

/** The texts that go with a figure, by file name. */
export function textsOf(
	data: FigureData,
	state: FigureState,
): Record<string, string> {
	const { core, texts } = data;
	const { title, description, notes } = figureWords(data, state);
	const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;
	return {
		[`text/alt.${core.lang}.txt`]: lines(description),
		[`text/caption.${core.lang}.txt`]: lines(title, ...notes.slice(1)),
		[`text/credits.${core.lang}.txt`]: lines(
			texts.credit,
			texts.boundaries,
			...notes.slice(0, 1),
		),
	};
}

/**
 * Every place with its level in every round, as CSV.
 *
 * @param cores one for each language
 */
export function placesCsv(cores: readonly Core[]): string {
	const [first] = cores;
	if (!first) return "";
	const { rounds } = first;
	const levels = rounds.map(({ id }) => levelsIn(first, id));
	const header = [
		"id",
		"a2",
		...cores.map(({ lang }) => `name_${lang}`),
		...rounds.map(({ id }) => id),
	];
	const rows = first.places.map(({ id, a2 }, i) => [
		id,
		a2,
		...cores.map(({ places }) => places[i]?.name ?? ""),
		...levels.map((level) => level.get(id) ?? ""),
	]);
	return [header, ...rows]
		.map((row) => `${row.map(cell).join(",")}\n`)
		.join("");
}

function cell(text: string): string {
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
