import { html, nothing, svg } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import type { Argument } from "../../model/edition.ts";
import type { RoundReach } from "../../model/rounds.ts";

/** Sizes in pixels; across, the chart is measured in percent, so that it stands above the slider at any width. */
const TOP = 18;
const BASE = 108;
const HEIGHT = 116;

/**
 * *Reach*, measured: a bar per round, as high as the number of destinations covered after it, the newly
 * covered ones set off. A round that doesn't recolour carries the count over and is drawn hollow.
 *
 * @param index of the round shown
 * @param total number of all destinations, at which the scale ends
 * @param pick shows the round at an index
 */
export function reachChart(
	reaches: readonly RoundReach[],
	index: number,
	total: number,
	strings: Strings,
	pick: (index: number) => void,
) {
	const step = 100 / reaches.length;
	// Where nothing is counted, no bar has a height.
	const height = (count: number) => ((BASE - TOP) * count) / (total || 1);
	return html`
		<svg class="reach" height=${HEIGHT} aria-hidden="true">
			<line class="limit" x1="0" x2="100%" y1=${TOP} y2=${TOP} />
			<text class="limit-label" x="0" y=${TOP - 6}>${strings.destinations(total)}</text>
			${reaches.map(({ round, covered, newlyCovered }, i) => {
				const top = BASE - height(covered);
				const before = covered - newlyCovered;
				const bar = { x: `${(i + 0.18) * step}%`, width: `${0.64 * step}%` };
				const labelled = i === index || covered !== reaches[i - 1]?.covered;
				return svg`
					<g class=${i === index ? "column current" : "column"} @click=${() => pick(i)}>
						<rect class="ground" x="${i * step}%" width="${step}%" y="0" height=${HEIGHT} />
						${
							round.recolours
								? svg`
									<rect class="bar" x=${bar.x} width=${bar.width} y=${BASE - height(before)} height=${height(before)} />
									<rect class="bar new" x=${bar.x} width=${bar.width} y=${top} height=${height(newlyCovered)} />
								`
								: svg`<rect class="bar kept" x=${bar.x} width=${bar.width} y=${top} height=${height(covered)} />`
						}
						${
							labelled
								? svg`<text class="value" x="${(i + 0.5) * step}%" y=${top - 4}>${strings.number(covered)}</text>`
								: nothing
						}
					</g>
				`;
			})}
			<line class="base" x1="0" x2="100%" y1=${BASE} y2=${BASE} />
			${reaches.map(
				({ round }, i) => svg`
					<line
						class="tick"
						x1="${(i + 0.5) * step}%"
						x2="${(i + 0.5) * step}%"
						y1=${BASE}
						y2=${round.recolours ? HEIGHT : HEIGHT - 4}
					/>
				`,
			)}
		</svg>
	`;
}

/** The years beneath the slider, each under the first round in it. */
export function years(reaches: readonly RoundReach[]) {
	const step = 100 / reaches.length;
	const year = (i: number) => reaches[i]?.round.id.slice(0, 4);
	return html`
		<svg class="years" height="18" aria-hidden="true">
			${reaches.map((_, i) =>
				year(i) === year(i - 1)
					? nothing
					: svg`<text x="${(i + 0.18) * step}%" y="13">${year(i)}</text>`,
			)}
		</svg>
	`;
}

/** What the bars' fills mean. */
export function key(strings: Strings) {
	const item = (kind: string, text: string) => html`
		<li>
			<svg width="12" height="12" aria-hidden="true">
				<rect class="bar ${kind}" x="1" y="1" width="10" height="10" />
			</svg>
			${text}
		</li>
	`;
	return html`
		<ul class="key">
			${item("new", strings.newlyCovered)}
			${item("", strings.coveredBefore)}
			${item("kept", strings.carriedOver)}
		</ul>
	`;
}

/**
 * The counts that the bars show, as a table.
 *
 * @param note what else to know of them; may be empty
 */
export function countsTable(
	reaches: readonly RoundReach[],
	note: string,
	strings: Strings,
) {
	const column = (text: string) => html`<th scope="col">${text}</th>`;
	return html`
		<details class="counts">
			<summary>${strings.countsTable}</summary>
			${note ? html`<p>${note}</p>` : nothing}
			<div class="scroller" tabindex="0" role="region" aria-label=${strings.countsTable}>
				<table>
					<thead>
						<tr>
							${column(strings.date)} ${column(strings.round)} ${column(strings.coveredDestinations)}
							${column(strings.newlyCovered)} ${column(strings.released)}
						</tr>
					</thead>
					<tbody>
						${reaches.map(
							({ round, covered, newlyCovered, released }) => html`
								<tr>
									<td>${round.id}</td>
									<th scope="row">${round.title}</th>
									<td>${strings.number(covered)}</td>
									<td>${strings.number(newlyCovered)}</td>
									<td>${strings.number(released)}</td>
								</tr>
							`,
						)}
					</tbody>
				</table>
			</div>
		</details>
	`;
}

/**
 * A claim of a diminishing effect, where the data makes one: a line by hand, with nothing on it or beside it that could be
 * read as a value, and not in line with the rounds.
 */
export function sketch(texts: Argument["texts"] | undefined) {
	// Until the texts are there, their room is kept.
	if (texts && !texts.sketch) return nothing;
	return html`
		<figure class="sketch">
			<svg
				viewBox="0 0 200 60"
				preserveAspectRatio="none"
				role="img"
				aria-label=${texts?.["sketch-shape"] ?? ""}
			>
				<path d="M5 7C15 6 22 15 31 21S47 26 58 33s19 2 30 7 18 8 30 8 19 1 31 4 27-1 46 2" />
			</svg>
			<figcaption><strong>${texts?.sketch}</strong> ${texts?.["sketch-note"]}</figcaption>
		</figure>
	`;
}
