/**
 * Whether a browser has what the map can't do without; every one that package.json names has it. In older ones what stands
 * in `<tier-map>` stays: the picture and the text that the build made.
 */
export function isNewEnough(): boolean {
	return (
		CSS.supports("container-type", "inline-size") &&
		"adoptedStyleSheets" in document
	);
}
