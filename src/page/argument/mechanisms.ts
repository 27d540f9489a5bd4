import { escapeXml } from "../../svg/markup.ts";
import { claimLinks, label, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The ways in which, in the column's view, a restriction's effect wears off. */
export function mechanisms(setting: Setting): string {
	const { argument, strings, words } = setting;
	const items = argument.mechanisms.map(({ id, name, response, less }) => {
		const claims = argument.claims.filter((c) => c.mechanisms.includes(id));
		return `<li id="mechanism-${id}"><h3>${escapeXml(name)}</h3>
<p>${label(strings.response, setting)}${prose(response, setting)}</p>
<p>${label(strings.effect, setting)}${prose(less, setting)}${words.gap}${claimLinks(claims, setting)}</p></li>`;
	});
	return `<section class="column" id="mechanisms">
<h2>${escapeXml(words.mechanisms)}</h2>
<ol>
${items.join("\n")}
</ol>
</section>`;
}
