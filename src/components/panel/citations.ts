import type { Source } from "../../model/edition.ts";

/** Numbers the sources of one panel in the order in which they are first cited. */
export class Citations {
	readonly #sources: ReadonlyMap<string, Source>;
	readonly #cited = new Map<string, number>();

	constructor(sources: readonly Source[]) {
		this.#sources = new Map(sources.map((source) => [source.id, source]));
	}

	/** The number of a source; the same each time. */
	number(id: string): number {
		const number = this.#cited.get(id) ?? this.#cited.size + 1;
		this.#cited.set(id, number);
		return number;
	}

	/** What has been cited so far, in order. */
	list(): Source[] {
		return [...this.#cited.keys()].flatMap((id) => this.#sources.get(id) ?? []);
	}
}
