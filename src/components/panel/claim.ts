import { html, nothing } from "lit";
import { type Claim, nameOf } from "../../model/edition.ts";
import { letter } from "../../model/letter.ts";
import { pickLink, prose, type Setting } from "./prose.ts";

/** One claim of the column: our paraphrase, where it stands, whom else it touches, and its check. */
export function claimItem(claim: Claim, setting: Setting) {
	const { argument, core, strings, select } = setting;
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
				${mechanisms.map(({ name }) => html`<span>${name}</span>`)}
			</p>
			${
				others.length > 1
					? html`<p class="meta">
						<span>${strings.alsoAbout}</span>
						${others.map((id) => pickLink(id, nameOf(core, id), select))}
					</p>`
					: nothing
			}
			${check(claim, setting)}
		</li>
	`;
}

const marks = { confirmed: "✓", differs: "≠", "not-found": "?" } as const;

function check({ check, finding }: Claim, setting: Setting) {
	if (!check || !finding) return nothing;
	const { strings } = setting;
	return html`
		<div class="voice check" data-check=${check}>
			<p>
				<strong>${strings.check} <span aria-hidden="true">${marks[check]}</span> ${strings.checks[check]}</strong>
				${prose(finding, setting)}
			</p>
		</div>
	`;
}
