/** The colours of a page, as far as a script can tell them. */
export type Scheme = "light" | "dark";

/** Below this luminance (0 to 1, sRGB weights) a ground counts as dark. */
const DARK = 0.25;

/**
 * The colours used around an element: the `color-scheme` that its parent has, resolved by what the reader
 * prefers; where the page says none, those of the ground it stands on.
 */
export function schemeAround(element: Element): Scheme {
	const around = element.parentElement ?? document.documentElement;
	const { colorScheme } = getComputedStyle(around);
	const asked =
		colorScheme && colorScheme !== "normal"
			? colorScheme
			: document.querySelector<HTMLMetaElement>("meta[name=color-scheme]")
					?.content;
	if (!asked) return groundUnder(around);
	const schemes = asked.split(/\s+/);
	return schemes.includes("dark") &&
		(prefersDark().matches || !schemes.includes("light"))
		? "dark"
		: "light";
}

/**
 * Calls back when the colours around elements may have changed: with what the reader prefers, or with an
 * attribute of something above one of them, as pages switch their theme.
 */
export function schemeWatch(changed: () => void) {
	const theme = new MutationObserver(changed);
	const preference = prefersDark();
	preference.addEventListener("change", changed);
	return {
		/** Looks at what is above an element, too. */
		above(element: Element): void {
			for (let e = element.parentElement; e; e = e.parentElement)
				theme.observe(e, { attributes: true });
		},
		stop(): void {
			theme.disconnect();
			preference.removeEventListener("change", changed);
		},
	};
}

function prefersDark(): MediaQueryList {
	return matchMedia("(prefers-color-scheme: dark)");
}

/** The nearest colour under an element that can't be seen through. */
function groundUnder(element: Element): Scheme {
	for (let e: Element | null = element; e; e = e.parentElement) {
		const [r = 0, g = 0, b = 0, alpha = 1] = /^rgba?\((.*)\)$/
			.exec(getComputedStyle(e).backgroundColor)?.[1]
			?.split(/[\s,/]+/)
			.map(Number) ?? [0, 0, 0, 0];
		if (alpha > 0.5)
			return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255 < DARK
				? "dark"
				: "light";
	}
	return "light";
}
