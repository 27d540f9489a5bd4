import { nowLine } from "../../i18n/now.ts";
import { scopeTitle } from "../../i18n/scope.ts";
import { silenceOn } from "../../i18n/silence.ts";
import { stringsFor } from "../../i18n/strings.ts";
import { claimsFor } from "../../model/claims.ts";
import type { CorePlace } from "../../model/edition.ts";
import { embargoesIn } from "../../model/marks.ts";
import { escapeXml } from "../../svg/markup.ts";
import { claimLinks, essay, label, links, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** Every place: its tier and why, what the column says of it or that it is silent, and its map. */
export function places(setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const world = argument.claims.filter((claim) => claim.world);
	return `<section id="places">
<h2>${escapeXml(words.places)}</h2>
<p class="note">${escapeXml(words.placesNote)}${words.gap}${label(strings.aboutWorld, setting)}${claimLinks(world, setting)}</p>
${core.places.map((place) => placeSection(place, setting)).join("\n")}
</section>`;
}

function placeSection(place: CorePlace, setting: Setting): string {
	const { argument, core, levels, strings, words } = setting;
	const { id, name, parent, regions } = place;
	const tier = core.tiers.find((t) => t.id === levels.get(id));
	const about = argument.places[id];
	const others = Object.entries(about?.otherNames ?? {}).map(
		([lang, other]) =>
			` <small lang="${stringsFor(lang).tag}">${escapeXml(other)}</small>`,
	);
	const lines = [`<h3 id="${id}">${escapeXml(name)}${others.join("")}</h3>`];
	if (tier && about)
		lines.push(
			`<p class="rule" data-voice="rule"><a href="#tier-${tier.id}">${escapeXml(tier.name)}</a>${embargo(id, setting)} · ${label(strings.bases[about.basis], setting)}${prose(about.why, setting)}</p>`,
		);
	lines.push(`<p class="rule">${escapeXml(nowLine(core, [id], strings))}</p>`);
	if (about?.dispute)
		lines.push(
			`<p>${label(strings.disputed, setting)}${prose(about.dispute, setting)}</p>`,
		);
	lines.push(column(place, setting));
	const map = `<a href="./?lang=${core.lang}&#38;selected=${id}">${escapeXml(words.onMap(name))}</a>`;
	lines.push(
		`<p class="note">${[
			...(parent
				? [
						prose(
							about?.parentNote ?? strings.parent(`{place:${parent}}`),
							setting,
						),
					]
				: []),
			...(regions.length
				? [`${label(strings.regions, setting)}${links(regions, setting)}`]
				: []),
			map,
		].join(" · ")}</p>`,
	);
	return lines.join("\n");
}

/** That a place is under an embargo of its own, since when, and what it rests on. */
function embargo(place: string, setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const held = embargoesIn(core, core.round).get(place);
	if (!held) return "";
	const { note = "", sources = [] } =
		argument.embargoes?.[held.place]?.[held.since] ?? {};
	const cited = sources.map((source) => `{source:${source}}`).join("");
	return ` · ${escapeXml(strings.embargoSince(strings.day(held.since)))}${words.gap}${prose(`${note}${cited}`, setting)}`;
}

/** What the column says of a place or its regions; what it says of its tier and the world stands elsewhere. */
function column({ id }: CorePlace, setting: Setting): string {
	const { argument, core, levels, strings, words } = setting;
	const scoped = claimsFor(core, argument, id, levels.get(id) ?? null);
	const silence = silenceOn(id, scoped, core, argument, strings);
	// What is said of a tier or the world stands elsewhere.
	const lists = scoped
		.filter(({ scope }) => scope.kind !== "tier" && scope.kind !== "world")
		.map(({ scope, claims }) => {
			const title = words.label(scopeTitle(scope, id, core, strings));
			return `${escapeXml(title)}${words.gap}${claimLinks(claims, setting)}`;
		});
	return `<div class="column" data-voice="column">
<p>${label(strings.column, setting)}${silence ? escapeXml(silence) + words.gap : ""}${lists.join(" · ")}</p>
${essay(id, setting)}
</div>`;
}
