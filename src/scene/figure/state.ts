import type { Core } from "../../model/edition.ts";
import type { FigureTexts } from "../../model/figure-texts.ts";
import type { Pick } from "../../model/pick.ts";
import type { TierId } from "../../model/types.ts";
import type { FigureAtlas } from "./atlas.ts";
import type { LayoutId } from "./layouts.ts";

/** What a figure is made from. */
export interface FigureData {
	readonly core: Core;
	readonly texts: FigureTexts;
	readonly atlas: FigureAtlas;
}

/** What a figure shows. */
export interface FigureState {
	/** Id of a round. */
	readonly round: string;
	/** The level of every place in that round. */
	readonly levels: ReadonlyMap<string, TierId>;
	/** The one tier at full strength. */
	readonly tier: TierId | null;
	readonly picked: Pick | null;
	/** Whether places are named on the map. */
	readonly labels: boolean;
	readonly layout: LayoutId;
}
