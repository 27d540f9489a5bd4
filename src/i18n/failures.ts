import type { ByLanguage } from "./languages.ts";

/** What is said where nothing else could be loaded. */
export interface Failures {
	/** BCP 47 tag for the `lang` attribute. */
	readonly tag: string;
	readonly failed: string;
	/** Of a page of our own, whatever it is that didn’t come. */
	readonly unloaded: string;
	readonly retry: string;
}

const en: Failures = {
	tag: "en",
	failed: "The map could not be loaded.",
	unloaded: "Part of this page could not be loaded.",
	retry: "Try again",
};

const zh: Failures = {
	tag: "zh-Hans",
	failed: "地图未能加载。",
	unloaded: "本页有部分内容未能加载。",
	retry: "重试",
};

export const failures: ByLanguage<Failures> = { en, zh };
