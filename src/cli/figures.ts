import { figureData, languages } from "../figures/built-in.ts";
import type { LangKey, Result } from "../model/types.ts";
import type { FigureData } from "../scene/figure/state.ts";
import type { FigureOptions } from "../svg/options.ts";

/** What figures are drawn from. */
export interface Figures {
	readonly languages: readonly LangKey[];
	/** What one figure is made from. */
	of(options: FigureOptions): Promise<Result<FigureData>>;
}

/**
 * The data that `--data` names.
 *
 * @param path of a data folder, or of a bundle; nothing means the built-in data
 * @throws {Failure} that lists every problem of the folder or bundle
 */
export async function figuresOf(path: string | undefined): Promise<Figures> {
	if (path === undefined) return { languages, of: figureData };
	// Reading data takes more of the program than drawing it.
	return (await import("./data/figures.ts")).ownFigures(path);
}
