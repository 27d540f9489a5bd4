import { exportEn } from "./export.ts";
import type { Strings } from "./strings.ts";
import { tableEn } from "./table.ts";

const number = new Intl.NumberFormat("en");
const list = new Intl.ListFormat("en");
const day = new Intl.DateTimeFormat("en-GB", {
	dateStyle: "long",
	timeZone: "UTC",
});

export const en: Strings = {
	tag: "en",
	map: "World map of tiers",
	mapKeys:
		"Arrow keys go to the next place in that direction, [ and ] within the tier; type a name to go to it; Enter picks, Escape steps back.",
	toolbar: "Map tools",
	toPanel: "To the argument",
	toMap: "Back to the map",
	zoom: "Zoom",
	zoomIn: "Zoom in",
	zoomOut: "Zoom out",
	zoomFit: "Zoom to what is picked",
	zoomReset: "Show the whole map",
	choose: "Which place?",
	hintWheel: "Hold Ctrl or ⌘ and scroll to zoom",
	hintTouch: "Use two fingers to move the map",
	legend: "Tiers",
	legendHint: "Pick a tier to show it alone",
	showAll: "Show all tiers",
	places: (count) =>
		`${number.format(count)} ${count === 1 ? "place" : "places"}`,
	hover: (name, tier) => `${name}: ${tier}`,
	picked: (name, tier) =>
		`${tier ? `${name}, ${tier}` : name}: the argument for it is shown.`,
	nothingPicked: "Nothing is picked.",
	close: "Close",
	panel: "The argument",
	loading: "Loading the map …",
	failed: "The map could not be loaded.",
	retry: "Try again",
	unknownPlace: (id) =>
		`There is no place or region “${id}” on this map, so nothing is picked.`,
	unknownTier: (id) => `There is no tier “${id}”; all tiers are shown.`,
	unknownRound: (id) =>
		`There is no round “${id}”; the map shows the rule of January 2025.`,
	otherRound: (shown, argued) =>
		`The map shows the controls as of ${shown}; what follows is about the rule of ${argued}.`,
	rule: "What the rule says",
	ruleNote: "Facts, each with its source",
	column: "What the column argues",
	columnNote: "The columnist’s view, in our words",
	check: "Check",
	checks: {
		confirmed: "confirmed",
		differs: "differs",
		"not-found": "source not found",
	},
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
	mechanismsHere: "Applied here by the column",
	mechanismsElsewhere: "Argued for the tier or the world only",
	aboutPlace: (name) => `On ${name}`,
	aboutRegion: (name) => `On the region: ${name}`,
	aboutTier: (name) => `On the tier: ${name}`,
	aboutWorld: "On the world as a whole",
	aboutParent: (name) => `On ${name}, to which this place belongs`,
	otherClaims: "Other claims referred to",
	onlyThrough: (regions) => `What it says of ${regions} is set out below.`,
	restrictionOnRegion: (name) =>
		`Places in ${name} may be in different tiers; each place’s own panel says which.`,
	alsoAbout: "Concerns",
	members: "Places in this region",
	regions: "Regions",
	sources: "Sources",
	source: (number) => `Source ${number}`,
	claim: (id) => `Claim: ${id}`,
	thesis: "The thesis",
	definition: "Diminishing marginal effect",
	rounds: "Rounds of control",
	round: "Round",
	date: "Date",
	day: (iso) => day.format(new Date(iso)),
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
	coverage: (covered, total, limited, cutOff) =>
		`${number.format(covered)} of ${number.format(total)} destinations covered: ${number.format(limited)} limited, ${number.format(cutOff)} cut off`,
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
	worldwideNote: (date, exempt) =>
		`The licence requirement of ${date} is itself worldwide; the ${number.format(exempt)} destinations of tier 1 are exempt and not counted.`,
	countsTable: "The counts as a table",
	sketch: "The column’s claim: a schematic line, not a measurement.",
	sketchNote: "It argues that every further round does less than the last.",
	sketchShape:
		"A dashed line drawn by hand: it falls and flattens out. It stands for the column’s claim and shows no data.",
	placeRounds: "Round by round",
	everyRound: (count) =>
		`What each of the ${number.format(count)} rounds meant here`,
	view: "View",
	viewMap: "Map",
	viewTable: "Table",
	table: tableEn,
	export: exportEn,
	search: "Find a place or region",
	matches: (count, most) =>
		`${number.format(count)} ${count === 1 ? "match" : "matches"}${count > most ? `, the first ${number.format(most)} listed` : ""}`,
	noMatch: "No match",
	searchFailed: "The search could not be loaded; type on to try again.",
	formerly: "formerly ",
	region: "region",
	list: (items) => list.format(items),
	number: (value) => number.format(value),
};
