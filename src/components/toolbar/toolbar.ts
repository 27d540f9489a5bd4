import { html, nothing } from "lit";
import type { Strings } from "../../i18n/strings.ts";
import { ExportMenu, type Saving } from "../export/export-menu.ts";
import { exportStyles } from "../export/styles.ts";
import { Part } from "../part.ts";
import type { TierMapPicture } from "../picture/picture.ts";
import { Roving } from "../roving.ts";
import type { View } from "../tier-map/state.ts";
import { toolbarStyles } from "./styles.ts";
import { viewSwitch } from "./view-switch.ts";
import { zoomButtons } from "./zoom-buttons.ts";

/** What stands above the map: the switch to the table, zooming, saving, and the way to the argument. */
export class TierMapToolbar extends Part {
	static override readonly sheet = [toolbarStyles, exportStyles];

	static override properties = {
		strings: { attribute: false },
		view: { attribute: false },
		canFit: { attribute: false },
		picture: { attribute: false },
		saving: { attribute: false },
	};

	declare strings: Strings;
	declare view: View;
	/** Whether something is picked that the map can be fitted to. */
	declare canFit: boolean;
	/** Finds the map when a button is pressed. */
	declare picture: () => TierMapPicture | null;
	declare saving: Saving;
	readonly #roving = new Roving(
		this,
		"button:not([disabled], [role=menuitem])",
	);
	readonly #exportMenu = new ExportMenu(this);

	override connectedCallback(): void {
		super.connectedCallback();
		this.role = "toolbar";
		this.addEventListener("keydown", this.#roving.keydown);
	}

	protected override render() {
		const { strings, view, canFit, picture } = this;
		this.ariaLabel = strings.toolbar;
		return html`
			${viewSwitch(strings, view, (id) => this.request({ type: "view", id }))}
			${view === "map" ? zoomButtons(strings, canFit, picture) : nothing}
			${this.#exportMenu.render(strings.export, this.saving)}
			<button
				type="button"
				class="to-panel"
				@click=${() => this.request({ type: "focus", part: "panel" })}
			>
				${strings.toPanel}
			</button>
		`;
	}
}
