import { variables } from "./looks.ts";

/** `light-dark(a, b)`; a colour may be a function of numbers. */
const LIGHT_DARK =
	/light-dark\(\s*([^(),]+(?:\([^()]*\))?),\s*([^(),]+(?:\([^()]*\))?)\)/g;
/** `color-mix(in oklab, var(--_text) 12%, …)`: of a property of ours with a ground. */
const MIX =
	/color-mix\(in oklab, var\(--_(\w+)\) (\d+)%, [^(),]+(?:\([^()]*\))?\)/g;
/** A property of ours with its colours, the light and the dark one. */
const OWN = /--_(\w+): var\([\w-]+, light-dark\((#\w+), (#\w+)\)\)/g;
/** What is read is never seen through, where the host page has a colour for it. */
const READ = /(--_muted: )([^;]+);/;

/**
 * A style sheet of ours for browsers without `light-dark()` and `color-mix()`. The two custom properties that make the
 * choice are those that Lightning CSS writes for the pages around. A mixture is the property's own colour seen through.
 */
export function plainly(css: string): string {
	const own = new Map(
		[...variables.matchAll(OWN)].map(([, name, light, dark]) => [
			name,
			[light, dark],
		]),
	);
	return css
		.replace(READ, "$1var(--tier-map-text, $2);")
		.replace(MIX, (mixture, name: string, percent: string) => {
			const alpha = Math.round(Number(percent) * 2.55)
				.toString(16)
				.padStart(2, "0");
			const colours = own.get(name)?.map((colour) => colour + alpha);
			return colours ? `light-dark(${colours.join(", ")})` : mixture;
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
