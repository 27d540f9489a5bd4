import type { CoreTier, Fact } from "../../model/edition.ts";
import { escapeXml } from "../../svg/markup.ts";
import { claimLinks, essay, label, links, prose, text } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** What the rule says: its status, what holds for several tiers, then tier by tier with its places. */
export function rule(setting: Setting): string {
	const { argument, core, strings } = setting;
	const shared = argument.facts.filter(({ tiers }) => tiers.length > 1);
	return `<section id="rule">
<h2>${escapeXml(strings.rule)}</h2>
<div class="rule" data-voice="rule">
<p id="status">${label(strings.status, setting)}${text("status", setting)}</p>
${factList(shared, setting)}
</div>
${core.tiers.map((tier) => tierSection(tier, setting)).join("\n")}
</section>`;
}

function tierSection({ id, name }: CoreTier, setting: Setting): string {
	const { argument, core, levels, strings } = setting;
	const facts = argument.facts.filter(
		({ tiers }) => tiers.length === 1 && tiers.includes(id),
	);
	const places = core.places.filter((place) => levels.get(place.id) === id);
	const claims = argument.claims.filter(({ tiers }) => tiers.includes(id));
	const count = strings.places(places.length);
	return `<section id="tier-${id}">
<h3>${escapeXml(name)}</h3>
<div class="rule" data-voice="rule">
<p>${prose(argument.tiers[id] ?? "", setting)}</p>
${factList(facts, setting)}
<p class="places">${label(count, setting)}${links(
		places.map((place) => place.id),
		setting,
	)}</p>
</div>
<div class="column" data-voice="column">
<h4>${escapeXml(strings.column)}</h4>
${essay(`tier-${id}`, setting)}
${claims.length ? `<p class="note">${label(strings.aboutTier(name), setting)}${claimLinks(claims, setting)}</p>` : ""}
</div>
</section>`;
}

function factList(facts: readonly Fact[], setting: Setting): string {
	if (!facts.length) return "";
	const items = facts.map((fact) => `<li>${prose(fact.text, setting)}</li>`);
	return `<ul>\n${items.join("\n")}\n</ul>`;
}
