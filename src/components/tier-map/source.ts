import {
	argument,
	core,
	fine,
	languages,
	neighbours,
	picture,
	search,
	world,
} from "virtual:tier-map/builtin";
import type { World } from "../../geo/world.ts";
import type { Argument, Core } from "../../model/edition.ts";
import type { Names } from "../../model/names.ts";
import type { LangKey, Problem } from "../../model/types.ts";
import type { FigureData } from "../../scene/figure/state.ts";
import type { FigureOptions } from "../../svg/options.ts";
import { unpackPicture } from "../../svg/packed-picture.ts";
import { parseAddress } from "../parse-address.ts";

type Loader<T> = () => Promise<{ readonly default: T }>;
/** A piece in each of the languages. */
export type ByLanguage<T> = Readonly<Record<LangKey, Loader<T>>>;

/** Where a map gets its data, piece by piece. */
export interface Source {
	/** `built-in`, or the address of a bundle. */
	readonly bundle: string;
	readonly languages: readonly LangKey[];
	readonly core: ByLanguage<Core>;
	readonly argument: ByLanguage<Argument>;
	/** Markup that the build made, or nodes of one map's own. */
	readonly picture: ByLanguage<string | SVGSVGElement>;
	readonly fine: ByLanguage<Readonly<Record<string, string>>>;
	readonly neighbours: ByLanguage<string>;
	readonly search: ByLanguage<readonly Names[]>;
	/**
	 * What pictures to save are made from; null where `built-in.ts` has it.
	 *
	 * @throws {TypeError} that says why there can be none
	 */
	readonly figure: ((options: FigureOptions) => Promise<FigureData>) | null;
	/** What can be projected about another meridian; bundles have none. */
	readonly world: Loader<World> | null;
}

/** Why a source can't be used: every problem. */
export class SourceError extends Error {
	override readonly name = "SourceError";
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(
			problems.map(({ path, message }) => `${path}: ${message}`).join("\n"),
		);
		this.problems = problems;
	}
}

export const builtIn: Source = {
	bundle: "built-in",
	languages,
	core,
	argument,
	picture: Object.fromEntries(
		languages.map((lang) => [
			lang,
			async () => {
				const packed = await picture[lang]?.();
				return { default: packed ? unpackPicture(packed.default) : "" };
			},
		]),
	),
	fine,
	neighbours,
	search,
	figure: null,
	world,
};

/**
 * The source at an address; maps of a page share what is there, and never a failure.
 *
 * @param src as in the attribute, relative to the page
 * @param signal ends the loading
 * @throws SourceError, or the signal's reason
 */
export async function sourceAt(
	src: string | null,
	signal = new AbortController().signal,
): Promise<Source> {
	if (!src) return builtIn;
	const href = parseAddress(src, document.baseURI)?.href ?? src;
	const { bundleAt } = await import("./bundle-source.ts");
	return bundleAt(href, () => import("../../figures/own.ts"), signal);
}
