import { html, nothing, type TemplateResult } from "lit";
import type { MapStrings } from "../../i18n/map-strings.ts";
import type { Core } from "../../model/edition.ts";
import { countLevels } from "../../model/levels.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import { Roving } from "../roving.ts";
import { embargoSwatch, reliefSwatch, swatch } from "../swatch.ts";
import { legendStyles } from "./styles.ts";

/** The tiers with their colours and how many places each has, and the marks beside them; picking a tier dims the rest. */
export class TierMapLegend extends Part {
	static override readonly sheet = legendStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		levels: { attribute: false },
		round: { attribute: false },
		tier: { attribute: false },
	};

	readonly #roving = new Roving(this, "button");
	declare strings: MapStrings;
	declare core: Core;
	declare levels: ReadonlyMap<string, TierId>;
	/** Id of the round shown. */
	declare round: string;
	/** The tier shown alone. */
	declare tier: TierId | null;

	protected override render() {
		const { core, strings, tier } = this;
		const counts = countLevels(core, this.levels);
		const embargoes = embargoesIn(core, this.round);
		const relieved = reliefIn(core, this.round).size;
		return html`
			<ul @keydown=${this.#roving.keydown} aria-label=${strings.legend} title=${strings.legendHint}>
				${core.tiers.map(({ id, name }) => {
					const count = counts.get(id)?.places ?? 0;
					if (!count) return nothing;
					const all = strings.places(count);
					const embargoed = [...embargoes.keys()].filter(
						(place) => this.levels.get(place) === id,
					).length;
					const counted = embargoed
						? strings.someEmbargoed(embargoed, all)
						: all;
					return html`
						<li>
							<button
								type="button"
								aria-pressed=${tier === id}
								@click=${() => this.request({ type: "tier", id })}
							>
								${swatch(id)}
								<span .textContent=${name}></span>
								<span
									class="count"
									aria-hidden="true"
									title=${counted}
									.textContent=${strings.number(count)}
								></span>
								<span class="hidden" .textContent=${all}></span>
							</button>
						</li>
					`;
				})}
				${this.#mark(embargoSwatch(core.tiers), strings.embargo, embargoes.size)}
				${this.#mark(reliefSwatch(), strings.relief, relieved)}
			</ul>
		`;
	}

	/** A mark that places carry beside their level. */
	#mark(sign: TemplateResult, name: string, count: number) {
		const { strings } = this;
		return count
			? html`
				<li class="mark">
					${sign}
					<span>${name}</span>
					<span class="count" aria-hidden="true" title=${strings.places(count)}>${strings.number(count)}</span>
					<span class="hidden">${strings.places(count)}</span>
				</li>
			`
			: nothing;
	}
}
