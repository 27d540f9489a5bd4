// The page on which all stories stand.

/**
 * @typedef {object} Result
 * @property {import("./stories.mjs").Story} story
 * @property {"same" | "changed" | "new" | "broken"} state
 * @property {string} address where the story is live
 * @property {string} picture
 * @property {string} [before]
 * @property {string} [difference]
 * @property {number} [pixels] how many differ
 * @property {string} [problem]
 */

/**
 * @param {readonly Result[]} results
 * @param {boolean} compared
 */
export function index(results, compared) {
	const groups = grouped(results);
	const changed = results.filter(({ state }) => state !== "same");
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Gallery of tier-map</title>
<link rel="stylesheet" href="index.css">
<h1>Gallery</h1>
<p>${results.length} stories, ${changed.length} of them not as kept.${compared ? "" : " Not compared: this machine draws letters otherwise."}
A name opens the story live, before anything was done on it.</p>
<nav>${[...groups.keys()].map((name) => `<a href="#${name}">${name}</a>`).join(" ")}</nav>
${changed.length ? `<section><h2>Not as kept</h2>${changed.map(change).join("")}</section>` : ""}
${[...groups].map(([name, all]) => `<section id="${name}"><h2>${name}</h2><div class="all">${all.map(figure).join("")}</div></section>`).join("\n")}
</html>
`;
}

/** @param {Result} result */
function folder({ story }) {
	return story.name.split("/")[0] ?? "";
}

/** @param {readonly Result[]} results */
function grouped(results) {
	/** @type {Map<string, Result[]>} */
	const groups = new Map();
	for (const result of results)
		groups.set(folder(result), [...(groups.get(folder(result)) ?? []), result]);
	return groups;
}

/** @param {Result} result */
function figure({ story, address, picture, state }) {
	return `<figure><figcaption><a href="${escaped(address)}">${story.name}</a></figcaption>${state === "broken" ? "" : `<img src="${picture}" alt="" loading="lazy">`}</figure>`;
}

/** @param {Result} result */
function change(result) {
	const {
		story,
		state,
		address,
		picture,
		before,
		difference,
		pixels,
		problem,
	} = result;
	/** @type {(title: string, source: string) => string} */
	const one = (title, source) =>
		`<figure><figcaption>${title}</figcaption><img src="${source}" alt=""></figure>`;
	return `<h3><a href="${escaped(address)}">${story.name}</a> ${state}${pixels ? `, ${pixels} pixels` : ""}</h3>
${problem ? `<pre>${escaped(problem)}</pre>` : ""}
${before && difference ? `<div class="change">${one("before", before)}${one("after", picture)}${one("difference", difference)}</div>` : ""}`;
}

/** @param {string} text */
function escaped(text) {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}
