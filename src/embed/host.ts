import { setSize, unsetWidth } from "./frame-box.ts";
import { ASK, HEIGHT, HERE, ID, PAPER, SCHEME, SELECT } from "./messages.ts";
import { schemeAround, schemeWatch } from "./scheme.ts";

/** Heights in pixels that a frame may ask for: no map is lower, and none is higher. */
const LEAST = 120;
const MOST = 20_000;

/** Ways of picking that an event may name. */
const WAYS = ["map", "search", "table", "keyboard", "panel"];

interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Gives the iframes of a page that show `embed.html`, now or later, the height of what they show, on paper
 * too, and the page's colours; and tells on them what their readers pick, as a `tier-map-select` event.
 *
 * @param folder address of the folder that `embed.html` lies in, with a slash at its end: frames under it
 *   are listened to, and of its origin those marked with `data-tier-map`; by default, those of the page's own origin
 * @returns stops it
 */
export function sizeFrames(
	folder: string | URL = new URL("/", location.href),
): () => void {
	const home = new URL(folder, document.baseURI);
	const heights = new Map<HTMLIFrameElement, number>();
	const papers = new WeakMap<HTMLIFrameElement, Size>();
	let frameRequest = 0;
	let printing = false;

	/** Frames tell it more often than a screen shows it. */
	const resize = () => {
		frameRequest ||= requestAnimationFrame(() => {
			frameRequest = 0;
			if (printing) return;
			for (const [frame, height] of heights) {
				if (frame.isConnected) setSize(frame, { height });
				else heights.delete(frame);
			}
		});
	};
	const hear = (event: MessageEvent<unknown>) => {
		const frame = frameOf(event, home);
		const message = event.data;
		if (!frame || typeof message !== "object" || message === null) return;
		const { type, width, height, ...detail } = message as Record<
			string,
			unknown
		>;
		if (type === HEIGHT && isLength(height)) {
			heights.set(frame, height);
			resize();
		} else if (type === PAPER && isLength(width) && isLength(height))
			papers.set(frame, { width, height });
		else if (type === SELECT) select(frame, detail);
		else if (type === HERE) {
			tellScheme(frame);
			watch.above(frame);
		}
	};
	const own = () =>
		[...document.querySelectorAll("iframe")].filter((frame) =>
			isOurs(frame, home),
		);
	// What a frame says while it is being printed comes too late.
	const print = () => {
		printing = true;
		for (const frame of own()) {
			const paper = papers.get(frame);
			if (paper) setSize(frame, paper);
		}
	};
	const printed = () => {
		printing = false;
		for (const frame of own()) if (papers.has(frame)) unsetWidth(frame);
		resize();
	};
	const watch = schemeWatch(() => {
		for (const frame of own())
			if (frame.style.colorScheme !== schemeAround(frame)) tellScheme(frame);
	});
	addEventListener("message", hear);
	addEventListener("beforeprint", print);
	addEventListener("afterprint", printed);
	for (const frame of own()) {
		// Those that have told it already are asked to tell it again.
		frame.contentWindow?.postMessage({ type: ASK }, "*");
		tellScheme(frame);
		watch.above(frame);
	}
	return () => {
		cancelAnimationFrame(frameRequest);
		watch.stop();
		removeEventListener("message", hear);
		removeEventListener("beforeprint", print);
		removeEventListener("afterprint", printed);
	};
}

/** The iframe a message came from, if it is one of ours. */
function frameOf(
	{ source, origin }: MessageEvent<unknown>,
	home: URL,
): HTMLIFrameElement | null {
	if (!source) return null;
	for (const frame of document.querySelectorAll("iframe"))
		if (frame.contentWindow === source)
			return isOurs(frame, home) && originOf(frame, home) === origin
				? frame
				: null;
	return null;
}

function isOurs(frame: HTMLIFrameElement, home: URL): boolean {
	const page = addressOf(frame);
	if (page?.origin !== home.origin) return false;
	return (
		frame.hasAttribute("data-tier-map") ||
		(page.pathname.startsWith(home.pathname) &&
			page.pathname.endsWith("/embed.html"))
	);
}

function addressOf({ src }: HTMLIFrameElement): URL | null {
	try {
		return new URL(src);
	} catch {
		return null;
	}
}

/** What the messages of one of our frames come from: a sandboxed page has no origin, unless it is let have it. */
function originOf({ sandbox }: HTMLIFrameElement, home: URL): string {
	return sandbox.length > 0 && !sandbox.contains("allow-same-origin")
		? "null"
		: home.origin;
}

function isLength(value: unknown): value is number {
	return typeof value === "number" && value >= LEAST && value <= MOST;
}

/** Tells a frame that has no theme of its own the colours around it. */
function tellScheme(frame: HTMLIFrameElement): void {
	if (addressOf(frame)?.searchParams.has("theme")) return;
	const scheme = schemeAround(frame);
	// Where the two differed, the browser would put an opaque ground under the frame.
	frame.style.colorScheme = scheme;
	frame.contentWindow?.postMessage({ type: SCHEME, scheme }, "*");
}

function select(
	frame: HTMLIFrameElement,
	{ id, kind, tier, via }: Record<string, unknown>,
): void {
	const isId = (value: unknown) =>
		value === null || (typeof value === "string" && ID.test(value));
	if (
		!isId(id) ||
		!isId(tier) ||
		![null, "place", "region"].some((known) => known === kind) ||
		!WAYS.some((known) => known === via)
	)
		return;
	const detail = { id, kind, tier, via };
	frame.dispatchEvent(
		new CustomEvent("tier-map-select", { detail, bubbles: true }),
	);
}
