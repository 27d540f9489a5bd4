import type { Argument, Core } from "./edition.ts";
import { parseText, plainText } from "./tokens.ts";

/** What a figure prints of the argument's texts: plain, without tokens. */
export interface FigureTexts {
	readonly title: string;
	/** Whether the rule of the default round is still in force. */
	readonly status: string;
	readonly boundaries: string;
	readonly credit: string;
	/** Titles of the sources of a round, by its id. */
	readonly sources: Readonly<Record<string, readonly string[]>>;
}

/** Takes out of the argument what figures print. */
export function figureTexts(core: Core, argument: Argument): FigureTexts {
	const { texts, rounds } = argument;
	const said = (key: string) => plainText(texts[key] ?? "");
	const sources = (text: string) =>
		parseText(text).flatMap((segment) =>
			segment.kind === "source"
				? argument.sources.filter(({ id }) => id === segment.id)
				: [],
		);
	return {
		title: said("figure-title") || said("title"),
		status: said("status"),
		boundaries: said("boundary-note"),
		credit: said("credit"),
		sources: Object.fromEntries(
			core.rounds.map(({ id }) => [
				id,
				[...new Set(sources(rounds[id] ?? "").map(({ title }) => title))],
			]),
		),
	};
}
