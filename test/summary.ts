import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Leaves the counts of a run in the file TIER_MAP_COUNTS, for `test/run.mjs`, with the names of the tests that need looking at. */
export default class Summary implements Reporter {
	onTestRunEnd(
		modules: readonly TestModule[],
		unhandled: readonly unknown[],
	): void {
		const counts = {
			passed: 0,
			failed: unhandled.length,
			skipped: 0,
			named: unhandled.map((error) => `Not caught: ${String(error)}`),
		};
		for (const module of modules) {
			let failedHere = 0;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				const name = `${module.relativeModuleId} > ${test.fullName}`;
				if (state === "passed") {
					counts.passed++;
				} else if (state === "skipped") {
					counts.skipped++;
					counts.named.push(`Skipped: ${name}`);
				} else {
					failedHere++;
					counts.named.push(`Failed: ${name}`);
				}
			}
			if (!module.ok() && failedHere === 0)
				counts.named.push(`Failed: ${module.relativeModuleId}`);
			// A file that broke outside of its tests (an import, a hook) is one failure.
			counts.failed += module.ok() ? failedHere : Math.max(failedHere, 1);
		}
		const file = process.env.TIER_MAP_COUNTS;
		if (file) writeFileSync(file, JSON.stringify(counts));
	}
}
