// `npm run compress [-- FOLDER]`: leaves NAME.br and NAME.gz beside each text file of dist/, for servers that serve them ready-made.
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	writeFileSync,
} from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = new Set([".css", ".html", ".js", ".json", ".svg", ".txt"]);
/** Bytes below which a compressed copy saves nothing. */
const LEAST = 200;

/** @param {string | Uint8Array} content */
export const brotli = (content) =>
	brotliCompressSync(content, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
		},
	});

/**
 * Bytes of a text or a file as brotli-11 sends it.
 * @param {string | Uint8Array} content
 */
export const brotliLength = (content) => brotli(content).length;

/**
 * @param {string} folder
 * @param {{ cache?: string }} [options] a folder that keeps what was compressed, by its content
 * @returns {{ files: number, bytes: number, brotli: number, gzip: number }}
 */
export function compress(folder, { cache } = {}) {
	if (cache) mkdirSync(cache, { recursive: true });
	const sum = { files: 0, bytes: 0, brotli: 0, gzip: 0 };
	for (const name of readdirSync(folder, {
		recursive: true,
		encoding: "utf8",
	})) {
		const path = join(folder, name);
		if (!TEXT.has(extname(path))) continue;
		const content = readFileSync(path);
		if (content.length < LEAST) continue;
		const kept =
			cache && join(cache, createHash("sha256").update(content).digest("hex"));
		const small =
			kept && existsSync(kept) ? readFileSync(kept) : brotli(content);
		if (kept && !existsSync(kept)) writeFileSync(kept, small);
		const zipped = gzipSync(content, { level: 9 });
		writeFileSync(`${path}.br`, small);
		writeFileSync(`${path}.gz`, zipped);
		sum.files += 1;
		sum.bytes += content.length;
		sum.brotli += small.length;
		sum.gzip += zipped.length;
	}
	return sum;
}

if (
	process.argv[1] &&
	realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
	const folder =
		process.argv[2] ?? fileURLToPath(new URL("../../dist", import.meta.url));
	if (!existsSync(folder)) {
		console.error(`There is no ${folder}: run \`npm run build\` first.`);
		process.exit(1);
	}
	const { files, bytes, ...small } = compress(folder);
	/** @param {number} n */
	const kB = (n) => `${Math.round(n / 1000)} kB`;
	console.log(
		`${files} files, ${kB(bytes)}: ${kB(small.brotli)} as .br, ${kB(small.gzip)} as .gz`,
	);
}
