import { type Bundle, parseBundle } from "../../model/bundle.ts";
import type { Core } from "../../model/edition.ts";
import { MOST_BUNDLE } from "../../model/limits.ts";
import type { Names } from "../../model/names.ts";
import { drawAtlas } from "./draw-atlas.ts";
import { type ByLanguage, type Source, SourceError } from "./source.ts";

/** Longest time without a byte, in milliseconds. */
const PATIENCE = 20_000;
/** Time without a byte after which a map asks for itself what another one is loading, in milliseconds. */
const STANDSTILL = 2000;

type Figures = typeof import("../../figures/own.ts");

interface Loading {
	readonly source: Promise<Source>;
	/** When a byte came last. */
	moved: number;
}

/** What maps are loading just now, and what they loaded, for as long as one of them shows it: the maps of a page share it. */
const loading = new Map<string, Loading>();
const loaded = new Map<string, WeakRef<Source>>();

/**
 * The source that a bundle is. A map takes over what another one is loading or shows, but not its failure, nor a
 * request that stands still.
 *
 * @param href the bundle's address
 * @param figures loads what makes pictures to save; not loaded from here, so that what loads files stays in one of them
 * @param signal ends it
 * @throws SourceError, or the signal's reason
 */
export async function bundleAt(
	href: string,
	figures: () => Promise<Figures>,
	signal: AbortSignal,
): Promise<Source> {
	const kept = loaded.get(href)?.deref();
	if (kept) return kept;
	const other = loading.get(href);
	const shared = other && (await fromOther(other, signal));
	signal.throwIfAborted();
	if (shared) return shared;
	const own: Loading = {
		source: loadBundle(href, figures, signal, () => {
			own.moved = performance.now();
		}),
		moved: performance.now(),
	};
	loading.set(href, own);
	try {
		const source = await own.source;
		for (const [name, ref] of loaded) if (!ref.deref()) loaded.delete(name);
		loaded.set(href, new WeakRef(source));
		return source;
	} finally {
		if (loading.get(href) === own) loading.delete(href);
	}
}

/** What another map is loading; null where that fails or stands still, or this map is to have it no more. */
function fromOther(
	other: Loading,
	signal: AbortSignal,
): Promise<Source | null> {
	return new Promise((resolve) => {
		const done = (source: Source | null) => {
			clearInterval(timer);
			signal.removeEventListener("abort", leave);
			resolve(source);
		};
		const leave = () => done(null);
		const timer = setInterval(() => {
			if (performance.now() - other.moved > STANDSTILL) leave();
		}, STANDSTILL / 4);
		signal.addEventListener("abort", leave);
		other.source.then(done, leave);
	});
}

/** @param moved is told of every byte */
async function loadBundle(
	href: string,
	figures: () => Promise<Figures>,
	signal: AbortSignal,
	moved: () => void,
): Promise<Source> {
	let json: unknown;
	try {
		json = JSON.parse(await textAt(href, signal, moved));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw fault(href, "is no JSON, or is cut short");
	}
	const parsed = parseBundle(json);
	if (!parsed.ok) throw new SourceError(parsed.problems);
	return sourceFrom(parsed.value, href, figures);
}

function fault(path: string, message: string): SourceError {
	return new SourceError([{ path, message }]);
}

/** The text at an address: no more of it than a bundle may have, counted as it comes and unpacked. */
async function textAt(
	href: string,
	signal: AbortSignal,
	moved: () => void,
): Promise<string> {
	const request = new AbortController();
	const end = () => request.abort();
	let late = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			late = true;
			end();
		}, PATIENCE);
	};
	signal.addEventListener("abort", end);
	try {
		signal.throwIfAborted();
		const { origin, username, password } = new URL(href);
		if (username || password)
			throw fault(href, "has a user name: leave out what is before the @");
		wait();
		const response = await fetch(href, { signal: request.signal });
		// Who allows an address of one origin means that origin; within it a bundle may move.
		if (response.redirected && new URL(response.url).origin !== origin)
			throw fault(
				href,
				`leads to another origin, ${response.url}: name that address in src, if you trust it`,
			);
		if (!response.ok)
			throw fault(href, `the server answered ${response.status}`);
		const reader = response.body?.getReader();
		const decoder = new TextDecoder();
		const pieces: string[] = [];
		let size = 0;
		for (;;) {
			wait();
			const { value, done } = (await reader?.read()) ?? { done: true };
			if (!value || done) break;
			moved();
			size += value.length;
			if (size > MOST_BUNDLE)
				throw fault(
					href,
					`is bigger than ${MOST_BUNDLE / 1e6} MB, unpacked: simplify its outlines, or leave out languages`,
				);
			pieces.push(decoder.decode(value, { stream: true }));
		}
		return pieces.join("") + decoder.decode();
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof SourceError) throw error;
		throw fault(
			href,
			late
				? `nothing more came for ${PATIENCE / 1000} seconds: check the server, and try again`
				: "could not be reached (no connection, another origin that doesn't allow it, or broken off)",
		);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", end);
		// Of what is refused, nothing more is to come.
		end();
	}
}

/** A checked bundle as a source; the name says where it came from. */
function sourceFrom(
	bundle: Bundle,
	name: string,
	figures: () => Promise<Figures>,
): Source {
	const { editions } = bundle;
	const pieces = <T>(
		piece: (edition: Bundle["editions"][string]) => T | Promise<T>,
	): ByLanguage<T> =>
		Object.fromEntries(
			Object.entries(editions).map(([lang, edition]) => [
				lang,
				async () => ({ default: await piece(edition) }),
			]),
		);
	return {
		bundle: name,
		languages: Object.keys(editions),
		core: pieces((edition) => edition.core),
		argument: pieces((edition) => edition.argument),
		picture: pieces(({ core, picture }) => drawAtlas(core, picture)),
		fine: {},
		neighbours: pieces((edition) => edition.neighbours ?? ""),
		search: pieces(({ core, names }) => names ?? namesOf(core)),
		figure: async (options) => {
			const { figureIn } = await figures();
			const made = figureIn(bundle, options);
			if (made.ok) return made.value;
			throw new TypeError(made.problems.map((p) => p.message).join("\n"));
		},
		world: null,
	};
}

function namesOf({ lang, places, regions }: Core): Names[] {
	const { compare } = new Intl.Collator(lang);
	return [
		...places.map(({ id, a2, name }) => ({
			id,
			a2,
			names: [{ lang, text: name }],
		})),
		...regions.map(({ id, name }) => ({
			id,
			region: true as const,
			names: [{ lang, text: name }],
		})),
	].sort(
		(a, b) =>
			Number("region" in a) - Number("region" in b) ||
			compare(a.names[0]?.text ?? "", b.names[0]?.text ?? ""),
	);
}
