import { html } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import type { View } from "../tier-map/state.ts";

/**
 * Two buttons: the map, or the table.
 *
 * @param choose called with the view the reader wants
 */
export function viewSwitch(
	strings: Strings,
	view: View,
	choose: (view: View) => void,
) {
	const button = (id: View, label: string) => html`
		<button type="button" aria-pressed=${view === id} @click=${() => choose(id)}>${label}</button>
	`;
	return html`
		<div class="buttons view-switch" role="group" aria-label=${strings.view}>
			${button("map", strings.viewMap)}${button("table", strings.viewTable)}
		</div>
	`;
}
