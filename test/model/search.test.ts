import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/build/dataset.ts";
import { pinyinOf } from "../../src/build/pinyin.ts";
import { namesIn } from "../../src/model/names.ts";
import { searchIn } from "../../src/model/search.ts";

const data = loadDataset(join(import.meta.dirname, "../../data"));
if (!data.ok) throw new Error(JSON.stringify(data.problems, null, "\t"));
const dataset = data.value;
const names = {
	en: namesIn(dataset, "en", pinyinOf),
	zh: namesIn(dataset, "zh", pinyinOf),
};
const searches = { en: searchIn(names.en), zh: searchIn(names.zh) };

/** Ids found, in order. */
function ids(query: string, lang: "en" | "zh" = "en"): string[] {
	return searches[lang](query).map(({ found }) => found.id);
}

// query | what comes first
const FIRST = `
# names, in part and in any case, width, accent
Kenya | KEN
kEnY | KEN
Ｋｅｎｙａ | KEN
肯尼亚 | KEN
肯尼 | KEN
curacao | CUW
CURAÇAO | CUW
reunion | REU
aland | ALA
Åland | ALA
turkiye | TUR
sao tome | STP
cote d'ivoire | CIV
cote divoire | CIV
Côte d’Ivoire | CIV
newzealand | NZL
new  zealand | NZL
kingdom united | GBR
korea south | KOR
trinidad tobago | TTO
trinidad & tobago | TTO
saint lucia | LCA
st lucia | LCA
st. kitts | KNA
guinea bissau | GNB
刚果(金) | COD
刚果金 | COD
马尔维纳斯 | FLK
# the exact one before those that go on
niger | NER
guinea | GIN
dominica | DMA
samoa | WSM
sudan | SDN
georgia | GEO
# codes
ke | KEN
KEN | KEN
us | USA
za | ZAF
ch | CHE
xk | XKX
xsl | XSL
# former and common names
burma | MMR
ivory coast | CIV
swaziland | SWZ
holland | NLD
UK | GBR
england | GBR
macedonia | MKD
macao | MAC
macau | MAC
czech republic | CZE
cape verde | CPV
cabo verde | CPV
zaire | COD
turkey | TUR
east timor | TLS
america | USA
uae | ARE
ceylon | LKA
dprk | PRK
南韩 | KOR
北韩 | PRK
老挝 | LAO
寮国 | LAO
澳洲 | AUS
印度尼西亚 | IDN
扎伊尔 | COD
象牙海岸 | CIV
# pinyin: together, apart, with tones, ü as u or v
zhongguo | CHN
zhong guo | CHN
zhōngguó | CHN
zhong1guo2 | CHN
xi'ban'ya | ESP
xianggang | HKG
bilu | PER
hongdulasi | HND
feilübin | PHL
feilubin | PHL
feilvbin | PHL
lao wo | LAO
aomen | MAC
mg | MDG
rb | JPN
knny | KEN
alq | ARE
adly | AUS
# one letter left out, added, replaced, swapped
kena | KEN
kennya | KEN
kemya | KEN
kneya | KEN
iraqq | IRQ
swizerland | CHE
philipines | PHL
kazakstan | KAZ
madagasgar | MDG
austrlia | AUS
kigdom | GBR
meigou | USA
zhongugo | CHN
阿尔吉利亚 | DZA
# regions
eu | eu
European Union | eu
oumeng | eu
southeast asia | southeast-asia
South-East Asia | southeast-asia
dny | southeast-asia
africa | africa
latam | latin-america
拉美 | latin-america
金砖 | brics
一带一路 | belt-and-road
north america | north-america
`
	.trim()
	.split("\n")
	.filter((line) => !line.startsWith("# "))
	.map((line) => line.split(" | ") as [query: string, id: string]);

