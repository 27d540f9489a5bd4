/** What the table says. Every language has every key. */
export interface TableStrings {
	readonly name: string;
	readonly tier: string;
	readonly regions: string;
	/** Heading of the number of claims, and what exactly is counted. */
	readonly claims: string;
	readonly claimsNote: string;
	/** "3 by name" */
	byName(count: number): string;
	/** What the table shows: "254 places, with their levels as of 13 January 2025: …". */
	summary(places: number, day: string, tiers: string): string;
	/** How many of them are under an embargo of their own. */
	embargoed(count: number): string;
	/** How many of the places the column names, and how many it reaches through a region only. */
	mentions(named: number, through: number): string;
	/** "Tier 1: 12" */
	inTier(tier: string, count: number): string;
	readonly tierSeparator: string;
	/** Between the regions of a place. */
	readonly separator: string;
	/** What stands between two sentences. */
	readonly sentenceSpace: string;
	readonly filter: string;
	readonly filterHint: string;
	/** "12 of 254 places" */
	shown(count: number, total: number): string;
	readonly none: string;
	readonly keys: string;
	readonly copy: string;
	copied(rows: number): string;
	readonly copyByHand: string;
}
