import type { Strings } from "./strings.ts";

const number = new Intl.NumberFormat("zh-Hans");
const list = new Intl.ListFormat("zh-Hans");
const han: Readonly<Record<string, string>> = { 1: "一", 2: "二", 3: "三" };

export const zh: Strings = {
	tag: "zh-Hans",
	map: "各级别世界地图",
	legend: "级别",
	legendHint: "点选一级,单独突出显示",
	showAll: "显示全部级别",
	places: (count) => `${number.format(count)} 个`,
	hover: (name, tier) => `${name}:${tier}`,
	close: "关闭",
	panel: "论证",
	loading: "地图加载中……",
	failed: "地图未能加载。",
	retry: "重试",
	unknownPlace: (id) => `地图上没有“${id}”这个地方或地区,因此未作选择。`,
	unknownTier: (id) => `没有“${id}”这一级别,已显示全部级别。`,
	unknownRound: (id) => `没有“${id}”这一轮管制,地图显示2025年1月的规则。`,
	rule: "规则怎么说",
	ruleNote: "事实,逐条注明出处",
	column: "文章怎么论证",
	columnNote: "作者的观点,由本站转述",
	check: "核查",
	checks: { confirmed: "属实", differs: "有出入", "not-found": "未找到出处" },
	kinds: { assertion: "论断", quotation: "引语", fact: "事实陈述" },
	bases: {
		rule: "规则原文",
		territory: "随所属地方处理",
		judgement: "本站判断",
	},
	section: (ids) =>
		ids
			.map((id) => (id === "intro" ? "引言" : `第${han[id] ?? id}部分`))
			.join("、"),
	parent: (name) => `属于${name},或由其管辖`,
	moreRule: "规则的其他内容",
	whyTier: "为什么是这一级?",
	disputed: "争议地区",
	status: "规则现状",
	chain: "推理链条",
	restriction: "限制",
	response: "应对",
	effect: "下一轮限制为何收效更小",
	mechanismsHere: "文章用于此处",
	mechanismsElsewhere: "文章仅就该级别或全球而言",
	aboutPlace: (name) => `关于${name}`,
	aboutRegion: (name) => `关于所在地区:${name}`,
	aboutTier: (name) => `关于该级别:${name}`,
	aboutWorld: "关于全球",
	aboutParent: (name) => `关于其所属的${name}`,
	otherClaims: "上文提到的其他论点",
	onlyThrough: (regions) => `文章关于${regions}的论述列在下面。`,
	restrictionOnRegion: (name) =>
		`${name}各地所属级别可能不同,详见各地自己的说明。`,
	alsoAbout: "涉及",
	members: "本地区包括",
	regions: "所在地区",
	sources: "资料来源",
	source: (number) => `来源${number}`,
	claim: (id) => `论点:${id}`,
	thesis: "文章的核心论点",
	definition: "什么是“边际效应递减”",
	list: (items) => list.format(items),
	number: (value) => number.format(value),
};
