type Channels = readonly [red: number, green: number, blue: number];

/** Red, green and blue, 0 to 255, of `#rrggbb`. */
export function channels(colour: string): Channels {
	const value = Number.parseInt(colour.slice(1), 16);
	return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** What `over` looks like on `under` at an opacity of 0 to 1. */
export function mix(under: string, over: string, opacity: number): string {
	const [a, b] = [channels(under), channels(over)];
	const blend = (i: 0 | 1 | 2) =>
		Math.round(a[i] + (b[i] - a[i]) * opacity)
			.toString(16)
			.padStart(2, "0");
	return `#${blend(0)}${blend(1)}${blend(2)}`;
}

/** Ink on light grounds, and on dark ones. */
const INKS = ["#ffffff", "#1c2127"] as const;

/** Of two inks the one that stands out more on a ground. */
export function readable(ground: string): string {
	const [white, black] = INKS;
	return contrast(ground, white) > contrast(ground, black) ? white : black;
}

/** Contrast of two colours by WCAG 2: 1 to 21. */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort(
		(a, b) => b - a,
	);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = channels(colour).map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
