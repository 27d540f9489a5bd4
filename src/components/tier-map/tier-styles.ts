import type { CoreTier } from "../../model/edition.ts";

/** The sheet of each shadow root and the tiers it was made for, so that it is replaced, not added to. */
const sheets = new WeakMap<
	ShadowRoot,
	{ readonly sheet: CSSStyleSheet; tiers: readonly CoreTier[] }
>();

/**
 * Gives a shadow root the rules that follow from the data's tiers: the colour of each, and the dimming
 * of all but one. `--tier` is the colour of whatever carries a `data-tier`.
 */
export function tierStyles(root: ShadowRoot, tiers: readonly CoreTier[]): void {
	let made = sheets.get(root);
	if (made?.tiers === tiers) return;
	if (!made) {
		made = { sheet: new CSSStyleSheet(), tiers };
		sheets.set(root, made);
		root.adoptedStyleSheets = [...root.adoptedStyleSheets, made.sheet];
	}
	made.tiers = tiers;
	made.sheet.replaceSync(
		tiers
			.map(({ id, light, dark, hatched }) => {
				const name = CSS.escape(id);
				return `
					[data-tier="${name}"] { --tier: var(--tier-map-tier-${name}, light-dark(${light}, ${dark})); }
					${hatched ? hatching(name) : ""}
					@media (forced-colors: active) {
						[data-tier="${name}"]:is(.place, .marker), [data-tier="${name}"] > .swatch {
							fill: url(#tier-map-forced-${name});
							stroke: CanvasText;
						}
					}
					[data-only="${name}"] [data-place]:not([data-tier="${name}"]) { opacity: 0.18; }
				`;
			})
			.join(""),
	);
}

/** Shapes get the pattern that the picture defines for the tier; swatches show their strokes. */
function hatching(name: string): string {
	return `
		.place[data-tier="${name}"] { fill: url(#tier-map-hatch-${name}); stroke: var(--_ink); stroke-width: 0.9px; }
		[data-tier="${name}"] > .swatch-hatch { display: inline; }
	`;
}
