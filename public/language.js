// Before the first paint: the page's language, from the address or the reader's browser, and its theme.
{
	const page = document.documentElement;
	const asked = new URLSearchParams(location.search);
	const lang = (asked.get("lang") ?? navigator.language).toLowerCase();
	const tags = (page.dataset.languages ?? "en").split(" ");
	const [primary] = lang.split("-");
	page.lang =
		tags.find((tag) => tag.toLowerCase() === lang) ??
		tags.find((tag) => tag.split("-")[0] === primary) ??
		tags.find((tag) => tag === "en") ??
		tags[0];
	// Shows what waited for the language.
	page.dataset.spoken = "";
	const schemes = { light: "light", dark: "dark", auto: "light dark" };
	page.style.colorScheme = schemes[asked.get("theme")] ?? "";
}
