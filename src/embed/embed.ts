/** `embed.js`: sizes the iframes of the page it is put into, however often it is put there. */
import { sizeFrames } from "./host.ts";

const started = Symbol.for("tier-map.embed");
if (!(started in window)) {
	Object.defineProperty(window, started, { value: true });
	sizeFrames(folder());
}

/** The folder of the build that this script lies in; a pinned one lies in `assets/` below it. */
function folder(): string {
	// Put into the page by another script, or as a module, it isn't the current one.
	const script =
		document.currentScript ??
		document.querySelector('script[src$="/embed.js"]');
	const src = script instanceof HTMLScriptElement ? script.src : "";
	return new URL(
		/\/assets\/[^/]*$/.test(src) ? ".." : ".",
		src || location.href,
	).href;
}
