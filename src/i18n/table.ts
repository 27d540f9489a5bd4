/** What the table says. Every language has every key. */
export interface TableStrings {
	readonly name: string;
	readonly tier: string;
	readonly regions: string;
	/** Heading of the number of claims, and what exactly is counted. */
	readonly claims: string;
	readonly claimsNote: string;
	/** "3 by name" */
	byName(count: number): string;
	/** What the table shows: "254 places, with their levels as of 13 January 2025: …". */
	summary(places: number, day: string, tiers: string): string;
	/** How many of the places the column names, and how many it reaches through a region only. */
	mentions(named: number, through: number): string;
	/** "Tier 1: 12" */
	inTier(tier: string, count: number): string;
	readonly tierSeparator: string;
	/** Between the regions of a place. */
	readonly separator: string;
	/** What stands between two sentences. */
	readonly sentenceSpace: string;
	readonly filter: string;
	readonly filterHint: string;
	/** "12 of 254 places" */
	shown(count: number, total: number): string;
	readonly none: string;
	readonly keys: string;
	readonly copy: string;
	copied(rows: number): string;
	readonly copyByHand: string;
}

const en = new Intl.NumberFormat("en");
const zh = new Intl.NumberFormat("zh-Hans");

export const tableEn: TableStrings = {
	name: "Place",
	tier: "Tier",
	regions: "Regions",
	claims: "Claims",
	claimsNote:
		"How many of the column’s claims name the place or a region it lies in",
	byName: (count) => `${en.format(count)} by name`,
	summary: (places, day, tiers) =>
		`${en.format(places)} places with their levels as of ${day}. ${tiers}.`,
	mentions: (named, through) =>
		`The column names ${en.format(named)} of them; of another ${en.format(through)} it speaks only through a region or group they belong to.`,
	inTier: (tier, count) => `${tier}: ${en.format(count)}`,
	tierSeparator: "; ",
	separator: ", ",
	sentenceSpace: " ",
	filter: "Filter",
	filterHint: "name, code, region or tier",
	shown: (count, total) => `${en.format(count)} of ${en.format(total)} places`,
	none: "No place matches.",
	keys: "Arrow keys go from row to row, Enter picks.",
	copy: "Copy as CSV",
	copied: (rows) => `Copied ${en.format(rows)} ${rows === 1 ? "row" : "rows"}.`,
	copyByHand: "The browser doesn’t allow copying here. Copy the text below:",
};

export const tableZh: TableStrings = {
	name: "地方",
	tier: "级别",
	regions: "所在地区",
	claims: "论点",
	claimsNote: "文章有多少条论点点到该地或其所在地区",
	byName: (count) => `点名${zh.format(count)}条`,
	summary: (places, day, tiers) =>
		`${zh.format(places)}个地方在${day}的级别：${tiers}。`,
	mentions: (named, through) =>
		`文章点名提到其中${zh.format(named)}个；另有${zh.format(through)}个只随所在地区或群体提及。`,
	inTier: (tier, count) => `${tier}${zh.format(count)}个`,
	tierSeparator: "，",
	separator: "、",
	sentenceSpace: "",
	filter: "筛选",
	filterHint: "名称、代码、地区或级别",
	shown: (count, total) => `共${zh.format(total)}个，显示${zh.format(count)}个`,
	none: "没有符合条件的地方。",
	keys: "方向键逐行移动，回车选定。",
	copy: "复制为CSV",
	copied: (rows) => `已复制${zh.format(rows)}行。`,
	copyByHand: "浏览器不允许在此复制，请手动复制下面的文本：",
};
