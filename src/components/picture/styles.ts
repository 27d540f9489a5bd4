import { css, unsafeCSS } from "lit";
import { looks } from "../../svg/looks.ts";

export const pictureStyles = css`
	tier-map-picture {
		display: block;
		position: relative;
	}

	tier-map-picture .map {
		position: relative;
		aspect-ratio: 960 / 469;
		overflow: hidden;
		/* What happens in it moves nothing outside. */
		contain: strict;
		/* A press would put a caret somewhere near, which is looked for anew at every layout. */
		-webkit-user-select: none;
		user-select: none;
		/* The page keeps its scrolling; a pinch is ours. */
		touch-action: pan-x pan-y;
	}

	/* Without a size: where they lie in the window tells how the map lies in it. */
	.corner {
		position: absolute;
		pointer-events: none;
	}

	.corner.left {
		left: 0;
	}

	.corner.right {
		left: 100%;
	}

	.corner.top {
		top: 0;
	}

	.corner.bottom {
		top: 100%;
	}

	/* What a gesture moves as one; more of it may come into sight than the picture's box had. */
	.sheet {
		position: absolute;
		inset: 0;
		transform-origin: 0 0;
	}

	.sheet.moving {
		will-change: transform;
	}

	.sheet > svg {
		overflow: visible;
		position: absolute;
		inset: 0;
		inline-size: 100%;
		block-size: 100%;
	}

	${unsafeCSS(looks)}

	.pattern-ground {
		fill: var(--tier);
	}

	.embargo-ground {
		fill: var(--tier);
	}

	.pattern-line {
		fill: var(--_ink);
		fill-opacity: 0.42;
	}

	.pattern-gap {
		fill: var(--_border);
		fill-opacity: 0.75;
	}

	.overlay {
		pointer-events: none;
	}

	.hovered,
	.picked-halo,
	.picked {
		fill: none;
		stroke-linejoin: round;
		vector-effect: non-scaling-stroke;
		pointer-events: none;
	}

	.hovered {
		stroke: var(--_text);
		stroke-width: 1.5px;
	}

	.picked-halo {
		stroke: light-dark(#fff, #11171c);
		stroke-width: 5px;
	}

	.picked {
		stroke: var(--_accent);
		stroke-width: 2.5px;
	}

	/* The list that stands for the map: it has the map's place and its focus, and nothing to see. */
	.proxy {
		position: absolute;
		inset: 0;
		overflow: hidden;
		color: transparent;
		pointer-events: none;
		font-size: 1px;
		line-height: 1;
		user-select: none;
	}

	.proxy > * {
		position: absolute;
		inline-size: 1px;
		block-size: 1px;
		overflow: hidden;
		clip-path: inset(50%);
	}

	/* Browsers don't take the focus of a click for one of the keyboard when keys follow. */
	.proxy:is(.keys, :focus-visible) {
		outline: 3px solid var(--_accent);
		outline-offset: -3px;
		box-shadow: inset 0 0 0 5px var(--_surface);
	}

	.cursor {
		visibility: hidden;
	}

	[data-keys] .cursor {
		visibility: visible;
	}

	/* Firefox before 121: after a click as well. */
	@supports not selector(:has(a)) {
		tier-map-picture:focus-within .cursor {
			visibility: visible;
		}
	}

	.cursor-line {
		fill: none;
		stroke: var(--_text);
		stroke-width: 2.5px;
		stroke-dasharray: 4 2;
		stroke-linejoin: round;
		vector-effect: non-scaling-stroke;
	}

	.hint {
		position: absolute;
		inset: auto 0 0.75rem;
		inline-size: fit-content;
		max-inline-size: calc(100% - 2rem);
		margin: 0 auto;
		padding: 0.4em 0.8em;
		border-radius: 3px;
		background: var(--_text);
		color: var(--_surface);
		font-size: 0.875rem;
		pointer-events: none;
	}

	.tooltip {
		position: absolute;
		inset-block-start: 0;
		inset-inline-start: 0;
		z-index: 1;
		max-inline-size: 16rem;
		padding: 0.35em 0.6em;
		border: 1px solid var(--_line);
		border-radius: 3px;
		background: var(--_surface);
		box-shadow: 0 2px 8px rgb(0 0 0 / 0.18);
		font-size: 0.875rem;
		line-height: 1.35;
		pointer-events: none;
	}

	.tooltip strong {
		display: block;
	}

	.forced-ground {
		fill: Canvas;
	}

	.forced-ink {
		fill: CanvasText;
	}

	@media (prefers-contrast: more) {
		.place,
		.marker {
			stroke: var(--_text);
			stroke-width: 1px;
		}
	}

	@media (forced-colors: active) {
		.map,
		.swatch {
			forced-color-adjust: none;
		}

		.ocean {
			fill: Canvas;
		}

		.graticule,
		.outline {
			stroke: GrayText;
		}

		.hatch {
			fill: none;
		}

		.embargo-ground {
			fill: CanvasText;
		}

		.picked,
		.hovered {
			stroke: Highlight;
		}

		.picked-halo {
			stroke: Canvas;
		}

		.cursor-line {
			stroke: CanvasText;
		}

		.tooltip,
		.hint {
			color: CanvasText;
			background: Canvas;
			border: 1px solid CanvasText;
		}
	}

	@media print {
		.hint,
		.tooltip {
			display: none;
		}
	}
`;
