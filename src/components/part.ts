import { LitElement } from "lit";
import { type Request, RequestEvent } from "./tier-map/events.ts";

/**
 * A part of the map: gets its properties from `<tier-map>`, sends requests up, and renders into that
 * element's own shadow root, so that one style sheet, one id space and the contract's parts hold for all.
 */
export class Part extends LitElement {
	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	/** Asks `<tier-map>` to change its state. */
	protected request(request: Request): void {
		this.dispatchEvent(new RequestEvent(request));
	}
}
