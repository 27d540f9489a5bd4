import { css } from "lit";

export const searchStyles = css`
	tier-map-search {
		display: block;
		position: relative;
		flex: 1 1 20rem;
		min-inline-size: 0;
		max-inline-size: 28rem;
	}

	tier-map-search .field {
		display: grid;
	}

	tier-map-search .field > * {
		grid-area: 1 / 1;
	}

	tier-map-search .field svg {
		align-self: center;
		margin-inline-start: 0.7rem;
		inline-size: 1.1rem;
		fill: none;
		stroke: var(--_muted);
		stroke-width: 2px;
		stroke-linecap: round;
		pointer-events: none;
		z-index: 1;
	}

	/* Below 16 px iOS zooms into the page. */
	tier-map-search input {
		inline-size: 100%;
		min-block-size: 2.5rem;
		margin: 0;
		padding: 0.3rem 0.7rem;
		padding-inline-start: 2.3rem;
		border: 1px solid var(--_muted);
		border-radius: 3px;
		color: inherit;
		background: var(--_surface);
		font: inherit;
		font-size: max(16px, 0.9375rem);
		text-overflow: ellipsis;
	}

	tier-map-search input:focus-visible {
		outline-offset: -1px;
		box-shadow: none;
	}

	tier-map-search input::placeholder {
		color: var(--_muted);
		opacity: 1;
	}

	tier-map-search [role="listbox"],
	tier-map-search .none {
		position: absolute;
		z-index: 20;
		inset-block-start: calc(100% + 4px);
		inset-inline: 0;
		margin: 0;
		padding: 0.25rem 0;
		border: 1px solid var(--_muted);
		border-radius: 3px;
		background: var(--_surface);
		box-shadow: 0 6px 20px rgb(0 0 0 / 0.22);
		font-size: 0.9375rem;
		line-height: 1.3;
	}

	tier-map-search [role="listbox"]:not([hidden]) {
		display: block;
		max-block-size: min(27rem, 70vh);
		max-block-size: min(27rem, 70dvh);
		overflow: hidden auto;
		overscroll-behavior: contain;
		list-style: none;
	}

	tier-map-search .none {
		padding: 0.6rem 0.8rem;
		color: var(--_muted);
	}

	tier-map-search [role="option"] {
		display: grid;
		grid-template-columns: auto minmax(0, 1fr) auto;
		align-items: center;
		gap: 0.6rem;
		min-block-size: 2.5rem;
		padding: 0.3rem 0.75rem;
		cursor: pointer;
	}

	@media (pointer: coarse) {
		tier-map-search :is(input, [role="option"]) {
			min-block-size: 44px;
		}
	}

	tier-map-search [role="option"]:hover {
		background: color-mix(in oklab, var(--_text) 7%, transparent);
	}

	/* Not by colour alone: a bar at the edge as well. */
	tier-map-search [role="option"][aria-selected="true"] {
		background: color-mix(in oklab, var(--_accent) 16%, transparent);
		box-shadow: inset 4px 0 var(--_accent);
	}

	tier-map-search [role="option"]:dir(rtl)[aria-selected="true"] {
		box-shadow: inset -4px 0 var(--_accent);
	}

	tier-map-search [role="option"] > :is(svg, .blank) {
		inline-size: 1.5rem;
		block-size: 1rem;
	}

	tier-map-search .name {
		display: flex;
		flex-wrap: wrap;
		align-items: baseline;
		column-gap: 0.6em;
		overflow-wrap: anywhere;
	}

	tier-map-search .name small {
		color: var(--_muted);
		font-size: 0.8125rem;
	}

	tier-map-search .tier {
		color: var(--_muted);
		font-size: 0.8125rem;
		text-align: end;
	}

	@media (forced-colors: active) {
		tier-map-search [role="option"][aria-selected="true"] {
			outline: 2px solid Highlight;
			outline-offset: -2px;
		}
	}

	@media print {
		tier-map-search {
			display: none;
		}
	}
`;
