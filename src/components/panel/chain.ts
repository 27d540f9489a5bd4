import { html, nothing } from "lit";
import { scopeTitle } from "../../i18n/scope.ts";
import type { ScopedClaims } from "../../model/claims.ts";
import type { Claim, Mechanism } from "../../model/edition.ts";
import { placeIn } from "../../model/place.ts";
import type { TierId } from "../../model/types.ts";
import { prose, type Setting } from "./prose.ts";

interface Link {
	readonly mechanism: Mechanism;
	readonly claims: readonly Claim[];
}

/** Links under what the column speaks of: the place, a region, the tier or the world. */
interface Group {
	readonly title: string;
	readonly near: boolean;
	readonly links: readonly Link[];
}

/**
 * The reasoning at a glance: restriction → response → why the next restriction does less, with the claims
 * hung on its links. Each mechanism stands once, under the narrowest thing of which the column argues it; those that
 * it argues for the tier or the world only wait folded where there are others.
 *
 * @param id of a place or region
 * @param tier level of the place; none for a region
 */
export function chain(
	id: string,
	tier: TierId | null,
	scoped: readonly ScopedClaims[],
	setting: Setting,
) {
	const { argument, strings } = setting;
	const groups = grouped(id, scoped, setting);
	if (!groups.length) return nothing;
	const near = groups.filter((group) => group.near);
	const open = near.length ? near : groups.slice(0, 1);
	const folded = groups.filter((group) => !open.includes(group));
	return html`
		<div class="chain" data-voice="ours">
			<h4>${strings.chain}</h4>
			<p class="group">${strings.grouped}</p>
			<ol>
				<li data-voice="rule">
					<span class="label">${strings.restriction}</span>
					${tier ? prose(argument.tiers[tier] ?? "", setting) : strings.restrictionOnRegion}
				</li>
				<li data-voice="column">
					<span class="label">${strings.response}</span>
					${open.map(
						(group) => html`
							<span class="group">${group.title}</span>
							${responses(group, setting)}
						`,
					)}
				</li>
				<li>
					<span class="label">${strings.effect}</span>
					<span class="group">${strings.inferred}</span>
					${effects(open)}
				</li>
			</ol>
			${folded.map(
				(group) => html`
					<details>
						<summary>${group.title} (${group.links.length})</summary>
						<div data-voice="column">${responses(group, setting)}</div>
						${effects([group])}
					</details>
				`,
			)}
		</div>
	`;
}

function grouped(
	id: string,
	scoped: readonly ScopedClaims[],
	{ argument, core, strings }: Setting,
): Group[] {
	// An argument about countries and companies has no links where nobody lives.
	if (placeIn(core, id)?.uninhabited) return [];
	const byTitle = new Map<string, { near: boolean; claims: Claim[] }>();
	for (const { scope, claims } of scoped) {
		const broad = scope.kind === "tier" || scope.kind === "world";
		const title = broad
			? strings.aboutTierOrWorld
			: scopeTitle(scope, id, core, strings);
		const near = scope.kind === "place" || scope.kind === "region";
		const group = byTitle.get(title) ?? { near, claims: [] };
		group.claims.push(...claims);
		byTitle.set(title, group);
	}
	const told = new Set<Mechanism>();
	return [...byTitle].flatMap(([title, { near, claims }]) => {
		const links = argument.mechanisms.flatMap((mechanism) => {
			const own = claims.filter((c) => c.mechanisms.includes(mechanism.id));
			return own.length && !told.has(mechanism)
				? [{ mechanism, claims: own }]
				: [];
		});
		for (const { mechanism } of links) told.add(mechanism);
		return links.length ? [{ title, near, links }] : [];
	});
}

/** Each mechanism, explained in a sentence, with the claims that rest on it. */
function responses({ links }: Group, setting: Setting) {
	return html`
		<ul>
			${links.map(({ mechanism, claims }) => {
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

function effects(groups: readonly Group[]) {
	return html`
		<ul>
			${groups.flatMap(({ links }) =>
				links.map(({ mechanism }) => html`<li>${mechanism.less}</li>`),
			)}
		</ul>
	`;
}
