import { dotAt } from "../../geo/dot.ts";
import { areaOf, dots, hatch, pathOf, ringsOf } from "../../geo/rings.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import type { CoreTier } from "../../model/edition.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import { PATTERNS } from "../../model/patterns.ts";
import { leaders, MARKER, markerMarks, ringAt } from "../markers.ts";
import type { CircleMark, Layer, Mark, PathMark } from "../scene.ts";
import { LAYOUTS } from "./layouts.ts";
import type { FigureData, FigureState } from "./state.ts";

/** Normal of the lines in degrees, distance and offset in pixels: those of the live map's patterns. */
export const DISPUTED = [-45, 3, 0.5] as const;
export const ISSUER = [45, 5, 0.55] as const;

/** Distance between the columns of the dots over what is under an embargo, and half of a dot, in pixels. */
export const EMBARGO = [6, 1] as const;
/** How far from a marker the line about one with relief runs, in pixels. */
const APART = 1.6;

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
		state.round,
		atlas,
		new Map(Object.entries(atlas.placed[state.layout])),
		tenth(MARKER * weight),
	);
	const embargoes = embargoesIn(core, state.round);
	const relieved = outlines(
		shown,
		markers,
		reliefIn(core, state.round),
		APART * weight,
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
					name: "hatching-embargo",
					title: titles.embargo,
					marks: shown
						.filter(({ id }) => embargoes.has(id))
						.map((place) => ({
							...path("embargo", place, "embargo-"),
							d: dots(place.d, ...EMBARGO),
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
			name: "relief",
			title: titles.relief,
			marks: [
				{ kind: "path", look: "relief-halo", d: relieved },
				{ kind: "path", look: "relief", id: "relieved", d: relieved },
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
			marks: markers.flatMap((marker): Mark[] => {
				const { embargo, place = "", tier, x, y, dx, dy, r } = marker;
				return [
					{
						...marker,
						...dim(tier),
						id: `marker-${place}`,
						title: nameOf.get(place) ?? "",
					},
					...(embargo
						? [
								{
									kind: "path" as const,
									look: "embargo" as const,
									...(tier && { tier }),
									...dim(tier),
									d: dotAt(x + dx, y + dy, tenth(r / 2)),
								},
							]
						: []),
				];
			}),
		},
	];
}

/** The outlines of places with partial relief, and lines about their markers. */
function outlines(
	shown: readonly { readonly id: string; readonly d: string }[],
	markers: readonly CircleMark[],
	relief: ReadonlyMap<string, unknown>,
	apart: number,
): string {
	const isRelieved = (id: string | undefined) => relief.has(id ?? "");
	return [
		...shown.filter(({ id }) => isRelieved(id)).map(({ d }) => d),
		...markers
			.filter(({ place }) => isRelieved(place))
			.map(({ x, y, dx, dy, r }) => ringAt([x + dx, y + dy], r + apart)),
	].join("");
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
