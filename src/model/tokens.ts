/** The tokens a text of the data may carry: `{place:KEN}` `{region:eu}` `{claim:spillover}` `{source:fr-4544}`. */

export type TokenKind = "place" | "region" | "claim" | "source";

/** A piece of a text: plain, or a token that the reader's program turns into a name, a link or a citation. */
export type Segment =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: TokenKind; readonly id: string };

const TOKEN = /\{(place|region|claim|source):([A-Za-z0-9-]+)\}/g;

/**
 * Cuts a text into plain pieces and tokens.
 *
 * @param text Any string.
 * @returns The pieces in order, none of them empty. Whatever isn't a well-formed token stays plain text,
 * so nothing is ever lost and nothing throws; `parseDataset` reports stray braces.
 */
export function parseText(text: string): readonly Segment[] {
	const segments: Segment[] = [];
	let end = 0;
	for (const match of text.matchAll(TOKEN)) {
		const [token, kind, id = ""] = match;
		if (match.index > end)
			segments.push({ kind: "text", text: text.slice(end, match.index) });
		segments.push({ kind: kind as TokenKind, id });
		end = match.index + token.length;
	}
	if (end < text.length) segments.push({ kind: "text", text: text.slice(end) });
	return segments;
}

/** A text without its tokens. */
export function plainText(text: string): string {
	return parseText(text)
		.map((segment) => (segment.kind === "text" ? segment.text : ""))
		.join("");
}
