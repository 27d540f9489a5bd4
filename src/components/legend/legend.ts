import { html, nothing } from "lit";
import type { MapStrings } from "../../i18n/map-strings.ts";
import type { Core } from "../../model/edition.ts";
import { countLevels } from "../../model/levels.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import { Roving } from "../roving.ts";
import { swatch } from "../swatch.ts";
import { legendStyles } from "./styles.ts";

/** The tiers with their colours and how many places each has; picking one dims the rest. */
export class TierMapLegend extends Part {
	static override readonly sheet = legendStyles;

	static override properties = {
		strings: { attribute: false },
		core: { attribute: false },
		levels: { attribute: false },
		tier: { attribute: false },
	};

	readonly #roving = new Roving(this, "button");
	declare strings: MapStrings;
	declare core: Core;
	declare levels: ReadonlyMap<string, TierId>;
	/** The tier shown alone. */
	declare tier: TierId | null;

	protected override render() {
		const { core, strings, tier } = this;
		const counts = countLevels(core, this.levels);
		return html`
			<ul @keydown=${this.#roving.keydown} aria-label=${strings.legend} title=${strings.legendHint}>
				${core.tiers.map(({ id, name }) => {
					const count = counts.get(id)?.places ?? 0;
					if (!count) return nothing;
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
									title=${strings.places(count)}
									.textContent=${strings.number(count)}
								></span>
								<span class="hidden" .textContent=${strings.places(count)}></span>
							</button>
						</li>
					`;
				})}
			</ul>
		`;
	}
}
