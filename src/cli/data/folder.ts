import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "../../build/bundle.ts";
import { type Folder, loadFolder } from "../../build/dataset.ts";
import { doubtsOf } from "../../build/doubts.ts";
import { readGeometry } from "../../build/geometry.ts";
import { ATLAS, buildWorld, readCountries } from "../../build/world.ts";
import type { World } from "../../geo/world.ts";
import { type Bundle, parseBundle } from "../../model/bundle.ts";
import { MOST_BUNDLE } from "../../model/limits.ts";
import { type Messages, messagesEn } from "../../model/parse/messages.ts";
import { messagesZh } from "../../model/parse/messages-zh.ts";
import type { Dataset, Problem, Result } from "../../model/types.ts";
import { UsageError } from "../command.ts";

/** Greatest distance in pixels that simplifying may move a line, at the picture's width. */
const TOLERANCE = 0.25;

/** Where a bundle has the outline of a place, or those of all. */
const OUTLINE =
	/^editions\.[^.]+\.(?:picture\.shapes(?:\.(.+))?|figure\.borders)/;

const OPTIONS = {
	lang: { type: "string" },
	geometry: { type: "string" },
	output: { type: "string", short: "o" },
	port: { type: "string" },
	format: { type: "string" },
} as const;

type Option = keyof typeof OPTIONS;

/** A data folder with the bundle made of it: errors if it can't be, and what is doubtful. */
export interface Checked {
	readonly made: Result<{ readonly bundle: Bundle; readonly world: World }>;
	readonly doubts: readonly Problem[];
	/** Path of the base map, where it is the editor's own. */
	readonly map: string | null;
}

/**
 * The options of a command that takes folders.
 *
 * @param allowed the options it knows
 * @param folders how many folders it takes
 */
export function read(
	args: readonly string[],
	allowed: readonly Option[],
	folders: number,
) {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(args);
	} catch (error) {
		throw new UsageError(
			error instanceof Error ? error.message : String(error),
		);
	}
	const { values, positionals } = parsed;
	for (const name of Object.keys(values))
		if (!allowed.some((each) => each === name))
			throw new UsageError(
				`--${name} isn't an option here; the options are ${allowed.map((each) => `--${each}`).join(", ")}.`,
			);
	if (positionals.length !== folders || positionals.includes(""))
		throw new UsageError(
			folders === 1 ? "Name one folder." : `Name ${folders} folders.`,
		);
	return { ...values, folders: positionals, say: messagesIn(values.lang) };
}

function parse(args: readonly string[]) {
	return parseArgs({
		args: [...args],
		options: OPTIONS,
		strict: true,
		allowPositionals: true,
	});
}

function messagesIn(lang = "en"): Messages {
	const [primary] = lang.toLowerCase().split("-");
	if (primary === "en") return messagesEn;
	if (primary === "zh") return messagesZh;
	throw new UsageError(`--lang: ${JSON.stringify(lang)} isn't en or zh`);
}

/**
 * Reads a data folder, and makes what the element takes of it.
 *
 * @param geometry path of a base map, instead of the one in the manifest
 */
export function check(
	folder: string,
	geometry: string | undefined,
	say: Messages,
): Checked {
	const loaded = loadFolder(folder, say);
	if (!loaded.result.ok)
		return { made: loaded.result, doubts: [], map: geometry ?? null };
	const dataset = loaded.result.value;
	const file = geometryOf(folder, geometry, loaded);
	const map = file ? readGeometry(file.path, file.name, say) : null;
	if (map && !map.ok) return { made: map, doubts: [], map: file?.path ?? null };
	const world = map
		? buildWorld(dataset, map.value, TOLERANCE, file?.name, say)
		: buildWorld(dataset, readCountries(), TOLERANCE, null, say);
	return {
		made: world.ok
			? packed(dataset, world.value, file?.name ?? ATLAS, say)
			: world,
		doubts: doubtsOf(loaded.tables, dataset, file !== null, say),
		map: file?.path ?? null,
	};
}

/** The bundle; what is in order in the folder is in order in it, but for outlines, which are measured as they are drawn. */
function packed(
	dataset: Dataset,
	world: World,
	map: string,
	say: Messages,
): Checked["made"] {
	const made = bundle(dataset, world);
	// What is written is what the element takes.
	const text = JSON.stringify(made);
	if (Buffer.byteLength(text) > MOST_BUNDLE) {
		const message = say.bundleTooBig(MOST_BUNDLE / 1e6);
		return { ok: false, problems: [{ path: map, message }] };
	}
	const parsed = parseBundle(JSON.parse(text));
	if (parsed.ok) return { ok: true, value: { bundle: made, world } };
	const problems = parsed.problems.map(({ path, message }) => {
		const [, place = "…"] = OUTLINE.exec(path) ?? [];
		return OUTLINE.test(path)
			? { path: map, message: say.outlineTooFine(place) }
			: { path, message };
	});
	const once = new Map(problems.map((each) => [JSON.stringify(each), each]));
	return { ok: false, problems: [...once.values()] };
}

/** The base map that is to be used. */
function geometryOf(
	folder: string,
	geometry: string | undefined,
	{ result }: Folder,
): { readonly path: string; readonly name: string } | null {
	if (geometry) return { path: geometry, name: geometry };
	const name = result.ok ? result.value.manifest.geometry?.file : undefined;
	if (!name) return null;
	return { path: join(folder, name), name };
}

/** Problems as lines, in the reader's language. */
export function lines(problems: readonly Problem[], say: Messages): string {
	return problems
		.map(({ path, message }) => (path ? say.line(path, message) : message))
		.join("\n");
}

/** Errors and doubts as lines. */
export function reported({ made, doubts }: Checked, say: Messages): string {
	const errors = made.ok ? [] : made.problems;
	return [
		lines(errors, say),
		lines(
			doubts.map(({ path, message }) => ({
				path,
				message: say.line(say.warning, message),
			})),
			say,
		),
	]
		.filter(Boolean)
		.join("\n");
}
