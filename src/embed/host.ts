import { ASK, HEIGHT, SELECT } from "./messages.ts";

/** Higher than any map is, and low enough to do no harm. */
const MOST = 20_000;

/**
 * Gives the iframes of a page that show `embed.html`, now or later, the height of what they show, and
 * tells on them what their readers pick, as a `tier-map-select` event.
 *
 * @returns stops it
 */
export function sizeFrames(): () => void {
	const hear = (event: MessageEvent<unknown>) => {
		const frame = frameOf(event);
		const message = event.data;
		if (!frame || typeof message !== "object" || message === null) return;
		const { type, height, ...detail } = message as Record<string, unknown>;
		if (type === HEIGHT && isHeight(height)) setHeight(frame, height);
		else if (type === SELECT) select(frame, detail);
	};
	addEventListener("message", hear);
	// Those that have told it already are asked to tell it again.
	for (const frame of document.querySelectorAll("iframe"))
		if (isOurs(frame)) frame.contentWindow?.postMessage({ type: ASK }, "*");
	return () => removeEventListener("message", hear);
}

/** The iframe a message came from, if it is one of ours. */
function frameOf({
	source,
	origin,
}: MessageEvent<unknown>): HTMLIFrameElement | null {
	if (!source) return null;
	for (const frame of document.querySelectorAll("iframe"))
		if (frame.contentWindow === source)
			return isOurs(frame) && isFrom(frame, origin) ? frame : null;
	return null;
}

function isOurs(frame: HTMLIFrameElement): boolean {
	return (
		frame.hasAttribute("data-tier-map") ||
		(URL.canParse(frame.src) &&
			new URL(frame.src).pathname.endsWith("/embed.html"))
	);
}

/** A sandboxed page has no origin; another page that the frame was led to has a different one. */
function isFrom(frame: HTMLIFrameElement, origin: string): boolean {
	return frame.hasAttribute("sandbox") && origin === "null"
		? true
		: URL.canParse(frame.src) && new URL(frame.src).origin === origin;
}

function isHeight(value: unknown): value is number {
	return typeof value === "number" && value > 0 && value <= MOST;
}

function setHeight(frame: HTMLIFrameElement, height: number): void {
	const style = getComputedStyle(frame);
	const around =
		style.boxSizing === "border-box"
			? [
					style.borderTopWidth,
					style.borderBottomWidth,
					style.paddingTop,
					style.paddingBottom,
				]
					.map(Number.parseFloat)
					.reduce((sum, px) => sum + (px || 0), 0)
			: 0;
	frame.style.height = `${Math.ceil(height) + around}px`;
}

function select(
	frame: HTMLIFrameElement,
	{ id, kind, tier, via }: Record<string, unknown>,
): void {
	const isText = (value: unknown) =>
		value === null || (typeof value === "string" && value.length <= 64);
	if (![id, kind, tier, via].every(isText)) return;
	const detail = { id, kind, tier, via };
	frame.dispatchEvent(
		new CustomEvent("tier-map-select", { detail, bubbles: true }),
	);
}
