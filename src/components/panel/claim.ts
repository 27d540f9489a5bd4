import { html, nothing } from "lit";
import { kindOf } from "../../i18n/scope.ts";
import { concernsOf } from "../../model/claims.ts";
import type { Claim } from "../../model/edition.ts";
import { letter } from "../../model/letter.ts";
import { pickLinks, prose, type Setting } from "./prose.ts";

/** One claim of the column: our paraphrase, where it stands, whom else it touches, and its check. */
export function claimItem(claim: Claim, setting: Setting) {
	const { argument, core, strings } = setting;
	const mechanisms = argument.mechanisms.filter(({ id }) =>
		claim.mechanisms.includes(id),
	);
	const number = setting.claims.given(claim.id);
	const others = concernsOf(core, claim);
	const meta = [
		strings.section(claim.sections),
		...kindOf(claim, strings),
		...mechanisms.map(({ name }) => name),
	];
	return html`
		<li id="claim-${claim.id}" tabindex="-1" data-claim=${claim.id} data-kind=${claim.kind}>
			<p>
				${number ? html`<span class="letter" aria-hidden="true">${letter(number)}</span>` : nothing}
				${prose(claim.text, setting)}
			</p>
			<p class="meta">
				${meta.join(" · ")}${
					claim.check === "unchecked"
						? html` · <span data-voice="check" data-check="unchecked">${strings.checks.unchecked}</span>`
						: nothing
				}
			</p>
			${
				others.length > 1
					? html`<p class="meta">
						<span>${strings.alsoAbout}</span>
						${pickLinks(others, setting)}
					</p>`
					: nothing
			}
			${finding(claim, setting)}
		</li>
	`;
}

const marks = { confirmed: "✓", differs: "≠", "not-found": "?" } as const;

/** What a check found; without an outcome it is a remark of ours. */
function finding({ check, finding }: Claim, setting: Setting) {
	if (!finding) return nothing;
	const { strings } = setting;
	return check && check !== "unchecked"
		? html`
			<div class="voice check" data-voice="check" data-check=${check}>
				<p>
					<strong>${strings.check} <span aria-hidden="true">${marks[check]}</span> ${strings.checks[check]}</strong>
					${prose(finding, setting)}
				</p>
			</div>
		`
		: html`
			<div class="voice ours" data-voice="ours">
				<p><strong>${strings.remark}</strong> ${prose(finding, setting)}</p>
			</div>
		`;
}
