/**
 * Property-based tests: `npm run fuzz` runs each with thousands of cases, `npm test` with a few.
 * `TIER_MAP_FUZZ_RUNS` says how many, `TIER_MAP_FUZZ_SEED` which; what was run is noted in test/output/fuzz.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "vitest";

const OUTPUT = join(import.meta.dirname, "../output");
const FILE = join(OUTPUT, "fuzz.json");

export const runs = Number(process.env.TIER_MAP_FUZZ_RUNS ?? 40);
/** The same in every `npm test`, so that what failed fails again; `npm run fuzz` tries others. */
export const seed = Number(process.env.TIER_MAP_FUZZ_SEED ?? 20_250_113);

/** What one property did. */
export interface Figure {
	readonly name: string;
	readonly cases: number;
	readonly seed: number;
	readonly milliseconds: number;
	readonly slowest: number;
}

/** Processor time that this process has taken, in milliseconds. */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/**
 * A property as a test. A failure tells the seed and the smallest case; so does the log of one that holds.
 *
 * @param share how many cases, as a share of `runs`; slow properties take fewer
 * @param most milliseconds of processor time that one case may take, however busy the machine is
 */
export function property<T>(
	name: string,
	arbitrary: fc.Arbitrary<T>,
	holds: (value: T) => void | Promise<void>,
	{ share = 1, most = 5000 } = {},
): void {
	const cases = Math.max(5, Math.round(runs * share));
	test(name, { timeout: 7_200_000 }, async () => {
		const start = performance.now();
		let slowest = 0;
		await fc.assert(
			fc.asyncProperty(arbitrary, async (value) => {
				const begun = processorTime();
				await holds(value);
				const took = processorTime() - begun;
				slowest = Math.max(slowest, took);
				if (took > most)
					throw new Error(`one case took ${Math.round(took)} ms`);
			}),
			{ numRuns: cases, seed },
		);
		const milliseconds = performance.now() - start;
		console.log(
			`${name}: ${cases} cases, seed ${seed}, ${Math.round(milliseconds)} ms`,
		);
		note({
			name,
			cases,
			seed,
			milliseconds: Math.round(milliseconds),
			slowest: Math.round(slowest * 10) / 10,
		});
	});
}

function note(figure: Figure): void {
	if (!process.env.TIER_MAP_FUZZ_RUNS) return;
	mkdirSync(OUTPUT, { recursive: true });
	let figures: Figure[] = [];
	try {
		figures = JSON.parse(readFileSync(FILE, "utf8"));
	} catch {
		// The first one.
	}
	writeFileSync(
		FILE,
		JSON.stringify([
			...figures.filter(({ name }) => name !== figure.name),
			figure,
		]),
	);
}
