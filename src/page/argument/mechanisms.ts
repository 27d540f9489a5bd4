import { escapeXml } from "../../svg/markup.ts";
import { claimLinks, label, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The ways in which an effect wears off: the column's points, as we group them, and what we infer from each. */
export function mechanisms(setting: Setting): string {
	const { argument, strings, words } = setting;
	const items = argument.mechanisms.map(({ id, name, response, less }) => {
		const claims = argument.claims.filter((c) => c.mechanisms.includes(id));
		return `<li id="mechanism-${id}"><h3>${escapeXml(name)}</h3>
<p class="column" data-voice="column">${label(strings.response, setting)}${prose(response, setting)}${words.gap}${claimLinks(claims, setting)}</p>
<p>${label(strings.effect, setting)}${prose(less, setting)}</p></li>`;
	});
	return `<section class="ours" id="mechanisms" data-voice="ours">
<h2>${escapeXml(words.mechanisms)}</h2>
<p class="note">${escapeXml(strings.grouped)}${words.gap}${escapeXml(strings.inferred)}</p>
<ol>
${items.join("\n")}
</ol>
</section>`;
}
