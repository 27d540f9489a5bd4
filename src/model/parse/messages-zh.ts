import type { Form, Messages, Thing, Twice, Unique } from "./messages.ts";

const forms: Readonly<Record<Form, string>> = {
	colour: "颜色值，应如 #1b6ca8",
	slug: "合格的代号，只能用小写字母、数字和单个连字符，至多64个字符",
	"place-id": "合格的地方代号，应为2至12个大写字母、数字或连字符",
	"two-capitals": "两个大写字母",
	"three-digits": "三位数字",
};
const twice: Readonly<Record<Twice, string>> = {
	remove: "请删去其一",
	rename: "请删去其一或改名",
	id: "请删去其一或换一个代号",
};
const things: Readonly<Record<Unique, string>> = {
	tier: "级别",
	place: "地方",
	round: "轮次",
	region: "地区",
	claim: "论点",
	mechanism: "机制",
	source: "来源",
	a2: "两字母代码",
	numeric: "数字代码",
	alias: "别名",
	fact: "事实",
	key: "键",
	cutout: "切块",
	"point of": "坐标",
};
const thing = (kind: Thing) => things[kind];
const where = (column: string | null) =>
	column === null ? "文中" : `${column}列`;
const guessed = (guess: string | null, advice: string) =>
	guess === null ? advice : `是不是“${guess}”？${advice}`;

