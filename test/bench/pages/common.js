// What every page beside ours does the same way: fills by tier, a tooltip, the code of what was clicked.

/** Fill of each tier; what is in none is grey. */
export const FILLS = {
	us: "#d0a968",
	1: "#f5eed4",
	2: "#8fb3c9",
	3: "#2f4b6e",
	na: "#cccccc",
};

/** @param {string} code what was clicked, ISO 3166-1 alpha-3 */
export function write(code) {
	const output = document.getElementById("picked");
	if (output) output.textContent = code;
}

/** The geometry that the page's head has asked for already. */
export async function geometry(file) {
	return (await fetch(file)).json();
}

/**
 * A tooltip for pages that come without one, and the click: one listener each on the map.
 * @param {SVGElement} map
 * @param {(target: EventTarget | null) => { code: string, text: string } | null} about
 */
export function listen(map, about) {
	const tip = document.createElement("div");
	tip.className = "tip";
	document.body.append(tip);
	let shown = "";
	map.addEventListener("pointermove", ({ target, clientX, clientY }) => {
		const text = about(target)?.text ?? "";
		if (text !== shown) tip.textContent = shown = text;
		tip.style.transform = text
			? `translate(${clientX + 12}px, ${clientY + 12}px)`
			: "translate(-999px, 0)";
	});
	map.addEventListener("click", ({ target }) => {
		const found = about(target);
		if (found) write(found.code);
	});
}
