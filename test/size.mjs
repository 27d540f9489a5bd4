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
/** @type {{ name: string, size: number, sizeLimit: number }[]} */
let sizes = [];
try {
	sizes = JSON.parse(stdout);
} catch {
	console.error(`${stdout}${stderr}\nIs it built? \`npm run build\``);
	process.exit(1);
}
for (const { name, size, sizeLimit } of sizes) {
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

/** @param {number} bytes */
function kB(bytes) {
	return (bytes / 1000).toFixed(1).padStart(6);
}
