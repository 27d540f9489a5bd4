/** Numbers what a panel refers to, in the order in which it is first referred to. */
export class Citations {
	readonly #numbers = new Map<string, number>();

	/** The number of an id, from 1; the same each time. */
	number(id: string): number {
		const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
		this.#numbers.set(id, number);
		return number;
	}

	/** The number an id has got so far. */
	given(id: string): number | undefined {
		return this.#numbers.get(id);
	}

	/** The ids numbered so far, in order. */
	ids(): string[] {
		return [...this.#numbers.keys()];
	}
}

/** 1 → a, 26 → z, 27 → aa: claims are lettered, so that they aren't taken for sources. */
export function letter(number: number): string {
	const rest = Math.floor((number - 1) / 26);
	const last = String.fromCharCode(97 + ((number - 1) % 26));
	return rest ? letter(rest) + last : last;
}
