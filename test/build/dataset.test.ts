import {
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { parseText } from "../../src/model/tokens.ts";
import type { Dataset, Problem } from "../../src/model/types.ts";

const DATA = join(import.meta.dirname, "../../data");

const ENGLISH = "Ten words of an essay that only has to be ".repeat(8);
const CHINESE = "这是一段只求长度合适的文字。".repeat(10);

/** A data set as small as one can be that still has everything in it once. */
const SMALL: Readonly<Record<string, string>> = {
	"tier-map.json": `{
	"schema": 1,
	"version": "2026-11-24",
	"languages": ["en", "zh"],
	"round": "2025-01-13",
	"centers": { "en": 11, "zh": 150 }
}
`,
	"tiers.csv": `id,name_en,name_zh,level_en,level_zh,means_en,means_zh,light,dark,pattern,control
us,Issuer,发布国,issuer,发布方,Sets the rule.,制定规则。,#112233,#445566,hatch,none
1,Free,不限,free,不限,Buys freely.,自由购买。,#eeeeee,#dddddd,,none
2,Limited,限量,limited,限量,Up to a cap.,有上限。,#888888,#999999,,limit
`,
	"places.csv": `id,a2,numeric,name_en,name_zh,name_reason,parent,treated_as,destination,regions,basis,dispute_en,dispute_zh,why_en,why_zh
USA,US,840,,,,,,no,,rule,,,It issues the rule.,规则由它制定。
KEN,KE,404,,,,,,yes,africa,rule,,,Not listed {source:rule}.,未列入名单{source:rule}。
TZA,TZ,834,Tanzania,坦桑尼亚,shorter,,,yes,africa,rule,,,Not listed.,未列入名单。
XSL,,,Somaliland,索马里兰,no ISO code,TZA,TZA,no,,judgement,"Claimed by one,
administered by another.",一方主张，另一方管辖。,Part of it.,属其一部分。
`,
	"aliases.csv": `about,kind,en,zh
TZA,former,Tanganyika,坦噶尼喀
TZA,part,,桑给巴尔
africa,common,The continent,
`,
	"rounds.csv": `id,kind,recolours,rest,title_en,title_zh,text_en,text_zh
2022-10-07,restrict,yes,1,First,第一轮,It begins {source:rule}.,开始{source:rule}。
2025-01-13,restrict,yes,2,Tiers,分级,It spreads.,扩大。
2025-01-15,clarify,no,2,Foundries,代工,It explains.,澄清。
`,
	"levels.csv": `round,place,level
*,USA,us
2022-10-07,KEN,2
2025-01-13,TZA,1
`,
	"regions.csv": `id,kind,name_en,name_zh,basis_en,basis_zh
africa,area,Africa,非洲,UN M49.,联合国M49。
`,
	"claims.csv": `id,sections,kind,mechanisms,places,regions,tiers,world,text_en,text_zh,check,finding_en,finding_zh
premise,intro 1,fact,,USA,,1 2,no,The column says {place:KEN}.,文章说{place:KEN}。,confirmed,So it is {source:rule}.,属实{source:rule}。
spillover,1,assertion,partners,,africa,,no,It spills.,外溢。,,,
open,3,quotation,partners,,,,yes,It opens.,开放。,,,
`,
	"mechanisms.csv": `id,name_en,name_zh,response_en,response_zh,less_en,less_zh
partners,Partners,伙伴,They turn elsewhere.,转向他处。,Less is left.,所剩更少。
`,
	"facts.csv": `id,tiers,text_en,text_zh
cap,2,A cap {source:rule}.,有上限{source:rule}。
`,
	"sources.csv": `id,title_en,title_zh,date,url
rule,The rule,规则,2025-01-15,https://example.org/rule
letter,A letter,信函,2022-08,
`,
	"texts.csv": `key,en,zh
title,Tiers,分级
lead,A map.,一张地图。
thesis,Each does less.,一轮不如一轮。
definition,What it means.,何谓递减。
invite,Pick a place.,请选一地。
status,Not enforced {source:rule}.,未执行{source:rule}。
column-credit,After a column.,据一篇专栏文章。
boundary-note,Borders are drawn.,边界示意。
silent,It is silent on {name}.,未提{name}。
silent-regions,Nor on its regions.,也未提所属区域。
checked,Checked in July.,核至七月。
about-check,It was looked up.,已查证。
credit,After a column.,据一篇专栏文章。
`,
	"essays.en.md": `# Essays\n\n## KEN\n\n${ENGLISH}{place:KEN}’s end.\n\nA second paragraph.\n\n## tier-2\n\n${ENGLISH}\n`,
	"essays.zh.md": `## KEN\n\n${CHINESE}\n\n第二段\n接上一行。\n\n## tier-2\n\n${CHINESE}\n`,
	"cutouts.csv": `place,from,west,south,east,north,note
XSL,Tanzania,30,-5,35,0,north of the lake
KEN,Kenya,,,,,the whole
`,
	"points.csv": `place,longitude,latitude,source
TZA,34.9,-6.3,made up
`,
};

// file | what is replaced | by what | where the problem is found | what its message says
const CASES = String.raw`
# manifest
tier-map.json | "schema": 1 | "schema": 3 | tier-map.json:2 | schema must be 1 or 2
tier-map.json | 2026-11-24 | 2026-11-31 | tier-map.json:3 | version must be a date
tier-map.json | ["en", "zh"] | ["en", "en"] | tier-map.json:4 | languages must be a list
tier-map.json | ["en", | ["e n", | tier-map.json:4 | languages must be a list
tier-map.json | "zh"] | "zh", "fr"] | tier-map.json:6 | no longitude for "fr"
tier-map.json | "zh": 150 | "zh": 190 | tier-map.json:6 | no longitude for "zh"
tier-map.json | "zh": 150 | "zh": 150, "fr": 1 | tier-map.json:6 | centers has "fr"
tier-map.json | "2025-01-13" | "2025-01-14" | tier-map.json:5 | unknown round "2025-01-14"
tier-map.json | "centers" | "centres" | tier-map.json:6 | did you mean "centers"?
tier-map.json | "schema": 1, | "schema": 1 | tier-map.json:3 | not JSON
# the form of a file
facts.csv | id,tiers | id,teirs | facts.csv:1 | unknown column "teirs": did you mean "tiers"?
facts.csv | id,tiers | id,teirs | facts.csv:1 | missing column "tiers"
facts.csv | text_en,text_zh | text_en,text_en | facts.csv:1 | column "text_en" twice
facts.csv | id,tiers,text_en,text_zh | id;tiers;text_en;text_zh | facts.csv:2 | 1 cells where the header has 4
claims.csv | It spills. | It, spills. | claims.csv:3 | 14 cells where the header has 13 columns
claims.csv | It spills. | "It spills. | claims.csv:3 | not CSV from here on
claims.csv | It spills. | It "spills". | claims.csv:3 | not CSV from here on
# ids
tiers.csv | \n2, | \n1, | tiers.csv:4 | duplicate tier "1", first at tiers.csv:3
places.csv | \nTZA, | \nKEN, | places.csv:4 | duplicate place "KEN", first at places.csv:3
places.csv | ,TZ, | ,KE, | places.csv:4 | duplicate a2 "KE"
places.csv | ,404, | ,40, | places.csv:3 | three digits
regions.csv | \nafrica | \nAfrica | regions.csv:2 | small letters
texts.csv | \ncredit | \nthesis | texts.csv:14 | duplicate key "thesis"
texts.csv | \ncredit | \ncredits | texts.csv:14 | missing key "credit": was "credits" meant
texts.csv | \ncredit | \nthanks-to | texts.csv | missing key "credit": add a row
# references
claims.csv | ,USA, | ,KNE, | claims.csv:2 | unknown place "KNE" in column places: did you mean "KEN"? Use an id from places.csv
claims.csv | ,USA, | ,QQQ, | claims.csv:2 | unknown place "QQQ" in column places: use an id from places.csv
claims.csv | ,1 2, | ,1 4, | claims.csv:2 | unknown tier "4"
claims.csv | ,africa, | ,afrika, | claims.csv:3 | unknown region "afrika" in column regions: did you mean "africa"?
claims.csv | partners, | partner, | claims.csv:3 | unknown mechanism "partner" in column mechanisms: did you mean "partners"?
claims.csv | ,USA, | ,USA USA, | claims.csv:2 | "USA" twice in column places
places.csv | ,yes,africa, | ,yes,asia, | places.csv:3 | unknown region "asia"
levels.csv | 2025-01-13,TZA | 2025-01-31,TZA | levels.csv:4 | unknown round "2025-01-31" in column round: did you mean "2025-01-13"?
rounds.csv | yes,1, | yes,0, | rounds.csv:2 | unknown tier "0" in column rest
cutouts.csv | XSL, | XLS, | cutouts.csv:2 | did you mean "XSL"?
points.csv | TZA, | TZ, | points.csv:2 | did you mean "TZA"?
aliases.csv | TZA,former | TZB,former | aliases.csv:2 | unknown place "TZB" in column about: did you mean "TZA"?
aliases.csv | africa | afrika | aliases.csv:4 | unknown region "afrika" in column about: did you mean "africa"?
aliases.csv | TZA,former | ,former | aliases.csv:2 | column about is empty
aliases.csv | ,former, | ,old, | aliases.csv:2 | use one of official, common, former, part
aliases.csv | 桑给巴尔 | 坦噶尼喀 | aliases.csv:3 | duplicate alias "TZA 坦噶尼喀", first at aliases.csv:2
aliases.csv | 桑给巴尔 | 坦桑尼亚 | aliases.csv:3 | "坦桑尼亚" is the name already
aliases.csv | ,桑给巴尔 | , | aliases.csv:3 | no name in any language
aliases.csv | The continent | {place:KEN} | aliases.csv:4 | a name has no tokens
# tokens
claims.csv | {place:KEN}. | {place:KEY}. | claims.csv:2 | unknown place "KEY" in column text_en: did you mean "KEN"?
claims.csv | {place:KEN}。 | {region:afrca}。 | claims.csv:2 | unknown region "afrca" in column text_zh
facts.csv | {source:rule}. | {claim:premis}. | facts.csv:2 | unknown claim "premis" in column text_en
facts.csv | {source:rule}。 | {source:rules}。 | facts.csv:2 | unknown source "rules" in column text_zh
facts.csv | {source:rule}。 | {source:rule。 | facts.csv:2 | malformed token "{source:rule。"
facts.csv | {source:rule}. | {sauce:rule}. | facts.csv:2 | malformed token "{sauce:rule}"
facts.csv | {source:rule}. | source:rule}. | facts.csv:2 | malformed token "}"
tiers.csv | Free | {place:KEN} | tiers.csv:3 | a name has no tokens
essays.en.md | A second | {place:KNE} | essays.en.md:7 | unknown place "KNE" in the essay
# translations
tiers.csv | ,限量, | ,, | tiers.csv:4 | column name_zh is empty: translate column name_en
claims.csv | It opens., | , | claims.csv:4 | column text_en is empty: translate column text_zh
claims.csv | It opens.,开放。 | , | claims.csv:4 | column text_zh is empty: fill it in
claims.csv | 属实{source:rule}。 |  | claims.csv:2 | column finding_zh is empty
places.csv | 一方主张，另一方管辖。 |  | places.csv:6 | column dispute_zh is empty
places.csv | Not listed. |  | places.csv:4 | column why_en is empty
texts.csv | on {name} | on {nmae} | texts.csv:10 | column en has no {name}: put it where the name goes
texts.csv | on {name} | on {nmae} | texts.csv:10 | malformed token "{nmae}"
texts.csv | A map. | A map of {name}. | texts.csv:3 | malformed token "{name}"
texts.csv | 分级 |   | texts.csv:2 | column zh is empty: translate column en
# names
places.csv | KEN,KE, | KEN,, | places.csv:3 | column name_zh is empty, and so is a2
places.csv | KEN,KE, | KEN,QQ, | places.csv:3 | no usual name for a2 "QQ" in en
places.csv | ,shorter, | ,, | places.csv:4 | a name without a reason
places.csv | Tanzania,坦桑尼亚 | , | places.csv:4 | a reason without a name
# words of a closed list, dates, numbers, colours, boxes
places.csv | ,rule,,,Not listed. | ,law,,,Not listed. | places.csv:4 | "law" in column basis: use one of rule, territory, judgement
claims.csv | ,quotation, | ,quote, | claims.csv:4 | use one of assertion, quotation, fact
claims.csv | ,yes, | ,true, | claims.csv:4 | use one of yes, no
claims.csv | ,confirmed, | ,true, | claims.csv:2 | use one of confirmed, differs, not-found
claims.csv | \nopen,3 | \nopen,three | claims.csv:4 | unknown section "three"
regions.csv | ,area, | ,place, | regions.csv:2 | use one of area, union, group
rounds.csv | ,clarify, | ,explain, | rounds.csv:4 | use one of restrict, relax, clarify
rounds.csv | 2025-01-15 | 2025-02-30 | rounds.csv:4 | isn't a date
rounds.csv | 2025-01-15 | 2025-01-05 | rounds.csv:4 | stands after "2025-01-13"
sources.csv | ,2022-08, | ,2022-13, | sources.csv:3 | isn't a date
sources.csv | https:// | www. | sources.csv:2 | isn't a web address
tiers.csv | #888888 | grey | tiers.csv:4 | isn't a colour
points.csv | 34.9 | 34°54' | points.csv:2 | write a number from -180 to 180
points.csv | -6.3 | -96.3 | points.csv:2 | write a number from -90 to 90
cutouts.csv | ,30,-5,35,0, | ,35,-5,30,0, | cutouts.csv:2 | west isn't less than east
cutouts.csv | ,30,-5,35,0, | ,30,-5,35,, | cutouts.csv:2 | column north is empty
cutouts.csv | Tanzania, | , | cutouts.csv:2 | column from is empty
# what must agree
places.csv | TZA,TZA,no | TZA,KNE,no | places.csv:5 | unknown place "KNE" in column treated_as: did you mean "KEN"?
places.csv | shorter,,, | shorter,,XSL, | places.csv:4 | treated_as runs in a circle, TZA → XSL → TZA
places.csv | 840,,,,,, | 840,,,,,USA, | places.csv:2 | treated_as runs in a circle, USA → USA
places.csv | shorter,, | shorter,XSL, | places.csv:4 | parent runs in a circle
claims.csv | ,africa, | ,, | claims.csv:3 | claim without a place, region or tier
claims.csv | So it is {source:rule}.,属实{source:rule}。 | , | claims.csv:2 | check without a finding
regions.csv | \nafrica | \nasia,area,Asia,亚洲,M49.,M49。\nafrica | regions.csv:2 | region "asia" has no members
levels.csv | 2025-01-13,TZA,1 | 2025-01-13,TZA,1\n2025-01-13,TZA,2 | levels.csv:5 | place "TZA" twice in round 2025-01-13, first at levels.csv:4
levels.csv | 2025-01-13,TZA,1 | 2025-01-13,USA,1 | levels.csv:4 | place "USA" twice in round 2025-01-13, first at levels.csv:2
levels.csv | 2025-01-13,TZA | 2025-01-13,XSL | levels.csv:4 | place "XSL" takes the level of "TZA"
levels.csv | 2025-01-13,TZA | 2025-01-15,TZA | levels.csv:4 | doesn't recolour but has a level
rounds.csv | restrict,yes,1 | restrict,no,1 | rounds.csv:2 | the first round has no colours to keep
rounds.csv | id,kind,recolours,rest | id,kind,recolour,rest | rounds.csv:1 | missing column "recolours"
# essays
essays.zh.md | ## tier-2 | ## tier-1 | essays.zh.md:8 | essay "tier-1" isn't in essays.en.md
essays.zh.md | ## tier-2 | ## tier-1 | essays.en.md:9 | essay "tier-2" isn't in essays.zh.md
essays.en.md | ## KEN | ## KNE | essays.en.md:3 | unknown subject "KNE": did you mean "KEN"?
essays.en.md | ## tier-2 | ## KEN | essays.en.md:9 | duplicate essay "KEN", first at essays.en.md:3
essays.en.md | ## tier-2 | ### tier-2 | essays.en.md:9 | only headings of the form
essays.en.md | # Essays | Essays | essays.en.md:1 | text before the first heading
essays.en.md | $ENGLISH | Short.  | essays.en.md:3 | essay "KEN" has 5 words: write 80 to 200
essays.en.md | A second paragraph. | ### application | essays.en.md:7 | the application under "KEN" is empty
essays.en.md | A second paragraph. | ### application\n\nOurs. | essays.en.md:7 | "KEN" has no application in essays.zh.md
essays.en.md | A second paragraph. | ### application\n\nOurs.\n\n### application\n\nMore. | essays.en.md:11 | a second application under "KEN", first at essays.en.md:7
essays.en.md | ## KEN\n\n$ENGLISH | ## KEN\n\n### application\n\n$ENGLISH | essays.en.md:5 | an application without an essay before it under "KEN"
essays.en.md | A second paragraph. | ### aside | essays.en.md:7 | only headings of the form
essays.zh.md | $CHINESE | 短。 | essays.zh.md:1 | essay "KEN" has 8 Han characters: write 120 to 350
`;

/** The same in schema 2, where a round lists what it changes. */
const CUMULATIVE: Readonly<Record<string, string>> = {
	...SMALL,
	"tier-map.json": (SMALL["tier-map.json"] ?? "").replace(
		'"schema": 1',
		'"schema": 2',
	),
	"rounds.csv": `id,also,announced,in_force,established,kind,recolours,rest,lifts,relief,title_en,title_zh,text_en,text_zh,checked
2022-10-07,,2022-10-07,2022-10,rule,restrict,,1,,,First,第一轮,It begins {source:rule}.,开始{source:rule}。,2026-09-01
2025-01-13,2025-01-12,2025-01-13,2025-01-20,rule,restrict,yes,2,,,Tiers,分级,It spreads.,扩大。,2026-09-20
2025-01-15,,2025-01-15,2025-01-10,letter,clarify,no,,,TZA,Foundries,代工,It explains.,澄清。,
2025-05-13,,2025-05-13,,announcement,relax,,,2025-01-13,,Back,退回,It ends.,终止。,
2026-02-03,,,,,relax,,,,,Down,下调,It eases.,放宽。,
`,
	"levels.csv": `round,place,level,lifts
*,USA,us,
2022-10-07,KEN,2,
2025-01-13,TZA,1,
2026-02-03,KEN,1,yes
`,
	"embargoes.csv": `place,since,until,source,note_en,note_zh,checked
TZA,1995,2004-05-14,rule,A first one.,第一项。,2026-09-20
TZA,2004-05-14,,rule letter,A second one.,第二项。,2026-01-31
`,
};

const CUMULATIVE_CASES = `
# embargoes
embargoes.csv | ,1995, | ,2005-01, | embargoes.csv:2 | ends on 2004-05-14, before it begins on 2005-01: correct one of them
embargoes.csv | TZA,1995 | KNE,1995 | embargoes.csv:2 | unknown place "KNE" in column place: did you mean "KEN"?
embargoes.csv | rule letter | rule lettre | embargoes.csv:3 | unknown source "lettre" in column source: did you mean "letter"?
embargoes.csv | ,rule, | ,, | embargoes.csv:2 | column source is empty
embargoes.csv | ,1995, | ,, | embargoes.csv:2 | column since is empty
embargoes.csv | ,1995, | ,95, | embargoes.csv:2 | "95" in column since isn't a date
embargoes.csv | 2004-05-14,rule, | 2004-05-15,rule, | embargoes.csv:3 | embargo of "TZA" begins while the one at embargoes.csv:2 holds
embargoes.csv | 2004-05-14,rule, | ,rule, | embargoes.csv:3 | embargo of "TZA" begins while the one at embargoes.csv:2 holds
embargoes.csv | 第一项。,2026-09-20 | 第一项。,2999-01-01 | embargoes.csv:2 | "2999-01-01" in column checked is in the future
embargoes.csv | A first one. |  | embargoes.csv:2 | column note_en is empty: translate column note_zh
# rounds
rounds.csv | 2025-01-20,rule | 2025-01-10,rule | rounds.csv:3 | in force on 2025-01-10, before it was announced on 2025-01-13
rounds.csv | 2025-01-10,letter | 2025-01-10,press | rounds.csv:4 | in force on 2025-01-10, before it was announced on 2025-01-15
rounds.csv | ,2026-09-20 | ,2999-01-01 | rounds.csv:3 | "2999-01-01" in column checked is in the future
rounds.csv | 扩大。,2026-09-20 | 扩大。,soon | rounds.csv:3 | "soon" in column checked isn't a d
rounds.csv | ,letter, | ,mail, | rounds.csv:4 | use one of rule, letter, press, announcement
rounds.csv | clarify,no | clarify,yes | rounds.csv:4 | the round changes no level, but column recolours says yes
rounds.csv | restrict,yes | restrict,no | rounds.csv:3 | the round changes levels, but column recolours says no
rounds.csv | ,2025-01-13,,Back | ,2025-01-31,,Back | rounds.csv:5 | unknown round "2025-01-31" in column lifts: did you mean "2025-01-13"?
rounds.csv | ,2025-01-13,,Back | ,2026-02-03,,Back | rounds.csv:5 | "2026-02-03" in column lifts isn't before this round
rounds.csv | ,TZA,Foundries | ,TZB,Foundries | rounds.csv:4 | unknown place "TZB" in column relief
rounds.csv | ,2025-01-12, | ,2025-01-15, | rounds.csv:3 | former id "2025-01-15" is that of a round already, at rounds.csv:4
rounds.csv | ,2025-01-12, | ,2025-01-13, | rounds.csv:3 | former id "2025-01-13" is that of a round already, at rounds.csv:3
rounds.csv | ,2025-01-12, | ,January, | rounds.csv:3 | "January" in column also isn't a date
rounds.csv | ,2025-01-12, | ,2025-01-12 2025-01-12, | rounds.csv:3 | "2025-01-12" twice in column also
rounds.csv | 2026-02-03,, | 2026-02-03,2025-01-12, | rounds.csv:6 | former id "2025-01-12" is that of a round already, at rounds.csv:3
rounds.csv | ,,1,,,First | ,,,,,First | rounds.csv:2 | column rest is empty
# levels
levels.csv | KEN,1,yes | KEN,1, | levels.csv:5 | KEN goes down from "2" to "1", and what stood stays until it is lifted
levels.csv | KEN,1,yes | KEN,1,no | levels.csv:5 | KEN goes down from "2" to "1"
levels.csv | KEN,1,yes | KEN,1,ja | levels.csv:5 | use one of yes, no
tier-map.json | "schema": 2 | "schema": 1 | rounds.csv:5 | column lifts means nothing in schema 1
`;

type Case = [
	file: string,
	old: string,
	fresh: string,
	path: string,
	part: string,
];

function casesOf(table: string): Case[] {
	const lines = table.trim().split("\n");
	return lines
		.filter((line) => !line.startsWith("# "))
		.map((line) => {
			const [file = "", old = "", fresh = "", path = "", part = ""] = line
				.replaceAll("\\n", "\n")
				.replace("$ENGLISH", ENGLISH)
				.replace("$CHINESE", CHINESE)
				.split(" | ");
			return [file, old, fresh, path, part];
		});
}

let dir: string;

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "tier-map-data-"));
	for (const [file, text] of Object.entries(SMALL))
		writeFileSync(join(dir, file), text);
});

