import { describe, expect, it } from "vitest";
import { levelsIn } from "../../src/model/levels.ts";
import { contrast } from "../../src/svg/colour.ts";
import type { FigureOptions } from "../../src/svg/options.ts";
import { renderSVG } from "../../src/svg/render.ts";
import { all, byId, dataFor, languages, type Node, parse } from "./figures.ts";

const layouts = ["wide", "square", "narrow"] as const;
const profiles = ["web", "print", "wikipedia"] as const;

/** Options that between them have everything in them. */
const cases: FigureOptions[] = languages.flatMap((lang) =>
	profiles.flatMap((profile) =>
		layouts.flatMap((layout, i) => [
			{ lang, profile, layout },
			{
				lang,
				profile,
				layout,
				theme: "dark",
				labels: true,
				selected: ["KEN", "africa", "MLT"][i],
				tier: i ? null : "3",
				round: i ? "2025-01-13" : "2023-10-17",
			},
		]),
	),
);

function figure(options: FigureOptions): Node {
	return parse(
		renderSVG(dataFor(options.lang ?? "en", options.profile), options),
	);
}

const name = (options: FigureOptions) =>
	Object.values(options).filter(Boolean).join(" ");

describe.each(cases.map((options) => [name(options), options] as const))(
	"%s",
	(_, options) => {
		const svg = figure(options);
		const nodes = all(svg);

		it("says what it is", () => {
			const [, top, width, height] = (svg.attributes.viewBox ?? "")
				.split(" ")
				.map(Number);
			expect(svg.attributes.xmlns).toBe("http://www.w3.org/2000/svg");
			expect(svg.attributes.lang).toBe(
				options.lang === "zh" ? "zh-Hans" : "en",
			);
			expect(Number(svg.attributes.height)).toBeCloseTo(
				(Number(svg.attributes.width) * (height ?? 0)) / (width ?? 1),
				0,
			);
			expect(top).toBeLessThanOrEqual(0);
			const [title, desc] = svg.children;
			const { texts } = dataFor(options.lang ?? "en");
			expect(title?.name).toBe("title");
			expect(title?.text).toContain(texts.title);
			expect(desc?.name).toBe("desc");
			for (const part of [texts.credit, texts.boundaries, texts.status])
				expect(desc?.text).toContain(part);
			expect(desc?.text).toMatch(/2026/);
		});

		it("gives every id once", () => {
			const ids = nodes.flatMap(({ attributes }) => attributes.id ?? []);
			expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
		});

		it("asks nothing from outside and runs nothing", () => {
			for (const { name, attributes } of nodes) {
				expect(name).not.toMatch(/script|image|use|foreignObject|animate/i);
				for (const [key, value] of Object.entries(attributes)) {
					expect(key).not.toMatch(/^on|href/i);
					if (!key.startsWith("xmlns"))
						expect(value).not.toMatch(/url\(|https?:/);
				}
			}
		});

		it("keeps Latin and Chinese in runs of their own", () => {
			for (const node of nodes.filter(({ name }) => name === "tspan"))
				expect(
					/\p{Script=Han}/u.test(node.text) && /[A-Za-z0-9]/.test(node.text),
				).toBe(false);
		});
	},
);

/** What every program reads. */
const PLAIN = {
	elements: "svg title desc g path circle rect text tspan",
	attributes:
		"id d x y cx cy r width height fill stroke stroke-width stroke-linejoin font-family font-size font-weight text-anchor viewBox lang role xmlns",
};

describe.each(cases.filter(({ profile }) => profile !== "wikipedia"))(
	"$lang $profile $layout $selected",
	(options) => {
		const svg = figure(options);
		const print = options.profile === "print";

		it("is made of plain elements and presentation attributes", () => {
			const attributes = [
				...PLAIN.attributes.split(" "),
				...(print
					? ["xmlns:inkscape", "inkscape:groupmode", "inkscape:label"]
					: []),
			];
			for (const node of all(svg)) {
				expect(PLAIN.elements.split(" ")).toContain(node.name);
				for (const key of Object.keys(node.attributes))
					expect(attributes).toContain(key);
			}
		});

		it("has concrete colours", () => {
			for (const { attributes } of all(svg))
				for (const key of ["fill", "stroke"])
					expect(attributes[key] ?? "none").toMatch(/^(none|#[0-9a-f]{6})$/);
		});

		it("has its layers by name, nested", () => {
			const top = svg.children.flatMap(({ attributes }) => attributes.id ?? []);
			for (const layer of [
				"title",
				"earth",
				"tiers",
				"hatching",
				"borders",
				"markers",
				"legend",
				"credit",
				...(options.labels ? ["labels"] : []),
				...(options.selected ? ["selection"] : []),
			])
				expect(top).toContain(layer);
			const { core } = dataFor(options.lang ?? "en");
			const level = levelsIn(core, options.round ?? core.round).get("KEN");
			const tier = byId(byId(svg, "tiers"), `tier-${level}`);
			expect(byId(tier, "KEN").attributes.d).toMatch(/^M/);
		});

		it("tells Inkscape which groups are layers", () => {
			const groups = all(svg).filter(({ name }) => name === "g");
			for (const { attributes } of groups) {
				expect(attributes["inkscape:groupmode"]).toBe(
					print ? "layer" : undefined,
				);
				expect(Boolean(attributes["inkscape:label"])).toBe(print);
			}
		});

		it("keeps every text within the figure", () => {
			const [, top = 0, width = 0, height = 0] = (svg.attributes.viewBox ?? "")
				.split(" ")
				.map(Number);
			for (const { attributes } of all(svg).filter(
				({ name }) => name === "text",
			)) {
				expect(Number(attributes.x)).toBeGreaterThan(0);
				expect(Number(attributes.x)).toBeLessThan(width);
				expect(Number(attributes.y)).toBeGreaterThan(top);
				expect(Number(attributes.y)).toBeLessThan(top + height);
			}
		});
	},
);

describe("wikipedia", () => {
	const options = { lang: "en", profile: "wikipedia" } as const;
	const svg = figure(options);
	const { core, atlas } = dataFor("en", "wikipedia");
	const marks = all(svg).filter(({ attributes }) =>
		/\b(landxx|circlexx)\b/.test(attributes.class ?? ""),
	);

	it("has every place by its lower-case code, small states as circles", () => {
		const codes = (kind: string) =>
			marks
				.filter(({ name }) => name === kind)
				.map(({ attributes }) => attributes.class?.split(" ")[1])
				.sort();
		const expected = (ids: readonly string[]) =>
			core.places
				.filter(({ id }) => ids.includes(id))
				.map(({ id, a2 }) => (a2 || id).toLowerCase())
				.sort();
		expect(codes("path")).toEqual(expected(Object.keys(atlas.shapes)));
		expect(codes("circle")).toEqual(expected(Object.keys(atlas.markers)));
		expect(codes("path")).toContain("ke");
		expect(codes("circle")).toContain("mt");
	});

	it("colours by one rule for each tier, and every code is in one", () => {
		const sheet = all(svg).find(({ name }) => name === "style")?.text ?? "";
		for (const { attributes } of marks) {
			const code = attributes.class?.split(" ")[1];
			expect(sheet.match(new RegExp(`\\.${code}[,{]`, "g"))).toHaveLength(1);
		}
	});

	it("has no text in the picture", () => {
		expect(all(svg).map(({ name }) => name)).not.toContain("text");
	});
});

it.each(["light", "dark"] as const)(
	"shows how disputed areas are hatched: %s",
	(theme) => {
		const { children } = byId(figure({ theme, profile: "print" }), "legend");
		const label = children.findIndex(({ text }) => text === "Disputed area");
		const [swatch, lines] = children.slice(label - 2);
		expect(
			contrast(
				swatch?.attributes.fill ?? "",
				lines?.attributes.stroke ?? swatch?.attributes.fill ?? "",
			),
		).toBeGreaterThan(2);
	},
);

it("can be read in a column of 375 pixels", () => {
	for (const lang of languages)
		for (const layer of ["title", "legend", "credit"])
			for (const { name, attributes } of all(
				byId(figure({ lang, layout: "narrow", profile: "print" }), layer),
			))
				if (name === "text")
					expect((Number(attributes["font-size"]) * 375) / 960).toBeGreaterThan(
						8.5,
					);
});

it("sets the legend in columns", () => {
	for (const lang of languages)
		for (const layout of layouts) {
			const { children } = byId(figure({ lang, layout }), "legend");
			const boxes = children.filter(({ name }) => name === "rect");
			const lefts = boxes.map(({ attributes }) => attributes.x);
			const tops = new Set(boxes.map(({ attributes }) => attributes.y));
			const first = boxes.filter(
				({ attributes }) => attributes.y === boxes[0]?.attributes.y,
			);
			expect(new Set(lefts).size).toBe(first.length);
			expect(tops.size).toBe(Math.ceil(boxes.length / first.length));
		}
});

it("gives the same bytes for the same options", () => {
	const options = { lang: "zh", selected: "ke", labels: true };
	expect(renderSVG(dataFor("zh"), { ...options, selected: "KEN" })).toBe(
		renderSVG(dataFor("zh"), options),
	);
});

it("names everything that is wrong with options, and what is allowed", () => {
	const draw = () =>
		renderSVG(dataFor("en"), {
			selected: "XXX",
			round: "1999-01-01",
			tier: "4",
			// @ts-expect-error
			layout: "tall",
			// @ts-expect-error
			theme: "sepia",
			// @ts-expect-error
			profile: "cmyk",
			center: Number.NaN,
			...{ colour: "red" },
		});
	expect(draw).toThrow(TypeError);
	expect(draw).toThrow(/selected: "XXX".*southeast-asia/);
	expect(draw).toThrow(/round: "1999-01-01".*2025-01-13/);
	expect(draw).toThrow(/tier: "4".*us, 1, 2, 3, na/);
	expect(draw).toThrow(/layout: "tall".*wide, square, narrow/);
	expect(draw).toThrow(/theme: "sepia".*light, dark/);
	expect(draw).toThrow(/profile: "cmyk".*web, print, wikipedia/);
	expect(draw).toThrow(/center: "NaN"/);
	expect(draw).toThrow(/colour: .*lang, round/);
});

it.each(profiles)("lets no name break out of the markup: %s", (profile) => {
	const evil = `</svg><script>alert("1")</script>&'<`;
	const data = dataFor("en", profile);
	const core = {
		...data.core,
		places: data.core.places.map((place) =>
			["KEN", "BRA"].includes(place.id) ? { ...place, name: evil } : place,
		),
	};
	const svg = parse(
		renderSVG({ ...data, core }, { profile, labels: true, selected: "KEN" }),
	);
	expect(all(svg).map(({ name }) => name)).not.toContain("script");
	expect(svg.text).toContain(evil);
});

it("names levels, not tiers, in a round that had none", () => {
	const legend = (round: string) =>
		byId(figure({ lang: "en", round }), "legend").text;
	expect(legend("2025-01-13")).toMatch(/Tier 2/);
	expect(legend("2023-10-17")).not.toMatch(/Tier/);
});

it("names only the tier that is shown alone", () => {
	const { core } = dataFor("en");
	const levels = levelsIn(core, core.round);
	const labels = byId(
		figure({ lang: "en", labels: true, tier: "3", profile: "print" }),
		"labels",
	);
	const named = all(labels).flatMap(
		({ attributes }) => attributes.id?.match(/^label-(...)$/)?.[1] ?? [],
	);
	expect(named).toContain("CHN");
	for (const id of named) expect(levels.get(id)).toBe("3");
});
