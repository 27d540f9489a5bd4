/**
 * The words of the domain (place, region, tier, round, claim, source …) as types.
 *
 * A `Dataset` is everything the files in `data/` say, in all languages; the build makes it.
 * An `Edition` is what one language's reader needs, in two pieces: the `Core` draws, names and
 * answers a hover; the `Argument` fills the panel and may arrive later.
 */

import type { Pattern } from "./patterns.ts";

/** A language key of the data, as in the suffix of a column: `en`, `zh`. */
export type LangKey = string;

/** One text in every language of the data set. */
export type Text = Readonly<Record<LangKey, string>>;

/** One thing wrong with an input: where (`file:line`, or a path in JSON), what, and how to mend it. */
export interface Problem {
	readonly path: string;
	readonly message: string;
}

/** Either a value or every problem found on the way to it. */
export type Result<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** The level of access of a place, one of `tiers.csv`. */
export type TierId = string;

export type Basis = "rule" | "territory" | "judgement";
export type ClaimKind = "assertion" | "quotation" | "fact";
/** What a look into public sources found. */
export type Outcome = "confirmed" | "differs" | "not-found";
/** The outcome of a check, or that nobody has looked yet. */
export type Check = Outcome | "unchecked";
/** Whether public sources could bear a claim out or refute it; a quotation may be of the kind that nobody can trace. */
export type Checkable = "yes" | "opinion" | "forecast" | "untraced";
/** Nothing; a licence or a cap; or a presumption of denial. */
export type Control = "none" | "limit" | "denial";
export type RoundKind = "restrict" | "relax" | "clarify";
/** How it is known what a round does: from a published rule, a letter that a filing tells of, the press, or an announcement. */
export type Established = "rule" | "letter" | "press" | "announcement";
/** How a region came to be: by location, by treaty, as a loose group, or a pair the column names. */
export type RegionKind = "area" | "union" | "group";

/* ───────────────────────────── the data set (all languages) ───────────────────────────── */

export interface Manifest {
	/** Version of the format: in 2 a round lists what it changes, in 1 all that holds after it. */
	readonly schema: 1 | 2;
	/** Version of the data, a date: `2026-11-24`. */
	readonly version: string;
	readonly languages: readonly LangKey[];
	/** The round shown when none is asked for. */
	readonly round: string;
	/** Longitude in degrees at the middle of the map, by language. */
	readonly centers: Readonly<Record<LangKey, number>>;
	/** A base map of one’s own; null for Natural Earth’s. */
	readonly geometry: Geometry | null;
}

export interface Geometry {
	/** Path of a TopoJSON or GeoJSON file, relative to the folder. */
	readonly file: string;
	/** Approval number of the base map as the editor gives it; may be empty. It is printed, not vouched for. */
	readonly approval: string;
}

/** A string of the interface as a data set gives it; by plural category where it counts something. */
export type GivenString = string | Readonly<Record<string, string>>;

/** Strings of the interface by their dotted key: `table.name`. */
export type GivenStrings = Readonly<Record<string, GivenString>>;

export interface TierRow {
	readonly id: TierId;
	readonly name: Text;
	/** The name of the level in a round that has no tiers. */
	readonly level: Text;
	/** What it means, in a sentence. */
	readonly means: Text;
	/** What it means in a round that has no tiers, where that is something else. */
	readonly levelMeans: Text | null;
	/** Fill in the light and in the dark theme, `#rrggbb`. */
	readonly light: string;
	readonly dark: string;
	/** Set off by lines and an outline as well. */
	readonly pattern: Pattern | null;
	/** What it does to those at it. */
	readonly control: Control;
}

export interface PlaceRow {
	/** ISO 3166-1 alpha-3, or the data’s own. */
	readonly id: string;
	readonly a2: string;
	/** ISO 3166-1 numeric code, three digits; empty where there is none. */
	readonly numeric: string;
	readonly name: Text;
	/** The name as it stands in a sentence, in the languages where it differs: “the Netherlands”. */
	readonly nameIn: Text;
	/** The place it belongs to or is administered from. */
	readonly parent: string | null;
	/** What it is of that place, where "belongs to" would say too little; may carry tokens. */
	readonly parentNote: Text | null;
	/** The place whose level it takes in every round, because export law treats it as part of that one. */
	readonly treatedAs: string | null;
	/** Has a row of its own on the Commerce Country Chart (is counted as a destination). */
	readonly destination: boolean;
	/** Has no permanent population. */
	readonly uninhabited: boolean;
	readonly regions: readonly string[];
	readonly basis: Basis;
	/** Who claims and who administers, for a disputed area; it is hatched on the map. */
	readonly dispute: Text | null;
	/** Why the tier is what it is, with the other reading where there is one. */
	readonly why: Text;
}

/** What an alias is: the place’s own long form, what people say, what it was called, a part people look for. */
export type AliasKind = "official" | "common" | "former" | "part";

/** Another name of a place or region; some languages may have none. */
export interface AliasRow {
	/** Place id or region id. */
	readonly about: string;
	readonly kind: AliasKind;
	readonly text: Text;
}

