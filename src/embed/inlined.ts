declare global {
	interface Window {
		/** Unpacks a block of the page by its id. */
		tierMapUnpack?: (id: string) => Promise<string>;
	}
}

type Piece = { readonly default: never };

let text: Promise<string> | undefined;
let pieces: Promise<Readonly<Record<string, never>>> | undefined;

/** A piece of the data that stands in the page, compressed. */
export async function piece(name: string): Promise<Piece> {
	pieces ??= data().then((json) => JSON.parse(json).pieces);
	const all = await pieces;
	const value = all[name];
	if (value === undefined) throw new Error(`${name} isn't in this file`);
	return { default: value };
}

/** SHA-256 of the data, as a hexadecimal number. */
export async function checksum(): Promise<string> {
	const bytes = new TextEncoder().encode(await data());
	const hash = await crypto.subtle.digest("SHA-256", bytes);
	return [...new Uint8Array(hash)]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
}

function data(): Promise<string> {
	text ??= window.tierMapUnpack?.("data") ?? Promise.resolve("");
	return text;
}
