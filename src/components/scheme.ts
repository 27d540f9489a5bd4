/** Colours where the browser has no `light-dark()`: before Chrome 123, Firefox 120 and Safari 17.5. */
import { unsafeCSS } from "lit";
import { choice, plainly } from "../svg/plain.ts";
import { dress } from "./sheets.ts";

const isPlain =
	typeof CSS !== "undefined" &&
	!CSS.supports("color", "light-dark(red, color-mix(in oklab, red, red))");

/** A style sheet as this browser understands it. */
export function understood(css: string): string {
	return isPlain ? plainly(css) : css;
}

const schemes = {
	light: unsafeCSS(`:host { ${choice("light")} }`),
	dark: unsafeCSS(`:host { ${choice("dark")} }`),
};

/** What tells a map's colours, by its shadow root. */
const followers = new WeakMap<ShadowRoot, (theme: string) => void>();

/**
 * Gives a map the colours of the page's `color-scheme`, now and whenever it changes, or those of its own theme.
 *
 * @param theme `light`, `dark`, or anything else for the page's
 */
export function followScheme(root: ShadowRoot, theme: string): void {
	if (!isPlain) return;
	const follow = followers.get(root) ?? follower(root);
	followers.set(root, follow);
	follow(theme);
}

/** The system's own colours follow `color-scheme` in every browser, and a transition says when they change. */
function follower(root: ShadowRoot): (theme: string) => void {
	const probe = document.createElement("span");
	probe.style.cssText =
		"position: absolute; color: CanvasText; transition: color 1ms";
	// Before what the template draws, which is replaced as a whole.
	root.prepend(probe);
	let looked = false;
	const look = () => {
		const [red = 0] =
			getComputedStyle(probe).color.match(/\d+/)?.map(Number) ?? [];
		dress(root, red > 127 ? schemes.dark : schemes.light, followers);
	};
	probe.addEventListener("transitionend", look);
	return (theme) => {
		const own = /^(?:light|dark)$/.test(theme) ? theme : "";
		if (probe.style.colorScheme === own && looked) return;
		looked = true;
		// Without the transition the change is there at once.
		probe.style.transition = "none";
		probe.style.colorScheme = own;
		look();
		probe.style.transition = "color 1ms";
	};
}
