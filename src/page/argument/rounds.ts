import { datesOf } from "../../i18n/round-dates.ts";
import { nameOf } from "../../model/edition.ts";
import { levelName } from "../../model/levels.ts";
import { type RoundReach, roundReaches } from "../../model/rounds.ts";
import type { TierId } from "../../model/types.ts";
import { escapeXml } from "../../svg/markup.ts";
import { label, links, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The most places that are listed by name at the level of those that a round doesn't name. */
const LISTED = 30;

/** Every round of control: what it does, and whose level it changes. */
export function rounds(setting: Setting): string {
	const { core, strings } = setting;
	const items = roundReaches(core).map((reach) => roundSection(reach, setting));
	return `<section id="rounds">
<h2>${escapeXml(strings.rounds)}</h2>
${items.join("\n")}
</section>`;
}

function roundSection(reach: RoundReach, setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const { id, kind, title, established, relief = [] } = reach.round;
	const known = [
		...(established ? [strings.established[established]] : []),
		...datesOf(reach.round, strings),
	].join(" · ");
	const names = relief.map((place) => nameOf(core, place));
	const lists = core.tiers.flatMap((tier) => changes(tier.id, reach, setting));
	return `<h3 id="${id}"><time datetime="${id}">${escapeXml(strings.day(id))}</time> ${escapeXml(title)}</h3>
<p class="rule">${label(words.roundKinds[kind], setting)}${prose(argument.rounds[id] ?? "", setting)}</p>
${known ? `<p class="note">${escapeXml(known)}</p>\n` : ""}${names.length ? `<p>${escapeXml(strings.reliefFor(names))}</p>\n` : ""}${
	lists.length
		? `<p>${label(strings.changes, setting)}</p>\n<ul>\n${lists.join("\n")}\n</ul>`
		: `<p>${escapeXml(strings.noChange)}</p>`
}`;
}

/** The places that a round moved to a level, as an item of a list; none where there are none. */
function changes(
	level: TierId,
	{ changes, round }: RoundReach,
	setting: Setting,
): string[] {
	const { core, strings, words } = setting;
	const places = changes.flatMap((c) => (c.to === level ? [c.place.id] : []));
	if (!places.length) return [];
	const list =
		level === round.rest && places.length > LISTED
			? escapeXml(words.unnamed(strings.places(places.length)))
			: links(places, setting);
	return [
		`<li>${label(levelName(core, level, round.id), setting)}${list}</li>`,
	];
}
