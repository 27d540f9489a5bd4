import { areaOf, hatch, pathOf, ringsOf } from "../../geo/rings.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import type { CoreTier } from "../../model/edition.ts";
import { PATTERNS } from "../../model/patterns.ts";
import { leaders, MARKER, markerMarks } from "../markers.ts";
import type { Layer, Mark, PathMark } from "../scene.ts";
import { LAYOUTS } from "./layouts.ts";
import type { FigureData, FigureState } from "./state.ts";

/** Normal of the lines in degrees, distance and offset in pixels: those of the live map's patterns. */
export const DISPUTED = [-45, 3, 0.5] as const;
export const ISSUER = [45, 5, 0.55] as const;

/** Area in square pixels below which a shape in ink is a blot. */
const BLOT = 12;

/** The lines of a tier's pattern within a shape. */
export function patternOf(tier: CoreTier | undefined, d: string): string {
	const [, spacing, offset] = ISSUER;
	return PATTERNS[tier?.pattern ?? "hatch"]
		.map((angle) => hatch(d, angle, spacing, offset))
		.join("");
}

/** The parts of a shape that are big enough for an edge in ink: around an islet it would be a blot. */
function bigParts(d: string): string {
	return pathOf(ringsOf(d).filter((ring) => areaOf([ring]) > BLOT));
}

/** The Earth and its places: sea, tiers, hatching, edges, markers. */
export function mapLayers(data: FigureData, state: FigureState): Layer[] {
	const { core, atlas } = data;
	const { layers: titles } = figureStringsFor(core);
	const { weight } = LAYOUTS[state.layout];
	const dim = (tier: string | undefined) =>
		state.tier && tier !== state.tier ? { dim: true as const } : {};
	const hatched = new Map(
		core.tiers.filter((tier) => tier.hatched).map((tier) => [tier.id, tier]),
	);
	const shown = core.places.flatMap((place) => {
		const d = atlas.shapes[place.id];
		const tier = state.levels.get(place.id);
		return d && tier ? [{ ...place, d, tier }] : [];
	});
	const path = (
		look: PathMark["look"],
		{ id, tier, d, name }: (typeof shown)[number],
		prefix = "",
	): PathMark => ({
		kind: "path",
		look,
		id: prefix + id,
		title: name,
		tier,
		...dim(tier),
		d,
	});
	const issuers = shown.filter(({ tier }) => hatched.has(tier));
	const markers = markerMarks(
		core,
		state.levels,
		atlas,
		new Map(Object.entries(atlas.placed[state.layout])),
		tenth(MARKER * weight),
	);
	const nameOf = new Map(core.places.map(({ id, name }) => [id, name]));
	return [
		{
			name: "earth",
			title: titles.earth,
			marks: [
				{ kind: "path", look: "ocean", id: "sea", d: atlas.sphere },
				{ kind: "path", look: "graticule", d: atlas.graticule },
			],
		},
		{
			name: "tiers",
			title: titles.tiers,
			marks: core.tiers.flatMap(({ id, name }): Layer[] => {
				const marks = shown
					.filter(({ tier }) => tier === id)
					.map((place): Mark => ({ ...path("place", place), place: place.id }));
				return marks.length ? [{ name: `tier-${id}`, title: name, marks }] : [];
			}),
		},
		{
			name: "hatching",
			title: titles.hatching,
			marks: [
				{
					name: "hatching-issuer",
					title: titles.issuer,
					marks: issuers.map((place) => ({
						...path("issuer-hatch", place, "hatch-"),
						d: patternOf(hatched.get(place.tier), place.d),
					})),
				},
				{
					name: "hatching-disputed",
					title: titles.disputed,
					marks: shown
						.filter(({ disputed }) => disputed)
						.map((place) => ({
							...path("hatch", place, "disputed-"),
							d: hatch(place.d, ...DISPUTED),
						})),
				},
			],
		},
		{
			name: "borders",
			title: titles.borders,
			marks: [
				{
					kind: "path",
					look: "coast",
					id: "coasts",
					title: titles.coasts,
					d: atlas.borders.coasts,
				},
				{
					kind: "path",
					look: "border",
					id: "boundaries",
					title: titles.boundaries,
					d: atlas.borders.boundaries,
				},
				{
					name: "borders-issuer",
					title: titles.issuer,
					marks: issuers.map((place) => ({
						...path("issuer-border", place, "border-"),
						d: bigParts(place.d),
					})),
				},
			],
		},
		{
			name: "rim",
			title: titles.rim,
			marks: [{ kind: "path", look: "outline", d: atlas.sphere }],
		},
		{
			name: "leaders",
			title: titles.leaders,
			marks: [{ kind: "path", look: "leader", d: leaders(markers) }],
		},
		{
			name: "markers",
			title: titles.markers,
			marks: markers.map((marker) => ({
				...marker,
				...dim(marker.tier),
				id: `marker-${marker.place}`,
				title: nameOf.get(marker.place ?? "") ?? "",
			})),
		},
	];
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
