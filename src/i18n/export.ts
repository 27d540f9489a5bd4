/** What the menu for saving the map says. Every language has every key. */
export interface ExportStrings {
	readonly button: string;
	readonly svg: string;
	/** A picture at once, twice or three times the size. */
	png(scale: number): string;
	readonly copyPicture: string;
	readonly copySvg: string;
	/** What is said afterwards. */
	saved(file: string): string;
	readonly copied: string;
	readonly failed: string;
}

export const exportEn: ExportStrings = {
	button: "Save",
	svg: "SVG, for drawing programs",
	png: (scale) => `PNG, ${scale}×`,
	copyPicture: "Copy as picture",
	copySvg: "Copy as SVG",
	saved: (file) => `Saved as ${file}.`,
	copied: "Copied.",
	failed: "That didn’t work in this browser.",
};

export const exportZh: ExportStrings = {
	button: "保存",
	svg: "SVG（可用绘图软件编辑）",
	png: (scale) => `PNG，${scale}倍`,
	copyPicture: "复制为图片",
	copySvg: "复制为SVG",
	saved: (file) => `已保存为${file}。`,
	copied: "已复制。",
	failed: "此浏览器不支持该操作。",
};
