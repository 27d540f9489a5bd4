import { mapEn, number } from "./map/en.ts";
import { someDateIn } from "./some-date.ts";
import type { Strings } from "./strings.ts";

const list = new Intl.ListFormat("en");

/** “Tier 2 · limited” as it stands in a sentence. */
function tier(name: string): string {
	return name.replace(/^Tier (\S+) · (.+)$/, "tier $1 ($2)");
}

export const en: Strings = {
	...mapEn,
	toolbar: "Map tools",
	toPanel: "To the argument",
	toMap: "Back to the map",
	zoom: "Zoom",
	zoomIn: "Zoom in",
	zoomOut: "Zoom out",
	zoomFit: "Zoom to what is picked",
	zoomReset: "Show the whole map",
	showAll: "Show all tiers",
	close: "Close",
	panel: "The argument",
	loading: "Loading the map …",
	unknownPlace: (id) =>
		`There is no place or region “${id}” on this map, so nothing is picked.`,
	unknownTier: (id) => `There is no tier “${id}”; all tiers are shown.`,
	unknownRound: (id, shown) =>
		`There is no round “${id}”; the map shows the rule of ${shown}.`,
	otherRound: (shown, argued) =>
		`The map shows the controls as of ${shown}; what follows is about the rule of ${argued}.`,
	rule: "What the rule says",
	ruleNote: "Each statement with its source",
	column: "What the column argues",
	columnNote: "The columnist’s view, in our words",
	check: "Check",
	checks: {
		confirmed: "confirmed",
		differs: "differs",
		"not-found": "source not found",
		unchecked: "checkable, not checked",
	},
	uncheckable: {
		opinion: "an opinion",
		forecast: "a forecast",
		untraced: "a quotation that can’t be traced",
	},
	remark: "Our remark",
	application: "Our application, not the column’s",
	kinds: {
		assertion: "assertion",
		quotation: "quotation",
		fact: "statement of fact",
	},
	bases: {
		rule: "Text of the rule",
		territory: "Treated with another place",
		judgement: "Our judgement",
	},
	section: (ids) =>
		ids
			.map((id) => (id === "intro" ? "introduction" : `section ${id}`))
			.join(", "),
	parent: (name) => `Belongs to, or is administered from, ${name}`,
	moreRule: "More of the rule",
	whyTier: "Why this tier?",
	disputed: "Disputed area",
	status: "Status of the rule",
	chain: "The chain of reasoning",
	restriction: "Restriction",
	response: "Response",
	effect: "Why the next restriction does less",
	grouped: "Grouped by us, not by the column",
	inferred: "The last step is our inference",
	aboutPlace: (name) => `The column says this of ${name}`,
	aboutRegion: (name, place) =>
		`The column says this of ${name}, in which ${place} lies`,
	aboutGroup: (name, place) =>
		`The column says this of ${name}, to which ${place} belongs`,
	aboutTier: (name) => `The column says this of ${tier(name)}`,
	aboutWorld: "The column says this of the world as a whole",
	aboutTierOrWorld: "The column says this of the tier or of the world",
	aboutParent: (name, place) =>
		`The column says this of ${name}, to which ${place} belongs`,
	onRegion: (name, place) => `On ${name}, to which ${place} belongs`,
	alsoOnTier: (name, claims) =>
		`The column also speaks of ${tier(name)} as a whole.${claims}`,
	otherClaims: "Other claims referred to",
	onlyThrough: (regions) => `What it says of ${regions} is set out below.`,
	notMeant: {
		uninhabited: (regions, name) =>
			`What it says of ${regions} isn’t taken here to mean ${name}, where nobody lives permanently.`,
		territory: (regions, name, parent) =>
			`What it says of ${regions} isn’t taken here to mean ${name}, which is part of ${parent} or depends on it.`,
		outside: (regions, name, others) =>
			`What it says of ${regions} isn’t taken here to mean ${name}, which isn’t among ${others}.`,
	},
	restrictionOnRegion:
		"The places of this region may be in different tiers; each place’s own panel says which.",
	alsoAbout: "Concerns",
	members: "Places in this region",
	regions: "Regions",
	sources: "Sources",
	source: (number) => `Source ${number}`,
	claim: (id) => `Claim: ${id}`,
	thesis: "The thesis",
	weigh: "In our own voice: how to weigh it",
	definition: "Diminishing marginal effect",
	rounds: "Rounds of control",
	round: "Round",
	date: "Date",
	day: someDateIn("en-GB"),
	titled: (head, rest) => `${head}: ${rest}`,
	sentence: (head, rest) => `${head}: ${rest}.`,
	previousRound: "Previous round",
	nextRound: "Next round",
	play: "Play",
	pause: "Pause",
	roundOf: (number, total) => `Round ${number} of ${total}`,
	recolours: "recolours the map",
	keepsColours: "map keeps its colours",
	mapKept: "The map keeps its colours.",
	established: {
		rule: "published rule",
		letter: "letter known from a filing",
		press: "press",
		announcement: "announcement",
	},
	announcedOn: (date) => `announced ${date}`,
	inForceOn: (date) => `in force ${date}`,
	coverage: (covered, total, limited, denied) =>
		`${number.format(covered)} of ${number.format(total)} destinations covered: ${number.format(limited)} limited, ${number.format(denied)} presumed denied`,
	embargoedApart: (names) =>
		`Not counted, being under ${names.length === 1 ? "an embargo of its own" : "embargoes of their own"} only: ${list.format(names)}`,
	embargoedAlready: (names) =>
		`Counted, and denied all along under ${names.length === 1 ? "an embargo of its own" : "embargoes of their own"}: ${list.format(names)}`,
	destinations: (count) =>
		`${number.format(count)} ${count === 1 ? "destination" : "destinations"}`,
	coveredDestinations: "Destinations covered",
	changes: "Change from the round before",
	noChange: "No place changes its level.",
	newlyCovered: "Newly covered",
	released: "No longer covered",
	moved: "Moved",
	fromTo: (from, to) => `${from} → ${to}`,
	theWorld: "the world",
	notCounted: (names) =>
		`Coloured too, but not counted as ${names.length === 1 ? "a destination" : "destinations"}: ${list.format(names)}`,
	reach: "Reach, measured:",
	reachNote: "destinations covered after each round",
	coveredBefore: "Covered before",
	carriedOver: "Carried over",
	countsTable: "The counts as a table",
	controlsOf: (date) => `Controls as of ${date}`,
	ruleOf: (date) => `Rule of ${date}, which the column is about`,
	nowIs: (level) => `Now: ${level}`,
	sinceThen: (date) => `since ${date}`,
	checkedTo: (date) => `checked to ${date}`,
	embargoSince: (date) =>
		`Under an embargo that doesn’t depend on these rounds, since ${date}.`,
	byRounds: (level) => `by the rounds alone: ${level}`,
	reliefFor: (names) => `Partial relief: ${list.format(names)}`,
	reliefBy: (round, date) => `Partial relief: ${round} (${date})`,
	placeRounds: "Round by round",
	everyRound: (count) =>
		`The level here in each of the ${number.format(count)} rounds`,
	view: "View",
	viewMap: "Map",
	viewTable: "Table",
	table: {
		name: "Place",
		tier: "Tier",
		regions: "Regions",
		claims: "Claims",
		claimsNote:
			"How many of the column’s claims name the place or a region it lies in",
		byName: (count) => `${number.format(count)} by name`,
		summary: (places, day, tiers) =>
			`${number.format(places)} places with their levels as of ${day}. ${tiers}.`,
		embargoed: (count) =>
			`${number.format(count)} of them ${count === 1 ? "is under an embargo of its own" : "are under embargoes of their own"}.`,
		mentions: (named, through) =>
			`The column names ${number.format(named)} of them; of another ${number.format(through)} it speaks only through a region or group they belong to.`,
		inTier: (tier, count) => `${tier}: ${number.format(count)}`,
		tierSeparator: "; ",
		separator: ", ",
		sentenceSpace: " ",
		filter: "Filter",
		filterHint: "name, code, region or tier",
		shown: (count, total) =>
			`${number.format(count)} of ${number.format(total)} places`,
		none: "No place matches.",
		keys: "Arrow keys go from row to row, Enter picks.",
		copy: "Copy as CSV",
		copied: (rows) =>
			`Copied ${number.format(rows)} ${rows === 1 ? "row" : "rows"}.`,
		copyByHand: "The browser doesn’t allow copying here. Copy the text below:",
	},
	export: {
		button: "Save",
		svg: "SVG, for drawing programs",
		png: (scale) => `PNG, ${scale}×`,
		copyPicture: "Copy as picture",
		copySvg: "Copy as SVG",
		saved: (file) => `Saved as ${file}.`,
		copied: "Copied.",
		failed: "That didn’t work. Try again.",
	},
	search: "Find a place or region",
	matches: (count, most) =>
		`${number.format(count)} ${count === 1 ? "match" : "matches"}${count > most ? `, the first ${number.format(most)} listed` : ""}`,
	noMatch: "No match",
	searchFailed: "The search could not be loaded; type on to try again.",
	formerly: "formerly ",
	region: "region",
	list: (items) => list.format(items),
};
