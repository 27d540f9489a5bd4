/** Figures of data of one's own: from a bundle that has passed. */
import type { Bundle, BundleEdition } from "../model/bundle.ts";
import { figureTexts } from "../model/figure-texts.ts";
import type { Result } from "../model/types.ts";
import type { FigureData } from "../scene/figure/state.ts";
import type { FigureOptions } from "../svg/options.ts";
import { languageIn, wrongLanguage } from "./language.ts";

/** What a figure of one language is made from; undefined where the bundle was made without. */
export function figureOf({
	core,
	argument,
	picture,
	figure,
}: BundleEdition): FigureData | undefined {
	if (!figure) return;
	const atlas = { center: core.center, scale: 1, ...picture, ...figure };
	return { core, texts: figureTexts(core, argument), atlas };
}

/** What the figure is made from, in the language that the options name; where they name none, in English or the first there is. */
export function figureIn(
	{ editions }: Bundle,
	{ lang, center = null }: FigureOptions,
): Result<FigureData> {
	const fail = (path: string, message: string) => ({
		ok: false as const,
		problems: [{ path, message }],
	});
	const languages = Object.keys(editions);
	const key =
		languageIn(lang ?? "en", languages) ?? (lang == null ? languages[0] : "");
	const edition = editions[key ?? ""];
	if (!edition)
		return { ok: false, problems: [wrongLanguage(lang, languages)] };
	const data = figureOf(edition);
	if (!data)
		return fail(
			"data",
			"this bundle has nothing to draw pictures from: build it again with this version of tier-map",
		);
	return center !== null && center !== edition.core.center
		? fail(
				"center",
				`a bundle is drawn about one meridian, ${edition.core.center}°: name the folder it was built from instead`,
			)
		: { ok: true, value: data };
}
