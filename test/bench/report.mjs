// Runs → tables: medians with quartiles, ratios, what was aimed at, what the time goes to.
import { quantile } from "./measure.mjs";
import { PAGES } from "./pages.mjs";
import { COLUMNS } from "./profile.mjs";
import { table } from "./write.mjs";

/**
 * @typedef {{ round: number, id: string, net: "fast" | "slow", [figure: string]: any }} Run
 * @typedef {{ median: number, low: number, high: number }} Spread
 */

/** @typedef {"painted" | "answers" | "slow" | "blocking" | "click" | "hover" | "zoom" | "heap" | "bytes" | "bytesInAll" | "contentful"} Figure */
/** @type {readonly Figure[]} */
const FIGURES = [
	"bytes",
	"bytesInAll",
	"painted",
	"contentful",
	"answers",
	"slow",
	"blocking",
	"click",
	"hover",
	"zoom",
	"heap",
];
/** The fastest peer, which ratios are to. */
const PEER = "jsvectormap";

/**
 * @param {object} made
 * @param {string} made.machine
 * @param {readonly Run[]} made.runs
 * @param {Record<string, { geometry: number, shapes: number }>} made.known
 * @param {Record<string, Record<string, number>>} made.profiles
 * @param {Record<string, number>} made.argument
 */
export function report({ machine, runs, known, profiles, argument }) {
	const pages = PAGES.filter(({ id }) => runs.some((run) => run.id === id));
	const rounds = Math.max(...runs.map(({ round }) => round));

	/**
	 * A figure's values by round.
	 * @param {string} id
	 * @param {Figure} figure
	 * @returns {Map<number, number>}
	 */
	const values = (id, figure) =>
		new Map(
			runs.flatMap((run) => {
				const slow = figure === "slow";
				const value = run[slow ? "painted" : figure];
				return run.id === id &&
					run.net === (slow ? "slow" : "fast") &&
					value != null
					? [/** @type {const} */ ([run.round, value])]
					: [];
			}),
		);
	/** @type {(id: string, figure: Figure) => Spread | null} */
	const spread = (id, figure) => spreadOf([...values(id, figure).values()]);
	/**
	 * The median of the ratios in each round.
	 * @param {string} id
	 * @param {string} other
	 * @param {Figure} figure
	 * @returns {number | null}
	 */
	const ratio = (id, other, figure) => {
		const own = values(id, figure);
		const median = quantile(
			[...values(other, figure)].flatMap(([round, value]) => {
				const mine = own.get(round);
				// Where both are nothing, neither is more.
				return mine === undefined ? [] : value || mine ? mine / value : 1;
			}),
			0.5,
		);
		// What lies between ∞ and ∞ is no number.
		return Number.isNaN(median) ? Number.POSITIVE_INFINITY : median;
	};

	const main = table(
		[
			"pick (shapes it draws)",
			"kB until it answers · of them geometry",
			"kB in all",
			"painted ms",
			"answers ms",
			"painted, slow 4G",
			"blocking ms",
			"click→frame ms",
			"hover p95 ms",
			"zoom p95 ms",
			"heap MB",
			"licence",
		],
		pages.map(({ id, name, licence }) => [
			`${name} (${known[id]?.shapes})`,
			`${kB(spread(id, "bytes"))} · ${known[id]?.geometry ? kB({ median: known[id].geometry }) : "in JS"}`,
			kB(spread(id, "bytesInAll")),
			ms(spread(id, "painted")),
			ms(spread(id, "answers")),
			ms(spread(id, "slow")),
			ms(spread(id, "blocking")),
			ms(spread(id, "click")),
			ms(spread(id, "hover")),
			ms(spread(id, "zoom")),
			mb(spread(id, "heap")),
			licence,
		]),
	);
	/** @type {readonly Figure[]} */
	const compared = [
		"bytes",
		"painted",
		"slow",
		"blocking",
		"click",
		"hover",
		"zoom",
		"heap",
	];
	const ratios = table(
		[`as a multiple of ${PEER}`, ...compared],
		pages
			.filter(({ id }) => id !== PEER)
			.map(({ id, name }) => [
				name,
				...compared.map((figure) => times(ratio(id, PEER, figure))),
			]),
	);
	const aims = [
		limit(
			"`tier-map.js`: bytes until it answers",
			spread("script", "bytes")?.median,
			42_000,
			true,
		),
		limit(
			"the page: bytes until it answers",
			spread("page", "bytes")?.median,
			60_000,
			true,
		),
		...Object.entries(argument).map(([lang, bytes]) =>
			limit(`the argument’s texts (${lang})`, bytes, 45_000, true),
		),
		limit(
			"the page painted / the same without scripts",
			ratio("page", "still", "painted"),
			1.15,
		),
		limit(
			"the page painted / the floor",
			ratio("page", "floor", "painted"),
			1.2,
		),
		limit(`the page painted / ${PEER}`, ratio("page", PEER, "painted"), 0.75),
		limit(
			`the script tag painted / ${PEER}`,
			ratio("script", PEER, "painted"),
			1,
		),
		limit(
			`the script tag painted on slow 4G / ${PEER}`,
			ratio("script", PEER, "slow"),
			0.9,
		),
		limit(
			`the script tag’s blocking time / ${PEER}`,
			ratio("script", PEER, "blocking"),
			1,
		),
		limit(
			`the script tag’s click→frame / ${PEER}`,
			ratio("script", PEER, "click"),
			1.5,
		),
		limit(
			`the script tag’s hover p95 / ${PEER}`,
			ratio("script", PEER, "hover"),
			0.8,
		),
		limit(
			`the script tag’s zoom p95 / ${PEER}`,
			ratio("script", PEER, "zoom"),
			1.2,
		),
		limit(`the script tag’s heap / ${PEER}`, ratio("script", PEER, "heap"), 2),
		limit(
			"the script tag painted / hand-written d3, 110m",
			ratio("script", "d3-110m", "painted"),
			0.75,
		),
	];
	const times_ = table(
		["ms of the main thread until all is quiet", ...COLUMNS, "together"],
		pages.map(({ id, name }) => {
			const own = profiles[id] ?? {};
			const all = COLUMNS.map((column) => own[column] ?? 0);
			return [
				name,
				...[...all, all.reduce((a, b) => a + b, 0)].map((n) =>
					String(Math.round(n)),
				),
			];
		}),
	);
	return {
		markdown: `${rounds === 1 ? "One round" : `${rounds} rounds`}; ${machine}. Medians, with quartiles in brackets.

${main}

Medians of the ratios within each round:

${ratios}

${table(
	["what was aimed at", "at most", "measured", ""],
	aims.map(({ row }) => row),
)}

One load of each page, traced, which itself takes time:

${times_}`,
		json: {
			machine,
			rounds,
			pages: Object.fromEntries(
				pages.map(({ id }) => [
					id,
					{
						...known[id],
						...Object.fromEntries(
							FIGURES.map((figure) => [figure, spread(id, figure)]),
						),
						ratios: Object.fromEntries(
							compared.map((figure) => [figure, ratio(id, PEER, figure)]),
						),
						profile: profiles[id],
					},
				]),
			),
			aims: aims.map(({ json }) => json),
			runs,
		},
	};
}

