import { figureStringsFor } from "../../i18n/figure.ts";
import { frontStringsFor } from "../../i18n/front.ts";
import type { CoreTier } from "../../model/edition.ts";
import { escapeXml } from "../../svg/markup.ts";
import type { Setting } from "../argument/setting.ts";
import {
	disputedSign,
	dotSign,
	embargoSign,
	reliefSign,
	tierSign,
} from "./signs.ts";

/** What the colours and signs mean, how the voices are told apart, and how to get to a place. */
export function reading(setting: Setting): string {
	const { core, strings, words } = setting;
	const says = frontStringsFor(core.lang);
	const figure = figureStringsFor(core);
	return `<div class="columns">
<div>
<h3>${escapeXml(strings.legend)}</h3>
<dl class="signs">
${core.tiers.map((tier) => tierEntry(tier, setting)).join("\n")}
</dl>
<p class="note">${escapeXml(says.countsNote)}</p>
</div>
<div>
<h3>${escapeXml(words.voices)}</h3>
<p class="rule" data-voice="rule"><b>${escapeXml(strings.rule)}</b> ${escapeXml(words.ruleVoice)}</p>
<p class="column" data-voice="column"><b>${escapeXml(strings.column)}</b> ${escapeXml(words.columnVoice)}</p>
<p class="check" data-voice="check"><b>${escapeXml(strings.check)}</b> ${escapeXml(`✓ ${strings.checks.confirmed} · ≠ ${strings.checks.differs} · ? ${strings.checks["not-found"]} · ○ ${strings.checks.unchecked}`)}</p>
<p class="ours" data-voice="ours"><b>${escapeXml(words.ours)}</b> ${escapeXml(words.oursVoice)}</p>
<h3>${escapeXml(says.signs)}</h3>
<dl class="signs">
<dt>${embargoSign(core.tiers)}${escapeXml(figure.embargo)}</dt>
<dd>${escapeXml(says.embargo)}</dd>
<dt>${reliefSign()}${escapeXml(figure.relief)}</dt>
<dd>${escapeXml(says.relief)}</dd>
<dt>${disputedSign()}${escapeXml(figure.disputed)}</dt>
<dd>${escapeXml(says.disputed)}</dd>
<dt>${dotSign()}${escapeXml(figure.smallPlaces)}</dt>
<dd>${escapeXml(says.dots)}</dd>
</dl>
<h3>${escapeXml(says.ways)}</h3>
<p>${escapeXml(says.waysTo)}</p>
</div>
</div>`;
}

function tierEntry(tier: CoreTier, setting: Setting): string {
	const { argument, core, levels, strings } = setting;
	const places = core.places.filter(({ id }) => levels.get(id) === tier.id);
	const counts = frontStringsFor(core.lang).counts(
		strings.places(places.length),
		places.filter(({ destination }) => destination).length,
	);
	return `<dt>${tierSign(tier)}${escapeXml(tier.name)}</dt>
<dd>${escapeXml(argument.tiers[tier.id] ?? "")} <span>${escapeXml(counts)}</span></dd>`;
}
