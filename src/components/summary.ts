import type { Strings } from "../i18n/strings.ts";
import type { Core } from "../model/edition.ts";
import { countLevels } from "../model/levels.ts";
import { embargoesIn } from "../model/marks.ts";
import type { TierId } from "../model/types.ts";

/**
 * What the map shows, in a sentence: "254 places with their levels as of 13 January 2025. Tier 1: …".
 *
 * @param round id of the round whose levels these are
 */
export function summary(
	core: Core,
	levels: ReadonlyMap<string, TierId>,
	round: string,
	strings: Strings,
): string {
	const words = strings.table;
	const counts = countLevels(core, levels);
	const tiers = core.tiers.flatMap(({ id, name }) => {
		const count = counts.get(id)?.places;
		return count ? [words.inTier(name, count)] : [];
	});
	const embargoed = embargoesIn(core, round).size;
	return [
		words.summary(
			core.places.length,
			strings.day(round),
			tiers.join(words.tierSeparator),
		),
		...(embargoed ? [words.embargoed(embargoed)] : []),
	].join(words.sentenceSpace);
}
