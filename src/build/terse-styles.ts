import type { Plugin } from "vite";

/** Vite plugin that leaves out what the style sheets of elements say to people: comments and indentation. */
export function terseStyles(): Plugin {
	return {
		name: "tier-map-terse-styles",
		transform(code, id) {
			if (!/\/(styles|looks)\.ts$/.test(id)) return;
			return {
				code: code.replace(/`[^`]*`/g, terse),
				map: null,
			};
		},
	};
}

function terse(css: string): string {
	return css
		.replace(/\/\*.*?\*\//gs, "")
		.replace(/\s+/g, " ")
		.replace(/ ?([{};]) ?/g, "$1");
}
