import type { CoreTier } from "../../model/edition.ts";
import { pairsToTellApart } from "../../model/scale.ts";
import { warn } from "./warnings.ts";

const TIER = "--tier-map-tier-";
/** Least contrast between two tiers, and of what is read (WCAG 2.2, 1.4.11 and 1.4.3). */
const APART = 3;
const READABLE = 4.5;

/** Custom properties of what is read and of what it is read on; `--_text` stands inside for `--tier-map-text`. */
const READ = ["--tier-map-text", "--tier-map-accent"] as const;
const GROUND = "--tier-map-surface";

/**
 * Warns of colours that the host page set and that can't be told apart, or not be read.
 *
 * @param host carries the custom properties
 * @param root where the colours are put to use
 */
export function warnOfContrast(
	host: Element,
	root: ShadowRoot,
	tiers: readonly CoreTier[],
): void {
	const style = getComputedStyle(host);
	const given = (name: string) => style.getPropertyValue(name).trim();
	const probe = document.createElement("span");
	const painted = (name: string): string => {
		if (name.startsWith(TIER)) {
			probe.dataset.tier = name.slice(TIER.length);
			probe.style.color = "var(--tier)";
		} else probe.style.color = `var(${name.replace("tier-map-", "_")})`;
		return getComputedStyle(probe).color;
	};
	const check = (pair: readonly string[], least: number, purpose: string) => {
		if (!pair.some(given)) return;
		const colours = pair.map(painted);
		const [one, other] = colours.map(luminanceOf);
		if (one == null || other == null) return;
		const contrast =
			(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
		if (contrast >= least) return;
		const named = pair
			.map((name, i) => `${name} (${given(name) || `not set: ${colours[i]}`})`)
			.join(" and ");
		warn(
			`${named} have a contrast of ${contrast.toFixed(2)}:1; ${purpose} ${least}:1.`,
		);
	};
	root.querySelector(".frame")?.append(probe);
	for (const pair of pairsToTellApart(tiers))
		check(
			pair.map(({ id }) => TIER + id),
			APART,
			"to be told apart, tiers need",
		);
	for (const name of READ)
		check([name, GROUND], READABLE, "to be read, text needs");
	probe.remove();
}

/** Relative luminance of a CSS colour; null where the page shows through it. */
function luminanceOf(colour: string): number | null {
	const canvas = document.createElement("canvas");
	canvas.width = canvas.height = 1;
	const context = canvas.getContext("2d", { willReadFrequently: true });
	if (!context) return null;
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	const { data } = context.getImageData(0, 0, 1, 1);
	if (data[3] !== 255) return null;
	const [r = 0, g = 0, b = 0] = [...data].map((byte) => {
		const c = byte / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
