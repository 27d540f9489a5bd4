import type { Core } from "../model/edition.ts";
import type { LangKey } from "../model/types.ts";
import { type ByLanguage, inLanguage, isSpoken } from "./languages.ts";
import type { MapStrings } from "./map-strings.ts";
import type { Strings } from "./strings.ts";

/** Loads a language's strings; the map's own come first. */
interface Loaders {
	map(): Promise<MapStrings>;
	all(): Promise<Strings>;
}

const en: Loaders = {
	map: async () => (await import("./map/en.ts")).mapEn,
	all: async () => (await import("./en.ts")).en,
};

const zh: Loaders = {
	map: async () => (await import("./map/zh.ts")).mapZh,
	all: async () => (await import("./zh.ts")).zh,
};

const languages: ByLanguage<Loaders> = { en, zh };

/** Loads what the map itself says, in a language of the data; in English where the interface isn't written in it. */
export function loadMapStrings(lang: LangKey): Promise<MapStrings> {
	return inLanguage(languages, lang).map();
}

/** Loads everything that the interface says to a reader of the data, with what the data itself gives. */
export async function stringsOf(core: Core): Promise<Strings> {
	return withGiven(await inLanguage(languages, core.lang).all(), core);
}

/** Strings for a reader of the data, with those that the data itself gives. */
export async function withGiven<T extends MapStrings>(
	base: T,
	{ lang, strings }: Core,
): Promise<T> {
	const own = isSpoken(lang);
	if (own && !strings) return base;
	const { spoken } = await import("./given.ts");
	return spoken(base, strings ?? {}, own ? null : lang);
}
