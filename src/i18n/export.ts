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
