// Before the first paint: the page's language, from the address or the reader's browser, and its theme.
document.documentElement.lang = (
	new URLSearchParams(location.search).get("lang") ?? navigator.language
)
	.toLowerCase()
	.startsWith("zh")
	? "zh-Hans"
	: "en";
document.documentElement.style.colorScheme =
	/^(?:light|dark)$/.exec(
		new URLSearchParams(location.search).get("theme") ?? "",
	)?.[0] ?? "";
