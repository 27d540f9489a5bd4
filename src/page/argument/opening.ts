import { escapeXml } from "../../svg/markup.ts";
import { text } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The thesis, in the column's voice, and how the voices are told apart. */
export function opening(setting: Setting): string {
	const { strings, words } = setting;
	const weigh = setting.argument.texts.weigh
		? `<section class="ours" id="weigh" data-voice="ours">
<h2>${escapeXml(strings.weigh)}</h2>
<p>${text("weigh", setting)}</p>
</section>
`
		: "";
	return `<section class="column" id="thesis" data-voice="column">
<h2>${escapeXml(strings.thesis)}</h2>
<p>${text("thesis", setting)}</p>
<h3>${escapeXml(strings.definition)}</h3>
<p>${text("definition", setting)}</p>
<p class="note">${text("column-credit", setting)}</p>
</section>
${weigh}<section id="voices">
<h2>${escapeXml(words.voices)}</h2>
<dl>
<dt>${escapeXml(strings.rule)}</dt>
<dd>${escapeXml(words.ruleVoice)}</dd>
<dt>${escapeXml(strings.column)}</dt>
<dd>${escapeXml(words.columnVoice)}</dd>
<dt>${escapeXml(strings.check)}</dt>
<dd>${text("about-check", setting)}</dd>
<dt>${escapeXml(words.ours)}</dt>
<dd>${escapeXml(words.oursVoice)}</dd>
</dl>
<p class="note">${escapeXml(words.marks)}</p>
</section>`;
}
