/** What a page of a theme is to look like. */
const SCHEMES = new Map([
	["light", "light"],
	["dark", "dark"],
	["auto", "light dark"],
]);

/** Sets a page of our own, before its first paint where that can be, in the language of its address or of the reader’s browser, and in the address’s theme. */
export function setLanguage(): void {
	const page = document.documentElement;
	const asked = new URLSearchParams(location.search);
	const lang = (asked.get("lang") ?? navigator.language).toLowerCase();
	const tags = (page.dataset.languages ?? "en").split(" ");
	const [primary] = lang.split("-");
	page.lang =
		tags.find((tag) => tag.toLowerCase() === lang) ??
		tags.find((tag) => tag.split("-")[0] === primary) ??
		tags.find((tag) => tag === "en") ??
		tags[0] ??
		"en";
	// Shows what waited for the language.
	page.dataset.spoken = "";
	page.style.colorScheme = SCHEMES.get(asked.get("theme") ?? "") ?? "";
}
