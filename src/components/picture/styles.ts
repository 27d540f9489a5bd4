import { css } from "lit";

export const pictureStyles = css`
	tier-map-picture {
		display: block;
		position: relative;
	}

	tier-map-picture .map {
		position: relative;
		aspect-ratio: 960 / 469;
	}

	tier-map-picture .map > svg {
		position: absolute;
		inset: 0;
		inline-size: 100%;
		block-size: 100%;
		overflow: visible;
	}

	.ocean {
		fill: var(--_ocean);
	}

	.graticule,
	.outline {
		fill: none;
		stroke: color-mix(in oklab, var(--_text) 12%, transparent);
		stroke-width: 0.6px;
		vector-effect: non-scaling-stroke;
		pointer-events: none;
	}

	.outline {
		stroke: color-mix(in oklab, var(--_text) 30%, transparent);
	}

	.place {
		fill: var(--tier);
		stroke: var(--_border);
		stroke-width: 0.6px;
		stroke-linejoin: round;
		vector-effect: non-scaling-stroke;
		cursor: pointer;
	}

	.marker {
		r: calc(3.4px / var(--scale, 1));
		fill: var(--tier);
		stroke: light-dark(#1c2127, #93a4b1);
		stroke-width: 0.8px;
		vector-effect: non-scaling-stroke;
		cursor: pointer;
	}

	.hatch {
		fill: url(#tier-map-disputed);
		pointer-events: none;
	}

	.place,
	.marker {
		transition: opacity 0.15s;
	}

	@media (prefers-reduced-motion: reduce) {
		.place,
		.marker {
			transition: none;
		}
	}

	.pattern-ground {
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

	@media (forced-colors: active) {
		.place,
		.marker,
		.swatch {
			forced-color-adjust: none;
		}
	}
`;
