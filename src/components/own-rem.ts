import { type CSSResult, unsafeCSS } from "lit";
import { understood } from "./scheme.ts";

/** Each sheet is made once, whoever wears it. */
const made = new WeakMap<CSSResult, CSSResult>();

/**
 * A style sheet whose `rem` is the map's own: the host page's root element may be any size. Container
 * queries take no custom property, but their `em` is that of the container, which is the map's.
 */
export function inOwnRem(style: CSSResult): CSSResult {
	const own =
		made.get(style) ??
		unsafeCSS(
			understood(style.cssText)
				.replace(/@container[^{]+/g, (query) => query.replace(/rem\b/g, "em"))
				.replace(/(-?[\d.]+)rem\b/g, "calc($1 * var(--_rem))"),
		);
	made.set(style, own);
	return own;
}
