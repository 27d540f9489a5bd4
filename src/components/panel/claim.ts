import { html, nothing } from "lit";
import type { Claim } from "../../model/edition.ts";
import { letter } from "../../model/letter.ts";
import { pickLinks, prose, type Setting } from "./prose.ts";

/** One claim of the column: our paraphrase, where it stands, whom else it touches, and its check. */
export function claimItem(claim: Claim, setting: Setting) {
	const { argument, strings } = setting;
	const mechanisms = argument.mechanisms.filter(({ id }) =>
		claim.mechanisms.includes(id),
	);
	const number = setting.claims.given(claim.id);
	const others = [...claim.places, ...claim.regions];
	return html`
		<li id="claim-${claim.id}" tabindex="-1" data-claim=${claim.id} data-kind=${claim.kind}>
			<p>
				${number ? html`<span class="letter" aria-hidden="true">${letter(number)}</span>` : nothing}
				${prose(claim.text, setting)}
			</p>
			<p class="meta">
				<span>${strings.section(claim.sections)}</span>
				<span>${strings.kinds[claim.kind]}</span>
				${uncheckable(claim, setting)}
				${mechanisms.map(({ name }) => html`<span>${name}</span>`)}
			</p>
			${
				others.length > 1
					? html`<p class="meta">
						<span>${strings.alsoAbout}</span>
						${pickLinks(others, setting)}
					</p>`
					: nothing
			}
			${check(claim, setting)}
		</li>
	`;
}

/** An opinion, a forecast or a quotation of nobody knows whom: “not checked” never stands for “can’t be”. */
function uncheckable({ checkable }: Claim, { strings }: Setting) {
	return !checkable || checkable === "yes"
		? nothing
		: html`<span>${strings.uncheckable[checkable]}</span>`;
}

const marks = {
	confirmed: "✓",
	differs: "≠",
	"not-found": "?",
	unchecked: "○",
} as const;

/** What a check found, or that there was none; and what is a remark of ours. */
function check({ check, finding }: Claim, setting: Setting) {
	const { strings } = setting;
	const isRemark = !check || check === "unchecked";
	return html`
		${
			check
				? html`
					<div class="voice check" data-voice="check" data-check=${check}>
						<p>
							<strong>${strings.check} <span aria-hidden="true">${marks[check]}</span> ${strings.checks[check]}</strong>
							${finding && !isRemark ? prose(finding, setting) : nothing}
						</p>
					</div>
				`
				: nothing
		}
		${
			finding && isRemark
				? html`
					<div class="voice ours" data-voice="ours">
						<p><strong>${strings.remark}</strong> ${prose(finding, setting)}</p>
					</div>
				`
				: nothing
		}
	`;
}
