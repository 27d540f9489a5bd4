/** The built-in data, made out of `data/` by the plugin in `src/build/plugin.ts`. */
declare module "virtual:tier-map/builtin" {
	type Loader<T> = () => Promise<{ readonly default: T }>;
	type ByLanguage<T> = Readonly<Record<string, Loader<T>>>;
	export const languages: readonly string[];
	export const core: ByLanguage<import("./model/edition.ts").Core>;
	export const argument: ByLanguage<import("./model/edition.ts").Argument>;
	/** Markup of the map at the default round. */
	export const picture: ByLanguage<string>;
	export const world: Loader<import("./geo/world.ts").World>;
}
