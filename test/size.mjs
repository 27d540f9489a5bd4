// `npm run size`: the sizes of the built entries against .size-limit.mjs, both ways. What has become much smaller than its
// limit fails too, so that the limit follows and holds what was won.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Share of its limit below which a size fails. */
const LEAST = 0.8;

const root = fileURLToPath(new URL("..", import.meta.url));
const { stdout, stderr } = spawnSync(
	process.execPath,
	["node_modules/size-limit/bin.js", "--json"],
	{ cwd: root, encoding: "utf8" },
);
/** @type {unknown} */
const said = parsed(stdout);
/** @type {{ name: string, size: number, sizeLimit?: number }[]} */
const sizes = Array.isArray(said) ? said : [];
const absent = sizes.filter(({ sizeLimit }) => sizeLimit === undefined);
if (sizes.length === 0 || absent.length > 0) {
	const what = absent.map(({ name }) => name).join(", ");
	console.error(
		`The build isn't whole: ${what || firstLine(said) || stderr}\nRun \`npm run build\`, then this again.`,
	);
	process.exit(1);
}
for (const { name, size, sizeLimit = 0 } of sizes) {
	const verdict =
		size > sizeLimit
			? "too large"
			: size < sizeLimit * LEAST
				? "much smaller than its limit: lower that in .size-limit.mjs"
				: "";
	if (verdict) process.exitCode = 1;
	console.log(
		`${name.padEnd(44)} ${kB(size)} of ${kB(sizeLimit)} kB  ${verdict}`,
	);
}

/** @param {string} json */
function parsed(json) {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

/**
 * What size-limit says in place of sizes.
 * @param {any} said
 */
function firstLine(said) {
	return String(said?.error ?? "").split("\n")[0];
}

/** @param {number} bytes */
function kB(bytes) {
	return (bytes / 1000).toFixed(1).padStart(6);
}
