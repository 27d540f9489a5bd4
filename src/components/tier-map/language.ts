/**
 * The language an element is read in: its own `lang`, else its nearest ancestor's (through shadow
 * roots), else English.
 */
export function inheritedLanguage(element: Element): string {
	for (let node: Node | null = element; node; ) {
		if (node instanceof Element) {
			const lang = node.getAttribute("lang");
			if (lang) return lang;
		}
		node = node instanceof ShadowRoot ? node.host : node.parentNode;
	}
	return document.documentElement.lang || "en";
}
