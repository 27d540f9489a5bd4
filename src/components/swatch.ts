import { html, svg, type TemplateResult } from "lit";
import { dotAt } from "../geo/dot.ts";
import type { CoreTier } from "../model/edition.ts";
import { denialOf } from "../model/marks.ts";
import type { Pattern } from "../model/patterns.ts";
import type { TierId } from "../model/types.ts";

const HATCH = "M2 15 16 1M9 15 23 1M2 8 9 1M16 15 23 8";
/** The lines of each pattern; the sheet shows those of the tier's. */
const LINES: Readonly<Record<Pattern, string>> = {
	hatch: HATCH,
	horizontal: "M1 4.5H23M1 8H23M1 11.5H23",
	vertical: "M5 1V15M9.5 1V15M14 1V15M18.5 1V15",
	cross: `${HATCH}M23 15 9 1M16 15 2 1M23 8 16 1M9 15 2 8`,
};

/** A small patch in a tier's colour; with its pattern, if it has one. */
export function swatch(tier: TierId): TemplateResult {
	return html`
		<svg viewBox="0 0 24 16" aria-hidden="true" data-tier=${tier}>
			${svg`<rect class="swatch" x=".5" y=".5" width="23" height="15" rx="2" />`}
			${Object.entries(LINES).map(([name, d]) => svg`<path class="swatch-hatch" data-pattern=${name} d=${d} />`)}
		</svg>
	`;
}

/** Dots of a patch, on the staggered grid of the map's. */
const DOTS = [3, 9, 15, 21]
	.flatMap((x, i) => (i % 2 ? [8] : [4, 12]).map((y) => dotAt(x, y, 1.5)))
	.join("");

/** A patch of a place under an embargo of its own. */
export function embargoSwatch(tiers: readonly CoreTier[]): TemplateResult {
	const denial = denialOf(tiers);
	return html`
		<svg viewBox="0 0 24 16" aria-hidden="true" data-tier=${denial?.id ?? ""}>
			${svg`<rect class="swatch" x=".5" y=".5" width="23" height="15" rx="2" />`}
			${svg`<path class="embargo-dots" d=${DOTS} />`}
		</svg>
	`;
}

/** A patch of a place with partial relief. */
export function reliefSwatch(): TemplateResult {
	return html`
		<svg viewBox="0 0 24 16" aria-hidden="true">
			${svg`<rect class="relief-halo" x="2" y="2" width="20" height="12" rx="1" />`}
			${svg`<rect class="relief" x="2" y="2" width="20" height="12" rx="1" />`}
		</svg>
	`;
}