const NOTHING = [
	"",
	" ",
	"🇰🇪",
	"Kenya 🌍",
	"\u200f",
	"\u202eKenya",
	".*",
	"ken.*",
	"[a-z]+",
	"(a+)+$",
	"^ken",
	"\\w",
	"(",
	")",
	"-",
	"?",
	"ke|us",
	"\0",
	"\ud800",
	"kenya".repeat(2_000),
	"a".repeat(10_000),
	"中".repeat(10_000),
	"\u0301".repeat(10_000),
	"\ufdfa".repeat(199),
	" ".repeat(10_000),
	"qxqx",
	"404",
	// Too short to be taken for a slip.
	"kex",
];

describe("search", () => {
	it.each(FIRST)("%s → %s", (query, id) => {
		expect(ids(query)[0]).toBe(id);
	});

	it.each(NOTHING)("finds nothing for %j", (query) => {
		expect(ids(query)).toEqual([]);
		expect(ids(query, "zh")).toEqual([]);
	});

	it.each(["en", "zh"] as const)(
		"finds every place and region first by its names and codes (%s)",
		(lang) => {
			for (const { id, a2, names: all } of names[lang]) {
				expect(ids(id, lang)[0], id).toBe(id);
				if (a2) expect(ids(a2.toLowerCase(), lang)[0], a2).toBe(id);
				for (const { text } of all) {
					expect(ids(text, lang)[0], text).toBe(id);
					expect(ids(text.toUpperCase(), lang)[0], text).toBe(id);
				}
			}
			expect(names[lang].length).toBe(
				dataset.places.length + dataset.regions.length,
			);
		},
	);

	it("finds every place and region first by its pinyin, and by its initials", () => {
		for (const { id, names: all } of names.zh) {
			const pinyin = all[0]?.pinyin ?? "";
			expect(ids(pinyin, "zh")[0], pinyin).toBe(id);
			expect(ids(pinyin.replaceAll(" ", ""), "zh")[0], pinyin).toBe(id);
			const initials = pinyin.replace(/(\p{L})\p{L}* ?/gu, "$1");
			expect(ids(initials, "zh"), initials).toContain(id);
		}
	});

	it("lists what begins with the query before what has it inside", () => {
		expect(ids("guinea")).toEqual(["GIN", "GNB", "GNQ", "PNG"]);
		expect(ids("king")).toEqual(["GBR", "SAU"]);
	});

	it("puts equals in the reader's order, places before regions", () => {
		expect(ids("korea")).toEqual(["PRK", "KOR", "japan-korea"]);
		expect(ids("刚果", "zh").slice(0, 2)).toEqual(["COG", "COD"]);
	});

	it("thinks of slips only where no name begins so", () => {
		expect(ids("inida").slice(0, 2)).toEqual(["TTO", "IND"]);
		expect(ids("malx")).toContain("MLT");
		expect(ids("mali")[0]).toBe("MLI");
		expect(ids("mali")).not.toContain("MLT");
	});

	it("says which name it was found by", () => {
		const named = (query: string) => searches.en(query)[0]?.name;
		expect(named("kenya")).toMatchObject({ lang: "en", text: "Kenya" });
		expect(named("KE")).toMatchObject({ lang: "en", text: "Kenya" });
		expect(named("ken ni ya")).toMatchObject({ lang: "zh", text: "肯尼亚" });
		expect(named("zaire")).toMatchObject({ text: "Zaire", former: true });
		expect(named("holland")).not.toHaveProperty("former");
	});

	it("forgives one slip in a long name, wherever it is", () => {
		for (const [row, { id, name }] of dataset.places.entries()) {
			const en = name.en ?? "";
			if (en.length < 8) continue;
			const at = row % en.length;
			const before = en.slice(0, at);
			const after = en.slice(at);
			for (const slip of [
				before + after.slice(1),
				`${before}x${after}`,
				`${before}x${after.slice(1)}`,
				before + after.charAt(1) + after.charAt(0) + after.slice(2),
			])
				expect(ids(slip).slice(0, 8), slip).toContain(id);
		}
	});
});
