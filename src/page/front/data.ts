import { frontStringsFor } from "../../i18n/front.ts";
import type { Claim } from "../../model/edition.ts";
import type { Check } from "../../model/types.ts";
import { escapeXml } from "../../svg/markup.ts";
import { listed, prose, text } from "../argument/prose.ts";
import type { Setting } from "../argument/setting.ts";

const OUTCOMES: readonly Check[] = [
	"confirmed",
	"differs",
	"not-found",
	"unchecked",
];
const UNCHECKABLE = ["opinion", "forecast"] as const;

/** What was checked and what wasn't, what came of it, and what of the map is nobody's text but ours. */
export function data(setting: Setting): string {
	const { argument, core, strings, words } = setting;
	const says = frontStringsFor(core.lang);
	const { claims } = argument;
	const found = (check: Check) =>
		claims.filter((claim) => claim.check === check);
	const counts = [
		...OUTCOMES.map((check) => [found(check).length, says.outcomes[check]]),
		...UNCHECKABLE.map((kind) => [
			claims.filter(({ checkable }) => checkable === kind).length,
			says.outcomes[kind],
		]),
		[
			claims.filter(({ check, checkable }) => !check && !checkable).length,
			says.outcomes.unsaid,
		],
	].flatMap(([count, outcome]) =>
		count ? [`<li><b>${count}</b> ${escapeXml(String(outcome))}</li>`] : [],
	);
	const judged = core.places.filter(
		({ id }) => argument.places[id]?.basis === "judgement",
	);
	const disputed = core.places.filter((place) => place.disputed);
	return `<h3>${escapeXml(says.checked)}</h3>
<p>${text("about-check", setting)}</p>
<p>${escapeXml(says.claims(claims.length))}</p>
<ul class="figures">${counts.join("")}</ul>
<h3>${escapeXml(says.differs)}</h3>
${found("differs")
	.map((claim) => outcome(claim, setting))
	.join("\n")}
<h3>${escapeXml(says.notFound)}</h3>
<ul class="column" data-voice="column">
${found("not-found")
	.map((claim) => `<li>${prose(claim.text, setting)}</li>`)
	.join("\n")}
</ul>
<div class="columns">
<div>
<h3>${escapeXml(says.boundaries)}</h3>
<p>${text("boundary-note", setting)}${core.approval ? "" : words.gap + escapeXml(says.notApproved)}</p>
<p>${escapeXml(says.disputedAreas(disputed.length))}${words.gap}${onMap(disputed, setting)}</p>
</div>
<div>
<h3>${escapeXml(says.judgement)}</h3>
<p>${escapeXml(says.judged(judged.length))}${words.gap}${onMap(judged, setting)}</p>
<h3>${escapeXml(says.upTo)}</h3>
<p>${text("checked", setting)}<br>${escapeXml(words.version(strings.day(core.version)))}${words.gap}${escapeXml(says.corrections)}</p>
</div>
</div>`;
}

/** A claim in the column's voice, and beside it what the check found. */
function outcome({ text, check, finding }: Claim, setting: Setting): string {
	const { strings, words } = setting;
	const verdict = check
		? words.verdict(strings.check, strings.checks[check])
		: "";
	return `<div class="columns">
<p class="column" data-voice="column">${prose(text, setting)}</p>
<p class="check" data-voice="check"><b>${escapeXml(verdict)}</b>${words.gap}${prose(finding ?? "", setting)}</p>
</div>`;
}

/** Links that pick places on the map above. */
function onMap(
	places: readonly { readonly id: string; readonly name: string }[],
	setting: Setting,
): string {
	return listed(
		places.map(
			({ id, name }) =>
				`<a href="?lang=${setting.core.lang}&#38;selected=${id}">${escapeXml(name)}</a>`,
		),
		setting,
	);
}
