import "virtual-tier-map-first-paint.css";
import { core, languages } from "virtual:tier-map/builtin";
import "../define.ts";
import type { TierMap } from "../components/tier-map/tier-map.ts";
import { languageOf } from "../i18n/languages.ts";
import { addressWith, PARAMETERS } from "./address.ts";
import builderStyles from "./embed-builder/builder.css?url";

const root = document.documentElement;
const map = document.querySelector("tier-map");
if (map) {
	read(map);
	// Links and the reader's way back set the map; what the reader does on it sets the address.
	addEventListener("popstate", () => read(map));
	map.addEventListener("tier-map-select", ({ detail }) =>
		write({ selected: detail.id }),
	);
	map.addEventListener("tier-map-change", ({ detail }) => write({ ...detail }));
	// What the text refers to is shown on the map above it.
	document.querySelector("main")?.addEventListener("click", (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>(
			'.story a[href^="?"]',
		);
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		write(Object.fromEntries(new URL(link.href).searchParams));
		read(map);
		map.scrollIntoView();
	});
	document.querySelector("nav")?.addEventListener("click", (event) => {
		const link = event.target;
		if (!(link instanceof HTMLElement) || !link.dataset.lang) return;
		event.preventDefault();
		speak(link.dataset.lang);
		write({ lang: link.dataset.lang });
	});
}

// The embed builder comes when it is opened, and again in the language that the page then has.
let styles: Promise<unknown> | undefined;
const builder = document.querySelector<HTMLDetailsElement>("details.embed");
// Where the map can't run, this can't either.
if (builder) builder.hidden = !customElements.get("tier-map");
builder?.addEventListener("toggle", async () => {
	const root = builder.querySelector<HTMLElement>(".builder");
	if (!root || !builder.open) return;
	const failed = builder.querySelectorAll<HTMLElement>(".failed");
	for (const message of failed) message.hidden = true;
	try {
		// A file of its own: what it shares with the map would be torn out of the map's own file.
		const url = import.meta.env.DEV
			? "/src/page/embed-builder/builder.ts"
			: new URL("embed-builder.js", document.baseURI).href;
		const { showBuilder }: typeof import("./embed-builder/builder.ts") =
			await import(/* @vite-ignore */ url);
		styles ??= styled(builderStyles);
		await styles;
		await showBuilder(root, speaking(), map?.selected ?? null, async (lang) => {
			const loaded = await core[lang]?.();
			return [
				...(loaded?.default.places ?? []),
				...(loaded?.default.regions ?? []),
			];
		});
	} catch {
		root.replaceChildren();
		for (const message of failed) message.hidden = false;
	}
});

/** Loads a style sheet. Without it a page is plain, but there. */
function styled(href: string): Promise<unknown> {
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = href;
	document.head.append(link);
	return new Promise((then) => {
		link.onload = link.onerror = then;
	});
}

/** Sets language and map from the address. */
function read(map: TierMap): void {
	const parameters = new URLSearchParams(location.search);
	speak(parameters.get("lang") ?? navigator.language);
	for (const name of PARAMETERS) {
		const value = parameters.get(name);
		if (value === null) map.removeAttribute(name);
		else map.setAttribute(name, value);
	}
}

/** Puts what the reader did into the address. */
function write(state: Readonly<Record<string, string | null>>): void {
	history.pushState(null, "", addressWith(new URL(location.href), state));
}

/** Sets the page in the language that a BCP 47 tag asks for. */
function speak(tag: string): void {
	const lang = languageOf(tag, languages);
	document.title =
		document.querySelector(`.intro[data-language="${lang}"] h1`)?.textContent ??
		document.title;
	for (const link of document.querySelectorAll<HTMLElement>("[data-lang]"))
		if (link.dataset.lang === lang) {
			link.setAttribute("aria-current", "true");
			root.lang = link.lang;
		} else link.removeAttribute("aria-current");
}

/** The key of the language that the page is in. */
function speaking(): string {
	return languageOf(root.lang, languages);
}
