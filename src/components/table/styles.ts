import { css } from "lit";

export const tableStyles = css`
	tier-map-table {
		position: relative;
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 0.6rem;
		container: tier-map-table / inline-size;
		font-size: 0.875rem;
		line-height: 1.4;
		text-autospace: normal;
	}

	.table-bar {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 0.4rem 0.75rem;
	}

	.table-bar label {
		display: flex;
		align-items: center;
		gap: 0.5em;
		flex: 0 1 20rem;
		min-inline-size: 0;
	}

	.table-bar input,
	.table-bar textarea {
		flex: 1;
		min-inline-size: 0;
		inline-size: 100%;
		min-block-size: 2.25rem;
		padding: 0.2em 0.6em;
		border: 1px solid color-mix(in oklab, var(--_text) 50%, transparent);
		border-radius: 3px;
		background: var(--_surface);
		color: inherit;
		font: inherit;
	}

	.table-bar input::placeholder {
		color: var(--_muted);
		opacity: 1;
	}

	.table-bar textarea {
		flex-basis: 100%;
		font-family: ui-monospace, monospace;
		font-size: 0.8125rem;
	}

	.table-bar button {
		min-block-size: 2.25rem;
	}

	.table-bar p {
		margin: 0;
		color: var(--_muted);
	}

	/* Over the table's last row, clear of the names, so that nothing moves when the focus comes. */
	.table-keys {
		visibility: hidden;
		position: absolute;
		inset-block-end: 0.4rem;
		inset-inline-end: 0.4rem;
		margin: 0;
		padding: 0.15rem 0.5rem;
		border: 1px solid var(--_line);
		border-radius: 3px;
		background: var(--_surface);
		font-size: 0.8125rem;
	}

	tier-map-table:has(tbody :focus-visible) .table-keys {
		visibility: visible;
	}

	@supports not selector(:has(a)) {
		tier-map-table .table-scroll:focus-within ~ .table-keys {
			visibility: visible;
		}
	}

	.table-scroll {
		position: relative;
		max-block-size: min(38rem, 80vh);
		max-block-size: min(38rem, 80svh);
		overflow: auto;
		border-block: 1px solid var(--_line);
	}

	tier-map-table table {
		inline-size: 100%;
		border-collapse: separate;
		border-spacing: 0;
	}

	tier-map-table caption {
		padding: 0.5rem;
		color: var(--_muted);
		font-size: 0.8125rem;
		text-align: start;
	}

	tier-map-table :is(th, td) {
		padding: 0.35rem 0.5rem;
		border-block-end: 1px solid var(--_line);
		font-weight: 400;
		text-align: start;
		vertical-align: top;
		overflow-wrap: break-word;
	}

	tier-map-table thead th {
		position: sticky;
		inset-block-start: 0;
		z-index: 1;
		padding: 0;
		background: var(--_surface);
		white-space: nowrap;
	}

	tier-map-table thead button {
		inline-size: 100%;
		min-block-size: 2.25rem;
		padding: 0.2rem 0.5rem;
		border: 0;
		font-size: 0.8125rem;
		font-weight: 600;
		text-align: inherit;
	}

	tier-map-table :is(thead button, tbody th button):focus-visible {
		outline-offset: -3px;
		box-shadow: none;
	}

	tier-map-table thead button::after {
		content: "↕" / "";
		margin-inline-start: 0.4em;
		color: var(--_muted);
		font-weight: 400;
	}

	tier-map-table [aria-sort] button::after {
		color: var(--_text);
	}

	tier-map-table [aria-sort="ascending"] button::after {
		content: "↑" / "";
	}

	tier-map-table [aria-sort="descending"] button::after {
		content: "↓" / "";
	}

	tier-map-table tbody tr {
		cursor: pointer;
	}

	tier-map-table tbody tr:hover {
		background: var(--_surface);
	}

	tier-map-table .table-picked {
		background: color-mix(in oklab, var(--_accent) 14%, transparent);
	}

	tier-map-table .table-picked th {
		box-shadow: inset 4px 0 var(--_accent);
	}

	tier-map-table .table-picked th:dir(rtl) {
		box-shadow: inset -4px 0 var(--_accent);
	}

	tier-map-table tbody th button {
		min-block-size: 1.75rem;
		margin-block: -0.2rem;
		margin-inline: -0.3rem;
		padding: 0.1rem 0.3rem;
		border: 0;
		text-align: start;
	}

	tier-map-table [aria-current] {
		font-weight: 700;
	}

	tier-map-table tbody tr:hover button {
		text-decoration: underline;
	}

	tier-map-table small {
		color: var(--_muted);
		font-size: 0.8125rem;
	}

	.table-name small {
		margin-inline-start: 0.25em;
	}

	.table-tier div {
		display: flex;
		align-items: baseline;
		gap: 0.5em;
		white-space: nowrap;
	}

	/* A mark beside the level. */
	.table-tier small {
		display: block;
	}

	.table-tier svg {
		flex: none;
		inline-size: 1.35em;
		block-size: 0.9em;
		overflow: visible;
	}

	tier-map-table td.table-regions {
		inline-size: 45%;
		color: var(--_muted);
		font-size: 0.8125rem;
	}

	tier-map-table .table-claims {
		text-align: end;
		font-variant-numeric: tabular-nums;
		white-space: nowrap;
	}

	tier-map-table .table-claims small {
		display: block;
	}

	/* No room for the regions: read aloud, filtered by, but not seen. */
	@container tier-map-table (inline-size < 36rem) {
		tier-map-table table {
			table-layout: fixed;
		}

		th.table-tier {
			inline-size: 9.5rem;
		}

		.table-tier div {
			white-space: normal;
		}

		th.table-claims {
			inline-size: 4.75rem;
		}

		tier-map-table .table-claims small {
			white-space: normal;
		}

		tier-map-table :is(th, td).table-regions {
			inline-size: 0;
			padding: 0;
		}

		.table-regions > :not(:focus-visible) {
			position: absolute;
			inline-size: 1px;
			block-size: 1px;
			overflow: hidden;
			clip-path: inset(50%);
			white-space: nowrap;
		}

		.table-name small {
			display: block;
			margin-inline-start: 0;
		}
	}

	@container tier-map-table (inline-size < 21rem) {
		th.table-tier {
			inline-size: 7rem;
		}

		.table-tier div {
			word-break: keep-all;
		}
	}

	@media (forced-colors: active) {
		tier-map-table .table-picked th {
			border-inline-start: 4px solid Highlight;
		}
	}

	@media print {
		.table-bar,
		.table-keys {
			display: none;
		}

		.table-scroll {
			max-block-size: none;
			overflow: visible;
		}

		tier-map-table thead {
			display: table-header-group;
		}

		tier-map-table thead th {
			position: static;
		}

		tier-map-table tr {
			break-inside: avoid;
		}
	}
`;
