import { failures } from "../failures.ts";
import type { MapStrings } from "../map-strings.ts";
import { plainNumber } from "../plain-number.ts";

export const number = plainNumber("en");

export const mapEn: MapStrings = {
	...failures.en,
	map: "World map of tiers",
	mapKeys:
		"Arrow keys go to the next place in that direction, [ and ] within the tier; type a name to go to it; Enter picks, Escape steps back.",
	choose: "Which place?",
	hintWheel: "Hold Ctrl or ⌘ and scroll to zoom",
	hintTouch: "Use two fingers to move the map",
	approval: (number) => `Approval number of the base map: ${number}`,
	legend: "Tiers",
	legendHint: "Pick a tier to show it alone",
	places: (count) =>
		`${number.format(count)} ${count === 1 ? "place" : "places"}`,
	hover: (name, tier) => `${name}: ${tier}`,
	embargo: "under an embargo of its own",
	relief: "partial relief",
	marked: (level, marks) => [level, ...marks].join(", "),
	someEmbargoed: (count, places) =>
		`${places}, ${number.format(count)} of them under ${count === 1 ? "an embargo of its own" : "embargoes of their own"}`,
	picked: (name, tier) =>
		`${tier ? `${name}, ${tier}` : name}: the argument for it is shown.`,
	nothingPicked: "Nothing is picked.",
	incomplete: "Part of the map could not be loaded.",
	number: (value) => number.format(value),
};
