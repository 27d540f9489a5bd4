import type { Layer, Mark, Scene } from "../scene/scene.ts";
import {
	type Attributes,
	element,
	type Style,
	type SvgElement,
} from "./attributes.ts";

/** The scene as the markup of one `<svg>` element, for the live map. */
export function markup(scene: Scene): string {
	const { width, height, layers } = scene;
	return serialise({
		name: "svg",
		attributes: {
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: `0 0 ${width} ${height}`,
		},
		children: layers.map((layer) => ({
			name: "g",
			attributes: { class: layer.name },
			children: layer.marks.flatMap((item) => {
				const made = isLayer(item) ? null : element(item, "live");
				return made ? [made] : [];
			}),
		})),
	});
}

/**
 * A layer as a named group; an empty one is left out.
 *
 * @param attributesOf what the group carries beside what its marks have in common
 */
export function group(
	layer: Layer,
	style: Style,
	attributesOf: (layer: Layer) => Attributes,
): SvgElement | null {
	const children = layer.marks.flatMap((item) => {
		if (!isLayer(item) && "d" in item && !item.d) return [];
		const made = isLayer(item)
			? group(item, style, attributesOf)
			: element(item, style);
		return made ? [made] : [];
	});
	return children.length
		? { name: "g", attributes: attributesOf(layer), children }
		: null;
}

export function isLayer(item: Mark | Layer): item is Layer {
	return "marks" in item;
}

/** Attributes that children inherit from a group. */
const INHERITED = [
	"fill",
	"stroke",
	"stroke-width",
	"stroke-linejoin",
	"font-family",
	"font-size",
	"font-weight",
	"text-anchor",
];

/** The same picture in fewer bytes: what all children of a group have in common goes to the group. */
export function hoist(parent: SvgElement): SvgElement {
	if (!parent.children || parent.name === "text") return parent;
	const children = parent.children.map((child) =>
		typeof child === "string" ? child : hoist(child),
	);
	const elements = children.filter(
		(child) =>
			typeof child !== "string" && !["title", "desc"].includes(child.name),
	) as SvgElement[];
	const [first] = elements;
	const common = INHERITED.flatMap((key) => {
		const value = first?.attributes[key];
		return value !== undefined &&
			elements.every(({ attributes }) => attributes[key] === value)
			? [[key, value] as const]
			: [];
	});
	const without = (attributes: Attributes) =>
		Object.fromEntries(
			Object.entries(attributes).filter(
				([key]) => !common.some(([shared]) => shared === key),
			),
		);
	return {
		...parent,
		attributes: { ...parent.attributes, ...Object.fromEntries(common) },
		children: children.map((child) =>
			typeof child === "string" || !elements.includes(child)
				? child
				: { ...child, attributes: without(child.attributes) },
		),
	};
}

/** An element as markup. */
export function serialise({
	name,
	attributes,
	children = [],
}: SvgElement): string {
	let list = "";
	for (const key in attributes)
		list += ` ${key}="${escapeXml(String(attributes[key]))}"`;
	let content = "";
	for (const child of children)
		content += typeof child === "string" ? escapeXml(child) : serialise(child);
	return content ? `<${name}${list}>${content}</${name}>` : `<${name}${list}/>`;
}

/** What markup is made of, and what XML has no way to write: control characters and halves of characters. */
const SPECIAL =
	/[&<>"']|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const EACH = new RegExp(SPECIAL, "gu");

/** Text made safe for content and attributes of XML and HTML. */
export function escapeXml(text: string): string {
	return SPECIAL.test(text)
		? text.replace(EACH, (character) =>
				/[&<>"']/.test(character) ? `&#${character.charCodeAt(0)};` : "\ufffd",
			)
		: text;
}
