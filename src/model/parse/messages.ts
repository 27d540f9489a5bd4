/** What is said of a data folder that isn't right: what, and how to mend it. */

/** One message, in whichever language it is read. */
export type Message = (say: Messages) => string;

/** What an id refers to. */
export type Thing =
	| "tier"
	| "place"
	| "round"
	| "region"
	| "claim"
	| "mechanism"
	| "source";

/** What may be there twice. */
export type Unique =
	| Thing
	| "a2"
	| "numeric"
	| "alias"
	| "fact"
	| "key"
	| "cutout"
	| "point of";

/** What to do about something that is there twice. */
export type Twice = "remove" | "rename" | "id";

/** The forms that a text may have to have. */
export type Form =
	| "colour"
	| "slug"
	| "place-id"
	| "two-capitals"
	| "three-digits";

const forms: Readonly<Record<Form, string>> = {
	colour: "a colour like #1b6ca8",
	slug: "made of small letters, digits and single hyphens, 64 at most",
	"place-id": "two to twelve capital letters, digits and hyphens",
	"two-capitals": "two capital letters",
	"three-digits": "three digits",
};
const twice: Readonly<Record<Twice, string>> = {
	remove: "remove one",
	rename: "remove one or rename it",
	id: "remove one or give it another id",
};

/** `column` is null in an essay. */
const where = (column: string | null) =>
	column === null ? "the essay" : `column ${column}`;

function guessed(guess: string | null, advice: string): string {
	return guess === null
		? advice
		: `did you mean "${guess}"? ${advice.charAt(0).toUpperCase()}${advice.slice(1)}`;
}

