import { type CSSResult, LitElement } from "lit";
import { inOwnRem } from "./own-rem.ts";
import { dress } from "./sheets.ts";
import { type Request, RequestEvent } from "./tier-map/events.ts";

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
			for (const each of [sheet].flat()) dress(root, inOwnRem(each));
		return this;
	}

	/** A part that can't be drawn throws nothing at the page: the map says so, and shows what it showed. */
	protected override performUpdate(): void {
		try {
			super.performUpdate();
		} catch (error) {
			this.request({ type: "broken", error });
		}
	}

	/** Asks `<tier-map>` to change its state. */
	protected request(request: Request): void {
		this.dispatchEvent(new RequestEvent(request));
	}
}
