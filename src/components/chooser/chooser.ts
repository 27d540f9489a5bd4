import { html, type PropertyValues } from "lit";
import type { MapStrings } from "../../i18n/map-strings.ts";
import type { TierId } from "../../model/types.ts";
import { Part } from "../part.ts";
import { swatch } from "../swatch.ts";
import { chooserStyles } from "./styles.ts";

/** The places under a fingertip, to choose from; it opens to where the window has more room. */
export class TierMapChooser extends Part {
	static override readonly sheet = chooserStyles;

	static override properties = {
		strings: { attribute: false },
		places: { attribute: false },
		x: { attribute: false },
		y: { attribute: false },
		above: { attribute: false },
	};

	declare strings: MapStrings;
	declare places: readonly {
		readonly id: string;
		readonly label: string;
		readonly level: TierId;
	}[];
	/** Where the finger was, in pixels from the map's left and top. */
	declare x: number;
	declare y: number;
	/** Whether it opens upwards. */
	declare above: boolean;

	override connectedCallback(): void {
		super.connectedCallback();
		this.role = "group";
	}

	protected override updated(changed: PropertyValues): void {
		// Only where it has opened: later on the page is the reader's to scroll.
		if (changed.has("x") || changed.has("y"))
			this.scrollIntoView({ block: "nearest" });
	}

	protected override render() {
		const { strings, places, x, y, above } = this;
		const width = this.parentElement?.clientWidth ?? 0;
		this.ariaLabel = strings.choose;
		this.style.translate = `clamp(0px, ${x}px - 50%, ${width}px - 100%) calc(${y}px + ${above ? "-100% - 16px" : "16px"})`;
		return html`
			<p>${strings.choose}</p>
			${places.map(
				({ id, label, level }) => html`
					<button
						type="button"
						@click=${() => this.request({ type: "select", id, via: "map" })}
					>
						${swatch(level)}
						<span .textContent=${label}></span>
					</button>
				`,
			)}
		`;
	}
}