export interface RoundRow {
	/** Its date, `2025-01-13`. */
	readonly id: string;
	/** Former ids, by which it is still found. */
	readonly also: readonly string[];
	/** A day, a month or a year; empty where there is none. */
	readonly announced: string;
	readonly inForce: string;
	readonly established: Established | null;
	readonly kind: RoundKind;
	/** Whether any place changed its level; if not, the map keeps the colours of the round before. */
	readonly recolours: boolean;
	/** Level of every place that isn't listed. */
	readonly rest: TierId;
	/** Ids of rounds whose effect ends here. */
	readonly lifts: readonly string[];
	/** Places for which it eases something without changing their level. */
	readonly relief: readonly string[];
	readonly title: Text;
	/** Two sentences; may carry `{source:id}` tokens. */
	readonly text: Text;
	/** Levels by place id after a round that recolours, `treatedAs` not yet followed; those left out are at `rest`. */
	readonly levels: Readonly<Record<string, TierId>>;
	/** When it was last checked; may be empty. */
	readonly checked: string;
}

/** A control that holds apart from the rounds: whoever is under it is at the level of denial. */
export interface EmbargoRow {
	readonly place: string;
	/** A day, or a month or year when no more is known. */
	readonly since: string;
	/** The day it ended; empty while it stands. */
	readonly until: string;
	/** Ids of sources. */
	readonly sources: readonly string[];
	/** What it forbids, and how sure we are of it. */
	readonly note: Text;
	/** When it was last checked; may be empty. */
	readonly checked: string;
}

export interface RegionRow {
	readonly id: string;
	readonly kind: RegionKind;
	readonly name: Text;
	/** As of a place. */
	readonly nameIn: Text;
	/** Where the list of members comes from. */
	readonly basis: Text;
}

export interface ClaimRow {
	readonly id: string;
	/** Sections of the column: `intro`, `1`, `2`, `3`. */
	readonly sections: readonly string[];
	readonly kind: ClaimKind;
	readonly mechanisms: readonly string[];
	readonly places: readonly string[];
	/** Region ids. */
	readonly regions: readonly string[];
	/** Of those regions' members it means only those that are in one of these too; all of them where empty. */
	readonly within: readonly string[];
	/** Tier ids. */
	readonly tiers: readonly TierId[];
	/** True where the column speaks of the world. */
	readonly world: boolean;
	/** Our paraphrase. */
	readonly text: Text;
	/** Null where that isn't said. */
	readonly checkable: Checkable | null;
	readonly check: Check | null;
	/** What the check found, or a remark of the editors where there was none; may carry `{source:id}` tokens. */
	readonly finding: Text | null;
}

export interface MechanismRow {
	readonly id: string;
	readonly name: Text;
	/** The response, in one sentence. */
	readonly response: Text;
	/** Why the next restriction does less, in one sentence. */
	readonly less: Text;
}

/** Something the rule says, with `{source:id}` tokens. */
export interface FactRow {
	readonly id: string;
	readonly tiers: readonly TierId[];
	readonly text: Text;
	/** The day it was last checked; may be empty. */
	readonly checked: string;
}

export interface SourceRow {
	readonly id: string;
	/** Title and reference, as one would print it. */
	readonly title: Text;
	/** ISO date, or a month or year when no more is known; may be empty. */
	readonly date: string;
	readonly url: string | null;
	/** Why it has no address, or what was seen of it. */
	readonly note: Text | null;
}

/** A longer text about a place, a region or a tier, in paragraphs with tokens. */
export interface EssayRow {
	/** Place id, region id, or `tier-2`. */
	readonly about: string;
	readonly text: Text;
	/** Where the editors lead the argument on, and the author doesn't. */
	readonly application: Text | null;
}

/** A piece of a world-atlas feature that is a place of its own, or that belongs to another one. */
export interface Cutout {
	readonly place: string;
	/** Name of the world-atlas feature it is cut from. */
	readonly from: string;
	/** Rings whose centre lies in this box (degrees); empty box: the whole feature. */
	readonly box:
		| readonly [west: number, south: number, east: number, north: number]
		| null;
	/** Where the feature is parted first, from outline to outline; empty where it is drawn in parts already. */
	readonly line: readonly (readonly [longitude: number, latitude: number])[];
}

/** True position of a place that has no shape. Degrees, longitude first. */
export interface PointRow {
	readonly place: string;
	readonly at: readonly [longitude: number, latitude: number];
}

export interface Dataset {
	readonly manifest: Manifest;
	readonly tiers: readonly TierRow[];
	readonly places: readonly PlaceRow[];
	readonly aliases: readonly AliasRow[];
	readonly rounds: readonly RoundRow[];
	readonly embargoes: readonly EmbargoRow[];
	readonly regions: readonly RegionRow[];
	readonly claims: readonly ClaimRow[];
	readonly mechanisms: readonly MechanismRow[];
	readonly facts: readonly FactRow[];
	readonly sources: readonly SourceRow[];
	readonly essays: readonly EssayRow[];
	readonly cutouts: readonly Cutout[];
	readonly points: readonly PointRow[];
	/** Thesis, headline, credit and the like, by key. */
	readonly texts: Readonly<Record<string, Text>>;
	/** The interface's own strings by language, where the data set gives some. */
	readonly strings: Readonly<Record<LangKey, GivenStrings>>;
}
