import type { CoreTier } from "../../model/edition.ts";
import { pairsToTellApart } from "../../model/scale.ts";
import type { Problem } from "../../model/types.ts";

/** Least contrast between two tiers (WCAG 2.2, 1.4.11). */
const LEAST = 3;

/** What has been said on this page; nobody needs it twice. */
const said = new Set<string>();

/** Tells the developer of the host page something, once. */
export function warn(text: string, problems: readonly Problem[] = []): void {
	const message = [
		`tier-map: ${text}`,
		...problems.map(({ path, message }) => `${path}: ${message}`),
	].join("\n");
	if (said.has(message)) return;
	said.add(message);
	console.warn(message);
}

/**
 * Warns of tiers that can't be told apart because of colours that the host page set.
 *
 * @param host carries the custom properties
 * @param root where a swatch of every tier stands
 */
export function warnOfContrast(
	host: Element,
	root: ShadowRoot,
	tiers: readonly CoreTier[],
): void {
	const style = getComputedStyle(host);
	const pairs = pairsToTellApart(tiers);
	const set = new Map(
		pairs
			.flat()
			.map(({ id }) => [
				id,
				style.getPropertyValue(`--tier-map-tier-${id}`).trim(),
			]),
	);
	if (![...set.values()].some(Boolean)) return;
	const painted = (id: string) => {
		const swatch = root.querySelector(`[data-tier="${id}"] > .swatch`);
		if (!swatch) return null;
		const { fill } = getComputedStyle(swatch);
		const luminance = luminanceOf(fill);
		return luminance === null ? null : { id, luminance, fill };
	};
	for (const pair of pairs) {
		const [one, other] = [painted(pair[0].id), painted(pair[1].id)];
		if (!one || !other) continue;
		const [dark, light] = [one.luminance, other.luminance].sort(
			(a, b) => a - b,
		);
		const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
		if (contrast >= LEAST) continue;
		const named = [one, other]
			.map(
				({ id, fill }) =>
					`--tier-map-tier-${id} (${set.get(id) || `not set: ${fill}`})`,
			)
			.join(" and ");
		warn(
			`${named} have a contrast of ${contrast.toFixed(2)}:1; tiers need ${LEAST}:1 to be told apart.`,
		);
	}
}

/** Relative luminance of a CSS colour; null where it has none. */
function luminanceOf(colour: string): number | null {
	const canvas = document.createElement("canvas");
	canvas.width = canvas.height = 1;
	const context = canvas.getContext("2d", { willReadFrequently: true });
	if (!context) return null;
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	const [r = 0, g = 0, b = 0] = [
		...context.getImageData(0, 0, 1, 1).data.slice(0, 3),
	].map((byte) => {
		const c = byte / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
