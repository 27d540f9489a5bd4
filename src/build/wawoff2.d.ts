declare module "wawoff2" {
	/** Unpacks a font. */
	export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
