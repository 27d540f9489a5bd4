import type { Pattern } from "./patterns.ts";
import { placeIn } from "./place.ts";
import type {
	Basis,
	Check,
	Checkable,
	ClaimKind,
	ClaimRow,
	Control,
	Dataset,
	Established,
	GivenStrings,
	LangKey,
	RegionKind,
	RoundKind,
	Text,
	TierId,
} from "./types.ts";

/** What it takes to draw the map in one language, to name a place and to say its tier. */
export interface Core {
	readonly schema: 1;
	readonly version: string;
	readonly lang: LangKey;
	/** The round shown when none is asked for. */
	readonly round: string;
	/** Longitude in degrees at the middle of the map. */
	readonly center: number;
	readonly tiers: readonly CoreTier[];
	readonly places: readonly CorePlace[];
	readonly rounds: readonly CoreRound[];
	/** Controls that hold apart from the rounds, where there are some. */
	readonly embargoes?: readonly CoreEmbargo[];
	readonly regions: readonly CoreRegion[];
	/** Approval number of the base map, as the editor gives it. */
	readonly approval?: string;
	/** The interface's own strings, where the data gives some. */
	readonly strings?: GivenStrings;
}

export interface CoreTier {
	readonly id: TierId;
	readonly name: string;
	/** The name of the level in a round that has no tiers. */
	readonly level: string;
	readonly light: string;
	readonly dark: string;
	readonly hatched?: true;
	/** Means something else in a round that has no tiers. */
	readonly apart?: true;
	/** Where it isn't the usual hatching. */
	readonly pattern?: Exclude<Pattern, "hatch">;
	readonly control?: Exclude<Control, "none">;
}

export interface CorePlace {
	readonly id: string;
	readonly a2: string;
	readonly name: string;
	/** As it stands in a sentence, where that differs. */
	readonly nameIn?: string;
	readonly parent?: string;
	readonly treatedAs?: string;
	readonly destination?: true;
	readonly uninhabited?: true;
	readonly disputed?: true;
	readonly regions: readonly string[];
}

export interface CoreRound {
	readonly id: string;
	readonly kind: RoundKind;
	readonly recolours: boolean;
	readonly rest: TierId;
	readonly title: string;
	/** Ids of the places listed at a level. */
	readonly levels: Readonly<Record<TierId, readonly string[]>>;
	/** Former ids. */
	readonly also?: readonly string[];
	/** A day, a month or a year. */
	readonly announced?: string;
	readonly inForce?: string;
	readonly established?: Established;
	/** Rounds whose effect ends here. */
	readonly lifts?: readonly string[];
	/** Places for which it eases something without changing their level. */
	readonly relief?: readonly string[];
	/** When it was last checked. */
	readonly checked?: string;
}

export interface CoreEmbargo {
	readonly place: string;
	/** A day, a month or a year. */
	readonly since: string;
	/** The day it ended. */
	readonly until?: string;
}

export interface CoreRegion {
	readonly id: string;
	readonly kind: RegionKind;
	readonly name: string;
	readonly nameIn?: string;
}

/** What the panel says, in one language. Texts carry tokens, see `tokens.ts`. */
export interface Argument {
	readonly lang: LangKey;
	readonly claims: readonly Claim[];
	readonly mechanisms: readonly Mechanism[];
	readonly facts: readonly Fact[];
	readonly sources: readonly Source[];
	/** Essays by place id, region id or `tier-2`. */
	readonly essays: Readonly<Record<string, string>>;
	/** What the editors add to an essay in their own voice. */
	readonly applications?: Readonly<Record<string, string>>;
	readonly places: Readonly<Record<string, PlaceText>>;
	readonly rounds: Readonly<Record<string, string>>;
	/** Where the list of a region's members comes from. */
	readonly regions: Readonly<Record<string, string>>;
	readonly tiers: Readonly<Record<TierId, string>>;
	/** What a level means in a round that has no tiers, where that is something else. */
	readonly levels?: Readonly<Record<TierId, string>>;
	/** What the embargoes forbid, by place and the day each began. */
	readonly embargoes?: Readonly<
		Record<string, Readonly<Record<string, EmbargoText>>>
	>;
	readonly texts: Readonly<Record<string, string>>;
}

export interface EmbargoText {
	readonly note: string;
	/** Ids of sources. */
	readonly sources: readonly string[];
}

export interface PlaceText {
	/** The names in the other languages. */
	readonly otherNames: Readonly<Record<LangKey, string>>;
	readonly basis: Basis;
	readonly why: string;
	readonly dispute?: string;
	/** What it is of the place it belongs to. */
	readonly parentNote?: string;
}

export interface Claim
	extends Omit<
		ClaimRow,
		"text" | "finding" | "check" | "checkable" | "within"
	> {
	readonly text: string;
	readonly kind: ClaimKind;
	readonly within?: readonly string[];
	readonly checkable?: Checkable;
	readonly check?: Check;
	/** A remark of the editors, where there is no outcome of a check. */
	readonly finding?: string;
}

export interface Mechanism {
	readonly id: string;
	readonly name: string;
	readonly response: string;
	readonly less: string;
}

export interface Fact {
	readonly id: string;
	readonly tiers: readonly TierId[];
	readonly text: string;
	/** The day it was last checked. */
	readonly checked?: string;
}

export interface Source {
	readonly id: string;
	readonly title: string;
	readonly date: string;
	readonly url?: string;
	readonly note?: string;
}

/** One language of the data set. */
export interface Edition {
	readonly core: Core;
	readonly argument: Argument;
}

/**
 * Takes one language out of the data set.
 *
 * @param dataset everything in all languages
 * @param lang one of the manifest's languages
 */
