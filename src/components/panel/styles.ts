import { css } from "lit";

export const panelStyles = css`
	tier-map-panel {
		display: block;
		min-inline-size: 0;
		font-size: 0.9375rem;
		line-height: 1.55;
		overflow-wrap: break-word;
		text-autospace: normal;
	}

	tier-map-panel:lang(zh) {
		line-height: 1.75;
	}

	tier-map-panel :is(h2, h3, h4, p, ul, ol) {
		margin: 0;
	}

	tier-map-panel > section {
		/* A swipe to the side is ours: it closes the panel. */
		touch-action: pan-y pinch-zoom;
		display: grid;
		gap: 1.1rem;
	}

	tier-map-panel header {
		position: relative;
		display: grid;
		gap: 0.3rem;
		padding-inline-end: 2.5rem;
	}

	tier-map-panel h2 {
		font-size: 1.625rem;
		line-height: 1.2;
		font-weight: 700;
		text-wrap: balance;
	}

	tier-map-panel h2 small {
		font-size: 0.9375rem;
		font-weight: 400;
		color: var(--_muted);
		margin-inline-start: 0.4em;
	}

	.tier-pill {
		display: flex;
		align-items: center;
		gap: 0.5em;
		font-size: 0.875rem;
	}

	.tier-pill svg {
		inline-size: 1.5em;
		block-size: 1.05em;
	}

	.standing {
		display: grid;
		gap: 0.15rem;
		font-size: 0.875rem;
	}

	.standing svg,
	.embargo svg {
		inline-size: 1.5em;
		block-size: 1.05em;
		vertical-align: -0.15em;
		overflow: visible;
	}

	tier-map-panel .close {
		position: absolute;
		inset-block-start: 0;
		inset-inline-end: 0;
		inline-size: 2.25rem;
		block-size: 2.25rem;
		padding: 0;
		font-size: 1.25rem;
		line-height: 1;
	}

	.label {
		font-size: 0.8125rem;
		font-weight: 600;
		color: var(--_muted);
		margin-inline-end: 0.5em;
	}

	.link {
		display: inline;
		padding: 0;
		border: 0;
		font: inherit;
		color: var(--_accent);
		text-align: start;
		text-decoration: underline;
		text-decoration-thickness: 1px;
		text-underline-offset: 0.18em;
	}

	tier-map-panel a {
		color: var(--_accent);
		text-underline-offset: 0.18em;
	}

	.regions,
	.belongs {
		font-size: 0.875rem;
	}

	.cite,
	.ref {
		font-size: 0.72em;
		line-height: 0;
		vertical-align: super;
		padding-inline: 0.15em;
		text-decoration: none;
		font-variant-numeric: tabular-nums;
	}

	.ref {
		font-style: italic;
	}

	.letter {
		font-size: 0.8125rem;
		font-style: italic;
		color: var(--_accent);
		margin-inline-end: 0.3em;
	}

	/* The word joiner keeps a mark on the line of what it stands behind. */
	.ref::before {
		content: "\\2060";
	}

	.cite::before {
		content: "\\2060[";
	}

	.cite::after {
		content: "]";
	}

	.voice {
		display: grid;
		gap: 0.6rem;
	}

	.voice > h3 {
		font-size: 0.9375rem;
		font-weight: 700;
	}

	.voice-note {
		margin-block-start: -0.55rem !important;
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	/* The rule: a plain box with a list. */
	.rule {
		padding: 0.9rem 1rem;
		background: var(--_surface);
		border-block-start: 3px solid var(--_text);
	}

	.rule ul {
		display: grid;
		gap: 0.45rem;
		padding-inline-start: 1.1em;
		list-style: square;
	}

	/* The column: a speaker's line down the side, in a reading face. */
	.column {
		padding-inline-start: 1rem;
		border-inline-start: 3px double var(--_muted);
	}

	.column > p:not([class]),
	.claims > li > p:first-child {
		font-family: var(--tier-map-font, Georgia, "Times New Roman", serif);
	}

	.column:lang(zh) > p:not([class]),
	.claims:lang(zh) > li > p:first-child {
		font-family: var(--tier-map-font, "Songti SC", "Noto Serif CJK SC", "SimSun", serif);
	}

	.column h4 {
		font-size: 0.875rem;
		font-weight: 700;
		line-height: 1.4;
		margin-block-start: 0.5rem;
	}

	summary {
		min-block-size: 24px;
		padding-block: 0.1rem;
		cursor: pointer;
	}

	summary h4 {
		display: inline;
	}

	.claims {
		display: grid;
		gap: 0.9rem;
		padding: 0;
		list-style: none;
	}

	details .claims {
		margin-block-start: 0.75rem;
	}

	.claims li {
		display: grid;
		gap: 0.2rem;
		scroll-margin: 4rem;
	}

	.meta {
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	/* The check: a tag of its own, set off by a dashed frame. */
	.check {
		margin-block-start: 0.25rem;
		padding: 0.5rem 0.7rem;
		border: 1px dashed var(--_muted);
		font-size: 0.875rem;
	}

	/* What is ours: a dotted frame, with its label first. */
	.ours:not(.chain) {
		padding: 0.5rem 0.7rem;
		border: 1px dotted var(--_muted);
		font-size: 0.875rem;
	}

	.silence {
		padding: 0.5rem 0.7rem;
		border: 1px solid var(--_line);
		font-style: normal;
	}

	/* Three links, one under the other, joined by arrows. */
	.chain {
		display: grid;
		gap: 0.5rem;
		font-size: 0.875rem;
	}

	.chain > ol {
		display: grid;
		padding: 0;
		list-style: none;
	}

	.chain > ol > li {
		padding: 0.5rem 0.7rem;
		border: 1px solid var(--_line);
	}

	.chain > ol > li + li {
		position: relative;
		margin-block-start: 1.4rem;
	}

	.chain > ol > li + li::before {
		content: "";
		position: absolute;
		inset-block-start: calc(-1.4rem - 1px);
		inset-inline-start: 1.2rem;
		block-size: 1.4rem;
		border-inline-start: 2px solid var(--_muted);
	}

	.chain > ol > li + li::after {
		content: "";
		position: absolute;
		inset-block-start: -0.6rem;
		inset-inline-start: calc(1.2rem - 4px);
		border: 5px solid transparent;
		border-block-start: 8px solid var(--_muted);
		border-block-end: 0;
	}

	.chain .label {
		display: block;
	}

	.chain .group {
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	.chain ul {
		display: grid;
		gap: 0.3rem;
		margin-block-start: 0.3rem;
		padding-inline-start: 1.1em;
	}

	.dispute,
	.why p {
		font-size: 0.875rem;
	}

	.credit,
	.sources {
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	.sources h3 {
		font-size: 0.8125rem;
	}

	.sources ol {
		padding-inline-start: 1.6em;
	}

	.sources .date {
		white-space: nowrap;
	}

	.other-round {
		font-size: 0.8125rem;
		color: var(--_muted);
	}

	.notice {
		padding: 0.6rem 0.8rem;
		border-inline-start: 4px solid var(--_accent);
		background: var(--_surface);
	}

	@media print {
		tier-map-panel .close,
		tier-map-panel > section > p:last-child {
			display: none;
		}
	}
`;
