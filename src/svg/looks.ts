import type { CoreTier } from "../model/edition.ts";
import type { Pattern } from "../model/patterns.ts";
import { readable } from "./colour.ts";

/** The map's own colours as custom properties; those a host page sets take precedence. */
export const variables = `
		--_text: var(--tier-map-text, light-dark(#1c2127, #e6e8ea));
		--_muted: color-mix(in oklab, var(--_text) 72%, var(--_surface));
		--_line: color-mix(in oklab, var(--_text) 16%, transparent);
		--_surface: var(--tier-map-surface, light-dark(#f5f4f0, #1b2127));
		--_ink: light-dark(#1c2127, #0b0e11);
		--_ocean: var(--tier-map-ocean, light-dark(#e4ecf1, #12181d));
		--_border: var(--tier-map-border, light-dark(#b3c2cc, #05080a));
		--_accent: var(--tier-map-accent, light-dark(#8a3d00, #f0b46a));
`;

/** How the looks of the live map are painted, as CSS. A place's colour is the `--tier` of its level. */
export const looks = `
	.ocean {
		fill: var(--_ocean);
	}

	.graticule,
	.outline {
		fill: none;
		stroke: var(--_text);
		stroke-opacity: 0.12;
		stroke-width: 0.6px;
		vector-effect: non-scaling-stroke;
		pointer-events: none;
	}

	.outline {
		stroke-opacity: 0.3;
	}

	.place {
		fill: var(--tier);
		stroke: var(--_border);
		stroke-width: 0.6px;
		stroke-linejoin: round;
		vector-effect: non-scaling-stroke;
		cursor: pointer;
	}

	.marker {
		r: calc(3.4px / var(--scale, 0.25));
		fill: var(--tier);
		stroke: light-dark(#1c2127, #93a4b1);
		stroke-width: 0.8px;
		vector-effect: non-scaling-stroke;
		cursor: pointer;
	}

	.place[data-embargo][data-tier] {
		fill: url(#tier-map-embargo) var(--tier);
	}

	.marker[data-embargo][data-tier] {
		fill: url(#tier-map-embargo-marker) var(--tier);
	}

	.hatch {
		fill: url(#tier-map-disputed);
		pointer-events: none;
	}

	.leader {
		fill: none;
		stroke: light-dark(#1c2127, #93a4b1);
		stroke-width: 0.7px;
		vector-effect: non-scaling-stroke;
		pointer-events: none;
	}
`;

/**
 * The rules that follow from the data's tiers: the colour of each, as `--tier` of whatever carries a
 * `data-tier`; hatching; and the dimming of all but one.
 */
export function tierRules(tiers: readonly CoreTier[]): string {
	return tiers.map(rulesOf).join("");
}

function rulesOf({
	id,
	light,
	dark,
	hatched,
	pattern,
	control,
}: CoreTier): string {
	return `
		[data-tier="${id}"] { --tier: var(--tier-map-tier-${id}, light-dark(${light}, ${dark})); }
		${control === "denial" ? `[data-tier="${id}"] { --mark: light-dark(${readable(light)}, ${readable(dark)}); }` : ""}
		${hatched ? hatching(id, pattern ?? "hatch") : ""}
		[data-only="${id}"] [data-place]:not([data-tier="${id}"]) { opacity: 0.18; }
		@media (forced-colors: active) {
			[data-tier="${id}"]:is(.place, .marker), [data-tier="${id}"] > .swatch {
				fill: url(#tier-map-forced-${id});
				stroke: CanvasText;
			}
		}
	`;
}

/**
 * Shapes get the picture's pattern, or the plain colour until it is there; swatches show their strokes.
 * The outline lies behind the fill, or it would be all that is seen of an island.
 */
function hatching(id: string, pattern: Pattern): string {
	return `
		.place[data-tier="${id}"] { fill: url(#tier-map-hatch-${id}) var(--tier); stroke: var(--_ink); stroke-width: 1.4px; paint-order: stroke; }
		[data-tier="${id}"] > .swatch-hatch[data-pattern="${pattern}"] { display: inline; }
	`;
}
