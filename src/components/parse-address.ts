/** An address, or null where it is none: `URL.canParse()` and `URL.parse()` are younger than the browsers we work in. */
export function parseAddress(text: string, base?: string): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}
