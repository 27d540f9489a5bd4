import { failures } from "../failures.ts";
import type { MapStrings } from "../map-strings.ts";
import { plainNumber } from "../plain-number.ts";

export const number = plainNumber("zh-Hans");

export const mapZh: MapStrings = {
	...failures.zh,
	map: "各级别世界地图",
	mapKeys:
		"方向键移到该方向的下一个地方，[ 与 ] 在同级内移动；键入名称可直接跳到；回车选定，Esc返回。",
	choose: "选哪一个？",
	hintWheel: "按住Ctrl或⌘滚动可缩放",
	hintTouch: "用两根手指移动地图",
	approval: (number) => `审图号：${number}`,
	legend: "级别",
	legendHint: "点选一级，单独突出显示",
	places: (count) => `${number.format(count)}个地方`,
	hover: (name, tier) => `${name}：${tier}`,
	embargo: "另受禁运",
	relief: "部分放宽",
	marked: (level, marks) => [level, ...marks].join("，"),
	someEmbargoed: (count, places) =>
		`${places}，其中${number.format(count)}个另受禁运`,
	picked: (name, tier) =>
		`${tier ? `${name}，${tier}` : name}：已显示相关论述。`,
	nothingPicked: "未选任何地方。",
	incomplete: "地图的部分内容未能加载。",
	number: (value) => number.format(value),
};
