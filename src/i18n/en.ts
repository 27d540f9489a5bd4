import type { Strings } from "./strings.ts";

const number = new Intl.NumberFormat("en");
const list = new Intl.ListFormat("en");

export const en: Strings = {
	tag: "en",
	map: "World map of tiers",
	legend: "Tiers",
	legendHint: "Pick a tier to show it alone",
	showAll: "Show all tiers",
	places: (count) =>
		`${number.format(count)} ${count === 1 ? "place" : "places"}`,
	hover: (name, tier) => `${name}: ${tier}`,
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
	list: (items) => list.format(items),
	number: (value) => number.format(value),
};