afterEach(() => rmSync(dir, { recursive: true }));

/** Replaces a piece of a file, which must be there, lest the case tests nothing. */
function edit(file: string, old: string, fresh: string): void {
	const text = readFileSync(join(dir, file), "utf8");
	expect(text, `${file} holds what the case replaces`).toContain(old);
	writeFileSync(join(dir, file), text.replace(old, fresh));
}

function problems(folder = dir): readonly Problem[] {
	const result = loadDataset(folder);
	return result.ok ? [] : result.problems;
}

function value(): Dataset {
	const result = loadDataset(dir);
	if (!result.ok) throw new Error(JSON.stringify(result.problems, null, "\t"));
	return result.value;
}

describe("loadDataset", () => {
	it("reads every file", () => {
		const data = value();
		expect(data.manifest).toEqual({
			schema: 1,
			version: "2026-11-24",
			languages: ["en", "zh"],
			round: "2025-01-13",
			centers: { en: 11, zh: 150 },
			geometry: null,
		});
		expect(data.tiers.map((tier) => tier.id)).toEqual(["us", "1", "2"]);
		expect(data.places[3]).toEqual({
			id: "XSL",
			a2: "",
			numeric: "",
			name: { en: "Somaliland", zh: "索马里兰" },
			nameIn: {},
			parent: "TZA",
			parentNote: null,
			treatedAs: "TZA",
			destination: false,
			uninhabited: false,
			regions: [],
			basis: "judgement",
			dispute: {
				en: "Claimed by one,\nadministered by another.",
				zh: "一方主张，另一方管辖。",
			},
			why: { en: "Part of it.", zh: "属其一部分。" },
		});
		expect(data.rounds.map((round) => round.levels)).toEqual([
			{ USA: "us", KEN: "2" },
			{ USA: "us", TZA: "1" },
			{ USA: "us" },
		]);
		expect(data.claims[0]).toMatchObject({
			sections: ["intro", "1"],
			tiers: ["1", "2"],
			world: false,
			check: "confirmed",
		});
		expect(data.claims[1]).toMatchObject({ check: null, finding: null });
		expect(data.sources[1]).toMatchObject({ date: "2022-08", url: null });
		expect(data.cutouts.map((cutout) => cutout.box)).toEqual([
			[30, -5, 35, 0],
			null,
		]);
		expect(data.aliases.map((alias) => alias.text)).toEqual([
			{ en: "Tanganyika", zh: "坦噶尼喀" },
			{ zh: "桑给巴尔" },
			{ en: "The continent" },
		]);
		expect(data.points).toEqual([{ place: "TZA", at: [34.9, -6.3] }]);
		expect(data.texts.title).toEqual({ en: "Tiers", zh: "分级" });
	});

	it("keeps what is ours apart from an essay", () => {
		expect(value().essays[0]?.application).toBe(null);
		edit(
			"essays.en.md",
			"A second",
			"### application\n\nIf so. {place:KEN}.\n\nA second",
		);
		edit("essays.zh.md", "第二段", "### application\n\n若是如此。");
		const [kenya] = value().essays;
		expect(kenya?.text.en).toMatch(/’s end\.$/);
		expect(kenya?.application).toEqual({
			en: "If so. {place:KEN}.\n\nA second paragraph.",
			zh: "若是如此。接上一行。",
		});
	});

	describe("a claim", () => {
		/** Gives the claims a column `checkable`, with these values from the first on. */
		function mark(...values: readonly string[]): void {
			const file = join(dir, "claims.csv");
			const [header = "", ...rows] = readFileSync(file, "utf8")
				.trimEnd()
				.split("\n");
			writeFileSync(
				file,
				[
					`${header},checkable`,
					...rows.map((row, i) => `${row},${values[i] ?? ""}`),
				].join("\n"),
			);
		}

		it("says whether it can be checked, or doesn't", () => {
			expect(value().claims.map((claim) => claim.checkable)).toEqual([
				null,
				null,
				null,
			]);
			mark("yes", "opinion", "forecast");
			expect(value().claims.map((claim) => claim.checkable)).toEqual([
				"yes",
				"opinion",
				"forecast",
			]);
		});

		it("carries a remark of ours where there is no outcome of a check", () => {
			edit("claims.csv", ",confirmed,", ",,");
			expect(value().claims[0]).toMatchObject({ check: null });
			expect(value().claims[0]?.finding?.en).toContain("So it is");
			edit(
				"claims.csv",
				"It spills.,外溢。,,,",
				"It spills.,外溢。,unchecked,,",
			);
			expect(value().claims[1]).toMatchObject({
				check: "unchecked",
				finding: null,
			});
		});

		it.each([
			[
				["maybe"],
				"claims.csv:2",
				"use one of yes, opinion, forecast, untraced",
			],
			[["", "yes"], "claims.csv:3", "checkable without a check"],
			[["opinion"], "claims.csv:2", "check of what is marked as opinion"],
			[["forecast"], "claims.csv:2", "check of what is marked as forecast"],
			[["untraced"], "claims.csv:2", "untraced without not-found"],
			[["", "", "untraced"], "claims.csv:4", "untraced without not-found"],
		])("marked %j is told of at %s", (values, path, message) => {
			mark(...values);
			expect(problems()).toContainEqual({
				path,
				message: expect.stringContaining(message),
			});
		});
	});

	it("keeps an essay's paragraphs and joins their lines", () => {
		const [kenya] = value().essays;
		expect(kenya?.about).toBe("KEN");
		expect(kenya?.text.en).toMatch(/’s end\.\n\nA second paragraph\.$/);
		expect(kenya?.text.zh).toMatch(/\n\n第二段接上一行。$/);
	});

	it("takes a place's name from CLDR where the file has none", () => {
		expect(value().places.map((place) => place.name.zh)).toEqual([
			"美国",
			"肯尼亚",
			"坦桑尼亚",
			"索马里兰",
		]);
	});

	it("doesn't mind a byte order mark, CRLF, blank lines and another order of columns", () => {
		const before = value();
		for (const [file, text] of Object.entries(SMALL))
			writeFileSync(join(dir, file), text.replaceAll("\n", "\r\n"));
		writeFileSync(
			join(dir, "facts.csv"),
			"\ufefftiers,id,text_zh,text_en\r\n\r\n2,cap,有上限{source:rule}。,A cap {source:rule}.\r\n\r\n",
		);
		expect(value()).toEqual(before);
	});

	it("takes the languages from the manifest", () => {
		for (const [file, text] of Object.entries(SMALL))
			writeFileSync(
				join(dir, file.replace(".zh.", ".fr.")),
				text.replace(/"zh"/g, '"fr"').replace(/\bzh\b|(?<=_)zh/g, "fr"),
			);
		rmSync(join(dir, "essays.zh.md"));
		writeFileSync(
			join(dir, "essays.fr.md"),
			"## KEN\n\nCourt\net bref.\n\n## tier-2\n\nCourt.\n",
		);
		expect(value().places.map((place) => place.name.fr)).toEqual([
			"États-Unis",
			"Kenya",
			"坦桑尼亚",
			"索马里兰",
		]);
		expect(value().essays[0]?.text.fr).toBe("Court et bref.");

		edit("tier-map.json", '"fr"]', '"fr", "pt"]');
		expect(problems()).toEqual(
			expect.arrayContaining([
				{ path: "essays.pt.md", message: "file is missing: add it" },
				{ path: "places.csv:1", message: 'missing column "name_pt": add it' },
				{ path: "texts.csv:1", message: 'missing column "pt": add it' },
			]),
		);
	});

	it.each(casesOf(CASES))("%s: %j → %j", (file, old, fresh, path, part) => {
		edit(file, old, fresh);
		expect(problems()).toContainEqual({
			path,
			message: expect.stringContaining(part),
		});
	});

	describe("in schema 2", () => {
		beforeEach(() => {
			for (const [file, text] of Object.entries(CUMULATIVE))
				writeFileSync(join(dir, file), text);
		});

		it("works out what holds after every round", () => {
			expect(
				value().rounds.map(({ recolours, rest, levels }) => ({
					recolours,
					rest,
					levels,
				})),
			).toEqual([
				{ recolours: true, rest: "1", levels: { USA: "us", KEN: "2" } },
				{ recolours: true, rest: "2", levels: { USA: "us", TZA: "1" } },
				{ recolours: false, rest: "2", levels: {} },
				{ recolours: true, rest: "1", levels: { USA: "us", KEN: "2" } },
				{ recolours: true, rest: "1", levels: { USA: "us" } },
			]);
		});

		it("does without the columns that may be left out, and without embargoes", () => {
			rmSync(join(dir, "embargoes.csv"));
			writeFileSync(
				join(dir, "rounds.csv"),
				"id,kind,rest,title_en,title_zh,text_en,text_zh\n2022-10-07,restrict,1,First,第一轮,It begins.,开始。\n2025-01-13,restrict,2,Tiers,分级,It spreads.,扩大。\n",
			);
			writeFileSync(
				join(dir, "levels.csv"),
				"round,place,level\n*,USA,us\n2022-10-07,KEN,2\n",
			);
			expect(value().embargoes).toEqual([]);
			expect(value().rounds[1]).toMatchObject({
				also: [],
				announced: "",
				established: null,
				recolours: true,
				levels: { USA: "us" },
			});
		});

		it.each(casesOf(CUMULATIVE_CASES))(
			"%s: %j → %j",
			(file, old, fresh, path, part) => {
				edit(file, old, fresh);
				expect(problems()).toContainEqual({
					path,
					message: expect.stringContaining(part),
				});
			},
		);
	});

	it("names a slip once, not at everything that hangs on it", () => {
		edit("places.csv", "Not listed {source:rule}.", "Not, listed");
		expect(problems().map(({ path }) => path)).toEqual(["places.csv:3"]);
		writeFileSync(join(dir, "places.csv"), SMALL["places.csv"] ?? "");
		edit("places.csv", "id,a2", "id a2");
		expect(problems().map(({ message }) => message)).toEqual([
			expect.stringContaining('unknown column "id a2"'),
			'missing column "id": add it',
			'missing column "a2": add it',
		]);
		writeFileSync(join(dir, "places.csv"), '"');
		expect(problems().map(({ path }) => path)).toEqual(["places.csv:1"]);
	});

	it("says which line isn't UTF-8", () => {
		const latin = Buffer.from(
			"id,tiers,text_en,text_zh\ncap,2,caf\xe9,\xe9\n",
			"latin1",
		);
		writeFileSync(join(dir, "facts.csv"), latin);
		expect(problems()).toEqual([
			{ path: "facts.csv:2", message: expect.stringContaining("not UTF-8") },
		]);
	});

	it("names each file that is missing or empty, and a folder's worth of them", () => {
		rmSync(join(dir, "facts.csv"));
		rmSync(join(dir, "essays.zh.md"));
		writeFileSync(join(dir, "points.csv"), "");
		writeFileSync(join(dir, "essays.fr.md"), "");
		expect(problems()).toEqual([
			{
				path: "essays.fr.md",
				message: expect.stringContaining('language "fr"'),
			},
			{ path: "essays.zh.md", message: "file is missing: add it" },
			{ path: "facts.csv", message: "file is missing: add it" },
			{ path: "points.csv", message: expect.stringContaining("file is empty") },
		]);
		const none = problems(join(dir, "none")).map(({ path }) => path);
		expect(none).toContain("tier-map.json");
		expect(none).toContain("places.csv");
	});

	it("lists every problem at once, in the order of files and lines", () => {
		edit("tier-map.json", '"zh": 150', '"zh": "150"');
		edit("tiers.csv", "#888888", "grey");
		edit(
			"places.csv",
			",yes,africa,rule,,,Not listed.",
			",si,asia,law,,,Not listed.",
		);
		edit("levels.csv", "*,USA,us", "*,UAS,us");
		edit("claims.csv", ",USA,", ",KNE,");
		edit("claims.csv", "{place:KEN}.", "{place:KEN.");
		edit("claims.csv", "It opens.", "");
		edit("facts.csv", "id,tiers", "id,teirs");
		edit("essays.zh.md", "## tier-2", "## tier-9");
		rmSync(join(dir, "points.csv"));
		expect(problems().map(({ path }) => path)).toEqual([
			"claims.csv:2",
			"claims.csv:2",
			"claims.csv:4",
			"essays.en.md:9",
			"essays.zh.md:8",
			"essays.zh.md:8",
			"facts.csv:1",
			"facts.csv:1",
			"levels.csv:2",
			"places.csv:4",
			"places.csv:4",
			"places.csv:4",
			"points.csv",
			"tier-map.json:6",
			"tiers.csv:4",
		]);
	});
});

