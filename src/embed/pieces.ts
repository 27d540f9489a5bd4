/** File name and checksum of each piece of the data, by its name; the build fills it in. */
declare const TIER_MAP_PIECES: Readonly<
	Record<string, readonly [file: string, integrity: string]>
>;

/** A script of the data: it puts its value here, so that no name is taken on the page. */
interface PieceScript extends HTMLScriptElement {
	tierMapPiece?: never;
}

type Piece = { readonly default: never };

interface ScriptPolicy {
	createScriptURL(url: string): string;
}
const { trustedTypes } = window as unknown as {
	trustedTypes?: {
		createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
	};
};

/** The script that this is part of; the pieces stand beside it. */
const own = document.currentScript;
const { src, integrity, nonce } =
	own instanceof HTMLScriptElement
		? own
		: { src: "", integrity: "", nonce: "" };

const arrived = new Map<string, Promise<Piece>>();
let policy: ScriptPolicy | undefined;

/**
 * Loads a piece of the data by a script of the old kind: a page in a sandbox has no origin, and would
 * get modules only from servers that let every origin in. Where the page names a checksum of the program,
 * the pieces are held to theirs.
 *
 * @throws where the piece can't be had; whoever asks next tries again
 */
export function piece(name: string): Promise<Piece> {
	let asked = arrived.get(name);
	if (!asked) {
		const [file, checksum] = TIER_MAP_PIECES[name] ?? ["", ""];
		const { href } = new URL(file, src);
		asked = load(href, checksum)
			// Past a cache that holds half of it.
			.catch(() => load(`${href}?${Date.now()}`, checksum))
			.catch((error) => {
				arrived.delete(name);
				throw error;
			});
		arrived.set(name, asked);
	}
	return asked;
}

async function load(url: string, checksum: string): Promise<Piece> {
	const script: PieceScript = document.createElement("script");
	policy ??= trustedTypes?.createPolicy("tier-map-pieces", {
		createScriptURL: ownFile,
	});
	script.src = policy?.createScriptURL(url) ?? url;
	// Where the page allows scripts by a nonce, the pieces come under that of the program.
	script.nonce = nonce ?? "";
	if (integrity) {
		script.crossOrigin = "anonymous";
		script.integrity = checksum;
	}
	// What comes cut short is said by the map, not by the console. A page in a sandbox isn't told whose error it is.
	const hush = (event: ErrorEvent) => {
		if (event.filename === script.src || (!event.filename && !integrity))
			event.preventDefault();
	};
	addEventListener("error", hush);
	try {
		await new Promise((resolve, reject) => {
			script.addEventListener("load", resolve);
			script.addEventListener("error", reject);
			document.head.append(script);
		});
	} catch {
		throw new Error(`${url} could not be loaded`);
	} finally {
		removeEventListener("error", hush);
		script.remove();
	}
	if (script.tierMapPiece === undefined) throw new Error(`${url} is broken`);
	return { default: script.tierMapPiece };
}

/** Lets our own files through and nothing else. */
function ownFile(url: string): string {
	const isOwn = Object.values(TIER_MAP_PIECES).some(
		([file]) => url.replace(/\?\d+$/, "") === new URL(file, src).href,
	);
	if (isOwn) return url;
	throw new TypeError(`${url} is no file of this map`);
}
