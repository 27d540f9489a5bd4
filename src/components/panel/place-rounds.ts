import { html, type TemplateResult } from "lit";
import { levelName } from "../../model/levels.ts";
import { embargoesIn, reliefIn } from "../../model/marks.ts";
import { roundReaches, runsOf } from "../../model/rounds.ts";
import { parseText } from "../../model/tokens.ts";
import { swatch } from "../swatch.ts";
import { RequestEvent } from "../tier-map/events.ts";
import { prose, type Setting } from "./prose.ts";

/**
 * A place's own row of rounds: since when it was at which level, and folded beneath, what every round
 * meant there; each date shows its round on the map.
 *
 * @param place its id
 */
export function placeRounds(place: string, setting: Setting): TemplateResult {
	const { core, argument, strings } = setting;
	const reaches = roundReaches(core);
	const dated = (id: string) => html`
		<button
			type="button"
			class="link"
			@click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new RequestEvent({ type: "round", id }))}
		><time datetime=${id}>${strings.day(id)}</time></button>
	`;
	return html`
		<div class="place-rounds">
			<h4>${strings.placeRounds}</h4>
			<div class="strip" aria-hidden="true">
				${reaches.map(({ levels }) => html`<span data-tier=${levels.get(place) ?? ""}></span>`)}
			</div>
			<ol class="runs">
				${runsOf(core, place).flatMap(({ level, name, rounds }) =>
					rounds.slice(0, 1).map(
						({ id }) => html`
							<li>
								${swatch(level ?? "")}
								<span>${dated(id)} <strong>${name}</strong></span>
							</li>
						`,
					),
				)}
			</ol>
			<details>
				<summary>${strings.everyRound(reaches.length)}</summary>
				<ol class="every">
					${reaches.map(({ round, levels, own, changes }) => {
						const change = changes.find((c) => c.place.id === place);
						const level = levels.get(place);
						const alone = own.get(place);
						const isEmbargoed = embargoesIn(core, round.id).has(place);
						const marks = [
							...(isEmbargoed ? [strings.embargo] : []),
							...(reliefIn(core, round.id).get(place)?.includes(round)
								? [strings.relief]
								: []),
						];
						const name = levelName(core, level, round.id);
						return html`
							<li data-round=${round.id} data-level=${level ?? ""}>
								${dated(round.id)}
								<span>${round.title}</span>
								<span class="meant">
									${swatch(level ?? "")}
									${marks.length ? strings.marked(name, marks) : name}${
										isEmbargoed && alone !== level
											? html` · ${strings.byRounds(levelName(core, alone, round.id))}`
											: ""
									}${
										round.recolours
											? change && change.turn !== "moved"
												? html` · <strong>${change.turn === "covered" ? strings.newlyCovered : strings.released}</strong>`
												: ""
											: html` · ${strings.keepsColours}`
									}${prose(sourcesIn(argument.rounds[round.id] ?? ""), setting)}
								</span>
							</li>
						`;
					})}
				</ol>
			</details>
		</div>
	`;
}

/** The sources that a round's text cites, as tokens. */
function sourcesIn(text: string): string {
	return parseText(text)
		.map((segment) =>
			segment.kind === "source" ? `{source:${segment.id}}` : "",
		)
		.join("");
}
