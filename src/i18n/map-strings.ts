import type { Failures } from "./failures.ts";

/** What the map itself says, before the rest of the interface has come. Every language has every key. */
export interface MapStrings extends Failures {
	readonly map: string;
	/** What the keys do on the map. */
	readonly mapKeys: string;
	readonly choose: string;
	readonly hintWheel: string;
	readonly hintTouch: string;
	/** Credit of a base map that was approved, or so the editor says. */
	approval(number: string): string;
	readonly legend: string;
	readonly legendHint: string;
	/** "87 places" */
	places(count: number): string;
	/** "Kenya, tier 2 · limited" */
	hover(name: string, tier: string): string;
	/** A mark beside the level: a control that holds apart from the rounds. */
	readonly embargo: string;
	/** A mark beside the level: something was eased, which didn't change it. */
	readonly relief: string;
	/** "Tier 3 · presumed denied, under an embargo of its own" */
	marked(level: string, marks: readonly string[]): string;
	/** "26 places, 7 of them under an embargo of their own" */
	someEmbargoed(count: number, places: string): string;
	/** "Kenya, Tier 2 picked; the argument is beside the map." A region has no tier. */
	picked(name: string, tier?: string): string;
	readonly nothingPicked: string;
	/** That the map is there, and something of it isn't. */
	readonly incomplete: string;
	number(value: number): string;
}