/**
 * @param {readonly number[]} list
 * @returns {Spread | null}
 */
function spreadOf(list) {
	const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(list, q));
	return low == null || median == null || high == null
		? null
		: { median, low, high };
}

/**
 * @param {string} what
 * @param {number | null | undefined} value
 * @param {number} most
 * @param {boolean} [bytes]
 */
export function limit(what, value, most, bytes = false) {
	const say = (/** @type {number} */ n) =>
		bytes ? `${kB({ median: n })} kB` : `${times(n)} ×`;
	const verdict =
		value == null
			? "not measured"
			: value <= most
				? "holds"
				: Number.isFinite(value)
					? `**misses by ${Math.ceil((value / most - 1) * 100)} %**`
					: "**misses: the other takes none**";
	return {
		row: [what, say(most), value == null ? "–" : say(value), verdict],
		json: {
			what,
			most,
			value: value ?? null,
			holds: value == null ? null : value <= most,
		},
	};
}

/** @param {{ median: number } | null} spread */
const kB = (spread) =>
	spread ? (spread.median / 1000).toFixed(spread.median < 10_000 ? 1 : 0) : "–";
/** @param {Spread | null} spread */
const mb = (spread) => (spread ? (spread.median / 1e6).toFixed(1) : "–");
/** @param {Spread | null} spread */
const ms = (spread) =>
	spread
		? `${Math.round(spread.median)} (${Math.round(spread.low)}–${Math.round(spread.high)})`
		: "–";
/** @param {number | null} value */
const times = (value) =>
	value === null ? "–" : Number.isFinite(value) ? value.toFixed(2) : "∞";
