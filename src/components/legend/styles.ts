import { css } from "lit";

export const legendStyles = css`
	tier-map-legend ul {
		display: flex;
		flex-wrap: wrap;
		gap: 0.2rem 0.15rem;
		margin: 0;
		padding: 0;
		list-style: none;
	}

	tier-map-legend :is(button, .mark) {
		display: flex;
		align-items: center;
		gap: 0.5em;
		min-block-size: 2rem;
		padding: 0.2em 0.55em 0.2em 0.4em;
		border-color: transparent;
		font-size: 0.8125rem;
		line-height: 1.25;
		text-align: start;
	}

	tier-map-legend button:hover {
		border-color: var(--_line);
	}

	tier-map-legend button[aria-pressed="true"] {
		border-color: currentColor;
		background: var(--_surface);
	}

	tier-map-legend svg {
		flex: none;
		inline-size: 1.5em;
		block-size: 1.1em;
		overflow: visible;
	}

	tier-map-legend .mark {
		border: 1px solid transparent;
	}

	tier-map-legend .count {
		color: var(--_muted);
		font-variant-numeric: tabular-nums;
	}
`;
