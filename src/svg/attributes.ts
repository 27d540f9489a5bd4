import type { Mark } from "../scene/scene.ts";

/**
 * What a mark is in SVG: the element's name and its attributes, in a fixed order.
 * The one emitter: the live map and every export take their markup from here.
 */
export function element(mark: Mark): {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string | number>>;
} {
	const shown = {
		class: mark.look,
		...(mark.place && { "data-place": mark.place }),
		...(mark.tier && { "data-tier": mark.tier }),
	};
	switch (mark.kind) {
		case "path":
			return { name: "path", attributes: { ...shown, d: mark.d } };
		case "circle":
			return {
				name: "circle",
				attributes: {
					...shown,
					cx: mark.x,
					cy: mark.y,
					r: mark.r,
					...((mark.dx || mark.dy) && {
						transform: `translate(${mark.dx} ${mark.dy})`,
					}),
				},
			};
	}
}
