import { html, svg, type TemplateResult } from "lit";
import type { TierId } from "../model/types.ts";

/** A small patch in a tier's colour; the issuer's carries its hatching. */
export function swatch(tier: TierId): TemplateResult {
	return html`
		<svg viewBox="0 0 24 16" aria-hidden="true" data-tier=${tier}>
			${svg`<rect class="swatch" x=".5" y=".5" width="23" height="15" rx="2" />`}
			${svg`<path class="swatch-hatch" d="M2 15 16 1M9 15 23 1M2 8 9 1M16 15 23 8" />`}
		</svg>
	`;
}