export function edition(dataset: Dataset, lang: LangKey): Edition {
	const say = (text: Text): string => text[lang] ?? "";
	return {
		core: {
			schema: 1,
			version: dataset.manifest.version,
			lang,
			round: dataset.manifest.round,
			center: dataset.manifest.centers[lang] ?? 0,
			tiers: dataset.tiers.map(
				({ id, name, level, levelMeans, light, dark, pattern, control }) => ({
					id,
					name: say(name),
					level: say(level),
					light,
					dark,
					...(levelMeans && { apart: true as const }),
					...(pattern && { hatched: true as const }),
					...(pattern && pattern !== "hatch" && { pattern }),
					...(control !== "none" && { control }),
				}),
			),
			places: dataset.places.map((place) => ({
				id: place.id,
				a2: place.a2,
				name: say(place.name),
				...inSentence(place.nameIn[lang]),
				regions: place.regions,
				...(place.parent && { parent: place.parent }),
				...(place.treatedAs && { treatedAs: place.treatedAs }),
				...(place.destination && { destination: true as const }),
				...(place.uninhabited && { uninhabited: true as const }),
				...(place.dispute && { disputed: true as const }),
			})),
			rounds: dataset.rounds.map((round) => ({
				id: round.id,
				kind: round.kind,
				recolours: round.recolours,
				rest: round.rest,
				title: say(round.title),
				levels: byLevel(round.levels),
				...(round.also.length && { also: round.also }),
				...(round.announced && { announced: round.announced }),
				...(round.inForce && { inForce: round.inForce }),
				...(round.established && { established: round.established }),
				...(round.lifts.length && { lifts: round.lifts }),
				...(round.relief.length && { relief: round.relief }),
				...(round.checked && { checked: round.checked }),
			})),
			...(dataset.embargoes.length && {
				embargoes: dataset.embargoes.map(({ place, since, until }) => ({
					place,
					since,
					...(until && { until }),
				})),
			}),
			regions: dataset.regions.map(({ id, kind, name, nameIn }) => ({
				id,
				kind,
				name: say(name),
				...inSentence(nameIn[lang]),
			})),
			...(dataset.manifest.geometry?.approval && {
				approval: dataset.manifest.geometry.approval,
			}),
			...(dataset.strings[lang] && { strings: dataset.strings[lang] }),
		},
		argument: {
			lang,
			claims: dataset.claims.map(
				({ text, within, checkable, check, finding, ...claim }) => ({
					...claim,
					text: say(text),
					...(within.length && { within }),
					...(checkable && { checkable }),
					...(check && { check }),
					...(finding && { finding: say(finding) }),
				}),
			),
			mechanisms: dataset.mechanisms.map(({ id, name, response, less }) => ({
				id,
				name: say(name),
				response: say(response),
				less: say(less),
			})),
			facts: dataset.facts.map(({ id, tiers, text, checked }) => ({
				id,
				tiers,
				text: say(text),
				...(checked && { checked }),
			})),
			sources: dataset.sources.map(({ id, title, date, url, note }) => ({
				id,
				title: say(title),
				date,
				...(url && { url }),
				...(note && { note: say(note) }),
			})),
			essays: record(dataset.essays, (e) => [e.about, say(e.text)]),
			applications: Object.fromEntries(
				dataset.essays.flatMap(({ about, application }) =>
					application ? [[about, say(application)]] : [],
				),
			),
			places: record(dataset.places, (place) => [
				place.id,
				{
					otherNames: Object.fromEntries(
						Object.entries(place.name).filter(([key]) => key !== lang),
					),
					basis: place.basis,
					why: say(place.why),
					...(place.dispute && { dispute: say(place.dispute) }),
					...(place.parentNote && { parentNote: say(place.parentNote) }),
				},
			]),
			rounds: record(dataset.rounds, (round) => [round.id, say(round.text)]),
			regions: record(dataset.regions, (r) => [r.id, say(r.basis)]),
			tiers: record(dataset.tiers, (tier) => [tier.id, say(tier.means)]),
			...(dataset.tiers.some(({ levelMeans }) => levelMeans) && {
				levels: record(
					dataset.tiers.filter(({ levelMeans }) => levelMeans),
					(tier) => [tier.id, say(tier.levelMeans ?? {})],
				),
			}),
			...(dataset.embargoes.length && {
				embargoes: record(
					[...new Set(dataset.embargoes.map(({ place }) => place))],
					(place) => [
						place,
						record(
							dataset.embargoes.filter((each) => each.place === place),
							({ since, note, sources }) => [
								since,
								{ note: say(note), sources },
							],
						),
					],
				),
			}),
			texts: record(Object.entries(dataset.texts), ([key, text]) => [
				key,
				say(text),
			]),
		},
	};
}

/** Name of a place or region; its id where there is none. */
export function nameOf(core: Core, id: string): string {
	return named(core, id)?.name ?? id;
}

/** The name as it stands in a sentence: “the Netherlands”. */
export function nameInSentence(core: Core, id: string): string {
	const { nameIn, name = id } = named(core, id) ?? {};
	return nameIn ?? name;
}

function named(core: Core, id: string): CorePlace | CoreRegion | undefined {
	return placeIn(core, id) ?? core.regions.find((region) => region.id === id);
}

function inSentence(nameIn: string | undefined): { nameIn?: string } {
	return nameIn ? { nameIn } : {};
}

function byLevel(levels: Readonly<Record<string, TierId>>) {
	const places: Record<TierId, string[]> = {};
	for (const [place, level] of Object.entries(levels)) {
		places[level] ??= [];
		places[level].push(place);
	}
	return places;
}

function record<T, V>(
	items: readonly T[],
	entry: (item: T) => readonly [string, V],
): Record<string, V> {
	return Object.fromEntries(items.map(entry));
}
