import { css, unsafeCSS } from "lit";
import { besideStyles } from "./beside.ts";

export const roundsStyles = css`
	tier-map-rounds {
		display: block;
		container: rounds / inline-size;
		align-self: start;
		min-inline-size: 0;
		font-size: 0.875rem;
		line-height: 1.5;
		text-autospace: normal;
		overflow-wrap: break-word;
	}

	@media not print {
		.layout[data-panel="side"] {
			${unsafeCSS(besideStyles)}
		}

		@container tier-map (inline-size >= 53rem) {
			.layout[data-panel="auto"] {
				${unsafeCSS(besideStyles)}
			}
		}
	}

	tier-map-rounds:lang(zh) {
		line-height: 1.65;
	}

	tier-map-rounds :is(h2, h3, p, ul, ol, figure) {
		margin: 0;
	}

	tier-map-rounds > section {
		display: grid;
		gap: 0.6rem 1.5rem;
		padding-block-start: 0.75rem;
		border-block-start: 1px solid var(--_line);
	}

	tier-map-rounds h2 {
		font-size: 1rem;
		line-height: 1.3;
	}

	tier-map-rounds h2 small {
		margin-inline-start: 0.5em;
		font-size: 0.8125rem;
		font-weight: 400;
		color: var(--_muted);
	}

	/* The slider's thumb doesn't stand out where a column of the chart is narrower than that. */
	.timeline {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		padding-inline: max(0px, 13px - 50% / var(--rounds, 16));
		align-content: start;
		min-inline-size: 0;
	}

	@container rounds (inline-size >= 40rem) {
		tier-map-rounds > section {
			grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
			align-items: start;
		}

		tier-map-rounds h2 {
			grid-column: 1 / -1;
		}
	}

	tier-map-rounds figcaption,
	.key,
	.counts,
	tier-map-rounds .sources {
		font-size: 0.75rem;
		line-height: 1.45;
		color: var(--_muted);
	}

	tier-map-rounds figcaption strong {
		color: var(--_text);
	}

	/* The chart, whose time runs to the right in every language. */
	.reach,
	.years,
	.steps,
	tier-map-rounds input[type="range"] {
		direction: ltr;
	}

	.reach,
	.years {
		display: block;
		inline-size: 100%;
		overflow: visible;
		font-size: 0.75rem;
		font-variant-numeric: tabular-nums;
	}

	.reach {
		margin-block-start: 0.5rem;
		cursor: pointer;
	}

	.reach text,
	.years text {
		fill: var(--_muted);
	}

	.reach text {
		text-anchor: middle;
	}

	.reach .limit-label {
		unicode-bidi: plaintext;
		text-anchor: start;
		font-size: 0.6875rem;
	}

	.reach .limit {
		stroke: var(--_line);
	}

	.reach .base,
	.reach .tick {
		stroke: var(--_muted);
	}

	.reach .ground {
		fill: transparent;
	}

	.reach .column:hover .ground {
		fill: color-mix(in oklab, var(--_text) 5%, transparent);
	}

	.reach .current .ground {
		fill: color-mix(in oklab, var(--_text) 10%, transparent);
	}

	.reach .current .value {
		fill: var(--_text);
		font-weight: 700;
	}

	.bar {
		fill: color-mix(in oklab, var(--_text) 45%, var(--_surface));
	}

	.bar.new {
		fill: var(--_accent);
	}

	.bar.kept {
		fill: var(--_surface);
		stroke: color-mix(in oklab, var(--_text) 45%, var(--_surface));
	}

	@media (forced-colors: active) {
		.bar {
			fill: GrayText;
		}

		.bar.new {
			fill: Highlight;
		}

		.bar.kept {
			fill: Canvas;
			stroke: CanvasText;
		}

		.reach text,
		.years text {
			fill: CanvasText;
		}
	}

	.key {
		display: flex;
		flex-wrap: wrap;
		gap: 0.1rem 1rem;
		padding: 0;
		list-style: none;
	}

	.key svg {
		vertical-align: -0.1em;
		margin-inline-end: 0.2em;
	}

	/* The thumb's middle stands under the middle of its round's column. */
	tier-map-rounds input[type="range"] {
		--thumb: 24px;
		appearance: none;
		inline-size: calc(100% - 100% / var(--rounds, 16) + var(--thumb));
		block-size: 32px;
		justify-self: left;
		margin: 0;
		margin-inline-start: calc(50% / var(--rounds, 16) - var(--thumb) / 2);
		background: none;
		cursor: pointer;
		touch-action: pan-y;
	}

	tier-map-rounds input::-webkit-slider-runnable-track {
		block-size: 4px;
		border-radius: 2px;
		background: color-mix(in oklab, var(--_text) 30%, transparent);
	}

	tier-map-rounds input::-moz-range-track {
		block-size: 4px;
		border-radius: 2px;
		background: color-mix(in oklab, var(--_text) 30%, transparent);
	}

	tier-map-rounds input::-webkit-slider-thumb {
		appearance: none;
		inline-size: var(--thumb);
		block-size: var(--thumb);
		margin-block-start: calc(2px - var(--thumb) / 2);
		border: 3px solid var(--_surface);
		border-radius: 50%;
		background: var(--_text);
		box-shadow: 0 0 0 1px var(--_text);
	}

	tier-map-rounds input::-moz-range-thumb {
		box-sizing: border-box;
		inline-size: var(--thumb);
		block-size: var(--thumb);
		border: 3px solid var(--_surface);
		border-radius: 50%;
		background: var(--_text);
		box-shadow: 0 0 0 1px var(--_text);
	}

	@media (forced-colors: active) {
		tier-map-rounds input[type="range"] {
			appearance: auto;
		}
	}

	.beneath {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 0.4rem 1rem;
		margin-block: 0.35rem;
	}

	.beneath .key {
		flex: 1 0 100%;
	}

	.steps {
		display: flex;
		align-items: center;
		gap: 0.35rem;
		font-size: 0.8125rem;
	}

	.steps button {
		display: inline-flex;
		align-items: center;
		justify-content: center;
		gap: 0.35em;
		min-inline-size: 2.25rem;
		min-block-size: 2.25rem;
	}

	.steps .play {
		min-inline-size: 5.5rem;
	}

	.steps button[aria-disabled="true"] {
		opacity: 0.4;
		cursor: default;
	}

	.icon {
		inline-size: 1em;
		block-size: 1em;
		fill: none;
		stroke: currentColor;
		stroke-width: 2;
		stroke-linejoin: round;
		stroke-linecap: round;
	}

	tier-map-rounds .rule {
		gap: 0.35rem;
		padding: 0.65rem 0.85rem 0.75rem;
	}

	.day {
		display: flex;
		flex-wrap: wrap;
		justify-content: space-between;
		gap: 0 0.75rem;
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	.colours {
		padding-inline: 0.5em;
		border: 1px solid var(--_line);
		border-radius: 1em;
		font-size: 0.75rem;
	}

	tier-map-rounds h3,
	tier-map-rounds .voice > h3 {
		font-size: 1.0625rem;
		line-height: 1.3;
		text-wrap: balance;
	}

	tier-map-rounds a {
		color: var(--_accent);
		text-underline-offset: 0.18em;
	}

	tier-map-rounds .sources ol {
		padding-inline-start: 1.6em;
	}

	tier-map-rounds .sources summary {
		min-block-size: 24px;
		align-content: center;
	}

	.coverage,
	.dates {
		font-size: 0.8125rem;
	}

	.dates {
		color: var(--_muted);
	}

	.coverage :is(.others, .relieved) {
		display: block;
	}

	.changes {
		display: grid;
		gap: 0.35rem;
		padding: 0;
		list-style: none;
	}

	tier-map-rounds .rule ul.changes {
		padding: 0;
		list-style: none;
	}

	.changes li {
		display: grid;
		grid-template-columns: 1.4em minmax(0, 1fr);
		gap: 0.5em;
	}

	.changes li > svg,
	.relieved svg,
	.runs svg,
	.meant svg {
		inline-size: 1.4em;
		block-size: 1em;
		overflow: visible;
	}

	.changes li > svg {
		margin-block-start: 0.25em;
	}

	.changes summary {
		min-block-size: 24px;
		align-content: center;
	}

	.changes :is(.level, .count, .others) {
		color: var(--_muted);
	}

	.changes :is(.level, .count)::before {
		content: "· ";
	}

	.changes .others {
		display: block;
		font-size: 0.8125rem;
	}

	.counts summary {
		min-block-size: 24px;
		align-content: center;
	}

	.scroller {
		overflow-x: auto;
	}

	.counts table {
		border-collapse: collapse;
		font-variant-numeric: tabular-nums;
	}

	.counts :is(th, td) {
		padding: 0.15rem 0.6rem 0.15rem 0;
		border-block-end: 1px solid var(--_line);
		font-weight: 400;
		text-align: start;
		vertical-align: top;
	}

	.counts thead th {
		vertical-align: bottom;
		font-weight: 600;
	}

	.counts tbody td:first-child {
		white-space: nowrap;
	}

	.counts :is(td:nth-child(n + 3), thead th:nth-child(n + 3)) {
		text-align: end;
	}

	/* The column's claim: its own band, its voice's double line, out of step with the chart. */
	.sketch {
		display: grid;
		grid-template-columns: 7rem minmax(0, 1fr);
		align-items: center;
		gap: 0.75rem;
		margin-block-start: 0.75rem !important;
		padding-inline-start: 0.75rem;
		border-inline-start: 3px double var(--_muted);
	}

	.sketch svg {
		inline-size: 100%;
		block-size: 2.75rem;
		overflow: visible;
	}

	.sketch path {
		fill: none;
		stroke: var(--_muted);
		stroke-width: 2.5px;
		stroke-linecap: round;
		stroke-dasharray: 6 6;
		vector-effect: non-scaling-stroke;
	}

	/* A place's own rounds, in the panel. */
	.place-rounds {
		display: grid;
		gap: 0.4rem;
		font-size: 0.875rem;
	}

	.place-rounds h4 {
		font-size: 0.875rem;
	}

	.strip {
		display: flex;
		gap: 1px;
		block-size: 0.9rem;
	}

	.strip span {
		flex: 1;
		background: var(--tier);
		border: 1px solid color-mix(in oklab, var(--_text) 30%, transparent);
		forced-color-adjust: none;
	}

	tier-map-panel .rule .place-rounds ol {
		display: grid;
		gap: 0.3rem;
		padding: 0;
		list-style: none;
	}

	.runs li {
		display: flex;
		align-items: center;
		gap: 0.5em;
	}

	.place-rounds .every {
		margin-block-start: 0.5rem;
	}

	.every li {
		display: grid;
		grid-template-columns: 9em minmax(0, 1fr);
		align-items: start;
		gap: 0 0.5em;
		padding-block: 0.25rem;
		border-block-start: 1px solid var(--_line);
	}

	.place-rounds .link {
		min-block-size: 24px;
	}

	.meant {
		grid-column: 2;
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	.meant svg {
		vertical-align: -0.15em;
	}

	@media print {
		tier-map-rounds :is(.steps, input) {
			display: none;
		}

		.panel,
		tier-map-rounds {
			margin-block-start: 1.25rem;
		}

		tier-map-rounds > section {
			display: block;
		}
	}
`;
