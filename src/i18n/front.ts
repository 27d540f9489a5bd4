import type { Check, RoundKind } from "../model/types.ts";
import { type ByLanguage, inLanguage } from "./languages.ts";

/** What only the page around the map says; the build writes it into the page. Every language has every key. */
export interface FrontStrings {
	/** Label of the links to the page's sections. */
	readonly onThisPage: string;
	readonly reading: string;
	/** "56 places, 18 of them listed as destinations"; there may be no destination. */
	counts(places: string, destinations: number): string;
	readonly countsNote: string;
	readonly signs: string;
	readonly disputed: string;
	readonly embargo: string;
	readonly relief: string;
	readonly dots: string;
	readonly ways: string;
	readonly waysTo: string;
	/** How many rounds there are, between which dates, of which kinds, and how many change a level. */
	roundsLead(
		total: number,
		from: string,
		to: string,
		kinds: Readonly<Record<RoundKind, number>>,
		destinations: number,
	): string;
	/** What the bars of the table show. */
	barsNote(destinations: number): string;
	readonly effect: string;
	readonly data: string;
	readonly checked: string;
	/** Into how many claims the column was taken apart. */
	claims(total: number): string;
	readonly outcomes: Readonly<
		Record<Check | "opinion" | "forecast" | "unsaid", string>
	>;
	readonly differs: string;
	readonly notFound: string;
	readonly boundaries: string;
	disputedAreas(count: number): string;
	readonly notApproved: string;
	readonly judgement: string;
	judged(count: number): string;
	readonly upTo: string;
	readonly corrections: string;
	readonly take: string;
	readonly takeLead: string;
	readonly files: string;
	readonly picture: string;
	readonly social: string;
	readonly frozen: string;
	readonly licences: string;
	/** What is read where there is no page at an address. */
	readonly missing: string;
	readonly missingLead: string;
	readonly toMap: string;
}

const en: FrontStrings = {
	onThisPage: "On this page",
	reading: "How to read the map",
	counts: (places, destinations) =>
		destinations
			? `${places}, ${destinations} of them listed as ${destinations === 1 ? "a destination" : "destinations"}`
			: places,
	countsNote:
		"A place is anything that can be picked on the map. A destination is one that export law lists in its own right; most other places take the level of one that is listed.",
	signs: "Signs",
	disputed:
		"The panel says who administers the area and who claims it. Its colour follows from the rule alone.",
	embargo:
		"A control that holds apart from the rounds, and doesn’t count as reached by them. The place is at the level of denial in every round of that time.",
	relief:
		"A round eased something there in part, and the level stayed. The panel says which round.",
	dots: "Too small to be seen as a shape. Where dots would cover each other they step aside, and a line leads to the true position.",
	ways: "Ways to a place",
	waysTo:
		"Click or tap it, type its name into the search, move there with the arrow keys, or find it in the table, which lists every place. Two fingers, or Ctrl or ⌘ with the wheel, zoom. The address holds what you picked: copy it to share the view.",
	roundsLead: (total, from, to, { restrict, relax, clarify }, destinations) =>
		`${total} rounds from ${from} to ${to}: ${restrict} tighten, ${relax} ease, ${clarify} clarify. ${destinations} of them change the level of a place; after the others the map keeps its colours.`,
	barsNote: (destinations) =>
		`The bars count how many of the ${destinations} listed destinations were covered after each round: first those limited, then those presumed denied. A hollow bar is carried over. Follow a date to see that round on the map.`,
	effect: "Effect",
	data: "About the data",
	checked: "What was checked, and what wasn’t",
	claims: (total) =>
		`For this page the column was taken apart into ${total} claims:`,
	outcomes: {
		confirmed: "confirmed",
		differs: "at odds with the sources",
		"not-found": "without a source that could be found",
		unchecked: "checkable, not checked",
		opinion: "opinions",
		forecast: "forecasts",
		unsaid: "assertions, which were not checked",
	},
	differs: "Where the sources say otherwise",
	notFound: "Quotations whose source was not found",
	boundaries: "Boundaries",
	disputedAreas: (count) => `Disputed and hatched (${count}):`,
	notApproved: "No authority has examined or approved this map.",
	judgement: "Where the tier is our judgement",
	judged: (count) =>
		`The rule’s text doesn’t settle the tier of ${count} places. Each says how we read it, and where there is another reading, which:`,
	upTo: "Date and corrections",
	corrections:
		"A correction is made in the data, with its source, and raises this version.",
	take: "Embed and download",
	takeLead:
		"The map may be put on any page and printed anywhere. Every copy carries its sources and its date.",
	files: "Files",
	picture: "The map as a picture (SVG)",
	social: "Picture for social media (PNG)",
	frozen: "Everything in one file that opens offline (HTML)",
	licences: "Licences and notices",
	missing: "There is no page at this address",
	missingLead: "It may have moved, or the address may be mistyped.",
	toMap: "To the map",
};

