/** Figures of the built-in data: one path for the page's button, the npm package and the command line. */
import {
	core as coreOf,
	figures,
	languages,
	world,
} from "virtual:tier-map/figures";
import type { Core } from "../model/edition.ts";
import type { Problem, Result } from "../model/types.ts";
import type { FigureData } from "../scene/figure/state.ts";
import type { FigureOptions } from "../svg/options.ts";
import { drawSVG } from "../svg/render.ts";
import { languageIn, wrongLanguage } from "./language.ts";

export { languages };

/**
 * A figure as the text of an SVG file.
 *
 * @param data what it is made from, where not from the built-in data
 * @param options what to draw; English and the default round where they say nothing
 * @throws {TypeError} that lists everything wrong with the options and what is allowed
 */
export async function toSVG(
	options: FigureOptions = {},
	data?: FigureData,
): Promise<string> {
	const result = data ? drawSVG(data, options) : await drawFigure(options);
	if (result.ok) return result.value;
	throw new TypeError(listed(result.problems));
}

/** The same, with problems as values. */
export async function drawFigure(
	options: FigureOptions,
): Promise<Result<string>> {
	const data = await figureData(options);
	return data.ok ? drawSVG(data.value, options) : data;
}

/** What the figure is made from, in the language and about the meridian that the options name. */
export async function figureData({
	lang = "en",
	profile = "web",
	center = null,
}: FigureOptions): Promise<Result<FigureData>> {
	const key = languageIn(lang, languages) ?? "";
	const use = profile === "web" ? "web" : "print";
	const [core, figure] = await Promise.all([
		coreOf[key]?.(),
		figures[use][key]?.(),
	]);
	if (!core || !figure)
		return { ok: false, problems: [wrongLanguage(lang, languages)] };
	const data = { core: core.default, ...figure.default };
	const own = ownCenter(data.core, center);
	if (own === null) return { ok: true, value: data };
	const [{ default: topology }, { figureAtlas }] = await Promise.all([
		world(),
		import("../scene/figure/atlas.ts"),
	]);
	const atlas = figureAtlas(topology, own, use);
	return { ok: true, value: { ...data, atlas } };
}

/** A meridian that the build didn't foresee, in degrees. */
function ownCenter(core: Core, center: unknown): number | null {
	return typeof center === "number" &&
		Number.isFinite(center) &&
		center !== core.center
		? center
		: null;
}

function listed(problems: readonly Problem[]): string {
	return problems.map(({ path, message }) => `${path}: ${message}`).join("\n");
}
