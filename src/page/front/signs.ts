import { dotAt } from "../../geo/dot.ts";
import type { CoreTier } from "../../model/edition.ts";
import { denialOf } from "../../model/marks.ts";

/** Lines of a hatched patch of 24 by 16. */
const LINES = "M2 15 16 1M9 15 23 1M2 8 9 1M16 15 23 8";

/** A patch in a tier's colour, with lines where the tier has a pattern; its light colours stand in it, for where no style sheet does. */
export function tierSign({ id, hatched, light }: CoreTier): string {
	return sign(
		`<rect data-tier="${id}" fill="${light}" ${BOX}/>${hatched ? lines : ""}`,
	);
}

/** A patch of a disputed area. */
export function disputedSign(): string {
	return sign(`<rect class="blank" ${BOX}/>${lines}`);
}

/** The dot of a place too small to be seen. */
export function dotSign(): string {
	return sign(`<circle class="blank" cx="12" cy="8" r="5"/>`);
}

/** A patch of a place under an embargo of its own. */
export function embargoSign(tiers: readonly CoreTier[]): string {
	const denial = denialOf(tiers);
	return sign(
		`<g data-tier="${denial?.id ?? ""}"><rect data-tier="${denial?.id ?? ""}" ${BOX}/><path class="dots" d="${DOTS}"/></g>`,
	);
}

/** A patch of a place with partial relief. */
export function reliefSign(): string {
	return sign(`<rect class="dashes" x="2" y="2" width="20" height="12"/>`);
}

const DOTS = [3, 9, 15, 21]
	.flatMap((x, i) => (i % 2 ? [8] : [4, 12]).map((y) => dotAt(x, y, 1.5)))
	.join("");
const BOX = 'x=".5" y=".5" width="23" height="15" rx="2"';
const lines = `<path d="${LINES}" fill="none" stroke="#1c2127" stroke-opacity=".55"/>`;

function sign(marks: string): string {
	return `<svg class="key" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">${marks}</svg>`;
}
