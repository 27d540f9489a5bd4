import type { Layer, Scene } from "../scene/scene.ts";
import { element } from "./attributes.ts";

/** The scene as the markup of one `<svg>` element. */
export function markup(scene: Scene): string {
	const { width, height, layers } = scene;
	return tag(
		"svg",
		{ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}` },
		layers.map(layerMarkup).join(""),
	);
}

function layerMarkup({ name, marks }: Layer): string {
	const content = marks.map((mark) => {
		const { name, attributes } = element(mark);
		return tag(name, attributes);
	});
	return tag("g", { class: name }, content.join(""));
}

function tag(
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	content = "",
): string {
	const list = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
		.join("");
	return content ? `<${name}${list}>${content}</${name}>` : `<${name}${list}/>`;
}

/** Text made safe for content and attributes of XML and HTML. */
export function escapeXml(text: string): string {
	return text.replace(
		/[&<>"']/g,
		(character) => `&#${character.charCodeAt(0)};`,
	);
}
