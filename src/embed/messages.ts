/** What the iframe page says to the page around it, and what that one may ask. */

/** Length in pixels, or a place picked. */
export const HEIGHT = "tier-map:height";
export const SELECT = "tier-map:select";
/** Size of the frame on paper: a width of its own, and how high everything is at that, in pixels. */
export const PAPER = "tier-map:paper";
/** The frame listens from here on. */
export const HERE = "tier-map:here";
/** The page around asks for the height again, because it wasn't listening before. */
export const ASK = "tier-map:ask";
/** The page around tells its colours: `light` or `dark`. */
export const SCHEME = "tier-map:scheme";

/** Id of a place, a region, a tier or a round. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** Separates the fields of a Pym message. */
const PYM = "xPYMx";
/** What the frame calls itself where the page around gave it no name. */
const NAME = "tier-map";

/**
 * A height in every dialect that newsrooms listen for.
 *
 * @param height in pixels
 * @param page address of the iframe page; Pym passes the frame's name as `childId`
 */
export function heightMessages(height: number, page: URL): unknown[] {
	const id = nameIn(page);
	const medium = { src: page.href, context: "iframe.resize", height };
	return [
		{ "datawrapper-height": { [id]: height } },
		["pym", id, "height", height].join(PYM),
		{ sentinel: "amp", type: "embed-size", height },
		// Medium's own listener takes text, others that speak its dialect take the object.
		JSON.stringify(medium),
		medium,
		{ type: HEIGHT, height },
	];
}

/** Whether a message asks for the height: ours, or Pym's, which tells its width. */
export function isQuestion(data: unknown, page: URL): boolean {
	if (typeof data === "string")
		return data.startsWith(["pym", nameIn(page), "width", ""].join(PYM));
	return (
		typeof data === "object" &&
		data !== null &&
		"type" in data &&
		data.type === ASK
	);
}

/** The colours of the page around, if a message tells them. */
export function schemeIn(data: unknown): "light" | "dark" | null {
	if (typeof data !== "object" || data === null) return null;
	const { type, scheme } = data as Record<string, unknown>;
	return type === SCHEME && (scheme === "light" || scheme === "dark")
		? scheme
		: null;
}

function nameIn(page: URL): string {
	const id = page.searchParams.get("childId") ?? "";
	return /^[\w-]{1,100}$/.test(id) ? id : NAME;
}
