/** A file of the program or the data: a function, so that it runs when what it needs has. */
type Piece = (exports: object, require: Require) => void;

interface Require {
	/** What a file exports that has run. */
	(file: string): object | undefined;
	/** What one exports that is loaded first, unless it is there. */
	later(file: string): Promise<object>;
}

/** What is needed at once; the build puts it around this. */
declare const TIER_MAP_PROGRAM: Piece;

/** For each further file its address, its checksum, and the files it needs before it runs; the build fills it in. */
declare const TIER_MAP_PIECES: Readonly<
	Record<
		string,
		readonly [address: string, integrity: string, ...needs: string[]]
	>
>;

/** The script of a piece: it puts its value here, so that no name is taken on the page. */
interface PieceScript extends HTMLScriptElement {
	tierMapPiece?: Piece;
}

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

let policy: ScriptPolicy | undefined;

const coming = new Map<string, Promise<object>>();
const ran = new Map<string, object>();
const require: Require = Object.assign(
	(file: string) => ran.get(file.slice(2)),
	{ later: (file: string) => arrived(file.slice(2)) },
);
run("program.js", TIER_MAP_PROGRAM);

/**
 * Loads a piece by a script of the old kind: a page in a sandbox has no origin, and would get modules only
 * from servers that let every origin in. Where the page names a checksum of the program, the pieces are held
 * to theirs.
 *
 * @throws where the piece can't be had; whoever asks next tries again
 */
function arrived(file: string): Promise<object> {
	let asked = coming.get(file);
	if (!asked) {
		const [address, checksum, ...needs] = TIER_MAP_PIECES[file] ?? ["", ""];
		const { href } = new URL(address, src);
		const script = load(href, checksum)
			// Past a cache that holds half of it.
			.catch(() => load(`${href}?${Date.now()}`, checksum));
		asked = Promise.all([script, ...needs.map(arrived)])
			.then(([piece]) => run(file, piece))
			.catch((error) => {
				coming.delete(file);
				throw error;
			});
		coming.set(file, asked);
	}
	return asked;
}

function run(file: string, piece: Piece): object {
	const exports = {};
	ran.set(file, exports);
	piece(exports, require);
	return exports;
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
	if (!script.tierMapPiece) throw new Error(`${url} is broken`);
	return script.tierMapPiece;
}

/** Lets our own files through and nothing else. */
function ownFile(url: string): string {
	const isOwn = Object.values(TIER_MAP_PIECES).some(
		([address]) => url.replace(/\?\d+$/, "") === new URL(address, src).href,
	);
	if (isOwn) return url;
	throw new TypeError(`${url} is no file of this map`);
}
