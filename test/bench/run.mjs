// `npm run bench`: measures the built map beside other ways to make one, and writes docs/benchmark.md and .json.
// `-- --rounds=1` for a try (the documents stay as they are, the report is in test/output/bench/), `--only=page,floor`
// for some pages, `--fresh` to begin anew. Interrupted, it goes on where it was as long as no page has changed.
import { createHash } from "node:crypto";
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browser/chromium.mjs";
import { ensureBuilt } from "../browser/serve.mjs";
import { output } from "./html.mjs";
import { installOwn } from "./install.mjs";
import { findSpots, measure } from "./measure.mjs";
import { PAGES } from "./pages.mjs";
import { profile } from "./profile.mjs";
import { report } from "./report.mjs";
import { serve } from "./serve.mjs";
import { machine, publish, WHOLE } from "./write.mjs";

/** @typedef {import("./measure.mjs").Spot} Spot */

const { values: options } = parseArgs({
	options: {
		rounds: { type: "string", default: String(WHOLE) },
		only: { type: "string" },
		fresh: { type: "boolean", default: false },
	},
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
	throw new Error(`--rounds=${options.rounds}: a whole number from 1 on`);
const only = options.only?.split(",");
const unknown = only?.filter((id) => !PAGES.some((page) => page.id === id));
if (unknown?.length)
	throw new Error(
		`--only=${unknown}: there are ${PAGES.map(({ id }) => id).join(", ")}`,
	);
const chosen = PAGES.filter(({ id }) => !only || only.includes(id));

installOwn();
ensureBuilt();
const { buildPages, pages } = await import("./build.mjs");
mkdirSync(output, { recursive: true });
const known = await buildPages();

const key = contentOf(pages);
const stateFile = join(output, "state.json");
const runsFile = join(output, "runs.jsonl");
/** @type {{ key: string, spots: Record<string, Spot[]>, profiles: Record<string, Record<string, number>> }} */
let state = existsSync(stateFile)
	? JSON.parse(readFileSync(stateFile, "utf8"))
	: { key: "" };
if (state.key !== key || options.fresh) {
	state = { key, spots: {}, profiles: {} };
	rmSync(runsFile, { force: true });
}

const server = await serve(pages);
const browser = await launch();
try {
	for (const page of chosen) {
		// Without scripts nothing answers; it looks the same as with them.
		const looked = page.still ? PAGES.find(({ id }) => id === "page") : page;
		if (state.spots[page.id] || !looked) continue;
		console.log(`Looking where things are: ${page.id} …`);
		state.spots[page.id] =
			state.spots[looked.id] ??
			(await findSpots(
				browser,
				looked,
				server.url,
				join(output, `${page.id}.png`),
			));
		writeFileSync(stateFile, JSON.stringify(state));
	}
	const done = runs();
	const start = Date.now();
	const all = plan().filter(
		(one) =>
			!done.some(
				({ round, id, net }) =>
					round === one.round && id === one.page.id && net === one.net,
			),
	);
	for (const [i, { round, page, net }] of all.entries()) {
		const spots = state.spots[page.id] ?? [];
		const figures = await patiently(() =>
			measure(browser, page, server.url, spots, net),
		);
		appendFileSync(
			runsFile,
			`${JSON.stringify({ round, id: page.id, net, ...figures })}\n`,
		);
		const left = ((Date.now() - start) / (i + 1)) * (all.length - i - 1);
		console.log(
			`${String(i + 1).padStart(3)}/${all.length}  round ${round}  ${page.id.padEnd(12)} ${net}  painted ${Math.round(figures.painted)} ms  (${Math.ceil(left / 60_000)} min left)`,
		);
	}
	for (const page of chosen) {
		if (state.profiles[page.id]) continue;
		console.log(`Profile of ${page.id} …`);
		const spots = state.spots[page.id] ?? [];
		state.profiles[page.id] = await patiently(() =>
			profile(browser, page, server.url, spots),
		);
		writeFileSync(stateFile, JSON.stringify(state));
	}
} finally {
	await browser.close();
	await server.close();
}
publish(
	"load",
	report({
		machine: machine(browser.version()),
		runs: runs().filter(
			({ round, id }) =>
				round <= rounds && chosen.some((page) => page.id === id),
		),
		known,
		profiles: state.profiles,
		argument: argumentBytes(),
	}),
	{ whole: rounds >= WHOLE && !only },
);

/** Round-robin, each round begun with another page, so that none is always after the same. */
function plan() {
	return Array.from({ length: rounds }, (_, round) =>
		/** @type {const} */ (["fast", "slow"]).flatMap((net) =>
			chosen.map((_page, i) => ({
				round: round + 1,
				page:
					chosen[(i + round * 3) % chosen.length] ??
					/** @type {never} */ (undefined),
				net,
			})),
		),
	).flat();
}

/** @returns {import("./report.mjs").Run[]} */
function runs() {
	if (!existsSync(runsFile)) return [];
	return readFileSync(runsFile, "utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

/**
 * A busy machine may make one attempt fail; a page that fails twice is broken.
 * @template T
 * @param {() => Promise<T>} act
 */
async function patiently(act) {
	try {
		return await act();
	} catch (error) {
		console.warn(`Once more: ${error}`);
		return await act();
	}
}

/** @returns {Record<string, number>} brotli bytes of the argument's texts, by language */
function argumentBytes() {
	const folder = join(pages, "ours/assets");
	return Object.fromEntries(
		readdirSync(folder).flatMap((name) => {
			const [, lang] = /^argument-(\w+)-[\w-]{8}\.js\.br$/.exec(name) ?? [];
			// The copy for trying again has a hexadecimal hash.
			return lang && !/-[0-9a-f]{8}\./.test(name)
				? [[lang, statSync(join(folder, name)).size]]
				: [];
		}),
	);
}

/**
 * @param {string} folder
 * @returns {string} what its files contain
 */
function contentOf(folder) {
	const hash = createHash("sha256");
	for (const name of readdirSync(folder, {
		recursive: true,
		encoding: "utf8",
	}).sort()) {
		const path = join(folder, name);
		if (statSync(path).isFile() && !/\.(br|gz)$/.test(name))
			hash.update(name).update(readFileSync(path));
	}
	return hash.digest("hex");
}
