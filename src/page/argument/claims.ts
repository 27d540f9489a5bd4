import { kindOf } from "../../i18n/scope.ts";
import { concernsOf } from "../../model/claims.ts";
import type { Claim } from "../../model/edition.ts";
import { escapeXml } from "../../svg/markup.ts";
import { label, link, listed, prose } from "./prose.ts";
import type { Setting } from "./setting.ts";

/** Every claim of the column, by the section in which it stands first, with what it concerns and its check. */
export function claims(setting: Setting): string {
	const { argument, words } = setting;
	const sections = [...new Set(argument.claims.map(firstSection))];
	// One lettering runs through all the lists, so that a reference finds its letter without a style sheet.
	let start = 1;
	const lists = sections.map((section) => {
		const own = argument.claims.filter((c) => firstSection(c) === section);
		const list = `<h3 id="section-${section}">${escapeXml(words.from(section))}</h3>
<ol type="a" start="${start}">
${own.map((claim) => item(claim, setting)).join("\n")}
</ol>`;
		start += own.length;
		return list;
	});
	return `<section id="claims">
<h2>${escapeXml(words.claims)}</h2>
${lists.join("\n")}
</section>`;
}

const firstSection = ({ sections }: Claim): string => sections[0] ?? "";

function item(claim: Claim, setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const facts = [
		escapeXml(strings.section(claim.sections)),
		...kindOf(claim, strings).map(escapeXml),
		...argument.mechanisms
			.filter(({ id }) => claim.mechanisms.includes(id))
			.map(
				({ id, name }) => `<a href="#mechanism-${id}">${escapeXml(name)}</a>`,
			),
		...(claim.check === "unchecked"
			? [
					`<span data-voice="check">${escapeXml(strings.checks.unchecked)}</span>`,
				]
			: []),
	];
	const concerns = [
		...concernsOf(core, claim).map((id) => link(id, setting)),
		...core.tiers
			.filter(({ id }) => claim.tiers.includes(id))
			.map(({ id, name }) => `<a href="#tier-${id}">${escapeXml(name)}</a>`),
		...(claim.world ? [escapeXml(words.world)] : []),
	];
	return `<li id="claim-${claim.id}">
<p class="column" data-voice="column">${prose(claim.text, setting)}</p>
<p class="note">${facts.join(" · ")} · ${label(strings.alsoAbout, setting)}${listed(concerns, setting)}</p>
${found(claim, setting)}
</li>`;
}

/** What a check found; without an outcome it is a remark of ours. */
function found({ check, finding }: Claim, setting: Setting): string {
	if (!finding) return "";
	const { strings, words } = setting;
	const said = prose(finding, setting);
	return check && check !== "unchecked"
		? `<p class="check" data-voice="check"><b>${escapeXml(words.verdict(strings.check, strings.checks[check]))}</b>${words.gap}${said}</p>`
		: `<p class="ours" data-voice="ours">${label(strings.remark, setting)}${said}</p>`;
}
