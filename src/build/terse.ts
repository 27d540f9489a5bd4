import type { Plugin } from "vite";

/** A line break with the indentation around it, which says something to people only. */
const BREAK = /\s*\n\s*/g;

/** Vite plugin that leaves out of pages, and of elements’ styles and templates, what is there for people: comments and indentation. */
export function terse(): Plugin {
	return {
		name: "tier-map-terse",
		apply: "build",
		transform(code, id) {
			if (/\/(styles|looks)\.ts$/.test(id))
				return { code: code.replace(/`[^`]*`/g, terseStyle), map: null };
			if (!/\/src\/components\/.*\.ts$/.test(id)) return;
			const breaks = templates(this.parse(code)).flatMap(([start, end]) =>
				[...code.slice(start, end).matchAll(BREAK)].map(
					({ 0: text, index }) => [start + index, text.length] as const,
				),
			);
			// From the end on, so that positions hold; those of a template within another come once.
			for (const [at, length] of breaks.sort(([a], [b]) => b - a))
				code = `${code.slice(0, at)} ${code.slice(at + length)}`;
			return { code, map: null };
		},
		transformIndexHtml: {
			order: "post",
			// A page asks for files of its own only; one in a sandbox has no origin, and `crossorigin` would keep its own style sheet from it.
			handler: (html) =>
				html.replaceAll(" crossorigin ", " ").replace(BREAK, "\n"),
		},
	};
}

function terseStyle(css: string): string {
	return css
		.replace(/\/\*.*?\*\//gs, "")
		.replace(/\s+/g, " ")
		.replace(/ ?([{};]) ?/g, "$1");
}

/** Where the texts of lit’s templates stand in a program: start and end of each piece between two expressions. */
function templates(node: unknown): [start: number, end: number][] {
	if (typeof node !== "object" || node === null) return [];
	const found = Object.values(node).flatMap(templates);
	if (!("type" in node) || node.type !== "TaggedTemplateExpression")
		return found;
	const { tag, quasi } = node as unknown as Tagged;
	if (tag.name !== "html" && tag.name !== "svg") return found;
	return [
		...quasi.quasis.map(({ start, end }): [number, number] => [start, end]),
		...found,
	];
}

/** What is read of a tagged template (https://github.com/estree/estree/blob/master/es2015.md#template-literals). */
interface Tagged {
	readonly tag: { readonly name?: string };
	readonly quasi: {
		readonly quasis: readonly {
			readonly start: number;
			readonly end: number;
		}[];
	};
}
