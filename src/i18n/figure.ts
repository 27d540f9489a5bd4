import type { Core } from "../model/edition.ts";
import { spoken } from "./given.ts";
import { type ByLanguage, isSpoken } from "./languages.ts";

/** What a figure says beside the data. Every language has every key. */
export interface FigureStrings {
	/** BCP 47 tag. */
	readonly tag: string;
	/** Names of the layers, for people who open the file in a drawing program. */
	readonly layers: Readonly<Record<LayerName, string>>;
	/** A day, spelled out. */
	day(iso: string): string;
	/** "13 January 2025: The whole world, in three tiers" */
	titled(head: string, rest: string): string;
	/** "The title (13 January 2025: The round)" */
	aside(head: string, rest: string): string;
	/** Counts stay under a thousand. */
	places(count: number): string;
	readonly legend: string;
	readonly disputed: string;
	readonly embargo: string;
	readonly relief: string;
	readonly smallPlaces: string;
	/** Before the status of the rule, whose date it gives. */
	statusOf(date: string): string;
	sources(titles: readonly string[]): string;
	version(date: string): string;
	/** Credit of a base map that was approved, or so the editor says. */
	approval(number: string): string;
	/** What the picture shows, for who can't see it. */
	describe(
		round: string,
		counts: readonly (readonly [tier: string, count: number])[],
	): string;
	/** What carries the mark of an embargo, and that of relief. */
	embargoed(names: readonly string[]): string;
	relieved(names: readonly string[]): string;
	only(tier: string): string;
	picked(name: string, tier: string): string;
	/** What stands between two sentences. */
	readonly gap: string;
}

export type LayerName =
	| "ground"
	| "title"
	| "earth"
	| "tiers"
	| "hatching"
	| "embargo"
	| "relief"
	| "disputed"
	| "issuer"
	| "borders"
	| "coasts"
	| "boundaries"
	| "rim"
	| "leaders"
	| "markers"
	| "labels"
	| "selection"
	| "legend"
	| "credit";

const MONTHS =
	"January February March April May June July August September October November December".split(
		" ",
	);

/**
 * Year, month and day. A date is spelled out by hand: what Intl says differs between systems, a file
 * mustn't; and it takes a command line a tenth of its time.
 */
function partsOf(iso: string): [year: number, month: number, day: number] {
	const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
	return [year, month, day];
}

const en: FigureStrings = {
	tag: "en",
	layers: {
		ground: "Background",
		title: "Title",
		earth: "Sea and graticule",
		tiers: "Tiers",
		hatching: "Hatching",
		embargo: "Embargoes of their own",
		relief: "Partial relief",
		disputed: "Disputed areas",
		issuer: "Issuer",
		borders: "Borders",
		coasts: "Coasts",
		boundaries: "Boundaries",
		rim: "Rim",
		leaders: "Lines to markers",
		markers: "Small places",
		labels: "Names",
		selection: "Selection",
		legend: "Legend",
		credit: "Notes and credit",
	},
	day: (iso) => {
		const [year, month, day] = partsOf(iso);
		return `${day} ${MONTHS[month - 1]} ${year}`;
	},
	titled: (head, rest) => `${head}: ${rest}`,
	aside: (head, rest) => `${head} (${rest})`,
	places: (count) => `${count} ${count === 1 ? "place" : "places"}`,
	legend: "Number of places in each tier",
	disputed: "Disputed area",
	embargo: "Under an embargo of its own",
	relief: "Partial relief",
	smallPlaces: "Small place",
	statusOf: (date) => `On the rule of ${date}:`,
	sources: (titles) => `Sources: ${titles.join("; ")}.`,
	version: (date) => `Version of the data: ${date}.`,
	approval: (number) => `Approval number of the base map: ${number}.`,
	describe: (round, counts) =>
		`World map of tiers, ${round}. ${counts
			.map(([tier, count]) => `${tier}: ${en.places(count)}`)
			.join("; ")}.`,
	embargoed: (names) => `Under embargoes of their own: ${names.join(", ")}.`,
	relieved: (names) => `Partial relief: ${names.join(", ")}.`,
	only: (tier) => `Only ${tier} is shown at full strength.`,
	picked: (name, tier) => `Picked out: ${name} (${tier}).`,
	gap: " ",
};

const zh: FigureStrings = {
	tag: "zh-Hans",
	layers: {
		ground: "背景",
		title: "标题",
		earth: "海洋与经纬网",
		tiers: "各级别",
		hatching: "斜线",
		embargo: "另受禁运",
		relief: "部分放宽",
		disputed: "争议地区",
		issuer: "发布方",
		borders: "边线",
		coasts: "海岸线",
		boundaries: "界线",
		rim: "外框",
		leaders: "引线",
		markers: "小地方",
		labels: "地名",
		selection: "所选",
		legend: "图例",
		credit: "说明与来源",
	},
	day: (iso) => {
		const [year, month, day] = partsOf(iso);
		return `${year}年${month}月${day}日`;
	},
	titled: (head, rest) => `${head}：${rest}`,
	aside: (head, rest) => `${head}（${rest}）`,
	places: (count) => `${count}个地方`,
	legend: "各级别的地方数",
	disputed: "争议地区",
	embargo: "另受禁运",
	relief: "部分放宽",
	smallPlaces: "面积较小的地方",
	statusOf: (date) => `关于${date}的规则：`,
	sources: (titles) => `资料来源：${titles.join("；")}。`,
	version: (date) => `数据版本：${date}。`,
	approval: (number) => `审图号：${number}。`,
	describe: (round, counts) =>
		`分级世界地图，${round}。${counts
			.map(([tier, count]) => `${tier}${zh.places(count)}`)
			.join("；")}。`,
	embargoed: (names) => `另受禁运：${names.join("、")}。`,
	relieved: (names) => `部分放宽：${names.join("、")}。`,
	only: (tier) => `只突出显示${tier}。`,
	picked: (name, tier) => `图中标出${name}（${tier}）。`,
	gap: "",
};

const languages: ByLanguage<FigureStrings> = { en, zh };

/** The strings of figures for a reader of the data, with those that the data itself gives; English where there are none. */
export function figureStringsFor({
	lang,
	strings,
}: Pick<Core, "lang" | "strings">): FigureStrings {
	const own = isSpoken(lang) ? languages[lang] : undefined;
	if (own && !strings) return own;
	return spoken(own ?? en, strings ?? {}, own ? null : lang, "figure.");
}

/** The strings that others stand in for. */
export { en as figureEn };
