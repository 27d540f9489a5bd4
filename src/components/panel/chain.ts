import { html, nothing } from "lit";
import type { ScopedClaims } from "../../model/claims.ts";
import type { Claim, Mechanism } from "../../model/edition.ts";
import type { TierId } from "../../model/types.ts";
import { prose, type Setting } from "./prose.ts";

interface Link {
	readonly mechanism: Mechanism;
	readonly claims: readonly Claim[];
}

/**
 * The reasoning at a glance: restriction → response → why the next restriction does less, with the claims
 * hung on its links. Mechanisms that the column applies to the place or its regions come first; those
 * that it argues for the tier or the world only stand apart.
 */
export function chain(
	tier: TierId | null,
	scoped: readonly ScopedClaims[],
	setting: Setting,
) {
	const { argument, strings } = setting;
	const here: Claim[] = [];
	const elsewhere: Claim[] = [];
	for (const { scope, claims } of scoped) {
		const near = scope.kind === "place" || scope.kind === "region";
		(near ? here : elsewhere).push(...claims);
	}
	const linksHere = links(argument.mechanisms, here);
	const applied = new Set(linksHere.map(({ mechanism }) => mechanism.id));
	const linksElsewhere = links(argument.mechanisms, elsewhere).filter(
		({ mechanism }) => !applied.has(mechanism.id),
	);
	const [list, note] = linksHere.length
		? [linksHere, strings.mechanismsHere]
		: [linksElsewhere, strings.mechanismsElsewhere];
	if (!list.length) return nothing;
	return html`
		<div class="chain">
			<h4>${strings.chain}</h4>
			<ol>
				<li>
					<span class="label">${strings.restriction}</span>
					${tier ? argument.tiers[tier] : strings.restrictionOnRegion}
				</li>
				<li>
					<span class="label">${strings.response}</span>
					<span class="group">${note}</span>
					${responses(list, setting)}
				</li>
				<li>
					<span class="label">${strings.effect}</span>
					${effects(list)}
				</li>
			</ol>
			${
				list === linksHere && linksElsewhere.length
					? html`
						<details>
							<summary>${strings.mechanismsElsewhere} (${linksElsewhere.length})</summary>
							${responses(linksElsewhere, setting)} ${effects(linksElsewhere)}
						</details>
					`
					: nothing
			}
		</div>
	`;
}

function links(
	mechanisms: readonly Mechanism[],
	claims: readonly Claim[],
): Link[] {
	return mechanisms.flatMap((mechanism) => {
		const own = claims.filter((c) => c.mechanisms.includes(mechanism.id));
		return own.length ? [{ mechanism, claims: own }] : [];
	});
}

/** Each mechanism, explained in a sentence, with the claims that rest on it. */
function responses(list: readonly Link[], setting: Setting) {
	return html`
		<ul>
			${list.map(({ mechanism, claims }) => {
				const references = claims.map(({ id }) => `{claim:${id}}`).join("");
				return html`
					<li data-mechanism=${mechanism.id}>
						<strong>${mechanism.name}</strong> ${mechanism.response}${prose(references, setting)}
					</li>
				`;
			})}
		</ul>
	`;
}

function effects(list: readonly Link[]) {
	return html`
		<ul>
			${list.map(({ mechanism }) => html`<li>${mechanism.less}</li>`)}
		</ul>
	`;
}
