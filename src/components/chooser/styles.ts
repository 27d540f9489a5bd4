import { css } from "lit";

export const chooserStyles = css`
	tier-map-chooser {
		position: absolute;
		inset-block-start: 0;
		left: 0;
		z-index: 3;
		display: grid;
		min-inline-size: 11rem;
		max-inline-size: 100%;
		padding: 0.25rem;
		border: 1px solid var(--_line);
		border-radius: 4px;
		background: var(--_surface);
		box-shadow: 0 3px 14px rgb(0 0 0 / 0.25);
		font-size: 0.9375rem;
	}

	tier-map-chooser p {
		margin: 0;
		padding: 0.3em 0.6em;
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	tier-map-chooser button {
		display: flex;
		align-items: center;
		gap: 0.6em;
		min-block-size: 44px;
		border: 0;
		text-align: start;
	}

	tier-map-chooser svg {
		flex: none;
		inline-size: 1.5em;
		block-size: 1.05em;
	}

	@media print {
		tier-map-chooser {
			display: none;
		}
	}
`;
