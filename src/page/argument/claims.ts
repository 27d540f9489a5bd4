import type { Claim } from "../../model/edition.ts";
import type { Check } from "../../model/types.ts";
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
		escapeXml(strings.kinds[claim.kind]),
		...(claim.checkable && claim.checkable !== "yes"
			? [escapeXml(strings.uncheckable[claim.checkable])]
			: []),
		...argument.mechanisms
			.filter(({ id }) => claim.mechanisms.includes(id))
			.map(
				({ id, name }) => `<a href="#mechanism-${id}">${escapeXml(name)}</a>`,
			),
	];
	const concerns = [
		...[...claim.places, ...claim.regions].map((id) => link(id, setting)),
		...core.tiers
			.filter(({ id }) => claim.tiers.includes(id))
			.map(({ id, name }) => `<a href="#tier-${id}">${escapeXml(name)}</a>`),
		...(claim.world ? [escapeXml(words.world)] : []),
	];
	return `<li id="claim-${claim.id}">
<p class="column" data-voice="column">${prose(claim.text, setting)}</p>
<p class="note">${facts.join(" · ")} · ${label(strings.alsoAbout, setting)}${listed(concerns, setting)}</p>
${check(claim, setting)}
</li>`;
}

/** What a check found, or that there was none; and what is a remark of ours. */
function check({ check, finding }: Claim, setting: Setting): string {
	const { strings, words } = setting;
	const said = finding ? prose(finding, setting) : "";
	if (!check || check === "unchecked") {
		const remark = said
			? `<p class="ours" data-voice="ours">${label(strings.remark, setting)}${said}</p>`
			: "";
		return check ? `${outcome(check, "", setting)}\n${remark}` : remark;
	}
	return outcome(check, words.gap + said, setting);
}

function outcome(check: Check, said: string, setting: Setting): string {
	const { strings, words } = setting;
	const verdict = words.verdict(strings.check, strings.checks[check]);
	return `<p class="check" data-voice="check"><b>${escapeXml(verdict)}</b>${said}</p>`;
}
