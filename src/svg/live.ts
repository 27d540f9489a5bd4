import type { Scene } from "../scene/scene.ts";
import { element, type SvgElement } from "./attributes.ts";

/** The scene as one `<svg>` element, for the live map; `serialise` writes it as markup, `draw` makes nodes of it. */
export function liveSvg({ width, height, layers }: Scene): SvgElement {
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
				return made ? [made] : [];
			}),
		})),
	};
}
