import type { CoreTier } from "../model/edition.ts";
import type { Mark } from "../scene/scene.ts";
import { mix, readable } from "./colour.ts";

export type Theme = "light" | "dark";
export const THEMES: readonly Theme[] = ["light", "dark"];

/** What paints a mark, as SVG's presentation attributes; colours are concrete. */
export interface Paint {
	readonly fill?: string;
	readonly stroke?: string;
	readonly "stroke-width"?: number;
	readonly "stroke-linejoin"?: "round";
	/** Dash and gap in pixels. */
	readonly "stroke-dasharray"?: string;
}

/** Colours beside the tiers'; those of the live map. */
export const PALETTE = {
	light: {
		ground: "#fdfdfb",
		surface: "#ffffff",
		text: "#1c2127",
		muted: "#575d63",
		line: "#d9dad6",
		ink: "#1c2127",
		ocean: "#e4ecf1",
		border: "#b3c2cc",
		accent: "#8a3d00",
		marker: "#1c2127",
		halo: "#ffffff",
	},
	dark: {
		ground: "#0d1115",
		surface: "#1b2127",
		text: "#e6e8ea",
		muted: "#a4abb1",
		line: "#2b333a",
		ink: "#0b0e11",
		ocean: "#12181d",
		border: "#05080a",
		accent: "#f0b46a",
		marker: "#93a4b1",
		halo: "#11171c",
	},
} as const;

/** How much is left of what steps back. */
const DIM = 0.18;

/**
 * Makes the painter of a theme.
 *
 * @param tiers their colours come from the data
 * @param weight what breadths of lines are multiplied by
 * @param outlined whether places carry their own outline, rather than the layer of borders
 */
export function painter(
	theme: Theme,
	tiers: readonly CoreTier[],
	weight: number,
	outlined: boolean,
): (mark: Mark) => Paint {
	const colours = PALETTE[theme];
	const fills = new Map(tiers.map((tier) => [tier.id, tier[theme]]));
	const line = (stroke: string, breadth: number): Paint => ({
		fill: "none",
		stroke,
		"stroke-width": Math.round(breadth * weight * 100) / 100,
	});
	const edge = (stroke: string, breadth: number): Paint => ({
		...line(stroke, breadth),
		"stroke-linejoin": "round",
	});
	const full = (mark: Mark): Paint => {
		const fill = fills.get(mark.tier ?? "") ?? colours.surface;
		switch (mark.look) {
			case "ground":
				return { fill: colours.ground };
			case "ocean":
				return { fill: colours.ocean };
			case "graticule":
				return line(mix(colours.ocean, colours.text, 0.12), 0.6);
			case "outline":
				return line(mix(colours.ocean, colours.text, 0.3), 0.6);
			case "place":
				return outlined ? { ...edge(colours.border, 0.6), fill } : { fill };
			case "hatch":
				return line(mix(fill, colours.border, 0.75), 1);
			case "issuer-hatch":
				return line(mix(fill, colours.ink, 0.42), 1.1);
			case "embargo":
				return { fill: mix(fill, readable(fill), 0.7) };
			case "relief-halo":
				return edge(colours.halo, 2.4);
			case "relief":
				return {
					...edge(colours.text, 1.2),
					"stroke-dasharray": [3, 2]
						.map((length) => Math.round(length * weight * 10) / 10)
						.join(" "),
				};
			case "coast":
			case "border":
				return edge(colours.border, 0.6);
			case "issuer-border":
				return edge(colours.ink, 0.9);
			case "marker":
				return {
					fill,
					stroke: colours.marker,
					"stroke-width": Math.round(0.8 * weight * 100) / 100,
				};
			case "leader":
				return line(colours.marker, 0.7);
			case "halo":
				return edge(colours.halo, 4);
			case "picked":
				return edge(colours.accent, 1.8);
			case "halo-many":
				return edge(colours.halo, 2.2);
			case "picked-many":
				return edge(colours.accent, 1);
			case "call-out-line":
				return line(colours.accent, 1.2);
			case "call-out":
				return mark.kind === "rect"
					? { ...line(colours.accent, 1.2), fill: colours.surface }
					: { fill: colours.text };
			case "swatch":
				return { ...line(mix(fill, colours.text, 0.45), 0.8), fill };
			case "swatch-hatch":
				return line(mix(fill, colours.text, 0.45), 1);
			case "rule":
				return line(colours.line, 1);
			case "label":
				return { fill: mark.tier ? readable(fill) : colours.text };
			case "label-halo":
				return { ...edge(fill, 3), fill };
			case "title":
			case "text":
				return { fill: colours.text };
			case "note":
				return { fill: colours.muted };
		}
	};
	return (mark) => {
		const paint = full(mark);
		if (!mark.dim) return paint;
		const ground = mark.kind === "rect" ? colours.ground : colours.ocean;
		const back = (colour: string | undefined) =>
			colour && colour !== "none" ? mix(ground, colour, DIM) : colour;
		const { fill, stroke } = paint;
		return {
			...paint,
			...(fill && { fill: back(fill) ?? fill }),
			...(stroke && { stroke: back(stroke) ?? stroke }),
		};
	};
}
