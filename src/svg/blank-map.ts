import type { FigureData, FigureState } from "../scene/figure/state.ts";
import type { Mark } from "../scene/scene.ts";
import type { ClassStyle } from "./attributes.ts";
import { mix } from "./colour.ts";
import { PALETTE, type Theme } from "./paint.ts";

/** A style of classes with the sheet that paints them. */
export interface SheetStyle extends ClassStyle {
	readonly sheet: string;
}

const CLASSES: Readonly<Partial<Record<Mark["look"], string>>> = {
	ocean: "oceanxx",
	place: "landxx",
	marker: "circlexx",
	hatch: "limitxx",
	embargo: "embargoxx",
	relief: "reliefxx",
	coast: "coastxx",
	border: "borderxx",
	leader: "leaderxx",
};

/**
 * The conventions of Wikimedia's blank world maps: land is `landxx` with the lower-case ISO 3166-1 code of
 * its place, small states have circles, `circlexx`, and a colour is a rule for a list of codes.
 */
export function blankMapStyle(
	{ core }: FigureData,
	{ levels, tier: only }: FigureState,
	theme: Theme,
): SheetStyle {
	const colours = PALETTE[theme];
	const codes = new Map(
		core.places.map(({ id, a2 }) => [id, (a2 || id).toLowerCase()]),
	);
	const rules = core.tiers.map((tier) => {
		const members = core.places.filter(({ id }) => levels.get(id) === tier.id);
		const fill =
			only && only !== tier.id
				? mix(colours.ocean, tier[theme], 0.18)
				: tier[theme];
		const list = members.map(({ id }) => `.${codes.get(id)}`).join(",");
		return list ? `${list}{fill:${fill}}` : "";
	});
	return {
		kind: "classes",
		attributes: (mark) => {
			const name = CLASSES[mark.look];
			if (!name) return null;
			const code = mark.place ? codes.get(mark.place) : undefined;
			if (!code) return { class: name };
			return {
				id: mark.kind === "circle" ? `${code}-` : code,
				class: `${name} ${code}`,
			};
		},
		sheet: [
			`.oceanxx{fill:${colours.ocean}}`,
			`.coastxx,.borderxx{fill:none;stroke:${colours.border};stroke-width:.6;stroke-linejoin:round}`,
			`.limitxx{fill:none;stroke:${colours.border};stroke-width:1}`,
			`.embargoxx{fill:${colours.halo};fill-opacity:.7}`,
			`.reliefxx{fill:none;stroke:${colours.text};stroke-width:1.2;stroke-dasharray:3 2}`,
			`.leaderxx{fill:none;stroke:${colours.marker};stroke-width:.7}`,
			`.circlexx{stroke:${colours.marker};stroke-width:.8}`,
			...rules.filter(Boolean),
		].join("\n"),
	};
}
