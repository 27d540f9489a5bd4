/** Bundles that are nearly right: pieces of a good one left out, doubled, turned round, put elsewhere. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Key = string | number;

/** Numbers from 0 up to 1, the same for the same seed (Park and Miller's). */
export function generator(seed: number): () => number {
	let state = (seed % 0x7ffffffe) + 1;
	return () => {
		state = (state * 48271) % 0x7fffffff;
		return state / 0x7fffffff;
	};
}

/** Texts that are right somewhere, and odd there. */
const TEXTS = [
	"",
	" ",
	"$&",
	"{name}",
	"{place:KEN}{region:nowhere}{claim:none}{source:none}",
	"x".repeat(190),
	"a\u0300\u202e\ud83d\ude00",
	"0001-01-01",
	"9999-12-31",
	"AAA",
	"zz",
	"zh",
	"ar-u-nu-arab",
	"en-a-bbb-x-a-ccc",
	"#000000",
	"M0 0z",
	"M.-.-. -",
	"l1 1",
	`M0 0l${"0 0 ".repeat(100)}z`,
	"QQQ AND AND AND ~AND",
];
const NUMBERS = [0, -0.000001, 0.5, 1, -2000, 2000];
/** What may be left out, and isn't there everywhere. */
const EXTRAS: Readonly<Record<string, Json>> = {
	strings: {
		tag: "no tag",
		day: "x",
		list: "y",
		number: "{number}",
		legend: { other: "z" },
		places: { few: "f" },
		table: "t",
		kinds: "k",
		"table.shown": "{count} {total} {count}",
		"figure.describe": "{round} {counts}",
		"figure.tag": "no tag",
	},
	approval: "\u202eX 1",
	hatched: true,
	pattern: "cross",
	control: "denial",
	treatedAs: "AND",
	parent: "AND",
	destination: true,
	disputed: true,
	check: "differs",
	finding: "f",
	url: "x",
	alias: true,
	former: true,
	pinyin: "a  ü",
	region: true,
	dispute: "d",
};

/**
 * A bundle with something about it changed.
 *
 * @param whole a good one, as JSON
 * @param seed the same one gives the same mutant
 * @param changes how many
 */
export function mutant(whole: string, seed: number, changes: number): Json {
	const random = generator(seed);
	const below = (most: number) => Math.floor(random() * most);
	const any = <T>(items: readonly T[]): T | undefined =>
		items[below(items.length)];
	const root: Json = JSON.parse(whole);
	/** A way down from a value, which ends sooner or later. */
	const walk = (): { at: Json; key: Key } => {
		let at: Json = root;
		let key: Key = "editions";
		for (;;) {
			const next: Json | undefined = child(at, key);
			const keys = keysOf(next);
			if (!keys.length || (at !== root && random() < 0.15)) return { at, key };
			at = next ?? null;
			key = any(keys) ?? "";
		}
	};
	for (let i = 0; i < changes; i++) {
		const { at, key } = walk();
		const before = child(at, key);
		const changed = (): Json | undefined => {
			if (typeof before === "boolean") return !before;
			if (typeof before === "number") return any(NUMBERS);
			if (typeof before === "string") {
				const other = walk();
				const value = child(other.at, other.key);
				return typeof value === "string" && below(2) ? value : any(TEXTS);
			}
			if (Array.isArray(before))
				return any<Json[]>([
					[],
					before.toReversed(),
					before.slice(0, 1),
					[...before, ...before.slice(-1)],
					before.filter(() => below(2)),
				]);
			if (before === null || before === undefined) return null;
			const entries = Object.entries(before);
			const name = any(Object.keys(EXTRAS)) ?? "";
			return Object.fromEntries(
				any([
					[],
					entries.filter(() => below(2)),
					entries.map(([name, value]) => [any([name, name, "ZZZ"]), value]),
					[...entries, [name, EXTRAS[name]]],
					[...entries, [name, EXTRAS[name]]],
				]) ?? [],
			);
		};
		set(at, key, below(4) ? changed() : undefined);
	}
	return root;
}

function keysOf(value: Json | undefined): Key[] {
	if (Array.isArray(value)) return [...value.keys()];
	return value && typeof value === "object" ? Object.keys(value) : [];
}

function child(value: Json, key: Key): Json | undefined {
	if (Array.isArray(value)) return value[Number(key)];
	return value && typeof value === "object" ? value[key] : undefined;
}

/** Nothing to set takes the piece out. */
function set(at: Json, key: Key, value: Json | undefined): void {
	if (Array.isArray(at))
		at.splice(Number(key), 1, ...(value === undefined ? [] : [value]));
	else if (at && typeof at === "object") {
		if (value === undefined) delete at[key];
		else at[key] = value;
	}
}
