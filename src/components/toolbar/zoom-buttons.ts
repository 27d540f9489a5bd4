import { html, svg } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import type { TierMapPicture } from "../picture/picture.ts";

/** Strokes in a box of 16 by 16. */
const icons = {
	in: "M8 3v10M3 8h10",
	out: "M3 8h10",
	fit: "M8 1v4M8 11v4M1 8h4M11 8h4M8 7.9v.2",
	whole: "M1 5V1h4M11 1h4v4M15 11v4h-4M5 15H1v-4",
};

/**
 * Buttons that zoom the map.
 *
 * @param canFit whether something is picked that the map can be fitted to
 * @param map finds the map when a button is pressed
 */
export function zoomButtons(
	strings: Strings,
	canFit: boolean,
	map: () => TierMapPicture | null,
) {
	const button = (label: string, mark: string, act: () => void, off = false) =>
		html`<button
			type="button"
			class="icon"
			aria-label=${label}
			title=${label}
			?disabled=${off}
			@click=${act}
		>
			<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${mark} />`}</svg>
		</button>`;
	return html`
		<div class="buttons" role="group" aria-label=${strings.zoom}>
			${button(strings.zoomIn, icons.in, () => map()?.zoomBy(2))}
			${button(strings.zoomOut, icons.out, () => map()?.zoomBy(0.5))}
			${button(strings.zoomFit, icons.fit, () => map()?.fitPicked(), !canFit)}
			${button(strings.zoomReset, icons.whole, () => map()?.resetZoom())}
		</div>
	`;
}
