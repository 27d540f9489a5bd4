import type { Layer, Mark } from "../scene/scene.ts";
import {
	type Attributes,
	element,
	type Style,
	type SvgElement,
} from "./attributes.ts";

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

/** Attributes that children inherit from a group; those of text mean nothing to other marks. */
const INHERITED = ["fill", "stroke", "stroke-width", "stroke-linejoin"];
const OF_TEXT = ["font-family", "font-size", "font-weight", "text-anchor"];

/** The same picture in fewer bytes: what most children of a group have goes to the group, if all have some. */
export function hoist(parent: SvgElement): SvgElement {
	const { name, attributes, children = [] } = parent;
	if (name === "text" || !children.length) return parent;
	const hoisted = children.map((child) =>
		typeof child === "string" ? child : hoist(child),
	);
	const marks = hoisted.filter((child) => typeof child !== "string");
	const texts = marks.filter(({ name }) => name === "text");
	const shared = new Map<string, string | number>();
	const share = (keys: readonly string[], among: readonly SvgElement[]) => {
		for (const key of keys) {
			const value = commonest(among.map(({ attributes }) => attributes[key]));
			if (value !== undefined) shared.set(key, value);
		}
	};
	share(INHERITED, marks);
	share(OF_TEXT, texts);
	if (!shared.size) return { ...parent, children: hoisted };
	return {
		...parent,
		attributes: { ...attributes, ...Object.fromEntries(shared) },
		children: hoisted.map((child) =>
			typeof child === "string" ? child : without(child, shared),
		),
	};
}

/** The value that there is most often; none where one is missing, or nothing would be gained. */
function commonest(
	values: readonly (string | number | undefined)[],
): string | number | undefined {
	const counts = new Map<string | number, number>();
	for (const value of values) {
		if (value === undefined) return undefined;
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	let best: string | number | undefined;
	let most = values.length > 1 ? 1 : 0;
	for (const [value, count] of counts)
		if (count > most) [best, most] = [value, count];
	return best;
}

function without(
	child: SvgElement,
	shared: ReadonlyMap<string, string | number>,
): SvgElement {
	const attributes: Record<string, string | number> = {};
	for (const key in child.attributes) {
		const value = child.attributes[key];
		if (value !== undefined && shared.get(key) !== value)
			attributes[key] = value;
	}
	return { ...child, attributes };
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
