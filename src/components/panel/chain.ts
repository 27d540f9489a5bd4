import { html, nothing } from "lit";
import type { ScopedClaims } from "../../model/claims.ts";
import type { Claim, Mechanism } from "../../model/edition.ts";
import type { TierId } from "../../model/types.ts";
import type { Pick } from "../tier-map/state.ts";
import { prose, type Setting } from "./prose.ts";

interface Link {
	readonly mechanism: Mechanism;
	readonly claims: readonly Claim[];
}

/**
 * The reasoning at a glance: restriction → response → why the next restriction does less. Mechanisms that
 * the column applies to the place or its regions stand apart from those it argues for its tier or the world.
 */
export function chain(
	picked: Pick,
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
	if (!linksHere.length && !linksElsewhere.length) return nothing;
	return html`
		<div class="chain">
			<h4>${strings.chain}</h4>
			<ol>
				<li>
					<span class="label">${strings.restriction}</span>
					${tier ? argument.tiers[tier] : strings.restrictionOnRegion(picked.name)}
				</li>
				<li>
					<span class="label">${strings.response}</span>
					${group(strings.mechanismsHere, linksHere, setting)}
					${group(strings.mechanismsElsewhere, linksElsewhere, setting)}
				</li>
			</ol>
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

function group(title: string, list: readonly Link[], setting: Setting) {
	if (!list.length) return nothing;
	return html`
		<p class="group">${title}</p>
		${list.map(({ mechanism, claims }) => link(mechanism, claims, setting))}
	`;
}

function link(
	{ name, response, less }: Mechanism,
	claims: readonly Claim[],
	setting: Setting,
) {
	const references = claims.map(({ id }) => `{claim:${id}}`).join("");
	return html`
		<details class="mechanism">
			<summary>${name} <span class="count">${claims.length}</span></summary>
			<p>${response}${prose(references, setting)}</p>
			<p><span class="label">${setting.strings.effect}</span> ${less}</p>
		</details>
	`;
}
