import { core, languages } from "virtual:tier-map/builtin";
import "../define.ts";
import type { TierMap } from "../components/tier-map/tier-map.ts";
import { languageOf } from "../i18n/languages.ts";
import { addressWith, PARAMETERS } from "./address.ts";

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
const builder = document.querySelector<HTMLDetailsElement>("details.embed");
// Where the map can't run, this can't either.
if (builder) builder.hidden = !customElements.get("tier-map");
builder?.addEventListener("toggle", async () => {
	const root = builder.querySelector<HTMLElement>(".builder");
	if (!root || !builder.open) return;
	const failed = builder.querySelectorAll<HTMLElement>(".failed");
	for (const message of failed) message.hidden = true;
	try {
		const { showBuilder } = await import("./embed-builder/builder.ts");
		// The page links its style sheet for no medium, so that it doesn’t hold up the first paint.
		const styles =
			document.querySelector<HTMLLinkElement>("link.builder-style");
		if (styles) styles.media = "all";
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
	root.dataset.spoken = "";
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
