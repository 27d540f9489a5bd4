/** The view boxes a figure comes in. All are as wide as the map; type and lines grow where it is shown smaller. */
export type LayoutId = "wide" | "square" | "narrow";

export interface Layout {
	/** Size of the type, as a multiple of the wide layout's. */
	readonly type: number;
	/** Breadth of lines and radius of markers, likewise. */
	readonly weight: number;
	/** Width of the file in pixels. */
	readonly pixels: number;
	/** Height of the view box in pixels, where it doesn't follow from the content. */
	readonly height?: number;
}

export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
	wide: { type: 1, weight: 1, pixels: 960 },
	square: { type: 1.9, weight: 1.2, pixels: 960, height: 960 },
	narrow: { type: 2.5, weight: 1.5, pixels: 480 },
};

export const LAYOUT_IDS = Object.keys(LAYOUTS) as readonly LayoutId[];

/** Distance of the text from the figure's edge in pixels. */
export const MARGIN = 24;
