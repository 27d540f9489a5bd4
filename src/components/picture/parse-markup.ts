/** The part of the Trusted Types API that we use; TypeScript's DOM library doesn't have it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createHTML(markup: string): string },
	): { createHTML(markup: string): string };
}

declare global {
	interface Window {
		readonly trustedTypes?: TrustedTypes;
	}
}

/** The one policy through which markup reaches a sink; only what the build made goes through it. */
let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** The picture that the build made of the built-in data. A parser is faster than 350 templates. */
export function parseMarkup(markup: string): SVGSVGElement {
	// Made when needed: a page may allow no more than one policy of a name, and have two copies of the module.
	policy ??= window.trustedTypes?.createPolicy("tier-map", {
		createHTML: (markup) => markup,
	});
	const template = document.createElement("template");
	template.innerHTML = policy?.createHTML(markup) ?? markup;
	const svg = document.importNode(template.content, true).firstElementChild;
	if (!(svg instanceof SVGSVGElement)) throw new Error("the picture is no SVG");
	return svg;
}
