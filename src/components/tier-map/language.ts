/**
 * The language an element is read in: its own `lang`, else its nearest ancestor's (through shadow
 * roots), else English.
 */
export function inheritedLanguage(element: Element): string {
	// Nodes of a document that the element was moved into are of none of this window's classes.
	for (let node: Node | null = element; node; ) {
		const lang =
			"getAttribute" in node && (node as Element).getAttribute("lang");
		if (lang) return lang;
		node =
			node.parentNode ?? ("host" in node ? (node as ShadowRoot).host : null);
	}
	return element.ownerDocument.documentElement.lang || "en";
}
