// Before the first paint: the page's language, from the address or the reader's browser.
document.documentElement.lang = (
	new URLSearchParams(location.search).get("lang") ?? navigator.language
)
	.toLowerCase()
	.startsWith("zh")
	? "zh-Hans"
	: "en";
