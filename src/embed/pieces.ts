/** Files of the pieces of the data by name, relative to the page; the build fills it in. */
declare const TIER_MAP_PIECES: Readonly<Record<string, string>>;

declare global {
	interface Window {
		tierMapPiece?: (name: string, value: unknown) => void;
	}
}

type Piece = { readonly default: never };

const arrived = new Map<string, unknown>();
window.tierMapPiece = (name, value) => {
	arrived.set(name, value);
};

interface ScriptPolicy {
	createScriptURL(url: string): string;
}
const trustedTypes = (
	window as unknown as {
		trustedTypes?: {
			createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
		};
	}
).trustedTypes;
/** Lets our own files through and nothing else. */
const policy = trustedTypes?.createPolicy("tier-map-pieces", {
	createScriptURL: (url) => {
		if (Object.values(TIER_MAP_PIECES).includes(url)) return url;
		throw new TypeError(`${url} is no file of this map`);
	},
});

/**
 * Loads a piece of the data by a script of the old kind: a page in a sandbox has no origin, and would
 * get modules only from servers that let every origin in.
 */
export async function piece(name: string): Promise<Piece> {
	if (!arrived.has(name)) {
		const file = TIER_MAP_PIECES[name] ?? "";
		await new Promise((resolve, reject) => {
			const script = document.createElement("script");
			script.src = policy?.createScriptURL(file) ?? file;
			script.addEventListener("load", resolve);
			script.addEventListener("error", () =>
				reject(new Error(`${file} could not be loaded`)),
			);
			script.addEventListener("load", () => script.remove());
			script.addEventListener("error", () => script.remove());
			document.head.append(script);
		});
	}
	if (!arrived.has(name)) throw new Error(`${name} is broken`);
	return { default: arrived.get(name) as never };
}
