import { createHash } from "node:crypto";
import { build, type Plugin, type Rolldown } from "vite";
import { targets } from "./browsers.ts";
import { terse } from "./terse.ts";

/** What a program is made of: its loader, the map, and what our own two pages add to it. */
const ENTRIES = {
	parts: "src/embed/parts.ts",
	map: "src/define.ts",
	page: "src/page/main.ts",
	frame: "src/embed/frame.ts",
};

/** What several of the program's files need, in as few files as can be: each file more is a way to the server and back. */
const SHARED: readonly [name: string, modules: RegExp][] = [
	[
		"program",
		/\/src\/(define|i18n\/(plain-number|some-date)|model\/tokens|geo\/path-data|embed\/(language|messages)|components\/export\/files)\.ts$/,
	],
	[
		"drawing",
		/\/src\/(components\/picture\/draw|figures\/language|geo\/declutter|scene\/map-scene|svg\/(attributes|markup))\.ts$/,
	],
	[
		"projection",
		/\/src\/(components\/tier-map\/(draw-map|neighbours)|geo\/project|scene\/figure\/atlas)\.ts$/,
	],
	[
		"own-data",
		/\/src\/(components\/tier-map\/bundle-source|figures\/own)\.ts$/,
	],
];

/** Files of these names are what a page loads at once; the entry of the map has nothing of its own. */
const AT_ONCE = ["parts.js", "program.js", "map.js"];
const DATA = "\0virtual:tier-map/";

/** A script that the build leaves. */
export interface Script {
	readonly file: string;
	readonly code: string;
}

/** One that comes when it is needed. */
interface Part extends Script {
	/** What the program calls it: `later.js`, `core-en.js`. */
	readonly name: string;
	/** Names of the parts that have to run before it. */
	readonly needs: readonly string[];
	/** `core/en`, where it holds data. */
	readonly data: string | null;
}

export interface Program {
	readonly parts: readonly Part[];
	/** What a page loads at once, as a script of the old kind: pages that pin it, and our own. */
	readonly script: Script;
	/** The same as a module, for the script tag. */
	readonly module: string;
	/** All of it in one script, but for the data: an expression says where the pieces of those names are. */
	inlined(pieces: string, names: readonly string[]): string;
}

/**
 * The program and the built-in data as scripts, once for every way to load them: each file but the first is a function
 * that is put into a map of the page's under the file's name, see `src/embed/parts.ts`. CommonJS is what the bundler
 * calls that; nothing of what it writes is changed but how letters outside ASCII are spelled, so that a script means
 * the same in a page of any encoding.
 *
 * @param root the repository
 * @param version of the program
 * @param data gives the modules of the data
 */
export async function makeProgram(
	root: string,
	version: string,
	data: Plugin,
): Promise<Program> {
	const chunks = await bundled(root, data);
	const [loader, main] = ["parts.js", "program.js"].map((name) => {
		const chunk = chunks.find(({ fileName }) => fileName === name);
		if (!chunk || chunk.imports.length)
			throw new Error(`${name} is missing, or needs another file at once`);
		return chunk.code;
	});
	const parts = chunks
		.filter(({ fileName }) => !AT_ONCE.includes(fileName))
		.map(({ fileName, code, imports, facadeModuleId }): Part => {
			const part = wrapped(code);
			const file = `${fileName.slice(0, -3)}-${short(part)}.js`;
			return {
				name: fileName,
				file,
				code: ascii(put(file, part)),
				needs: imports.filter((name) => name !== "program.js"),
				data: facadeModuleId?.startsWith(DATA)
					? facadeModuleId.slice(DATA.length)
					: null,
			};
		});
	const body = `const exports={};${loader}
exports.start(program,${wrapped(main ?? "")});`;
	const id = `tier-map-${version}-${short(body)}`;
	const whole = (
		place: string,
		checksum: (code: string) => string = () => "",
	) => {
		const files = parts.map(({ name, file, code, needs }) => [
			name,
			[file, checksum(code), ...needs],
		]);
		return ascii(
			`((program)=>{"use strict";${body}})({id:"${id}",${place},parts:${JSON.stringify(Object.fromEntries(files))}});\n`,
		);
	};
	const code = whole(
		'script:document.currentScript,page:document.currentScript.dataset.tierMap,folder:new URL(".",document.currentScript.src).href,load:null',
		integrity,
	);
	return {
		parts,
		script: { file: `tier-map-${version}-${short(code)}.js`, code },
		module: whole(
			'script:null,page:document.querySelector("script[data-tier-map]")?.dataset.tierMap,folder:new URL("assets/",import.meta.url).href,load:(url)=>import(url)',
		),
		inlined: (pieces, names) =>
			[
				...parts.filter(({ data }) => data === null).map(({ code }) => code),
				...parts
					.filter(({ data }) => data !== null && names.includes(data))
					.map(({ file, data }) =>
						put(file, `(exports)=>{exports.default=${pieces}["${data}"]}`),
					),
				whole('script:null,folder:"",load:null'),
			].join("\n"),
	};
}

/** A file's code as a function. */
function wrapped(code: string): string {
	return `(exports,require)=>{"use strict";${code}\n}`;
}

/** Puts a part where the loader looks for it. */
function put(file: string, part: string): string {
	return `(globalThis[Symbol.for("tier-map.parts")]??=new Map).set("${file}",${part});`;
}

/** A script in ASCII alone: in strings, templates and patterns, an escape stands for the same letter. */
export function ascii(code: string): string {
	let plain = "";
	for (let at = 0; at < code.length; at++) {
		const unit = code.charCodeAt(at);
		plain += unit < 128 ? code[at] : `\\u${unit.toString(16).padStart(4, "0")}`;
	}
	return plain;
}

/** Name of a part: `core-en`, `i18n-en`, where the language alone would name them all. */
function partName({
	facadeModuleId,
}: {
	readonly facadeModuleId?: string | null;
}): string {
	const [, piece] =
		/(?:virtual:tier-map\/|src\/(?=i18n\/))([\w/-]+)/.exec(
			facadeModuleId ?? "",
		) ?? [];
	return `${piece?.replaceAll("/", "-") ?? "[name]"}.js`;
}

async function bundled(
	root: string,
	data: Plugin,
): Promise<Rolldown.OutputChunk[]> {
	const result = await build({
		root,
		configFile: false,
		logLevel: "warn",
		publicDir: false,
		build: {
			write: false,
			target: targets,
			modulePreload: false,
			lib: { entry: ENTRIES, formats: ["cjs"] },
			rolldownOptions: {
				output: {
					exports: "named",
					entryFileNames: "[name].js",
					chunkFileNames: partName,
					codeSplitting: {
						groups: SHARED.map(([name, test], index) => ({
							name,
							test,
							priority: SHARED.length - index,
						})),
					},
				},
			},
		},
		plugins: [data, terse()],
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

/** What tells one content of a file from another in its name. */
export function short(source: string): string {
	return createHash("sha256").update(source).digest("hex").slice(0, 8);
}
