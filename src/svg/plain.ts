import { PALETTE } from "./paint.ts";

/** `light-dark(a, b)`; a colour may be a function of numbers. */
const LIGHT_DARK =
	/light-dark\(\s*([^(),]+(?:\([^()]*\))?),\s*([^(),]+(?:\([^()]*\))?)\)/g;
/** `color-mix(in oklab, var(--_text) 12%, …)`, of a property of ours with a ground. */
const MIX =
	/color-mix\(in oklab, var\(--_(text|accent)\) (\d+)%, [^(),]+(?:\([^()]*\))?\)/g;

/**
 * A style sheet of ours for browsers without `light-dark()` and `color-mix()`. The two custom properties that make the
 * choice are those that Lightning CSS writes for the pages around; a mixture is our own colour seen through, but what
 * is read keeps the host page's.
 */
export function plainly(css: string): string {
	return css
		.replace(
			/(--_muted: )color-mix[^;]+;/,
			`$1var(--tier-map-text, light-dark(${PALETTE.light.muted}, ${PALETTE.dark.muted}));`,
		)
		.replace(MIX, (_, name: "text" | "accent", percent: string) => {
			const alpha = Math.round(Number(percent) * 2.55)
				.toString(16)
				.padStart(2, "0");
			return `light-dark(${PALETTE.light[name]}${alpha}, ${PALETTE.dark[name]}${alpha})`;
		})
		.replace(
			LIGHT_DARK,
			"var(--lightningcss-light, $1) var(--lightningcss-dark, $2)",
		);
}

/** What has `plainly` choose. */
export function choice(scheme: "light" | "dark"): string {
	return scheme === "light"
		? "--lightningcss-light: initial; --lightningcss-dark: ;"
		: "--lightningcss-light: ; --lightningcss-dark: initial;";
}
