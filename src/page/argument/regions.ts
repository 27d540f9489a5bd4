import { scopeTitle } from "../../i18n/scope.ts";
import { silenceOn } from "../../i18n/silence.ts";
import { claimsFor } from "../../model/claims.ts";
import type { CoreRegion } from "../../model/edition.ts";
import { escapeXml } from "../../svg/markup.ts";
import { claimLinks, essay, label, links, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The regions of which the argument speaks, or says that the column doesn't, with their members. */
export function regions(setting: Setting): string {
	const { core, words } = setting;
	return `<section id="regions">
<h2>${escapeXml(words.regions)}</h2>
${core.regions.map((region) => regionSection(region, setting)).join("\n")}
</section>`;
}

function regionSection({ id, name }: CoreRegion, setting: Setting): string {
	const { argument, core, strings } = setting;
	const members = core.places.filter((place) => place.regions.includes(id));
	const scoped = claimsFor(core, argument, id, null);
	const silence = silenceOn(id, scoped, core, argument, strings);
	const own = scoped.find(({ scope }) => scope.kind === "region");
	return `<h3 id="${id}">${escapeXml(name)}</h3>
<div class="column" data-voice="column">
<h4>${escapeXml(strings.column)}</h4>
${silence ? `<p>${escapeXml(silence)}</p>` : ""}
${essay(id, setting)}
${own ? `<p class="note">${label(scopeTitle(own.scope, id, core, strings), setting)}${claimLinks(own.claims, setting)}</p>` : ""}
</div>
<p class="places">${label(strings.members, setting)}${links(
		members.map((place) => place.id),
		setting,
	)}</p>
<p class="note">${prose(argument.regions[id] ?? "", setting)}</p>`;
}
