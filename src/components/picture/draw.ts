import type { Scene } from "../../scene/scene.ts";
import type { SvgElement } from "../../svg/attributes.ts";
import { liveSvg } from "../../svg/live.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The live map's picture as nodes, made one by one: whatever a bundle says in it, nothing of that is read as markup. */
export function draw(scene: Scene): SVGSVGElement {
	return filled(document.createElementNS(SVG, "svg"), liveSvg(scene));
}

function filled<T extends SVGElement>(
	node: T,
	{ attributes, children = [] }: SvgElement,
): T {
	for (const [name, value] of Object.entries(attributes))
		node.setAttribute(name, String(value));
	for (const child of children)
		node.append(
			typeof child === "string"
				? child
				: filled(document.createElementNS(SVG, child.name), child),
		);
	return node;
}
