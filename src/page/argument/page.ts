import { stringsFor } from "../../i18n/strings.ts";
import { textPageStringsFor } from "../../i18n/text-page.ts";
import type { Edition } from "../../model/edition.ts";
import { plainText } from "../../model/tokens.ts";
import type { LangKey } from "../../model/types.ts";
import { escapeXml } from "../../svg/markup.ts";
import { claims } from "./claims.ts";
import { mechanisms } from "./mechanisms.ts";
import { opening } from "./opening.ts";
import { places } from "./places.ts";
import { regions } from "./regions.ts";
import { rounds } from "./rounds.ts";
import { rule } from "./rule.ts";
import { type Setting, settingFor, textPageName } from "./setting.ts";
import { sources } from "./sources.ts";

/**
 * The whole argument as one page of semantic HTML, for readers without a script, search engines and archives.
 *
 * @param edition one language of the data
 * @param languages of the data, each of which has such a page
 * @param styles URL of the style sheet
 * @returns a whole HTML document
 */
export function textPage(
	edition: Edition,
	languages: readonly LangKey[],
	styles: string,
): string {
	const setting = settingFor(edition);
	const { argument, core, strings, words } = setting;
	const title = plainText(argument.texts.title ?? "");
	const lead = plainText(argument.texts.lead ?? "");
	return `<!DOCTYPE html>
<html lang="${strings.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title + words.asText)}</title>
<meta name="description" content="${escapeXml(lead)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeXml(title)}">
<meta property="og:description" content="${escapeXml(lead)}">
<meta property="og:url" content="{{site}}${textPageName(core.lang)}">
<meta property="og:image" content="{{site}}tier-map.${core.lang}.png" vite-ignore>
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${escapeXml(plainText(argument.texts["figure-title"] ?? title))}">
<meta name="twitter:card" content="summary_large_image">
<link rel="icon" href="./favicon.svg" type="image/svg+xml">
${languages
	.map(
		(lang) =>
			`<link rel="alternate" hreflang="${stringsFor(lang).tag}" href="./${textPageName(lang)}">`,
	)
	.join("\n")}
<link rel="stylesheet" href="${escapeXml(styles)}">
</head>
<body>
<header>
<p class="links"><a href="./?lang=${core.lang}">${escapeXml(words.map)}</a>${languages
		.filter((lang) => lang !== core.lang)
		.map(otherLanguage)
		.join("")}</p>
<h1>${escapeXml(title)}</h1>
<p class="lead">${escapeXml(lead)}</p>
${contents(setting)}
</header>
<main>
${[opening, rule, mechanisms, claims, regions, rounds, places, sources]
	.map((section) => section(setting))
	.join("\n")}
</main>
</body>
</html>
`;
}

function otherLanguage(lang: LangKey): string {
	const { tag } = stringsFor(lang);
	return ` · <a href="./${textPageName(lang)}" hreflang="${tag}" lang="${tag}">${escapeXml(textPageStringsFor(lang).language)}</a>`;
}

function contents({ strings, words }: Setting): string {
	const sections = {
		thesis: strings.thesis,
		voices: words.voices,
		rule: strings.rule,
		mechanisms: words.mechanisms,
		claims: words.claims,
		regions: words.regions,
		rounds: strings.rounds,
		places: words.places,
		sources: strings.sources,
		credits: words.credits,
	};
	const items = Object.entries(sections).map(
		([id, name]) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`,
	);
	return `<nav aria-label="${escapeXml(words.contents)}">
<ul>
${items.join("\n")}
</ul>
</nav>`;
}
