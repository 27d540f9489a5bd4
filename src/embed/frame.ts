/** The iframe page: the map as the address asks for it, and its height told to the page around it. */
import "../define.ts";
import { idle } from "../components/idle.ts";
import { inheritedLanguage } from "../components/tier-map/language.ts";
import { sourceAt } from "../components/tier-map/source.ts";
import { languageOf } from "../i18n/languages.ts";
import { plainText } from "../model/tokens.ts";
import { setLanguage } from "./language.ts";
import {
	HERE,
	heightMessages,
	isQuestion,
	PAPER,
	SELECT,
	schemeIn,
} from "./messages.ts";
import { paperSize } from "./paper.ts";
import { attributesIn } from "./parameters.ts";

/** Time in milliseconds after which a frame counts as out of sight. */
const UNPAINTED = 100;
/** Time in milliseconds after the last change until the frame is measured for paper. */
const QUIET = 1000;

// `start.js` has done so, unless it failed.
setLanguage();
const page = new URL(location.href);
const map = document.querySelector("tier-map");
if (map) {
	const sources = document.querySelector<HTMLMetaElement>(
		"meta[name=tier-map-src]",
	)?.content;
	const attributes = attributesIn(
		page,
		sources === "same-origin" ? sources : "none",
	);
	for (const [name, value] of attributes) map.setAttribute(name, value);
	map.addEventListener("tier-map-select", ({ detail }) =>
		tell({ type: SELECT, ...detail }),
	);
	map.addEventListener("tier-map-load", ({ detail }) => {
		// What stands below, and what the head says, is of the built-in data.
		if (detail.bundle !== "built-in") void beOf(detail.bundle, map);
	});
	if (window.parent !== window) {
		if (!page.searchParams.has("theme")) followScheme();
		// What stands there until then is as high as it happens to be.
		const start = once(() => tellHeight(document.body, map));
		// A browser too old for the map has only what stands there.
		void Promise.resolve(map.ready).then(start);
		map.addEventListener("tier-map-error", start);
	}
}
document.title =
	document
		.querySelector(`.credit[lang="${document.documentElement.lang}"]`)
		?.textContent?.trim() ?? document.title;

/** Makes the page that of a data set of one's own: its title and description, and nothing that leads elsewhere. */
async function beOf(bundle: string, map: Element): Promise<void> {
	for (const other of document.querySelectorAll(
		'.credit, link[rel=canonical], link[type="application/json+oembed"], meta[property^="og:"]',
	))
		other.remove();
	// The map has just loaded it, and they share it.
	const { argument, languages } = await sourceAt(bundle);
	const lang = languageOf(inheritedLanguage(map), languages);
	const texts = (await argument[lang]?.())?.default.texts;
	document.title = plainText(texts?.title ?? "");
	document
		.querySelector("meta[name=description]")
		?.setAttribute("content", plainText(texts?.lead ?? ""));
}

function once(act: () => void): () => void {
	let done = false;
	return () => {
		if (!done) act();
		done = true;
	};
}

/** Takes the colours that the page around tells; those of the page itself are light. */
function followScheme(): void {
	addEventListener("message", ({ source, data }) => {
		const scheme = source === window.parent ? schemeIn(data) : null;
		if (scheme) document.documentElement.style.colorScheme = scheme;
	});
	tell({ type: HERE });
}

/** Tells an element's height whenever it changes, and when asked. */
function tellHeight(element: HTMLElement, map: Element): void {
	const tellPaper = afterQuiet(async () => {
		tell({ type: PAPER, ...(await paperSize(element, map)) });
	});
	let told = 0;
	const measure = (again: boolean) => {
		const height = Math.ceil(element.getBoundingClientRect().height);
		// A frame that isn't shown has no width, and no height worth telling.
		if (!window.innerWidth || !height || (height === told && !again)) return;
		told = height;
		tellPaper();
		for (const message of heightMessages(height, page)) tell(message);
	};
	new ResizeObserver(() => measure(false)).observe(element);
	// A frame out of sight isn't painted, so sizes aren't observed; changes of content are.
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const stop = () => {
		clearTimeout(waiting);
		waiting = undefined;
	};
	const changes = new MutationObserver(() => {
		tellPaper();
		if (waiting) return;
		waiting = setTimeout(() => {
			stop();
			measure(false);
		}, UNPAINTED);
		requestAnimationFrame(stop);
	});
	if (map.shadowRoot)
		changes.observe(map.shadowRoot, { childList: true, subtree: true });
	measure(false);
	addEventListener("message", ({ source, data }) => {
		if (source === window.parent && isQuestion(data, page)) measure(true);
	});
}

/** Puts an act off until nothing has asked for it for a while and the browser has little to do; what asks meanwhile is the act itself. */
function afterQuiet(act: () => Promise<void>): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let acting = false;
	const begin = async () => {
		await idle();
		acting = true;
		await act();
		acting = false;
	};
	return () => {
		if (acting) return;
		clearTimeout(timer);
		timer = setTimeout(begin, QUIET);
	};
}

/** The data is public: whoever put the frame into a page may read it. */
function tell(message: unknown): void {
	if (window.parent !== window) window.parent.postMessage(message, "*");
}
