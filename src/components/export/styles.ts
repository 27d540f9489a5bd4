import { css } from "lit";

export const exportStyles = css`
	.export {
		position: relative;
	}

	.export-menu {
		position: absolute;
		inset-block-start: calc(100% + 4px);
		inset-inline-end: 0;
		z-index: 4;
		display: grid;
		min-inline-size: max-content;
		padding: 0.25rem;
		border: 1px solid var(--_line);
		border-radius: 4px;
		background: var(--_surface);
		box-shadow: 0 3px 14px rgb(0 0 0 / 0.25);
	}

	.export-failed {
		position: absolute;
		inset-block-start: calc(100% + 4px);
		inset-inline-end: 0;
		z-index: 3;
		inline-size: max-content;
		max-inline-size: 18rem;
		margin: 0;
		padding: 0.5rem 0.75rem;
		border-inline-start: 4px solid var(--_accent);
		background: var(--_surface);
	}

	tier-map-toolbar .export-menu button {
		border: 0;
		padding-inline: 0.75em;
		text-align: start;
	}

	.export-menu button:hover {
		background: color-mix(in oklab, var(--_text) 10%, transparent);
	}

	@media (forced-colors: active) {
		.export-menu {
			border-color: CanvasText;
		}
	}
`;
