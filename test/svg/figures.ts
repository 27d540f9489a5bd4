/** The figures' data as the build makes it, and figures read back as trees. */
import { SaxesParser } from "saxes";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import { edition } from "../../src/model/edition.ts";
import { figureTexts } from "../../src/model/figure-texts.ts";
import { figureAtlas } from "../../src/scene/figure/atlas.ts";
import type { FigureData } from "../../src/scene/figure/state.ts";

const dataset = orThrow(loadDataset("data"));
// Coarse, for speed: what the tests look at doesn't depend on it.
const world = orThrow(buildWorld(dataset, readCountries(), 0.75));

export const languages = ["en", "zh"] as const;
export type Lang = (typeof languages)[number];

const made = new Map<string, FigureData>();

export function dataFor(lang: string, profile = "web"): FigureData {
	const use = profile === "web" ? "web" : "print";
	const key = `${lang} ${use}`;
	const known = made.get(key);
	if (known) return known;
	const { core, argument } = edition(dataset, lang);
	const data = {
		core,
		texts: figureTexts(core, argument),
		atlas: figureAtlas(world, core.center, use),
	};
	made.set(key, data);
	return data;
}

/** An element as an XML parser sees it. */
export interface Node {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Node[];
	/** Its text with that of everything in it. */
	text: string;
}

/** Reads markup strictly, with its namespaces; throws where it isn't well-formed. */
export function parse(markup: string): Node {
	const parser = new SaxesParser({ xmlns: true });
	const root: Node = { name: "", attributes: {}, children: [], text: "" };
	const stack = [root];
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		const node: Node = {
			name,
			attributes: Object.fromEntries(
				Object.entries(attributes).map(([key, { value }]) => [key, value]),
			),
			children: [],
			text: "",
		};
		stack.at(-1)?.children.push(node);
		stack.push(node);
	});
	parser.on("text", (text) => {
		for (const node of stack) node.text += text;
	});
	parser.on("closetag", () => {
		stack.pop();
	});
	parser.write(markup).close();
	const [svg] = root.children;
	if (!svg) throw new Error("there is no element");
	return svg;
}

/** An element and everything in it. */
export function all(node: Node): Node[] {
	return [node, ...node.children.flatMap(all)];
}

/** The element with an id. */
export function byId(node: Node, id: string): Node {
	const found = all(node).find(({ attributes }) => attributes.id === id);
	if (!found) throw new Error(`there is no #${id}`);
	return found;
}
