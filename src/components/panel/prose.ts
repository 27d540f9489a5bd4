import { html, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import {
	type Argument,
	type Core,
	nameInSentence,
	nameOf,
} from "../../model/edition.ts";
import { letter } from "../../model/letter.ts";
import { parseText, type Segment } from "../../model/tokens.ts";
import type { Citations } from "./citations.ts";

/** What it takes to set a text of the data: names for its places, numbers for its sources. */
export interface Setting {
	readonly core: Core;
	readonly argument: Argument;
	readonly strings: Strings;
	/** Sources cited, by number. */
	readonly sources: Citations;
	/** Claims referred to, by letter. */
	readonly claims: Citations;
	/** Picks a place or region the text names. */
	readonly select: (id: string) => void;
}

/** A text with its tokens as links, small references to claims, and numbered citations. */
export function prose(
	text: string,
	setting: Setting,
): (TemplateResult | string)[] {
	return parseText(text).map((segment) => piece(segment, setting));
}

function piece(segment: Segment, setting: Setting): TemplateResult | string {
	const { core, strings, sources, claims, select } = setting;
	switch (segment.kind) {
		case "text":
			return segment.text;
		case "place":
		case "region":
			return pickLink(segment.id, nameInSentence(core, segment.id), select);
		case "claim": {
			const mark = letter(claims.number(segment.id));
			return html`<a
				class="ref"
				href="#claim-${segment.id}"
				aria-label=${strings.claim(mark)}
				@click=${(event: Event) => show(event, `claim-${segment.id}`)}
				>${mark}</a
			>`;
		}
		case "source": {
			const number = sources.number(segment.id);
			return html`<a
					class="cite"
					href="#source-${segment.id}"
					aria-label=${strings.source(number)}
					@click=${(event: Event) => show(event, `source-${segment.id}`)}
					>${number}</a
				>`;
		}
	}
}

/** A button that reads like a link and picks a place or region. */
export function pickLink(
	id: string,
	name: string,
	select: (id: string) => void,
): TemplateResult {
	return html`<button type="button" class="link" @click=${() => select(id)}>${name}</button>`;
}

/** Places and regions to pick, set off from each other in the text itself, so that they are when it is copied or spoken. */
export function pickLinks(
	ids: readonly string[],
	{ core, strings, select }: Setting,
): (TemplateResult | string)[] {
	return ids.flatMap((id, i) => [
		i ? strings.table.separator : "",
		pickLink(id, nameOf(core, id), select),
	]);
}

/** Links within a shadow root don't work by themselves. */
function show(event: Event, id: string): void {
	event.preventDefault();
	const link = event.currentTarget;
	if (!(link instanceof Element)) return;
	const root = link.getRootNode();
	if (!(root instanceof ShadowRoot)) return;
	const target = root.getElementById(id);
	if (!target) return;
	const details = target.closest("details");
	if (details) details.open = true;
	target.scrollIntoView({ block: "nearest" });
	target.focus({ preventScroll: true });
}
