import { stringsFor } from "../i18n/strings.ts";
import { textPageStringsFor } from "../i18n/text-page.ts";
import { type Edition, edition } from "../model/edition.ts";
import { levelsIn } from "../model/levels.ts";
import type { Dataset } from "../model/types.ts";
import { escapeXml } from "../svg/markup.ts";
import { plain } from "./argument/prose.ts";
import { textPageName } from "./argument/setting.ts";

/**
 * Fills the page's placeholders: `{{text:title en}}` with a text of the data, and
 * `{{fallback en}}` with what is read where no script runs, `{{picture en}}` with the map that is there
 * before the script, which the element takes over.
 *
 * @param html the page as written
 * @param dataset the texts
 * @param picture markup of the map by language
 */
export function fillPage(
	html: string,
	dataset: Dataset,
	picture: (lang: string) => string,
): string {
	return html
		.replace(/\{\{picture (\w+)\}\}/g, (_, lang: string) =>
			picture(lang).replace(
				"<svg ",
				`<svg data-picture="${lang}" aria-hidden="true" `,
			),
		)
		.replace(/\{\{text:([\w-]+) (\w+)\}\}/g, (_, key: string, lang: string) =>
			escapeXml(plain(dataset.texts[key]?.[lang] ?? "")),
		)
		.replace(/\{\{fallback (\w+)\}\}/g, (_, lang: string) =>
			fallback(edition(dataset, lang)),
		);
}

/** The thesis and the places of every tier, as text. */
function fallback({ core, argument }: Edition): string {
	const strings = stringsFor(core.lang);
	const levels = levelsIn(core, core.round);
	const tiers = core.tiers.map(({ id, name }) => {
		const names = core.places
			.filter((place) => levels.get(place.id) === id)
			.map((place) => place.name)
			.sort(new Intl.Collator(core.lang).compare);
		return `<dt>${escapeXml(name)} <span>${strings.places(names.length)}</span></dt>
			<dd>${escapeXml(argument.tiers[id] ?? "")}<br />${escapeXml(strings.list(names))}</dd>`;
	});
	const paragraph = (key: string) =>
		`<p>${escapeXml(plain(argument.texts[key] ?? ""))}</p>`;
	return `<section class="fallback" lang="${strings.tag}">
		<h2>${escapeXml(strings.column)}</h2>
		${paragraph("thesis")}${paragraph("definition")}${paragraph("column-credit")}
		<h2>${escapeXml(strings.rule)}</h2>
		${paragraph("status")}
		<dl>${tiers.join("")}</dl>
		<p><a href="./${textPageName(core.lang)}">${escapeXml(textPageStringsFor(core.lang).link)}</a></p>
	</section>`;
}
