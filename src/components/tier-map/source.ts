import {
	argument,
	core,
	fine,
	languages,
	neighbours,
	picture,
	search,
	world,
} from "virtual:tier-map/builtin";
import type { World } from "../../geo/world.ts";
import { type Bundle, parseBundle } from "../../model/bundle.ts";
import type { Argument, Core } from "../../model/edition.ts";
import type { Names } from "../../model/names.ts";
import type { LangKey, Problem } from "../../model/types.ts";
import type { FigureData } from "../../scene/figure/state.ts";
import type { FigureOptions } from "../../svg/options.ts";

type Loader<T> = () => Promise<{ readonly default: T }>;
type ByLanguage<T> = Readonly<Record<LangKey, Loader<T>>>;

/** Where a map gets its data, piece by piece. */
export interface Source {
	/** `built-in`, or the address of a bundle. */
	readonly bundle: string;
	readonly languages: readonly LangKey[];
	readonly core: ByLanguage<Core>;
	readonly argument: ByLanguage<Argument>;
	/** Markup that the build made, or nodes of one map's own. */
	readonly picture: ByLanguage<string | SVGSVGElement>;
	readonly fine: ByLanguage<Readonly<Record<string, string>>>;
	readonly neighbours: ByLanguage<string>;
	readonly search: ByLanguage<readonly Names[]>;
	/**
	 * What pictures to save are made from; null where `built-in.ts` has it.
	 *
	 * @throws {TypeError} that says why there can be none
	 */
	readonly figure: ((options: FigureOptions) => Promise<FigureData>) | null;
	/** What can be projected about another meridian; bundles have none. */
	readonly world: Loader<World> | null;
}

/** Why a source can't be used: every problem. */
export class SourceError extends Error {
	override readonly name = "SourceError";
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(
			problems.map(({ path, message }) => `${path}: ${message}`).join("\n"),
		);
		this.problems = problems;
	}
}

export const builtIn: Source = {
	bundle: "built-in",
	languages,
	core,
	argument,
	picture,
	fine,
	neighbours,
	search,
	figure: null,
	world,
};

/** Greatest length of a bundle in characters. */
const MOST = 24_000_000;

/** Bundles that are loaded or on their way; the maps of a page share them. */
const loading = new Map<string, Promise<Source>>();

/**
 * The source at an address; maps that ask for the same one share the answer, failures aside.
 *
 * @param src as in the attribute, relative to the page
 * @throws SourceError
 */
export function sourceAt(src: string | null): Promise<Source> {
	if (!src) return Promise.resolve(builtIn);
	const { href } = URL.canParse(src, document.baseURI)
		? new URL(src, document.baseURI)
		: { href: src };
	let source = loading.get(href);
	if (!source) {
		source = load(href).catch((error) => {
			loading.delete(href);
			throw error;
		});
		loading.set(href, source);
	}
	return source;
}

async function load(href: string): Promise<Source> {
	const fail = (message: string) => new SourceError([{ path: href, message }]);
	let response: Response;
	let text: string;
	try {
		response = await fetch(href);
		text = response.ok ? await response.text() : "";
	} catch {
		throw fail(
			"could not be reached (no connection, another origin that doesn't allow it, or broken off)",
		);
	}
	// Who allows an address of one origin means that origin.
	if (
		response.redirected &&
		new URL(response.url).origin !== new URL(href).origin
	)
		throw fail(`leads to another origin, ${response.url}`);
	if (!response.ok) throw fail(`the server answered ${response.status}`);
	if (text.length > MOST) throw fail(`is longer than ${MOST} characters`);
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw fail("is no JSON, or is cut short");
	}
	const parsed = parseBundle(json);
	if (!parsed.ok) throw new SourceError(parsed.problems);
	return sourceFrom(parsed.value, href);
}

/**
 * A checked bundle as a source.
 *
 * @param bundle what `parseBundle` passed
 * @param name where it came from
 */
export function sourceFrom(bundle: Bundle, name: string): Source {
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
		picture: pieces(async ({ core, picture }) =>
			(await import("./draw-atlas.ts")).drawAtlas(core, picture),
		),
		fine: {},
		neighbours: pieces((edition) => edition.neighbours ?? ""),
		search: pieces(({ core, names }) => names ?? namesOf(core)),
		figure: async (options) => {
			const { figureIn } = await import("../../figures/own.ts");
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
