import { css } from "lit";

export const toolbarStyles = css`
	tier-map-toolbar,
	.buttons {
		display: flex;
	}

	tier-map-toolbar {
		position: relative;
		flex-wrap: wrap;
		gap: 0.5rem;
		font-size: 0.875rem;
	}

	tier-map-toolbar button {
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
	tier-map-toolbar .to-panel:not(:focus) {
		position: absolute;
		inline-size: 1px;
		min-inline-size: 0;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}

	tier-map-toolbar [aria-pressed="true"] {
		background: var(--_text);
		color: var(--_surface);
		font-weight: 600;
	}

	@media (forced-colors: active) {
		tier-map-toolbar [aria-pressed="true"] {
			background: Highlight;
			color: HighlightText;
			forced-color-adjust: none;
		}
	}
`;
