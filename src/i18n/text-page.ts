import type { LangKey, RoundKind } from "../model/types.ts";
import { type ByLanguage, inLanguage } from "./languages.ts";

/** What only the text-first page says; kept apart so that the map doesn't carry it. Every language has every key. */
export interface TextPageStrings {
	/** The language's own name. */
	readonly language: string;
	/** What a link to the page reads. */
	readonly link: string;
	/** Ends the page's title. */
	readonly asText: string;
	readonly contents: string;
	readonly map: string;
	readonly voices: string;
	readonly ruleVoice: string;
	readonly columnVoice: string;
	/** What is nobody's but ours. */
	readonly ours: string;
	readonly oursVoice: string;
	readonly marks: string;
	readonly mechanisms: string;
	readonly claims: string;
	/** Heading of the claims from one section of the column. */
	from(section: string): string;
	readonly world: string;
	readonly regions: string;
	readonly places: string;
	readonly placesNote: string;
	onMap(name: string): string;
	readonly roundKinds: Readonly<Record<RoundKind, string>>;
	/** Many places at the level of those that a round doesn't name; `count` is "87 places". */
	unnamed(count: string): string;
	readonly credits: string;
	version(date: string): string;
	/** What stands between a label, or a sentence, and the next. */
	readonly gap: string;
	/** "Regions:" */
	label(text: string): string;
	/** "Check: confirmed." */
	verdict(check: string, outcome: string): string;
}

const en: TextPageStrings = {
	language: "English",
	link: "The whole argument as text",
	asText: " (text)",
	contents: "Contents",
	map: "The interactive map",
	voices: "Whose voice is whose",
	ruleVoice: "What the rule says, each statement with its source.",
	columnVoice:
		"The columnist’s view, in our words. What the column presents as a quotation is marked as one; where no source for it was found, it is not given as anybody’s words.",
	ours: "Our own words",
	oursVoice:
		"How the column’s points are grouped, where we lead its argument on, and remarks. Each is labelled as ours.",
	marks:
		"A number in square brackets leads to a source, a letter in round brackets to a claim of the column.",
	mechanisms: "Ways in which an effect wears off",
	claims: "The column, claim by claim",
	from: (section) =>
		section === "intro"
			? "From the introduction"
			: `From section ${section} of the column`,
	world: "the world as a whole",
	regions: "Regions",
	places: "Places",
	placesNote:
		"What the column says of a tier, or of the world, goes for every place in it and is not repeated under each.",
	onMap: (name) => `${name} on the map`,
	roundKinds: {
		restrict: "Tightens",
		relax: "Eases",
		clarify: "Clarifies",
	},
	unnamed: (count) => `${count}, which the round doesn’t name one by one`,
	credits: "Credits and boundaries",
	version: (date) => `Version of the data: ${date}.`,
	gap: " ",
	label: (text) => `${text}:`,
	verdict: (check, outcome) => `${check}: ${outcome}.`,
};

const zh: TextPageStrings = {
	language: "中文",
	link: "全文文字版",
	asText: "（文字版）",
	contents: "目录",
	map: "互动地图",
	voices: "谁在说话",
	ruleVoice: "规则的规定，逐条注明出处。",
	columnVoice:
		"作者的观点，由本图转述。文章当作引语写出的，均注明是引语；查不到出处的，不算任何人的原话。",
	ours: "本图的话",
	oursVoice: "论点的分类、由文章引出的推演，以及按语，均注明为本图所作。",
	marks: "方括号内的数字指向资料来源，圆括号内的字母指向文章论点。",
	mechanisms: "效果递减的途径",
	claims: "文章论点逐条看",
	from: (section) =>
		section === "intro"
			? "引言"
			: `文章第${{ 1: "一", 2: "二", 3: "三" }[section] ?? section}部分`,
	world: "全球",
	regions: "各地区",
	places: "各地",
	placesNote:
		"文章针对某一级别或全球的论述，对其中各地一概适用，不再逐一重复。",
	onMap: (name) => `在地图上查看${name}`,
	roundKinds: { restrict: "收紧", relax: "放宽", clarify: "澄清" },
	unnamed: (count) => `${count}，本轮未逐一列名`,
	credits: "资料与边界说明",
	version: (date) => `数据版本：${date}。`,
	gap: "",
	label: (text) => `${text}：`,
	verdict: (check, outcome) => `${check}：${outcome}。`,
};

const languages: ByLanguage<TextPageStrings> = { en, zh };

/** The text-first page's strings in a language of the data; English where there are none. */
export function textPageStringsFor(lang: LangKey): TextPageStrings {
	return inLanguage(languages, lang);
}
