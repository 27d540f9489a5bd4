import { escapeXml } from "../../svg/markup.ts";
import { text } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** The numbered sources, and whose work the page and its map rest on. */
export function sources(setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const items = argument.sources.map(({ id, title, date, url, note }) => {
		const cite = `<cite>${escapeXml(title)}</cite>`;
		const entry = url ? `<a href="${escapeXml(url)}">${cite}</a>` : cite;
		const when = date ? ` <time datetime="${date}">${date}</time>` : "";
		const about = note ? ` <small>${escapeXml(note)}</small>` : "";
		return `<li id="source-${id}">${entry}${when}${about}</li>`;
	});
	return `<section id="sources">
<h2>${escapeXml(strings.sources)}</h2>
<ol>
${items.join("\n")}
</ol>
</section>
<section id="credits">
<h2>${escapeXml(words.credits)}</h2>
<p>${text("boundary-note", setting)}</p>
<p>${text("credit", setting)}</p>
<p>${escapeXml(words.version(core.version))}</p>
</section>`;
}
