/** The parts that the first paint can do without; they are defined when they have arrived. */
export { TierMapPanel } from "./panel/panel.ts";
export { TierMapRounds } from "./rounds/rounds.ts";
export { TierMapSearch } from "./search/search.ts";
export { TierMapTable } from "./table/table.ts";
export { warnOfContrast } from "./tier-map/contrast.ts";
export { TierMapToolbar } from "./toolbar/toolbar.ts";
