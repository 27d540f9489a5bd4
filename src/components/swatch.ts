import { html, svg, type TemplateResult } from "lit";
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
