/** A file of the program or the data: a function, so that it runs when what it needs has. */
type Part = (exports: object, require: Require) => void;
/** What a file exports that has run; of any other a promise, which `import()` waits for. */
type Require = (name: string) => object | Promise<object>;

/** What the build says of a program; it stands before it in its file. */
export interface Program {
	/** Name of this build; the same program twice on a page runs once. */
	readonly id: string;
	/** The script tag, where there is one: it has the nonce and the integrity. */
	readonly script: HTMLScriptElement | null;
	/** Name of the part that a page of our own needs at once. */
	readonly page: string | undefined;
	/** Address of the folder of parts; empty where all of them stand in the page. */
	readonly folder: string;
	/** `import()`, for a program that is a module: a page needs no further Trusted Types policy then. */
	readonly load: ((url: string) => Promise<unknown>) | null;
	/** For each part its file, its checksum, and the parts that have to run before it. */
	readonly parts: Readonly<
		Record<
			string,
			readonly [file: string, checksum: string, ...needs: string[]]
		>
	>;
}

interface ScriptPolicy {
	createScriptURL(url: string): string;
}

/** Time in milliseconds after which the reader is told that a file hasn't come. */
const PATIENCE = 7000;

/** Where parts put themselves, so that one name is taken on the page, whatever versions there are. */
const key = Symbol.for("tier-map.parts");
const shared = globalThis as { [key]?: Map<string, Part> };

/**
 * Runs a program, and loads its parts when they are asked for. A part that failed is asked for at an address of
 * its own: browsers remember that a module failed, and a cache may hold half of a file.
 *
 * @param program what the build says of it
 * @param main its code
 */
export function start(program: Program, main: Part): void {
	const { id, script, page, folder, load, parts } = program;
	shared[key] ??= new Map();
	const there = shared[key];
	if (there.has(id)) return;
	there.set(id, main);
	const ran = new Map<string, object>();
	const coming = new Map<string, Promise<object>>();
	const tried = new Set<string>();
	let policy: ScriptPolicy | undefined;

	const require: Require = (path) => {
		const name = path.replace("./", "");
		return ran.get(name) ?? arrived(name);
	};
	run("program.js", main);
	if (page) runPage(page);

	function run(name: string, part: Part): object {
		const exports = ran.get(name) ?? {};
		if (!ran.has(name)) {
			ran.set(name, exports);
			part(exports, require);
		}
		return exports;
	}

	/** The part of a page of our own runs at once where it is there: the map hasn't asked for its data yet. */
	function runPage(name: string): void {
		const part = there.get(parts[name]?.[0] ?? "");
		if (part) run(name, part);
		else
			arrived(name).catch(({ late }: { late?: Promise<unknown> }) => {
				const tell = (retry: (() => void) | null) =>
					document.dispatchEvent(
						new CustomEvent("tier-map-unloaded", { detail: retry }),
					);
				tell(() => runPage(name));
				late?.then(
					() => {
						tell(null);
						runPage(name);
					},
					() => {},
				);
			});
	}

	/** @throws where the part can't be had; whoever asks next tries again */
	function arrived(name: string): Promise<object> {
		let asked = coming.get(name);
		if (!asked) {
			const [file = "", checksum = "", ...needs] = parts[name] ?? [];
			asked = Promise.all([
				there.get(file) ?? intime(file, loaded(file, checksum)),
				...needs.map(arrived),
			]).then(([part]) => run(name, part as Part));
			asked.catch(() => coming.delete(name));
			coming.set(name, asked);
		}
		return asked;
	}

	async function loaded(file: string, checksum: string): Promise<Part> {
		if (!folder) throw new Error(`${file} isn't in this page`);
		const { href } = new URL(file, folder);
		const attempts = [`${href}?${Date.now()}`];
		if (!tried.has(file)) attempts.unshift(href);
		tried.add(file);
		for (const url of attempts) {
			await (load ? load(url) : byScript(url, checksum)).catch(() => {});
			const part = there.get(file);
			if (part) return part;
		}
		throw new Error(`${href} could not be loaded, or is broken`);
	}

	/**
	 * Loads a script of the old kind: a page in a sandbox has no origin, and would get modules only from servers that
	 * let every origin in. Where the page names a checksum of the program, its parts are held to theirs.
	 */
	async function byScript(url: string, checksum: string): Promise<void> {
		const part = document.createElement("script");
		const { trustedTypes } = window as unknown as {
			trustedTypes?: {
				createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
			};
		};
		policy ??= trustedTypes?.createPolicy("tier-map-pieces", {
			createScriptURL: ownFile,
		});
		part.src = policy?.createScriptURL(url) ?? url;
		// Where the page allows scripts by a nonce, the parts come under that of the program.
		part.nonce = script?.nonce ?? "";
		const { integrity } = script ?? {};
		if (integrity) {
			part.crossOrigin = "anonymous";
			part.integrity = checksum;
		}
		// What comes cut short is said by the map, not by the console. A page in a sandbox isn't told whose error it is.
		const hush = (event: ErrorEvent) => {
			if (event.filename === part.src || (!event.filename && !integrity))
				event.preventDefault();
		};
		addEventListener("error", hush);
		await new Promise((settled) => {
			part.onload = part.onerror = settled;
			document.head.append(part);
		});
		removeEventListener("error", hush);
		part.remove();
	}

	/** Lets our own files through and nothing else. */
	function ownFile(url: string): string {
		const isOwn = Object.values(parts).some(
			([file]) => url.replace(/\?\d+$/, "") === new URL(file, folder).href,
		);
		if (isOwn) return url;
		throw new TypeError(`${url} is no file of this map`);
	}
}

/** Waits so long and no longer; the error's `late` tells when the file comes after all. */
function intime<T>(file: string, asked: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() =>
				reject(
					Object.assign(new Error(`${file} hasn't come yet`), { late: asked }),
				),
			PATIENCE,
		);
		asked.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
