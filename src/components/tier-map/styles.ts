import { css, unsafeCSS } from "lit";
import { variables } from "../../svg/looks.ts";

/** The frame: colours, type, and what stands beside what. */
export const styles = css`
	:host {
		${unsafeCSS(variables)}
		--_rem: var(--tier-map-size, 16px);
		display: block;
	}

	:host([hidden]) {
		display: none;
	}

	/*
	 * What the element asks for where it may be as narrow as its content: all the room there is, and 280px at
	 * least. The frame asks for nothing: what stands in it follows its width.
	 */
	.frame::before {
		content: "";
		display: grid;
		grid-template-columns: minmax(280px, 100vw);
		block-size: 0;
		overflow: hidden;
	}

	/* Nothing is inherited that isn't offered; the element itself is the host page's to style. */
	.frame {
		all: initial;
		display: block;
		visibility: inherit;
		color-scheme: inherit;
		color: var(--_text);
		font-family: var(--tier-map-font, inherit);
		font-size: var(--_rem);
		line-height: 1.5;
	}

	.room {
		container: tier-map / inline-size;
	}

	:host([theme="light"]),
	.frame[data-theme="light"] {
		color-scheme: light;
	}

	:host([theme="dark"]),
	.frame[data-theme="dark"] {
		color-scheme: dark;
	}

	*,
	*::before,
	*::after {
		box-sizing: border-box;
	}

	.layout {
		display: grid;
		gap: 1.25rem 2rem;
		grid-template-columns: minmax(0, 1fr);
	}

	.main {
		display: grid;
		gap: 0.75rem;
		align-content: start;
		min-inline-size: 0;
	}

	/* The room of the search and the tools, which come later than the map. */
	.tools {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		justify-content: space-between;
		gap: 0.5rem 1rem;
		min-block-size: var(--_tools, 2.5rem);
	}

	.tools > tier-map-search {
		flex: 1 1 var(--_search, 14em);
		min-block-size: 2.5em;
		max-inline-size: 28em;
	}

	/* Where the two don't fit beside each other: on phones, and where the panel leaves little. */
	@container tier-map (inline-size < 35rem) {
		.layout {
			--_tools: 5.25rem;
			--_search: 100%;
		}
	}

	@container tier-map (inline-size < 63rem) {
		.layout[data-panel="side"] {
			--_tools: 5.25rem;
			--_search: 100%;
		}
	}

	@container tier-map (53rem <= inline-size < 63rem) {
		.layout[data-panel="auto"] {
			--_tools: 5.25rem;
			--_search: 100%;
		}
	}

	.swatch {
		fill: var(--tier);
		stroke: color-mix(in oklab, var(--_text) 45%, transparent);
	}

	.swatch-hatch {
		display: none;
		fill: none;
		stroke: var(--_ink);
		stroke-opacity: 0.55;
		stroke-width: 1.5px;
	}

	.embargo-dots {
		fill: var(--mark);
		fill-opacity: 0.7;
	}

	.relief-halo,
	.relief {
		fill: none;
		stroke: light-dark(#fff, #11171c);
		stroke-width: 2.4px;
		stroke-linejoin: round;
		vector-effect: non-scaling-stroke;
		pointer-events: none;
	}

	.relief {
		stroke: var(--_text);
		stroke-width: 1.2px;
		stroke-dasharray: 3 2;
	}

	@media (forced-colors: active) {
		.embargo-dots {
			fill: Canvas;
		}

		.relief-halo {
			stroke: Canvas;
		}

		.relief {
			stroke: CanvasText;
		}
	}

	button:disabled {
		color: var(--_muted);
		opacity: 0.5;
		cursor: default;
	}

	/* Beside each other: the panel spans the map and the rounds. */
	@container tier-map (inline-size >= 53rem) {
		.layout[data-panel="auto"] {
			grid-template: "main panel" auto "rounds panel" 1fr / minmax(0, 1fr) minmax(20rem, 26rem);
		}

		.layout[data-panel="auto"] > .panel {
			grid-area: panel;
		}
	}

	.layout[data-panel="side"] {
		grid-template: "main panel" auto "rounds panel" 1fr / minmax(0, 1fr) minmax(14rem, 26rem);
	}

	.layout[data-panel="side"] > .panel {
		grid-area: panel;
	}

	/* Each is painted by itself: the hand on the map has the argument's many lines painted again otherwise. */
	.panel,
	tier-map-rounds {
		isolation: isolate;
	}

	/* The argument comes later than the map; what stands below doesn't move for it. */
	.panel {
		display: block;
		min-block-size: 24rem;
	}

	@media print {
		.tools {
			display: none;
		}

		.layout[data-panel] {
			display: block;
		}

		details::details-content {
			content-visibility: visible;
			block-size: auto;
		}
	}

	button {
		font: inherit;
		color: inherit;
		background: none;
		border: 1px solid var(--_line);
		border-radius: 3px;
		padding: 0.2em 0.6em;
		cursor: pointer;
	}

	:focus-visible {
		outline: 3px solid var(--_accent);
		outline-offset: 2px;
		box-shadow: 0 0 0 2px var(--_surface);
	}

	.hidden {
		position: absolute;
		inline-size: 1px;
		block-size: 1px;
		margin: -1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}

	.approval {
		margin: 0.3rem 0 0;
		font-size: 0.8rem;
		color: var(--_muted);
	}

	.failure {
		margin: 0;
		padding: 0.6rem 0.8rem;
		border-inline-start: 4px solid var(--_accent);
		background: var(--_surface);
	}
`;
