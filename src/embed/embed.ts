/** `embed.js`: sizes the iframes of the page it is put into, however often it is put there. */
import { sizeFrames } from "./host.ts";

const started = Symbol.for("tier-map.embed");
if (!(started in window)) {
	Object.defineProperty(window, started, { value: true });
	sizeFrames();
}
