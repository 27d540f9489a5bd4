import type { CoreTier } from "../../model/edition.ts";
import { tierRules } from "../../svg/looks.ts";
import { understood } from "../scheme.ts";

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
	made.sheet.replaceSync(understood(tierRules(tiers)));
}
