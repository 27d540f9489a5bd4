/**
 * `start.js`, in the head of our own pages: sets the language, and sees to it that neither style sheet nor program
 * leaves the reader with nothing when it fails or hangs. It is `async`, so that it holds nothing up when it hangs itself.
 */
import { isNewEnough } from "../components/floor.ts";
import { setLanguage } from "./language.ts";

/** After so many milliseconds a style sheet is no longer waited for, and the reader is told that the program hasn't come. */
const PLAIN = 3000;
/** After so many it no longer waits for what stands before it in the page. */
const OUT_OF_TURN = 4000;
const PATIENCE = 7000;

/** In a browser too old for the map nothing is missing: what stands in the page is what there is. */
const isThere = () => !isNewEnough() || Boolean(customElements.get("tier-map"));
let tries = 0;

setLanguage();
addEventListener(
	"error",
	({ target }) => {
		if (target instanceof HTMLLinkElement) renew(target);
		else if (target === program()) failed();
	},
	true,
);
// A script that is cut short has loaded, and hasn't run.
document.addEventListener(
	"load",
	({ target }) => {
		if (target === program()) failed();
	},
	true,
);
addEventListener("load", failed);
document.addEventListener("tier-map-unloaded", (event) =>
	tell((event as CustomEvent<(() => void) | null>).detail),
);
setTimeout(() => {
	for (const link of document.querySelectorAll<HTMLLinkElement>(
		"link[rel=stylesheet]",
	))
		if (!link.sheet) renew(link);
}, PLAIN);
setTimeout(() => {
	const tag = program();
	if (tag && !isThere()) ask(tag, tag.src);
}, OUT_OF_TURN);
setTimeout(() => {
	if (!isThere()) tell(again);
}, PATIENCE);
void customElements.whenDefined("tier-map").then(() => tell(null));

/** The script tag of the program, the last one tried. */
function program(): HTMLScriptElement | null {
	return document.querySelector("script[data-tier-map]");
}

/** Asks for a style sheet once more; one that a script puts in keeps nothing from being painted. */
function renew(link: HTMLLinkElement): void {
	if (link.dataset.renewed !== undefined) return;
	const fresh = document.createElement("link");
	fresh.rel = "stylesheet";
	fresh.className = link.className;
	fresh.media = link.media;
	fresh.dataset.renewed = "";
	fresh.href = `${link.href}?${Date.now()}`;
	link.replaceWith(fresh);
}

function failed(): void {
	if (isThere()) return;
	if (tries) tell(again);
	else again();
}

/** Asks for the program once more, at an address of its own. */
function again(): void {
	const old = program();
	if (!old) return;
	tries += 1;
	ask(old, `${old.src.replace(/\?\d+$/, "")}?${Date.now()}`);
	setTimeout(() => {
		if (!isThere()) tell(again);
	}, PATIENCE);
}

/** Puts another script tag in a tag's place: what a script puts in runs as soon as it is there. */
function ask(old: HTMLScriptElement, url: string): void {
	const script = document.createElement("script");
	const { trustedTypes } = window as unknown as {
		trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
	};
	script.src =
		trustedTypes
			?.createPolicy("tier-map-start", { createScriptURL: () => url })
			.createScriptURL("") ?? url;
	script.type = old.type;
	script.nonce = old.nonce;
	script.dataset.tierMap = old.dataset.tierMap;
	old.replaceWith(script);
}

interface Rules {
	createScriptURL(url: string): string;
}

/** Tells the reader that something is missing, with a button to try again; null takes it back. */
function tell(retry: (() => void) | null): void {
	for (const line of document.querySelectorAll<HTMLElement>(".unloaded")) {
		line.hidden = !retry;
		const button = line.querySelector("button");
		if (button)
			button.onclick = () => {
				tell(null);
				retry?.();
			};
	}
}
