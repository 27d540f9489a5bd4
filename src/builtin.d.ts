declare module "*.css";

/** Where a built style sheet is. */
declare module "*.css?url" {
	const url: string;
	export default url;
}

interface ImportMeta {
	/** Vite's; `DEV` is true while its server runs. */
	readonly env: { readonly DEV: boolean };
}

/** The built-in data, made out of `data/` by the plugin in `src/build/plugin.ts`. */
declare module "virtual:tier-map/builtin" {
	type Loader<T> = () => Promise<{ readonly default: T }>;
	type ByLanguage<T> = Readonly<Record<string, Loader<T>>>;
	/** Of the program, as in package.json. */
	export const version: string;
	export const languages: readonly string[];
	export const core: ByLanguage<import("./model/edition.ts").Core>;
	export const argument: ByLanguage<import("./model/edition.ts").Argument>;
	/** Markup of the map at the default round. */
	export const picture: ByLanguage<
		import("./svg/packed-picture.ts").PackedPicture
	>;
	/** The same places' path data by id, for a map that is zoomed into. */
	export const fine: ByLanguage<Readonly<Record<string, string>>>;
	/** Where the arrow keys lead, as `pack` in `geo/neighbours.ts` writes it. */
	export const neighbours: ByLanguage<string>;
	/** All names, in the order of a reader of the language. */
	export const search: ByLanguage<readonly import("./model/names.ts").Names[]>;
	export const world: Loader<import("./geo/world.ts").World>;
}

/** The pieces of the built-in data that figures are made from. */
declare module "virtual:tier-map/figures" {
	type Loader<T> = () => Promise<{ readonly default: T }>;
	type ByLanguage<T> = Readonly<Record<string, Loader<T>>>;
	export const languages: readonly string[];
	export const core: ByLanguage<import("./model/edition.ts").Core>;
	/** Coarser outlines for the web, those of the map for print. */
	export const figures: Readonly<
		Record<
			"web" | "print",
			ByLanguage<Omit<import("./scene/figure/state.ts").FigureData, "core">>
		>
	>;
	export const world: Loader<import("./geo/world.ts").World>;
}
