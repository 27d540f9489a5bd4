import { type CSSResult, LitElement } from "lit";
import { inOwnRem } from "./own-rem.ts";
import { type Request, RequestEvent } from "./tier-map/events.ts";

/** Which parts' styles a shadow root has already. */
const styled = new WeakMap<ShadowRoot, Set<CSSResult>>();

/**
 * A part of the map: gets its properties from `<tier-map>`, sends requests up, and renders into that
 * element's own shadow root, so that one id space and the contract's parts hold for all. Its styles come
 * with it, so that a part which isn't needed at first costs nothing at first.
 */
export class Part extends LitElement {
	/** The part's style sheet, after those of other parts whose looks it has. */
	static readonly sheet: CSSResult | readonly CSSResult[] = [];

	protected override createRenderRoot(): HTMLElement {
		const root = this.getRootNode();
		const { sheet } = this.constructor as typeof Part;
		if (root instanceof ShadowRoot)
			for (const each of [sheet].flat()) dress(root, each);
		return this;
	}

	/** Asks `<tier-map>` to change its state. */
	protected request(request: Request): void {
		this.dispatchEvent(new RequestEvent(request));
	}
}

/** Adds a style sheet to a shadow root, once. */
function dress(root: ShadowRoot, sheet: CSSResult): void {
	const sheets = styled.get(root) ?? new Set();
	styled.set(root, sheets);
	if (sheets.has(sheet)) return;
	sheets.add(sheet);
	const { styleSheet } = inOwnRem(sheet);
	if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
}