/** The messages in Chinese. */
export const messagesZh: Messages = {
	warning: "提醒",
	verdict: (errors, warnings) =>
		errors || warnings
			? `错误${errors}处，提醒${warnings}处`
			: "没有需要改的地方",
	line: (path, message) => `${path}：${message}`,

	changes: {
		lang: "zh",
		between: (from, to) => `${from}至${to}的变动`,
		renamed: "改了代号的轮次",
		moved: "级别有变动的地方",
		none: "没有变动",
	},

	fileMissing: () => "缺少这个文件：请补上",
	fileUnreadable: (why) => `文件无法读取（${why}）：请检查文件名和权限`,
	fileKind: () => "不是文件：请放一个文件，不要用文件夹或管道",
	fileTooBig: (most) => `文件超过${most}MB：请拆开，或删去不属于它的内容`,
	tooManyRows: (most) =>
		`超过一张图所容的${most}行：请删去这一行以下的，或别的行`,
	tooManyNames: (most) =>
		`各语言的名称和别名合计超过${most}个：请删去一些别名、地方或一种语言`,
	bundleTooBig: (most) =>
		`做成的数据文件超过${most}MB：请简化轮廓，或减少语言或文字`,
	notUtf8: () => "不是UTF-8编码：请另存为UTF-8（Excel中选“CSV UTF-8”）",
	notCsv: () =>
		"从这里起不是合格的CSV，引号缺了或多了：请给整个单元格加上引号，格内的引号写两遍",
	fileEmpty: () => "文件是空的：请写上表头",

	rowWidth: (cells, columns) =>
		`这一行有${cells}格，表头却有${columns}列：含逗号或引号的单元格请加引号，不要漏格`,
	noHeader: (columns) => `没有表头：请在第一行写列名，以逗号分隔：${columns}`,
	columnTwice: (column) => `“${column}”列出现两次：请删去其一`,
	unknownColumn: (column, guess) =>
		`不认识的列“${column}”：${guess === null ? "请删去，或把该语言写进tier-map.json的languages" : `是不是“${guess}”？请改正或删去`}`,
	missingColumn: (column) => `缺少“${column}”列：请补上`,

	tooLong: (column, most) => `${column}列超过${most}个字符：请缩短`,
	emptyCell: (column) => `${column}列是空的：请填写`,
	malformed: (text, column, form) =>
		`${column}列的“${text}”不是${forms[form]}：请改正`,
	reserved: (text, column) => `${column}列的“${text}”是程序的保留字：请换一个`,
	choose: (text, column, choices) =>
		`${column}列的“${text}”不对：请从${choices}中选一个`,
	range: (text, column, least, most) =>
		`${column}列的“${text}”不对：请写${least}到${most}之间的数`,
	day: (text, column) =>
		`${column}列的“${text}”不是日期：请写到日，如2024-07-01`,
	futureDay: (text, column) =>
		`${column}列的“${text}”尚未到来：请写最近一次核查的日期`,
	wordTwice: (word, column) => `${column}列中“${word}”出现两次：请删去其一`,
	noPlaceholder: (column, placeholder) =>
		`${column}列没有${placeholder}：请写在名称该出现的地方`,
	nameAlready: (text) => `“${text}”本来就是正式名称：请删去`,
	noName: () => "各语言都没有名称：请至少填一个",
	braces: (column) => `${column}列有花括号：名称里不能用标记，请直接写出`,
	turning: (column) =>
		`${column}列有改变文字方向的控制字符（U+202A至U+202E、U+2066至U+2069）：请重新输入这段文字，不要带上它`,
	untranslated: (column, filled) =>
		`${column}列是空的：请把${filled}列的内容译过来`,
	duplicate: (what, key, first, mend) =>
		`${things[what]}“${key}”重复，先见于${first}：${twice[mend]}`,

	unknownRef: (kind, id, column, file, guess) =>
		`${where(column)}有不认识的${thing(kind)}“${id}”：${guessed(guess, `请用${file}里的代号`)}`,
	malformedToken: (token, column) =>
		`${where(column)}的标记“${token}”写法不对：请写成{place:ID}、{region:id}、{claim:id}或{source:id}，此外不要用花括号`,

	moreProblems: (count) => `另有${count}处问题：请先改上面的`,
	notObject: () => '不是JSON对象：请以{"schema": 2, …开头',
	notJson: () =>
		"从这里起不是合格的JSON：请检查这一行和上一行的引号、逗号和括号；JSON里不能写注释",
	unknownKey: (key, guess) =>
		`不认识的键“${key}”：${guess === null ? "请删去" : `是不是“${guess}”？`}`,
	schema: () => "schema须为1或2，即本程序所读的格式：请写2",
	version: () => 'version须是日期：请写成"2026-11-24"这样',
	defaultRound: () => 'round须是某一轮的日期：请写成"2024-07-01"这样',
	unknownRound: (round) => `不认识的轮次“${round}”：请用rounds.csv里的代号`,
	languages: () =>
		'languages须是语言代码的列表，至多100种，各写一次：请写成["en", "zh"]这样',
	centerWithoutLanguage: (key) =>
		`centers里的“${key}”不在languages中：请删去，或加上该语言`,
	noCenter: (lang) => `centers里没有“${lang}”的经度：请写-180到180之间的数`,
	geometry: () =>
		'geometry须写明文件，可附至多200个字符、不含方向控制字符的审图号：请写成{"file": "map.json", "approval": "……"}',

	languageWithoutManifest: (lang) =>
		`语言“${lang}”不在tier-map.json的languages中：请加上，或删去这个文件`,
	essayTwice: (about, first) =>
		`“${about}”一文重复，先见于${first}：请并为一篇`,
	heading: () => "标题只能写成“## 代号”，其下可有“### application”：请改正",
	beforeHeading: () => "第一个标题之前有文字：请移到“## 代号”之下",
	applicationFirst: (about) =>
		`“${about}”之下只有推演，没有正文：请先写作者怎么说`,
	applicationTwice: (about, first) =>
		`“${about}”之下推演重复，先见于${first}：请并为一段`,
	applicationEmpty: (about) => `“${about}”之下的推演是空的：请写上，或删去标题`,
	applicationMissing: (about, file) =>
		`${file}里“${about}”之下没有推演：请在那里加上“### application”，或删去这里的`,
	unknownSubject: (about, guess) =>
		`不认识的对象“${about}”：${guessed(guess, "请用地方代号、地区代号，或tier-加级别代号")}`,
	essayEmpty: (about) => `“${about}”一文是空的：请写上，或删去标题`,
	essayTooLong: (about, most) => `“${about}”一文超过${most}个字符：请缩短`,
	essayLength: (about, count, unit, least, most) =>
		`“${about}”一文有${count}${unit === "words" ? "个英文词" : "个汉字"}：请写${least}到${most}${unit === "words" ? "个" : "字"}`,
	essayMissing: (about, file) =>
		`${file}里没有“${about}”一文：请在那里加上“## ${about}”`,

	noNameNorCode: (column) =>
		`${column}列是空的，可据以取名的a2列也是空的：请填写其一`,
	noUsualName: (a2, lang, column) =>
		`两字母代码“${a2}”在${lang}中没有通用名称：请填写${column}列`,
	nameWithoutReason: () =>
		"另写了名称却没有理由：请在name_reason列说明为何不用通用名称",
	reasonWithoutName: () =>
		"写了理由却没有另写名称：请填写名称，或清空name_reason列",
	circle: (column, chain) => `${column}列绕成了圈（${chain}）：请清空其一`,

	tierCount: (count) =>
		`有${count}个级别：一张图可有2至7个，再多颜色便难以分辨`,
	noMembers: (region) =>
		`地区“${region}”没有成员：请在places.csv的regions列写上它，或删去它`,
	claimAboutNothing: () =>
		"论点没有对应的地方、地区或级别：请写明，或在world列写yes",
	section: (section) =>
		`sections列有不认识的部分“${section}”：请写intro或一位数字`,
	checkWithoutFinding: () =>
		"写了核查结果却没有说明：请写明查到什么，或清空check列",
	checkableWithoutCheck: () =>
		"标为可以核查，却没有核查一栏：请在check列写confirmed、differs、not-found或unchecked",
	untracedWithoutCheck: () =>
		"标为查不到出处，核查结果却不是not-found：请在check列写not-found，或改写checkable列",
	checkOfUncheckable: (checkable) =>
		`标为${checkable}，却写了核查结果：请清空check列，或在checkable列写yes`,
	sourceDate: (date) =>
		`date列的“${date}”不是日期：请写到日、月或年，如2024-07-01`,
	url: (url) =>
		`url列的“${url}”不是网址：请以https://开头，不要有空格、反斜线和方向标记，至多2000个字符`,
	urlUser: (url) => `url列的“${url}”在主机名前有用户名：请删去@及其前面的部分`,
	missingKey: (key, guess) =>
		`缺少键“${key}”：${guess === null ? "请为它加一行" : `是不是误写成了“${guess}”？请改名，或另加一行`}`,

	roundDate: (id) => `id列的“${id}”不是日期：请写成2024-07-01这样`,
	roundOrder: (id, before) =>
		`轮次“${id}”排在“${before}”之后：请按日期先后排列`,
	firstRound: () => "第一轮没有可沿用的颜色：请在recolours列写yes",
	noPlaces: () => "一个地方也没有：请为地图上的每个地方各加一行",
	noRounds: () => "一轮也没有：请加上地图要显示的那一轮",
	levelTwice: (place, round, first) =>
		`地方“${place}”在${round}这一轮出现两次，先见于${first}：请删去其一`,
	levelInherited: (place, heir) =>
		`地方“${place}”随“${heir}”定级（places.csv的treated_as列）：请删去这一行，或清空那一格`,
	levelInStillRound: (round) =>
		`轮次“${round}”并不换色，却列了级别：请删去这一行，或在rounds.csv的recolours列写yes`,

	cutLine: () =>
		"line列不是一条线：请写两个或更多点的经度和纬度，以空格分隔，并写明切下部分所在的范围",
	formerDate: (id) =>
		`also列的“${id}”不是日期：旧代号请写成2024-07-01这样，以空格分隔`,
	formerTaken: (id, owner) => `旧代号“${id}”已属${owner}那一轮：请删去其一`,
	someDate: (text, column) =>
		`${column}列的“${text}”不是日期：请写到日、月或年，如2024-07-01`,
	forceBefore: (inForce, announced) =>
		`生效日期${inForce}早于公布日期${announced}：请改正其一；若是事后才为人所知的告知函，请在established列写letter`,
	liftsLater: (id) => `lifts列的“${id}”不在本轮之前：请写更早的轮次`,
	liftsInSchema1: () =>
		'lifts列在schema 1中没有意义，因为各轮都列出全部级别：请清空；或在tier-map.json写"schema": 2，各轮只列变动',
	levelBelow: (place, level, stood) =>
		`${place}由“${stood}”降到“${level}”，而原有的管制未经解除便仍有效：请在lifts列写yes，或改正级别`,
	recolours: (recolours) =>
		recolours
			? "本轮有级别变动，recolours列却写no：请清空该格，或删去levels.csv里的行"
			: "本轮没有级别变动，recolours列却写yes：请清空该格，或在levels.csv补上行",
	endsBefore: (until, since) =>
		`结束日期${until}早于开始日期${since}：请改正其一；若仍有效，请清空until列`,
	embargoesOverlap: (place, first) =>
		`“${place}”的禁运开始时，${first}那一项尚未结束：请并为一项，或让前一项先结束`,

	westEast: () => "west不小于east：请改正范围",
	southNorth: () => "south不小于north：请改正范围",

	stringsNotObject: () => "不是JSON对象：请以{开头，每个键对应一条文字",
	unknownString: (key, guess) =>
		`不认识的界面文字“${key}”：${guess === null ? "请删去" : `是不是“${guess}”？`}`,
	stringForm: (key, form) => `界面文字“${key}”的写法不对：请写成${form}`,
	stringParameter: (key, parameter, known) =>
		`界面文字“${key}”里的{${parameter}}没有内容可填：${known ? `请用${known}` : "请不要用花括号"}`,

	placeWithoutShape: (place, atlas) =>
		`${place}在${atlas}中没有图形，也没有坐标：请在points.csv写上位置，或在cutouts.csv从某个图形中切出`,
	pointWithShape: (place) => `${place}已有图形：请删去这一行`,
	shapeWithoutPlace: (name, atlas, id) =>
		`${atlas}中“${name}”（代号${id}）的一部分不属于任何地方：请加一行写明归属，或给某个地方填上数字代码`,
	lineOffOutline: (place, from, degrees) =>
		`从“${from}”切出${place}的线，两端不在它的同一条轮廓上：请改正line列；端点至多可偏离${degrees}度`,
	cutoutWithoutShape: (place, from, atlas) =>
		`${atlas}中没有与“${from}”里的${place}相符的图形：请检查图形名称和范围`,

	geometryKind: () =>
		"不是TopoJSON或GeoJSON：请把地图导出为其中一种，并含多边形",
	geometryEmpty: () => "其中没有带代号的多边形：请给每个图形写上所属地方的代号",
	geometryDegrees: (id) =>
		`${id}的图形不以经纬度为单位：请以WGS 84（EPSG:4326）导出`,
	outlineTooFine: (id) =>
		`${id === "…" ? "全部地方" : id}的轮廓点数太多，网页难以承受：请先简化（例如用mapshaper），再重新导出`,
	featureWithoutId: (number, name) =>
		`文件中第${number}个图形${name && `（“${name}”）`}没有代号：请写上所属地方的代号、数字代码或两字母代码，或删去它`,
	featureWithoutPlace: (id, name) =>
		`图形${id}${name && name !== id ? `（“${name}”）` : ""}不属于任何地方：请改用某个地方的代号、数字代码或两字母代码，或在places.csv加上该地方`,

	doubtUntranslated: (column, other) =>
		`${column}列与${other}列一字不差：请译出`,
	doubtScript: (column, lang) =>
		`${column}列没有一个“${lang}”所用的文字：请译出`,
	doubtSilent: (count, places) =>
		`没有论点提到下列${count}个地方或其所在地区：${places}；可补一条论点，不补则面板会写明没有提到`,
	doubtContrast: (one, other, ratio, theme) =>
		`级别“${one}”与“${other}”在${theme}列的对比度只有${ratio}:1：请把颜色拉开到3:1，或给其一加上图案`,
	doubtUndated: (id) => `来源“${id}”没有日期：请填写date列，只写年份也可`,
	doubtNoUrl: (id) =>
		`来源“${id}”没有网址：请填写url列；若确实没有，请在note列说明原因`,
	doubtUncited: (id) =>
		`来源“${id}”无处引用：请以{source:${id}}引用，或删去这一行`,
	doubtUnsourced: (what, id) =>
		`${{ fact: "事实", finding: "核查说明", round: "轮次" }[what]}“${id}”没有注明来源：请在有据之处加上{source:…}`,
	doubtApproval: () =>
		"中文版使用自备底图，却没有审图号：请在tier-map.json的geometry下写上“approval”",
	doubtEncoding: (encoding) => `已按${encoding}读取：为保险起见，请另存为UTF-8`,
	doubtStrings: (count, keys, file) =>
		`有${count}条界面文字仍为英文（${keys}）：请写进${file}`,
};
