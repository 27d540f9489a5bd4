/** Makes a pseudo-language out of English: every letter accented, vowels doubled, so that texts are about 40 % longer. */

const ACCENTS = new Map(
	Object.entries({
		a: "áà",
		e: "éè",
		i: "íì",
		o: "óò",
		u: "úù",
		y: "ýÿ",
		A: "ÁÀ",
		E: "ÉÈ",
		I: "ÍÌ",
		O: "ÓÒ",
		U: "ÚÙ",
		Y: "ÝŸ",
		b: "ƀ",
		c: "ç",
		d: "ð",
		f: "ƒ",
		g: "ĝ",
		h: "ĥ",
		j: "ĵ",
		k: "ķ",
		l: "ļ",
		m: "ɱ",
		n: "ñ",
		p: "þ",
		q: "ǫ",
		r: "ŕ",
		s: "š",
		t: "ţ",
		v: "ṽ",
		w: "ŵ",
		x: "ẋ",
		z: "ž",
		B: "Ɓ",
		C: "Ç",
		D: "Ð",
		F: "Ƒ",
		G: "Ĝ",
		H: "Ĥ",
		J: "Ĵ",
		K: "Ķ",
		L: "Ļ",
		M: "Ṁ",
		N: "Ñ",
		P: "Þ",
		Q: "Ǫ",
		R: "Ŕ",
		S: "Š",
		T: "Ţ",
		V: "Ṽ",
		W: "Ŵ",
		X: "Ẋ",
		Z: "Ž",
	}),
);

/** A text in the pseudo-language; what stands in braces stays, and so does what is accented already. */
export function accent(text: string): string {
	return text.replace(
		/\{[^{}]*\}|[A-Za-z]/g,
		(found) => ACCENTS.get(found) ?? found,
	);
}

/** The strings of the interface in the pseudo-language, made out of the English ones. */
export function accented<T extends object>(strings: T): T {
	const entries = Object.entries(strings).map(
		([key, value]: [string, unknown]) => [
			key,
			key === "tag" ? "en-XA" : spoken(value),
		],
	);
	return Object.fromEntries(entries);
}

function spoken(value: unknown): unknown {
	if (typeof value === "string") return accent(value);
	if (value instanceof Promise) return value.then(spoken);
	if (typeof value === "function")
		return (...values: unknown[]) => spoken(value(...values));
	return typeof value === "object" && value !== null ? accented(value) : value;
}
