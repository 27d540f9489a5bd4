/**
 * Path data as it travels: the steps from vertex to vertex as one character each where they are short, as
 * most are. Compressed, it takes a seventh less than the text of the paths.
 */
export interface PackedPaths {
	/** How many rings a path has, and how many steps each of them. */
	readonly lengths: string;
	/** Where each ring starts, from where the one before did. */
	readonly starts: string;
	readonly steps: string;
}

/** Characters that stand for themselves in JSON, from `#` on without the backslash. */
const FIRST = 35;
const BACKSLASH = 92;
/** Digits that end a number, and those before it that count sixties. */
const LAST = 60;
const MORE = 31;

/**
 * Packs path data.
 *
 * @param paths as `PathData` writes them, in whole numbers
 */
export function packPaths(paths: readonly string[]): PackedPaths {
	const lengths: number[] = [];
	const starts: number[] = [];
	const steps: number[] = [];
	let [x, y] = [0, 0];
	for (const path of paths) {
		const rings = path.split("z").slice(0, -1);
		lengths.push(rings.length);
		for (const ring of rings) {
			const [u = 0, v = 0, ...rest] = (ring.match(/-?\d+/g) ?? []).map(Number);
			const [dx, dy] = ring.startsWith("M") ? [u - x, v - y] : [u, v];
			x += dx;
			y += dy;
			starts.push(dx, dy);
			lengths.push(rest.length / 2);
			steps.push(...rest);
		}
	}
	return {
		lengths: lengths.map(written).join(""),
		starts: starts.map(written).join(""),
		steps: steps.map(written).join(""),
	};
}

/** The path data that was packed, to the letter. */
export function unpackPaths(packed: PackedPaths): string[] {
	const lengths = numbers(packed.lengths);
	const starts = numbers(packed.starts);
	const steps = numbers(packed.steps);
	const paths: string[] = [];
	let [length, start, step] = [0, 0, 0];
	let [x, y] = [0, 0];
	const next = (from: readonly number[], at: number) => from[at] ?? 0;
	while (length < lengths.length) {
		let path = "";
		for (let rings = next(lengths, length++); rings > 0; rings--) {
			const [dx, dy] = [next(starts, start++), next(starts, start++)];
			x += dx;
			y += dy;
			// The first ring starts from nowhere, and a line must be said to be one.
			path += path ? `m${dx}${apart(dy)}` : `M${x}${apart(y)}l`;
			let joined = path.endsWith("l");
			for (let left = next(lengths, length++); left > 0; left--) {
				const u = next(steps, step++);
				path += (joined ? u : apart(u)) + apart(next(steps, step++));
				joined = false;
			}
			path += "z";
		}
		paths.push(path);
	}
	return paths;
}

/** A number after another one: what isn't negative needs a space. */
function apart(value: number): string {
	return value < 0 ? `${value}` : ` ${value}`;
}

/** Small numbers, whatever their sign, are one character. */
function written(value: number): string {
	const whole = value < 0 ? -2 * value - 1 : 2 * value;
	let text = character(whole % LAST);
	for (
		let rest = Math.floor(whole / LAST);
		rest;
		rest = Math.floor(rest / MORE)
	)
		text = character(LAST + (rest % MORE)) + text;
	return text;
}

function character(digit: number): string {
	const code = FIRST + digit;
	return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

function numbers(text: string): number[] {
	const read: number[] = [];
	let high = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const digit = code - FIRST - (code > BACKSLASH ? 1 : 0);
		if (digit >= LAST) {
			high = high * MORE + digit - LAST;
			continue;
		}
		const whole = high * LAST + digit;
		read.push(whole % 2 ? -(whole + 1) / 2 : whole / 2);
		high = 0;
	}
	return read;
}
