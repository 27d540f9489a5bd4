import { type Claim, nameInSentence } from "../../model/edition.ts";
import { parseText, type Segment } from "../../model/tokens.ts";
import { escapeXml } from "../../svg/markup.ts";
import type { Setting } from "./setting.ts";

/** A text as HTML: names link to their place or region, citations to their source, references to their claim. */
export function prose(text: string, setting: Setting): string {
	return parseText(text)
		.map((segment) => piece(segment, setting))
		.join("");
}

function piece(segment: Segment, setting: Setting): string {
	switch (segment.kind) {
		case "text":
			return escapeXml(segment.text);
		case "place":
		case "region":
			return link(
				segment.id,
				setting,
				nameInSentence(setting.core, segment.id),
			);
		case "claim":
			return `<sup>${claimLink(segment.id, setting)}</sup>`;
		case "source":
			return `<sup><a href="${setting.base}#source-${segment.id}">[${setting.numbers.get(segment.id)}]</a></sup>`;
	}
}

/** One of the data's texts by its key. */
export function text(key: string, setting: Setting): string {
	return prose(setting.argument.texts[key] ?? "", setting);
}

/** A text of several paragraphs. */
function paragraphs(text: string, setting: Setting): string {
	return text
		.split("\n\n")
		.map((paragraph) => `<p>${prose(paragraph, setting)}</p>`)
		.join("\n");
}

/** An essay, and what we add to it in our own voice. */
export function essay(about: string, setting: Setting): string {
	const { argument, strings } = setting;
	const application = argument.applications?.[about];
	return [
		paragraphs(argument.essays[about] ?? "", setting),
		application
			? `<div class="ours" data-voice="ours">
<p>${label(strings.application, setting)}</p>
${paragraphs(application, setting)}
</div>`
			: "",
	].join("\n");
}

/** A link to a place or region of the page. */
export function link(
	id: string,
	{ base, names }: Setting,
	name = names.get(id) ?? id,
): string {
	return `<a href="${base}#${id}">${escapeXml(name)}</a>`;
}

/** Links to places and regions, listed as the language lists. */
export function links(ids: readonly string[], setting: Setting): string {
	return listed(
		ids.map((id) => link(id, setting)),
		setting,
	);
}

/** Markup, listed as the language lists: it says what stands between, and never sees the markup. */
export function listed(items: readonly string[], setting: Setting): string {
	const first = 0xe000;
	const marks = items.map((_, i) => String.fromCodePoint(first + i));
	return escapeXml(setting.strings.list(marks)).replace(
		/[\ue000-\uf8ff]/g,
		(mark) => items[mark.charCodeAt(0) - first] ?? "",
	);
}

/** Small references to claims. */
export function claimLinks(claims: readonly Claim[], setting: Setting): string {
	return claims.map(({ id }) => claimLink(id, setting)).join(" ");
}

function claimLink(id: string, { base, letters }: Setting): string {
	return `<a href="${base}#claim-${id}">(${letters.get(id)})</a>`;
}

/** "Regions: ", in bold so that it reads as a label without a style sheet. */
export function label(name: string, { words }: Setting): string {
	return `<b>${escapeXml(words.label(name))}</b>${words.gap}`;
}
