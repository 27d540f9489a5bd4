/** Names, pictures and downloads of figures, in a browser. */

/**
 * A name that says what the file shows: `tier-map_2025-01-13_zh_KEN.svg`.
 *
 * @param parts round, language, selection; empty ones are left out
 * @param ending with its dot
 */
export function fileName(
	parts: readonly (string | null)[],
	ending: string,
): string {
	return ["tier-map", ...parts].filter(Boolean).join("_") + ending;
}

/**
 * Draws an SVG as a PNG. The picture is a `data:` URL: a content security policy may forbid `blob:`.
 *
 * @param scale pixels of the picture per pixel of the SVG
 */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement("canvas");
	canvas.width = image.naturalWidth * scale;
	canvas.height = image.naturalHeight * scale;
	canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob) resolve(blob);
			else reject(new Error("the canvas gave no picture"));
		}, "image/png");
	});
}

/** Gives a file to the reader. */
export function save(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken hold of the data when the click is over.
	setTimeout(() => URL.revokeObjectURL(url), 0);
}