const zh: FrontStrings = {
	onThisPage: "本页内容",
	reading: "怎样看这张图",
	counts: (places, destinations) =>
		destinations ? `${places}，其中${destinations}个单列为目的地` : places,
	countsNote:
		"凡可在图上点选的，都算一个“地方”；出口法规单独列名的，才算“目的地”。其余地方大多随某个已列名的目的地定级。",
	signs: "符号",
	disputed: "由谁管辖、谁有主张，详见图旁说明；颜色只依规则而定。",
	embargo:
		"与各轮管制无关的管制，不计入各轮所涉。其间各轮中，该地均为推定拒绝。",
	relief: "某一轮在那里部分放宽，级别不变；哪一轮，见图旁说明。",
	dots: "面积太小，画不出形状。圆点若会互相遮挡，便略微错开，并以细线连回真实位置。",
	ways: "怎样找到一个地方",
	waysTo:
		"可以点选，可以搜索名称，可以用方向键移动，也可以在表格里找，表中列有全部地方。缩放用双指，或按住Ctrl或⌘滚动滚轮。所选内容记在网址里，复制网址即可分享。",
	roundsLead: (total, from, to, { restrict, relax, clarify }, destinations) =>
		`从${from}到${to}，共${total}轮：${restrict}轮收紧，${relax}轮放宽，${clarify}轮澄清。其中${destinations}轮有地方改变级别，其余各轮地图颜色不变。`,
	barsNote: (destinations) =>
		`条形表示${destinations}个单列目的地中，每轮之后有多少个受到管制：先是受限的，后是推定拒绝的；空心条表示沿用上一轮。点日期可在地图上查看该轮。`,
	effect: "作用",
	data: "关于数据",
	checked: "查了什么，没查什么",
	claims: (total) => `本页把文章拆为${total}个论点：`,
	outcomes: {
		confirmed: "属实",
		differs: "与资料有出入",
		"not-found": "未找到出处",
		unchecked: "可以核查，尚未核查",
		opinion: "属于观点判断",
		forecast: "属于预测",
		unsaid: "属于论断，未作核查",
	},
	differs: "资料另有说法之处",
	notFound: "未找到出处的引语",
	boundaries: "边界",
	disputedAreas: (count) => `争议地区共${count}处，以斜线标示：`,
	notApproved: "本图未经任何主管部门审核或批准。",
	judgement: "由本图判断定级的地方",
	judged: (count) =>
		`有${count}个地方，规则原文不足以定级。各处均说明本图如何理解；若有另一种读法，也一并说明：`,
	upTo: "日期与更正",
	corrections: "如有更正，直接改在数据中并注明出处，数据版本随之更新。",
	take: "嵌入与下载",
	takeLead: "这张地图可以放进任何网页，也可以付印。每一份都附有来源和日期。",
	files: "文件",
	picture: "地图图片（SVG）",
	social: "社交媒体配图（PNG）",
	frozen: "全部内容合为一个文件，离线可看（HTML）",
	licences: "许可与声明",
	missing: "这个网址没有页面",
	missingLead: "页面可能已经移走，网址也可能有误。",
	toMap: "前往地图",
};

const languages: ByLanguage<FrontStrings> = { en, zh };

/** The page's strings in a language of the data; English where there are none. */
export function frontStringsFor(lang: string): FrontStrings {
	return inLanguage(languages, lang);
}
