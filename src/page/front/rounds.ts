import { frontStringsFor } from "../../i18n/front.ts";
import type { Core } from "../../model/edition.ts";
import { type RoundReach, roundReaches } from "../../model/rounds.ts";
import type { RoundKind } from "../../model/types.ts";
import { escapeXml } from "../../svg/markup.ts";
import type { Setting } from "../argument/setting.ts";

/** Every round in a row: when, what, and how far it reached. */
export function rounds(setting: Setting): string {
	const { core, strings } = setting;
	const says = frontStringsFor(core.lang);
	const reaches = roundReaches(core);
	const total = core.places.filter(({ destination }) => destination).length;
	const of = (kind: RoundKind) =>
		core.rounds.filter((round) => round.kind === kind).length;
	const lead = says.roundsLead(
		reaches.length,
		strings.day(core.rounds[0]?.id ?? ""),
		strings.day(core.rounds.at(-1)?.id ?? ""),
		{
			restrict: of("restrict"),
			relax: of("relax"),
			clarify: of("clarify"),
		},
		core.rounds.filter(({ recolours }) => recolours).length,
	);
	const heads = [
		strings.date,
		strings.round,
		says.effect,
		strings.coveredDestinations,
	].map((head) => `<th scope="col">${escapeXml(head)}</th>`);
	return `<p>${escapeXml(lead)}</p>
<table class="rounds">
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${reaches.map((reach) => row(reach, total, setting)).join("\n")}
</tbody>
</table>
<p class="note">${escapeXml(says.barsNote(total))}</p>`;
}

function row(
	{ round, covered, limited, denied }: RoundReach,
	total: number,
	{ core, strings, words }: Setting,
): string {
	const { id, kind, title, recolours, established } = round;
	const effect = [
		words.roundKinds[kind],
		...(established ? [strings.established[established]] : []),
	].join(" · ");
	const current = id === core.round ? ' class="current"' : "";
	return `<tr${current}><th scope="row"><a href="?lang=${core.lang}&#38;round=${id}">${escapeXml(strings.day(id))}</a></th>
<td>${escapeXml(title)}</td>
<td>${escapeXml(effect)}</td>
<td>${bar(core, limited, denied, total, recolours)}${covered}</td></tr>`;
}

/** How many of all destinations are limited, and presumed denied; hollow where a round leaves that as it was. */
function bar(
	{ tiers }: Core,
	limited: number,
	denied: number,
	total: number,
	recolours: boolean,
): string {
	const part = (control: string, x: number, width: number) => {
		const tier = tiers.find((tier) => tier.control === control);
		return tier && width
			? `<rect data-tier="${tier.id}" x="${x}" width="${width}" height="8"/>`
			: "";
	};
	const parts = recolours
		? part("limit", 0, limited) + part("denial", limited, denied)
		: `<rect class="blank" width="${limited + denied}" height="8"/>`;
	return `<svg class="key" viewBox="0 0 ${total} 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
