import type { Core } from "../model/edition.ts";
import { type Pick, pick } from "../model/pick.ts";
import { roundNamed } from "../model/round.ts";
import type { Problem, Result, TierId } from "../model/types.ts";
import { LAYOUT_IDS, type LayoutId } from "../scene/figure/layouts.ts";
import { THEMES, type Theme } from "./paint.ts";

/** What a file is for. */
export type Profile = "web" | "print" | "wikipedia";
export const PROFILES: readonly Profile[] = ["web", "print", "wikipedia"];

/** What to draw. Everything may be left out. */
export interface FigureOptions {
	/** Language of the data, or a BCP 47 tag that asks for one. */
	readonly lang?: string | undefined;
	/** Id of a round, a date. */
	readonly round?: string | null | undefined;
	/** Id of a place (alpha-3 or alpha-2) or region to pick out. */
	readonly selected?: string | null | undefined;
	/** The one tier at full strength. */
	readonly tier?: string | null | undefined;
	readonly layout?: LayoutId | undefined;
	readonly theme?: Theme | undefined;
	readonly profile?: Profile | undefined;
	/** Whether places are named on the map. */
	readonly labels?: boolean | undefined;
	/** Longitude in degrees at the middle of the map. */
	readonly center?: number | null | undefined;
}

/** The options with every gap filled. */
export interface Figure {
	readonly round: string;
	readonly picked: Pick | null;
	readonly tier: TierId | null;
	readonly layout: LayoutId;
	readonly theme: Theme;
	readonly profile: Profile;
	readonly labels: boolean;
}

const NAMES: readonly (keyof FigureOptions)[] = [
	"lang",
	"round",
	"selected",
	"tier",
	"layout",
	"theme",
	"profile",
	"labels",
	"center",
];

/**
 * Checks options.
 *
 * @returns them with every gap filled; or every problem, each naming what is allowed
 */
export function readOptions(
	core: Core,
	options: FigureOptions,
): Result<Figure> {
	const problems: Problem[] = [];
	const report = (path: string, value: unknown, allowed: string) => {
		problems.push({
			path,
			message: `${JSON.stringify(value)} isn't allowed: ${allowed}`,
		});
	};
	const oneOf = <T extends string>(
		path: keyof FigureOptions,
		allowed: readonly T[],
		usual: T,
	): T => {
		const value = options[path] ?? usual;
		const found = allowed.find((id) => id === value);
		if (found === undefined)
			report(path, value, `it must be one of ${allowed.join(", ")}`);
		return found ?? usual;
	};
	for (const name of Object.keys(options))
		if (!NAMES.some((known) => known === name))
			problems.push({
				path: name,
				message: `there is no such option: the options are ${NAMES.join(", ")}`,
			});
	const { selected, tier, center, labels = false } = options;
	const picked = selected ? pick(core, String(selected)) : null;
	if (selected && !picked)
		report(
			"selected",
			selected,
			`it must be the code of a place, such as ${core.places[0]?.id}, or the id of a region: ${core.regions.map(({ id }) => id).join(", ")}`,
		);
	if (typeof labels !== "boolean")
		report("labels", labels, "it must be true or false");
	if (center != null && !(Math.abs(center) <= 360))
		report("center", String(center), "it must be a longitude in degrees");
	const tiers = core.tiers.map(({ id }) => id);
	const figure: Figure = {
		round:
			roundNamed(core, options.round ?? core.round)?.id ??
			oneOf(
				"round",
				core.rounds.map(({ id }) => id),
				core.round,
			),
		picked,
		tier: tier ? oneOf("tier", tiers, core.tiers[0]?.id ?? "") : null,
		layout: oneOf("layout", LAYOUT_IDS, "wide"),
		theme: oneOf("theme", THEMES, "light"),
		profile: oneOf("profile", PROFILES, "web"),
		labels,
	};
	return problems.length
		? { ok: false, problems }
		: { ok: true, value: figure };
}
