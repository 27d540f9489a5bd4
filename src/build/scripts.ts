import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { targets } from "./browsers.ts";
import { chunkName, program as inOne } from "./chunks.ts";
import { terse } from "./terse.ts";

/** What is asked for when it is needed, as a build writes it. */
const LATER =
	/Promise\.resolve\(\)\.then\(\(\)=>require\((["'`][^"'`]+["'`])\)\)/g;

/**
 * Everything that a module needs as one script without imports.
 *
 * @param root the repository
 * @param entry path of the module
 * @param plugins for what isn't in a file
 */
export async function bundled(
	root: string,
	entry: string,
	{
		format = "iife",
		plugins = [],
		define = {},
	}: {
		format?: "iife" | "es";
		plugins?: Plugin[];
		define?: Record<string, string>;
	} = {},
): Promise<string> {
	const [chunk, ...more] = await chunks(root, entry, format, plugins, define, {
		codeSplitting: false,
	});
	if (!chunk || more.length)
		throw new Error(`${entry} did not become one script`);
	return chunk.code;
}

/**
 * A program as a script of the old kind, with what it needs later in others beside it (see `src/embed/pieces.ts`).
 *
 * @param root the repository
 * @param entry path of the module
 * @param plugins for what isn't in a file
 * @param emit writes one of the others, and gives its path
 */
export async function inPieces(
	root: string,
	entry: string,
	plugins: Plugin[],
	emit: (name: string, source: string) => string,
): Promise<string> {
	const files = await chunks(
		root,
		entry,
		"cjs",
		plugins,
		{},
		{
			exports: "named",
			entryFileNames: "entry.js",
			chunkFileNames: (chunk) => `${chunkName(chunk)}.js`,
			codeSplitting: { groups: [inOne] },
		},
	);
	const program = files.find(({ fileName }) => fileName === "program.js");
	if (!program || program.imports.length)
		throw new Error(`${entry} did not become one script and what comes later`);
	const pieces = files
		.filter((file) => file !== program && !file.isEntry)
		.map((file) => {
			const code = `document.currentScript.tierMapPiece=${wrapped(file)};`;
			const path = emit(file.fileName.replace(/\.js$/, ""), code);
			const needs = file.imports.filter((name) => name !== program.fileName);
			return [file.fileName, [basename(path), integrity(code), ...needs]];
		});
	const loader = await bundled(root, "src/embed/pieces.ts", {
		define: { TIER_MAP_PIECES: JSON.stringify(Object.fromEntries(pieces)) },
	});
	return `(TIER_MAP_PROGRAM=>{${loader}})(${wrapped(program)});`;
}

/** A file of the program as a function, so that it can wait for others. */
function wrapped({ fileName, code, dynamicImports }: Rolldown.OutputChunk) {
	const later = new Set<string>();
	const body = code.replace(LATER, (_, name: string) => {
		later.add(name.slice(3, -1));
		return `require.later(${name})`;
	});
	if (dynamicImports.some((name) => !later.has(name)))
		throw new Error(`${fileName} asks for others in a way unknown here`);
	return `(exports,require)=>{"use strict";${body}\n}`;
}

async function chunks(
	root: string,
	entry: string,
	format: "iife" | "es" | "cjs",
	plugins: Plugin[],
	define: Record<string, string>,
	output: Rolldown.OutputOptions,
): Promise<Rolldown.OutputChunk[]> {
	const result = await build({
		root,
		configFile: false,
		logLevel: "warn",
		publicDir: false,
		define,
		build: {
			write: false,
			target: targets,
			modulePreload: false,
			lib: { entry: join(root, entry), formats: [format], name: "tierMap" },
			rolldownOptions: { output },
		},
		plugins: [...plugins, terse()],
	});
	const built = (
		Array.isArray(result) ? result[0] : result
	) as Rolldown.RolldownOutput;
	return built.output.filter((file) => file.type === "chunk");
}

/** Checksum of a script, as a page names it. */
export function integrity(code: string): string {
	return `sha384-${createHash("sha384").update(code).digest("base64")}`;
}