describe("the data of the map", () => {
	const there = existsSync(join(DATA, "tier-map.json"));

	it.skipIf(!there)("has no problems", () => {
		expect(problems(DATA)).toEqual([]);
	});

	it.skipIf(!there)("stops being right when a place is mistyped", () => {
		cpSync(DATA, dir, { recursive: true });
		edit("claims.csv", "KEN", "KNE");
		expect(problems()).toEqual([
			{
				path: expect.stringMatching(/^claims\.csv:\d+$/),
				message: expect.stringContaining('did you mean "KEN"?'),
			},
		]);
	});
});

describe("parseText", () => {
	it("cuts a text at its tokens and loses nothing", () => {
		expect(parseText("In {place:KEN}，{region:south-east}{claim:a1}.")).toEqual(
			[
				{ kind: "text", text: "In " },
				{ kind: "place", id: "KEN" },
				{ kind: "text", text: "，" },
				{ kind: "region", id: "south-east" },
				{ kind: "claim", id: "a1" },
				{ kind: "text", text: "." },
			],
		);
		expect(parseText("")).toEqual([]);
	});

	it.each(["{", "}", "{place:}", "{tier:1}", "{{place KEN}}", "{source:a b}"])(
		"leaves %j as it is",
		(text) => expect(parseText(text)).toEqual([{ kind: "text", text }]),
	);
});
