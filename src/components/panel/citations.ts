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
