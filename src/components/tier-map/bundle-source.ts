import { type Bundle, parseBundle } from "../../model/bundle.ts";
import type { Core } from "../../model/edition.ts";
import type { Names } from "../../model/names.ts";
import { drawAtlas } from "./draw-atlas.ts";
import { type ByLanguage, type Source, SourceError } from "./source.ts";

/** Greatest length of a bundle in characters. */
const MOST = 24_000_000;

type Figures = typeof import("../../figures/own.ts");

/**
 * Loads a bundle.
 *
 * @param href its address
 * @param figures loads what makes pictures to save; not loaded from here, so that what loads files stays in one of them
 * @throws SourceError
 */
export async function loadBundle(
	href: string,
	figures: () => Promise<Figures>,
): Promise<Source> {
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
	return sourceFrom(parsed.value, href, figures);
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
