import type { LangKey } from "../model/types.ts";
import { type ByLanguage, inLanguage } from "./languages.ts";

/** What the frozen edition and the embed builder say beside the data. Every language has every key. */
export interface EmbedStrings {
	/** BCP 47 tag. */
	readonly tag: string;
	/** That a file holds everything, with the version of its data. */
	frozen(version: string): string;
	readonly checksumRight: string;
	readonly checksumWrong: string;
	/** Before the code of a picture and its link. */
	readonly heading: string;
	readonly intro: string;
	readonly language: string;
	readonly place: string;
	readonly placeHint: string;
	/** What was typed is no place. */
	readonly placeUnknown: string;
	readonly theme: string;
	readonly themes: Readonly<Record<"auto" | "light" | "dark", string>>;
	readonly panel: string;
	readonly panels: Readonly<Record<"auto" | "side" | "below" | "none", string>>;
	readonly kind: string;
	readonly kinds: Readonly<Record<EmbedKind, string>>;
	/** What each kind is good for, in a sentence. */
	readonly kindNotes: Readonly<Record<EmbedKind, string>>;
	readonly pinned: string;
	readonly pinnedNote: string;
	readonly code: string;
	readonly copy: string;
	readonly copied: string;
	readonly copyFailed: string;
	/** Where the builder should be. */
	readonly failed: string;
	readonly preview: string;
	readonly previewWidth: string;
	readonly previewWidths: Readonly<
		Record<"full" | "article" | "phone", string>
	>;
	readonly download: string;
	/** Text of the link below a picture. */
	readonly fullMap: string;
}

export type EmbedKind =
	| "script"
	| "iframe"
	| "plain-iframe"
	| "picture"
	| "frozen";

const en: EmbedStrings = {
	tag: "en",
	frozen: (version) =>
		`Frozen edition: everything is in this one file, and nothing is loaded from elsewhere. Version of the data: ${version}.`,
	checksumRight: "The data in this file matches this checksum.",
	checksumWrong: "The data in this file does NOT match this checksum.",
	heading: "Embed this map",
	intro:
		"Choose what your page allows, then copy the code. No embed sets a cookie or asks another server for anything.",
	language: "Language",
	place: "Place or region",
	placeHint: "Optional: a name, or an ISO code",
	placeUnknown: "There is no place or region of this name or code.",
	theme: "Theme",
	themes: { auto: "As the page", light: "Light", dark: "Dark" },
	panel: "Argument",
	panels: {
		auto: "Where it fits",
		side: "Beside the map",
		below: "Below the map",
		none: "Left out",
	},
	kind: "Kind",
	kinds: {
		script: "Script",
		iframe: "Iframe and host script",
		"plain-iframe": "Iframe alone",
		picture: "Static picture",
		frozen: "Frozen file",
	},
	kindNotes: {
		script: "For pages that allow scripts. It takes on the type of the page.",
		iframe:
			"For pages that keep scripts apart. The frame grows and shrinks with what it shows.",
		"plain-iframe":
			"For systems that strip scripts. Datawrapper, Pym, AMP and Medium listeners size it; without one it scrolls.",
		picture: "An SVG image and a link, for pages that allow nothing else.",
		frozen:
			"One HTML file with everything in it, for archives and for use without a network.",
	},
	pinned: "Pin the version",
	pinnedNote:
		"The code names one version by its checksum (SRI), and that version holds the rest of the program and its data to checksums too: what your page loads can’t change. Unpinned code gets corrections.",
	code: "Code",
	copy: "Copy the code",
	copied: "Copied",
	failed:
		"The embed builder could not be loaded. Reload the page to try again.",
	copyFailed: "Copying failed; select the code and copy it by hand.",
	preview: "Preview",
	previewWidth: "Width of the preview",
	previewWidths: {
		full: "All there is",
		article: "Article, 640 px",
		phone: "Phone, 375 px",
	},
	download: "Save the file",
	fullMap: "Open the interactive map",
};

const zh: EmbedStrings = {
	tag: "zh-Hans",
	frozen: (version) =>
		`存档版：全部内容都在这一个文件里，打开时不从别处加载任何东西。数据版本：${version}。`,
	checksumRight: "文件中的数据与此校验值一致。",
	checksumWrong: "文件中的数据与此校验值不一致。",
	heading: "嵌入这张地图",
	intro:
		"按自家网页允许的方式选择，再复制代码。任何一种嵌入方式都不写 Cookie，也不向其他服务器请求内容。",
	language: "语言",
	place: "地方或地区",
	placeHint: "选填：名称，或 ISO 代码",
	placeUnknown: "没有这个名称或代码的地方或地区。",
	theme: "配色",
	themes: { auto: "随网页", light: "浅色", dark: "深色" },
	panel: "论述",
	panels: {
		auto: "视宽度而定",
		side: "放在地图旁",
		below: "放在地图下方",
		none: "不显示",
	},
	kind: "方式",
	kinds: {
		script: "脚本",
		iframe: "iframe 加宿主页脚本",
		"plain-iframe": "只用 iframe",
		picture: "静态图片",
		frozen: "存档文件",
	},
	kindNotes: {
		script: "适用于允许脚本的网页，字体随网页。",
		iframe: "适用于要隔离脚本的网页，框架高度随内容增减。",
		"plain-iframe":
			"适用于会过滤脚本的系统。网页上若有 Datawrapper、Pym、AMP 或 Medium 的监听脚本，高度可自动调整；没有则在框内滚动。",
		picture: "一张 SVG 图片加一个链接，适用于其他方式都不允许的网页。",
		frozen: "内容齐全的单个 HTML 文件，供存档或离线使用。",
	},
	pinned: "锁定版本",
	pinnedNote:
		"代码以校验值（SRI）指定某一版本，该版本再以校验值核对其余程序和数据，网页加载的内容不会变动。不锁定则可得到后续更正。",
	code: "代码",
	copy: "复制代码",
	copied: "已复制",
	failed: "未能加载嵌入工具，请刷新页面重试。",
	copyFailed: "未能复制，请选中代码后手动复制。",
	preview: "预览",
	previewWidth: "预览宽度",
	previewWidths: {
		full: "可用宽度",
		article: "文章栏，640 像素",
		phone: "手机，375 像素",
	},
	download: "下载文件",
	fullMap: "打开互动地图",
};

const languages: ByLanguage<EmbedStrings> = { en, zh };

/** The strings of embeds in a language of the data; English where there are none. */
export function embedStringsFor(lang: LangKey): EmbedStrings {
	return inLanguage(languages, lang);
}
