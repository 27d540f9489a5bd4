// The map as an option of ECharts; for the page, and for its renderer of SVG on a server.
import { geoEqualEarth } from "d3-geo";
import { FILLS } from "./common.js";

const projection = geoEqualEarth();
const codes = new Map();

/** @param {string} name */
export const codeOf = (name) => codes.get(name) ?? "";

/**
 * @param {readonly { id?: string | number | undefined, properties: { name: string } }[]} features
 * @param {Readonly<Record<string, readonly [code: string, tier: string]>>} byNumber
 */
export function option(features, byNumber) {
	const tiers = Object.keys(FILLS);
	const data = features.map(({ id, properties: { name } }) => {
		const [code = "", tier = "na"] = byNumber[String(id)] ?? [];
		codes.set(name, code);
		return { name, value: tiers.indexOf(tier) };
	});
	return {
		tooltip: { trigger: "item", formatter: "{b}" },
		visualMap: {
			type: "piecewise",
			show: false,
			pieces: tiers.map((tier, value) => ({ value, color: FILLS[tier] })),
		},
		series: [
			{
				type: "map",
				map: "world",
				// As its documentation does it with d3; without, what crosses the antimeridian is smeared.
				projection: {
					project: (point) => projection(point),
					unproject: (point) => projection.invert?.(point),
					stream: projection.stream,
				},
				roam: true,
				itemStyle: { borderColor: "#fff", borderWidth: 0.5 },
				data,
			},
		],
	};
}
