/** The public API, without side effects; `tier-map/define` registers the element by being imported. */
export type {
	ChangeDetail,
	ErrorDetail,
	LoadDetail,
	SelectDetail,
	TierMapEvents,
	Via,
} from "./components/tier-map/events.ts";
export { TierMap } from "./components/tier-map/tier-map.ts";
export {
	type Bundle,
	type BundleEdition,
	type BundlePicture,
	parseBundle,
} from "./model/bundle.ts";
export type { Problem, Result } from "./model/types.ts";
export { register } from "./register.ts";
