import type { Mark, Scene } from "../scene/scene.ts";
import { element, type SvgElement } from "./attributes.ts";
import type { Paint } from "./paint.ts";

/**
 * The scene as one `<svg>` element, for the live map; `serialise` writes it as markup, `draw` makes nodes of it.
 *
 * @param paint gives each mark its colours where there is no style sheet
 */
export function liveSvg(
	{ width, height, layers }: Scene,
	paint?: (mark: Mark) => Paint,
): SvgElement {
	return {
		name: "svg",
		attributes: {
			viewBox: `0 0 ${width} ${height}`,
			"aria-hidden": "true",
		},
		children: layers.map((layer) => ({
			name: "g",
			attributes: { class: layer.name },
			children: layer.marks.flatMap((item) => {
				const made = "marks" in item ? null : element(item, "live");
				if (!made || "marks" in item) return [];
				const attributes = { ...made.attributes, ...paint?.(item) };
				return [{ ...made, attributes }];
			}),
		})),
	};
}
