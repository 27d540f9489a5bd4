import { toSVG } from "../../figures/built-in.ts";
import { languageOf } from "../../i18n/languages.ts";
import type { Core } from "../../model/edition.ts";
import type { Pick } from "../../model/pick.ts";
import type { FigureOptions } from "../../svg/options.ts";
import { inheritedLanguage } from "../tier-map/language.ts";
import { builtIn, type Source } from "../tier-map/source.ts";
import type { TierMap } from "../tier-map/tier-map.ts";
import { fileName, pngOf, save } from "./files.ts";

/** What of the map's state its own properties don't say. */
export interface Shown {
	readonly source: Source;
	readonly core: Core | null;
	/** The round shown, or none yet. */
	readonly round: string;
	readonly picked: Pick | null;
}

/** Below this width in pixels the map is saved in the layout for phones. */
const NARROW = 600;

/** The map as the text of an SVG file, as `TierMap.toSVG` says. */
export async function svgOf(
	map: TierMap,
	shown: Shown,
	options: FigureOptions = {},
): Promise<string> {
	const asked = { ...seen(map, shown), ...options };
	return toSVG(asked, await shown.source.figure?.(asked));
}

/** Saves the map as a file, as `TierMap.download` says. */
export async function download(
	map: TierMap,
	shown: Shown,
	format: "svg" | "png",
	scale: number,
): Promise<string> {
	const { round, lang, selected } = seen(map, shown);
	const name = fileName(
		[round, lang, selected],
		scale === 1 ? `.${format}` : `@${scale}x.${format}`,
	);
	const svg = await svgOf(map, shown);
	const blob =
		format === "png"
			? await pngOf(svg, scale)
			: new Blob([svg], { type: "image/svg+xml" });
	save(blob, name);
	return name;
}

/** What the reader sees, as options of a figure. */
function seen(map: TierMap, { source, core, round, picked }: Shown) {
	const { colorScheme } = getComputedStyle(map);
	const dark =
		map.theme === "auto" && colorScheme.includes("light dark")
			? matchMedia("(prefers-color-scheme: dark)").matches
			: colorScheme.includes("dark");
	return {
		lang: core?.lang ?? languageOf(inheritedLanguage(map), builtIn.languages),
		round: round || null,
		selected: picked?.id ?? null,
		tier: core?.tiers.some(({ id }) => id === map.tier) ? map.tier : null,
		theme: dark ? ("dark" as const) : ("light" as const),
		layout:
			map.clientWidth > 0 && map.clientWidth < NARROW
				? ("narrow" as const)
				: ("wide" as const),
		// A bundle is drawn about one meridian.
		center: source.world ? map.center : null,
	};
}
