import { frontStringsFor } from "../../i18n/front.ts";
import type { Edition } from "../../model/edition.ts";
import { plainText } from "../../model/tokens.ts";
import { escapeXml } from "../../svg/markup.ts";
import { label, text } from "../argument/prose.ts";
import { type Setting, settingFor, textPageName } from "../argument/setting.ts";
import { data } from "./data.ts";
import { reading } from "./reading.ts";
import { rounds } from "./rounds.ts";

/** The sections under the map, in order. */
const SECTIONS = { reading, rounds, data } as const;
type SectionId = keyof typeof SECTIONS;

/** What opens the page in one language: what it is about, and whether that is still in force. */
export function intro(edition: Edition): string {
	const setting = settingOf(edition);
	const { argument, core, strings } = setting;
	const says = frontStringsFor(core.lang);
	const round = core.rounds.find(({ id }) => id === core.round);
	const links = [
		...ids().map((id) => [id, titleOf(id, setting)]),
		["take", says.take],
	].map(
		([id, title]) =>
			`<li><a href="#${id}-${core.lang}">${escapeXml(title ?? "")}</a></li>`,
	);
	return `<div>
<p class="kicker">${escapeXml(strings.titled(strings.day(core.round), round?.title ?? ""))}</p>
<h1>${escapeXml(plainText(argument.texts.title ?? ""))}</h1>
<p class="status">${label(strings.status, setting)}${text("status", setting)}</p>
</div>
<p class="lead">${escapeXml(plainText(argument.texts.lead ?? ""))}</p>
<nav aria-label="${escapeXml(says.onThisPage)}"><ul>${links.join("")}</ul></nav>`;
}

/** What stands under the map in one language. */
export function sections(edition: Edition): string {
	const setting = settingOf(edition);
	return ids()
		.map(
			(id) => `<section id="${id}-${setting.core.lang}">
<h2>${escapeXml(titleOf(id, setting))}</h2>
<div>${SECTIONS[id](setting)}</div>
</section>`,
		)
		.join("\n");
}

/** The files that can be taken along. */
export function files(edition: Edition): string {
	const { core, words } = settingOf(edition);
	const says = frontStringsFor(core.lang);
	const list = [
		[`tier-map.${core.lang}.svg`, says.picture],
		[`tier-map.${core.lang}.png`, says.social],
		[`frozen.${core.lang}.html`, says.frozen],
		[textPageName(core.lang), words.link],
	];
	return list
		.map(
			([name, title]) =>
				`<li><a href="./${name}">${escapeXml(title ?? "")}</a></li>`,
		)
		.join("");
}

function ids(): SectionId[] {
	return Object.keys(SECTIONS) as SectionId[];
}

function titleOf(id: SectionId, { core, strings }: Setting): string {
	return id === "rounds" ? strings.rounds : frontStringsFor(core.lang)[id];
}

function settingOf(edition: Edition): Setting {
	return settingFor(edition, `./${textPageName(edition.core.lang)}`);
}
