import { type CSSResult, unsafeCSS } from "lit";
import type { CoreTier } from "../../model/edition.ts";
import { tierRules } from "../../svg/looks.ts";
import { understood } from "../scheme.ts";
import { dress } from "../sheets.ts";

/** The rules of the tiers of each data set. */
const made = new WeakMap<readonly CoreTier[], CSSResult>();

/**
 * Gives a shadow root the rules that follow from the data's tiers: the colour of each, and the dimming
 * of all but one. `--tier` is the colour of whatever carries a `data-tier`.
 */
export function tierStyles(root: ShadowRoot, tiers: readonly CoreTier[]): void {
	const rules = made.get(tiers) ?? unsafeCSS(understood(tierRules(tiers)));
	made.set(tiers, rules);
	dress(root, rules, tierStyles);
}