/** The messages in English; those of every other language have the same keys. */
export const messagesEn = {
	/** Heads a message that doesn't stop the build. */
	warning: "warning",
	/** What `validate` says in the end. */
	verdict: (errors: number, warnings: number) =>
		errors || warnings
			? `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`
			: "nothing to mend",
	/** How a place and what is wrong there are put together. */
	line: (path: string, message: string) => `${path}: ${message}`,

	/** What heads a list of changes. */
	changes: {
		lang: "en",
		between: (from: string, to: string) => `Changes from ${from} to ${to}`,
		renamed: "rounds with another id",
		moved: "places at another level",
		none: "nothing changed",
	},

	fileMissing: () => "file is missing: add it",
	fileUnreadable: (why: string) =>
		`file can't be read: ${why}; correct its name or its permissions`,
	fileKind: () => "not a file: put a file there, and no folder or pipe",
	fileTooBig: (most: number) =>
		`file is bigger than ${most} megabytes: split it or take out what doesn't belong there`,
	tooManyRows: (most: number) =>
		`more than ${most} rows, which is as many as a map takes: take out those from here on, or others`,
	tooManyNames: (most: number) =>
		`more than ${most} names and aliases in all languages together: take out aliases, places or a language`,
	bundleTooBig: (most: number) =>
		`the bundle is bigger than ${most} MB: simplify the outlines, or take out a language or texts`,
	notUtf8: () =>
		"not UTF-8: save the file in that encoding (“CSV UTF-8” in Excel)",
	notCsv: () =>
		"not CSV from here on, since a quote is missing or too many: put quotes around the whole cell, and write a quote inside it twice",
	fileEmpty: () => "file is empty: give it a header line",

	rowWidth: (cells: number, columns: number) =>
		`${cells} cells where the header has ${columns} columns: put quotes around a cell that holds a comma or a quote, and leave no cell out`,
	noHeader: (columns: string) =>
		`no header: put the column names in the first line, separated by commas: ${columns}`,
	columnTwice: (column: string) => `column "${column}" twice: remove one`,
	unknownColumn: (column: string, guess: string | null) =>
		`unknown column "${column}": ${guess === null ? "remove it, or name its language in languages of tier-map.json" : `did you mean "${guess}"? Correct it, or remove it`}`,
	missingColumn: (column: string) => `missing column "${column}": add it`,

	tooLong: (column: string, most: number) =>
		`column ${column} has more than ${most} characters: shorten it`,
	emptyCell: (column: string) => `column ${column} is empty: fill it in`,
	malformed: (text: string, column: string, form: Form) =>
		`"${text}" in column ${column} isn't ${forms[form]}: correct it`,
	reserved: (text: string, column: string) =>
		`"${text}" in column ${column} is a word of the program: choose another`,
	choose: (text: string, column: string, choices: string) =>
		`"${text}" in column ${column}: use one of ${choices}`,
	range: (text: string, column: string, least: number, most: number) =>
		`"${text}" in column ${column}: write a number from ${least} to ${most}`,
	day: (text: string, column: string) =>
		`"${text}" in column ${column} isn't a day: write it as 2024-07-01`,
	futureDay: (text: string, column: string) =>
		`"${text}" in column ${column} is in the future: write the day of the last check`,
	wordTwice: (word: string, column: string) =>
		`"${word}" twice in column ${column}: remove one`,
	noPlaceholder: (column: string, placeholder: string) =>
		`column ${column} has no ${placeholder}: put it where the name goes`,
	nameAlready: (text: string) => `"${text}" is the name already: remove it`,
	noName: () => "no name in any language: fill one in",
	braces: (column: string) =>
		`braces in column ${column}: a name has no tokens, write it out`,
	turning: (column: string) =>
		`column ${column} has a character that turns the direction of text (U+202A to U+202E, U+2066 to U+2069): type the text anew, without it`,
	untranslated: (column: string, filled: string) =>
		`column ${column} is empty: translate column ${filled}`,
	duplicate: (what: Unique, key: string, first: string, mend: Twice) =>
		`duplicate ${what} "${key}", first at ${first}: ${twice[mend]}`,

	unknownRef: (
		thing: Thing,
		id: string,
		column: string | null,
		file: string,
		guess: string | null,
	) =>
		`unknown ${thing} "${id}" in ${where(column)}: ${guessed(guess, `use an id from ${file}`)}`,
	malformedToken: (token: string, column: string | null) =>
		`malformed token "${token}" in ${where(column)}: write {place:ID}, {region:id}, {claim:id} or {source:id}, and no other braces`,

	moreProblems: (count: number) =>
		`and ${count} more problems: mend those above first`,
	notObject: () => 'not a JSON object: begin with {"schema": 2, …',
	notJson: () =>
		"not JSON from here on: check the quotes, commas and brackets on this line and the one above; JSON has no comments",
	unknownKey: (key: string, guess: string | null) =>
		`unknown key "${key}": ${guess === null ? "remove it" : `did you mean "${guess}"?`}`,
	schema: () =>
		"schema must be 1 or 2, the formats this program reads: write 2",
	version: () => 'version must be a date: write it as "2026-11-24"',
	defaultRound: () =>
		'round must be the date of a round: write it as "2024-07-01"',
	unknownRound: (round: string) =>
		`unknown round "${round}": use an id from rounds.csv`,
	languages: () =>
		'languages must be a list of up to 100 language keys, each once: write ["en", "zh"]',
	centerWithoutLanguage: (key: string) =>
		`centers has "${key}", which isn't in languages: remove it or add the language`,
	noCenter: (lang: string) =>
		`centers has no longitude for "${lang}": write a number from -180 to 180`,
	geometry: () =>
		'geometry must name a file, and may give an approval number of up to 200 characters, none of which turns the direction of text: write {"file": "map.json", "approval": "…"}',

	languageWithoutManifest: (lang: string) =>
		`language "${lang}" isn't in languages of tier-map.json: add it there or remove the file`,
	essayTwice: (about: string, first: string) =>
		`duplicate essay "${about}", first at ${first}: join them`,
	heading: () =>
		'only headings of the form "## id", and "### application" under one: correct it',
	beforeHeading: () => 'text before the first heading: put it under a "## id"',
	applicationFirst: (about: string) =>
		`an application without an essay before it under "${about}": write first what the author argues`,
	applicationTwice: (about: string, first: string) =>
		`a second application under "${about}", first at ${first}: join them`,
	applicationEmpty: (about: string) =>
		`the application under "${about}" is empty: write it or remove the heading`,
	applicationMissing: (about: string, file: string) =>
		`"${about}" has no application in ${file}: add "### application" there, or remove this one`,
	unknownSubject: (about: string, guess: string | null) =>
		`unknown subject "${about}": ${guessed(guess, "use a place id, a region id or tier- and a tier id")}`,
	essayEmpty: (about: string) =>
		`essay "${about}" is empty: write it or remove the heading`,
	essayTooLong: (about: string, most: number) =>
		`essay "${about}" has more than ${most} characters: shorten it`,
	essayLength: (
		about: string,
		count: number,
		unit: "words" | "Han characters",
		least: number,
		most: number,
	) => `essay "${about}" has ${count} ${unit}: write ${least} to ${most}`,
	essayMissing: (about: string, file: string) =>
		`essay "${about}" isn't in ${file}: add "## ${about}" there`,

	noNameNorCode: (column: string) =>
		`column ${column} is empty, and so is a2, by which it would be filled in: fill in one of them`,
	noUsualName: (a2: string, lang: string, column: string) =>
		`no usual name for a2 "${a2}" in ${lang}: fill in column ${column}`,
	nameWithoutReason: () =>
		"a name without a reason: say in column name_reason why it isn't the usual one",
	reasonWithoutName: () =>
		"a reason without a name: fill in the name, or empty column name_reason",
	circle: (column: string, chain: string) =>
		`${column} runs in a circle, ${chain}: empty one of them`,

	tierCount: (count: number) =>
		`${count} tiers: a map has 2 to 7, so that their colours can be told apart`,
	noMembers: (region: string) =>
		`region "${region}" has no members: name it in column regions of places.csv, or remove it`,
	claimAboutNothing: () =>
		"claim without a place, region or tier: name what it is about, or write yes in column world",
	section: (section: string) =>
		`unknown section "${section}" in column sections: use intro or a digit`,
	checkWithoutFinding: () =>
		"check without a finding: write what it found, or empty column check",
	checkableWithoutCheck: () =>
		"checkable without a check: write confirmed, differs, not-found or unchecked in column check",
	untracedWithoutCheck: () =>
		"untraced without not-found: write not-found in column check, or another word in column checkable",
	checkOfUncheckable: (checkable: string) =>
		`check of what is marked as ${checkable}: empty column check, or write yes in column checkable`,
	sourceDate: (date: string) =>
		`"${date}" in column date isn't a date: write a day, a month or a year, as in 2024-07-01`,
	url: (url: string) =>
		`"${url}" in column url isn't a web address: begin with https://, and write no space, no backslash, no mark of direction and up to 2000 characters`,
	urlUser: (url: string) =>
		`"${url}" in column url has a user name before the host: leave out what is before the @`,
	missingKey: (key: string, guess: string | null) =>
		`missing key "${key}": ${guess === null ? "add a row for it" : `was "${guess}" meant to be it? Rename it, or add a row`}`,

	roundDate: (id: string) =>
		`"${id}" in column id isn't a date: write it as 2024-07-01`,
	roundOrder: (id: string, before: string) =>
		`round "${id}" stands after "${before}": put the rounds in the order of their dates`,
	firstRound: () =>
		"the first round has no colours to keep: write yes in column recolours",
	noPlaces: () => "no place: add a row for each that the map is to show",
	noRounds: () => "no round: add the one the map is to show",
	levelTwice: (place: string, round: string, first: string) =>
		`place "${place}" twice in round ${round}, first at ${first}: remove one`,
	levelInherited: (place: string, heir: string) =>
		`place "${place}" takes the level of "${heir}" (treated_as in places.csv): remove this row or that entry`,
	levelInStillRound: (round: string) =>
		`round "${round}" doesn't recolour but has a level: remove the row, or write yes in column recolours of rounds.csv`,

	cutLine: () =>
		"column line isn't a line: write longitude and latitude of two points or more, separated by spaces, and a box for the part that is cut off",
	formerDate: (id: string) =>
		`"${id}" in column also isn't a date: write former ids as 2024-07-01, separated by spaces`,
	formerTaken: (id: string, owner: string) =>
		`former id "${id}" is that of a round already, at ${owner}: remove one`,
	someDate: (text: string, column: string) =>
		`"${text}" in column ${column} isn't a date: write a day, a month or a year, as in 2024-07-01`,
	forceBefore: (inForce: string, announced: string) =>
		`in force on ${inForce}, before it was announced on ${announced}: correct one of them, or write letter in column established if it was a letter that became known later`,
	liftsLater: (id: string) =>
		`"${id}" in column lifts isn't before this round: name earlier rounds`,
	liftsInSchema1: () =>
		'column lifts means nothing in schema 1, where every round lists all its levels: empty it, or write "schema": 2 in tier-map.json and list what each round changes',
	levelBelow: (place: string, level: string, stood: string) =>
		`${place} goes down from "${stood}" to "${level}", and what stood stays until it is lifted: write yes in column lifts, or correct the level`,
	recolours: (recolours: boolean): string =>
		recolours
			? "the round changes levels, but column recolours says no: empty the cell, or take the rows out of levels.csv"
			: "the round changes no level, but column recolours says yes: empty the cell, or add its rows to levels.csv",
	endsBefore: (until: string, since: string) =>
		`ends on ${until}, before it begins on ${since}: correct one of them, or empty column until if it still holds`,
	embargoesOverlap: (place: string, first: string) =>
		`embargo of "${place}" begins while the one at ${first} holds: join them, or let that one end before`,

	westEast: () => "west isn't less than east: correct the box",
	southNorth: () => "south isn't less than north: correct the box",

	stringsNotObject: () =>
		"not a JSON object: begin with {, and write a string for each key",
	unknownString: (key: string, guess: string | null) =>
		`unknown string "${key}": ${guess === null ? "remove it" : `did you mean "${guess}"?`}`,
	stringForm: (key: string, form: string) =>
		`string "${key}" isn't of the right form: write ${form}`,
	stringParameter: (key: string, parameter: string, known: string) =>
		`string "${key}" has {${parameter}}, which isn't filled in: ${known ? `use ${known}` : "write it without braces"}`,

	placeWithoutShape: (place: string, atlas: string) =>
		`${place} has neither a shape in ${atlas} nor a point: give its position in points.csv, or cut it out of a feature in cutouts.csv`,
	pointWithShape: (place: string) =>
		`${place} has a shape already: take its row out`,
	shapeWithoutPlace: (name: string, atlas: string, id: string) =>
		`a part of the feature "${name}" of ${atlas} (id ${id}) belongs to no place: name its place in a row, or give a place the numeric code`,
	lineOffOutline: (place: string, from: string, degrees: number) =>
		`the line that cuts ${place} from "${from}" doesn't begin and end on one outline of it: correct column line; its ends may be up to ${degrees} degrees off`,
	cutoutWithoutShape: (place: string, from: string, atlas: string) =>
		`nothing in ${atlas} matches ${place} from "${from}": check the feature's name and the box`,

	geometryKind: () =>
		"no TopoJSON or GeoJSON: export the map as one of them, with polygons",
	geometryEmpty: () =>
		"no polygon with an id in it: give every feature the id of its place",
	geometryDegrees: (id: string) =>
		`the shape of ${id} isn't in degrees: export it in WGS 84 (EPSG:4326)`,
	outlineTooFine: (id: string) =>
		`the outline of ${id === "…" ? "all places together" : id} has too many points for a map on a page: simplify it, for example with mapshaper, and export it again`,
	featureWithoutId: (number: number, name: string) =>
		`feature ${number} of the file${name && ` (“${name}”)`} has no id: give it a place's id, numeric code or two letters, or take it out`,
	featureWithoutPlace: (id: string, name: string) =>
		`feature ${id}${name && name !== id ? ` (“${name}”)` : ""} belongs to no place: give it a place's id, numeric code or two letters, or add the place to places.csv`,

	doubtUntranslated: (column: string, other: string) =>
		`column ${column} reads the same as column ${other}: translate it`,
	doubtScript: (column: string, lang: string) =>
		`column ${column} has no letter of the script that “${lang}” is written in: translate it`,
	doubtSilent: (count: number, places: string) =>
		`no claim names ${count === 1 ? "this place" : `these ${count} places`} or a region of theirs: ${places}; add a claim, or leave it so and the panel says that nothing is said of them`,
	doubtContrast: (one: string, other: string, ratio: string, theme: string) =>
		`tiers "${one}" and "${other}" have a contrast of ${ratio}:1 in column ${theme}: move the colours apart to 3:1, or give one of them a pattern`,
	doubtUndated: (id: string) =>
		`source "${id}" has no date: fill in column date, if only with a year`,
	doubtNoUrl: (id: string) =>
		`source "${id}" has no address: fill in column url, or say in column note why it has none`,
	doubtUncited: (id: string) =>
		`nothing cites source "${id}": cite it as {source:${id}}, or remove the row`,
	doubtUnsourced: (what: "fact" | "finding" | "round", id: string) =>
		`${what === "finding" ? "the finding on claim" : what} "${id}" cites no source: add {source:…} where it rests on one`,
	doubtApproval: () =>
		'a map in Chinese on a geometry of your own without an approval number: write it as "approval" under geometry in tier-map.json',
	doubtEncoding: (encoding: string) =>
		`read as ${encoding}: save it as UTF-8 to be sure`,
	doubtStrings: (count: number, keys: string, file: string) =>
		`${count} strings of the interface stay English: ${keys}; add them to ${file}`,
};

export type Messages = typeof messagesEn;
