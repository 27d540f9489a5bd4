import { parseAddress } from "../components/parse-address.ts";

/** The attributes of `<tier-map>` as query parameters of the iframe page; they come from anybody. */

import { ID } from "./messages.ts";

/** Whose data sets of one's own the page shows: those of its own origin, or nobody's. */
export type Sources = "same-origin" | "none";

/** Each attribute, and its value if a parameter's text is one. */
const SCHEMA: Readonly<
	Record<string, (text: string, page: URL) => string | null>
> = {
	lang: matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/),
	selected: matching(ID),
	tier: matching(ID),
	round: matching(ID),
	view: matching(/^(map|table)$/),
	panel: matching(/^(auto|side|below|none)$/),
	theme: matching(/^(auto|light|dark)$/),
	center: (text) => {
		const degrees = Number(text);
		return text.trim() && Math.abs(degrees) <= 360 ? String(degrees) : null;
	},
	src: sameOrigin,
};

/**
 * The attributes that an address asks for; what is malformed is left out.
 *
 * @param page address of the iframe page
 * @param sources which data sets it shows
 */
export function attributesIn(page: URL, sources: Sources): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [name, read] of Object.entries(SCHEMA)) {
		if (name === "src" && sources === "none") continue;
		const text = page.searchParams.get(name);
		const value = text === null ? null : read(text, page);
		if (value !== null) attributes.set(name, value);
	}
	return attributes;
}

function matching(pattern: RegExp) {
	return (text: string): string | null => (pattern.test(text) ? text : null);
}

/** Data of another origin would make this page say what its own origin didn't. */
function sameOrigin(text: string, page: URL): string | null {
	const url = text ? parseAddress(text, page.href) : null;
	return url &&
		/^https?:$/.test(url.protocol) &&
		url.origin === page.origin &&
		!url.username &&
		!url.password
		? url.href
		: null;
}
