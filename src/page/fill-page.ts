import { embedStringsFor } from "../i18n/embed.ts";
import { failures } from "../i18n/failures.ts";
import { frontStringsFor } from "../i18n/front.ts";
import { inLanguage } from "../i18n/languages.ts";
import { stringsFor, tagOf } from "../i18n/strings.ts";
import { textPageStringsFor } from "../i18n/text-page.ts";
import { type Edition, edition } from "../model/edition.ts";
import { levelsIn } from "../model/levels.ts";
import { plainText } from "../model/tokens.ts";
import type { Dataset } from "../model/types.ts";
import { escapeXml } from "../svg/markup.ts";
import { textPageName } from "./argument/setting.ts";
import { files, intro, sections } from "./front/front.ts";
import { tierSign } from "./front/signs.ts";

/** What the program itself says, by the word before the colon of a placeholder. */
const WORDS: Readonly<Record<string, (lang: string) => object>> = {
	embed: embedStringsFor,
	failure: (lang) => inLanguage(failures, lang),
	front: frontStringsFor,
	page: textPageStringsFor,
};

/** Larger parts of the page, by their placeholder. */
const PIECES: Readonly<Record<string, (edition: Edition) => string>> = {
	fallback,
	files,
	intro,
	sections,
};

/**
 * Fills the page's placeholders: `{{text:title en}}` with a text of the data, `{{embed:heading en}}` and
 * `{{page:link en}}` with one of the interface, `{{intro en}}`, `{{sections en}}` and `{{files en}}` with a part of the page, `{{fallback en}}`
 * with what is read where no script runs, `{{picture en}}` with the map that is there before the script, which the element takes over.
 *
 * What stands between `{{each language}}` and `{{end}}` is repeated for every language: there, placeholders leave the
 * language out, and `{{lang}}` is its key, `{{tag}}` its BCP 47 tag. `{{tags}}` is the list of all tags.
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
	const { languages } = dataset.manifest;
	return html
		.replace(
			/[ \t]*\{\{each language\}\}\n?(.*?)[ \t]*\{\{end\}\}\n?/gs,
			(_, block: string) =>
				languages
					.map((lang) =>
						block
							.replace(
								/\{\{([a-z]+:[\w-]+|fallback|files|intro|sections)\}\}/g,
								`{{$1 ${lang}}}`,
							)
							.replaceAll("{{lang}}", lang)
							.replaceAll("{{tag}}", tagOf(lang)),
					)
					.join(""),
		)
		.replaceAll("{{tags}}", languages.map(tagOf).join(" "))
		.replace(
			/\{\{([a-z]+):([\w-]+) ([\w-]+)\}\}/g,
			(_, source: string, key: string, lang: string) =>
				escapeXml(
					source === "text"
						? plainText(dataset.texts[key]?.[lang] ?? "")
						: wordOf(source, key, lang),
				),
		)
		.replace(/\{\{picture ([\w-]+)\}\}/g, (_, lang: string) =>
			picture(lang).replace("<svg ", `<svg data-picture="${lang}" `),
		)
		.replace(
			/\{\{(fallback|files|intro|sections) ([\w-]+)\}\}/g,
			(_, piece: string, lang: string) =>
				PIECES[piece]?.(edition(dataset, lang)) ?? "",
		);
}

function wordOf(source: string, key: string, lang: string): string {
	const word: unknown = Object.entries(WORDS[source]?.(lang) ?? {}).find(
		([name]) => name === key,
	)?.[1];
	if (typeof word !== "string")
		throw new Error(`{{${source}:${key} ${lang}}} is no text of the interface`);
	return word;
}

/** The legend of the picture, the thesis, and the places of every tier, as text. */
function fallback({ core, argument }: Edition): string {
	const strings = stringsFor(core.lang);
	const levels = levelsIn(core, core.round);
	const placesOf = (tier: string) =>
		core.places.filter(({ id }) => levels.get(id) === tier);
	const shown = core.tiers.filter(({ id }) => placesOf(id).length);
	const signs = shown.map(
		(tier) => `<li>${tierSign(tier)} ${escapeXml(tier.name)}</li>`,
	);
	const tiers = core.tiers.map(({ id, name }) => {
		const names = placesOf(id)
			.map((place) => place.name)
			.sort(new Intl.Collator(core.lang).compare);
		return `<dt>${escapeXml(name)} <span>${strings.places(names.length)}</span></dt>
			<dd>${escapeXml(argument.tiers[id] ?? "")}<br />${escapeXml(strings.list(names))}</dd>`;
	});
	const paragraph = (key: string) =>
		`<p>${escapeXml(plainText(argument.texts[key] ?? ""))}</p>`;
	return `<section class="fallback" lang="${tagOf(core.lang)}" data-language="${core.lang}">
		<ul class="legend" aria-label="${escapeXml(strings.legend)}">${signs.join("")}</ul>
		<h2>${escapeXml(strings.column)}</h2>
		${paragraph("thesis")}${paragraph("definition")}${paragraph("column-credit")}
		<h2>${escapeXml(strings.rule)}</h2>
		${paragraph("status")}
		<dl>${tiers.join("")}</dl>
		<p><a href="./${textPageName(core.lang)}">${escapeXml(textPageStringsFor(core.lang).link)}</a></p>
	</section>`;
}
