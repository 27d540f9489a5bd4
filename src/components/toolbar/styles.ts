import { css } from "lit";

export const toolbarStyles = css`
	.tools {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		justify-content: space-between;
		gap: 0.5rem 1rem;
	}

	/* The room of the search, which comes later than the map. */
	tier-map-search {
		flex: 1 1 14em;
		min-block-size: 2.5em;
		max-inline-size: 28em;
	}

	.toolbar,
	.buttons {
		display: flex;
	}

	.toolbar {
		position: relative;
		flex-wrap: wrap;
		gap: 0.5rem;
		font-size: 0.875rem;
	}

	.toolbar button {
		min-inline-size: 2.25rem;
		min-block-size: 2.25rem;
		border-color: color-mix(in oklab, var(--_text) 50%, transparent);
	}

	.buttons > button {
		border-radius: 0;
	}

	.buttons > button:first-child {
		border-start-start-radius: 3px;
		border-end-start-radius: 3px;
	}

	.buttons > button:last-child {
		border-start-end-radius: 3px;
		border-end-end-radius: 3px;
	}

	.buttons > button + button {
		border-inline-start: 0;
	}

	.buttons > :focus-visible {
		z-index: 1;
	}

	.icon {
		display: grid;
		place-items: center;
		padding: 0;
	}

	.icon svg {
		inline-size: 1rem;
		fill: none;
		stroke: currentColor;
		stroke-width: 1.6px;
		stroke-linecap: round;
		stroke-linejoin: round;
	}

	/* Seen when it has the focus: a way past the map for the keyboard. */
	.toolbar .to-panel:not(:focus) {
		position: absolute;
		inline-size: 1px;
		min-inline-size: 0;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}

	.toolbar [aria-pressed="true"] {
		background: var(--_text);
		color: var(--_surface);
		font-weight: 600;
	}

	@media (forced-colors: active) {
		.toolbar [aria-pressed="true"] {
			background: Highlight;
			color: HighlightText;
			forced-color-adjust: none;
		}
	}

	@media print {
		.tools {
			display: none;
		}
	}
`;
