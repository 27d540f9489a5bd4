"use client";
/** The npm entry `./react`: `<tier-map>` as a component. React gives an element of a page from a server no listeners, so this one listens itself. */
import {
	createElement,
	forwardRef,
	type HTMLAttributes,
	useEffect,
	useImperativeHandle,
	useRef,
} from "react";
import type { TierMapEvents } from "./components/tier-map/events.ts";
import type { TierMap as TierMapElement } from "./components/tier-map/tier-map.ts";

/** The event of each listener. */
const EVENTS = {
	onTierMapSelect: "tier-map-select",
	onTierMapChange: "tier-map-change",
	onTierMapLoad: "tier-map-load",
	onTierMapError: "tier-map-error",
} as const;

type Listeners = {
	[Name in keyof typeof EVENTS]?:
		| ((event: TierMapEvents[(typeof EVENTS)[Name]]) => void)
		| undefined;
};

/**
 * The map. It registers the element in the browser, after it listens: no event is missed. `ref` is the
 * element, with its methods. The package's declarations name the attributes (`src/build/package.mjs`).
 */
export const TierMap = forwardRef<
	TierMapElement | null,
	HTMLAttributes<TierMapElement> & Listeners
>(function TierMap(props, ref) {
	const {
		onTierMapSelect,
		onTierMapChange,
		onTierMapLoad,
		onTierMapError,
		...attributes
	} = props;
	const element = useRef<TierMapElement>(null);
	const latest = useRef(props);
	useEffect(() => {
		latest.current = props;
	});
	useImperativeHandle<TierMapElement | null, TierMapElement | null>(
		ref,
		() => element.current,
		[],
	);
	useEffect(() => {
		const map = element.current;
		const hears = Object.entries(EVENTS).map(([name, type]) => {
			const hear = (event: Event) => {
				const listener = latest.current[name as keyof Listeners];
				(listener as ((event: Event) => void) | undefined)?.(event);
			};
			map?.addEventListener(type, hear);
			return () => map?.removeEventListener(type, hear);
		});
		void import("./define.ts");
		return () => {
			for (const stop of hears) stop();
		};
	}, []);
	return createElement("tier-map", {
		...attributes,
		ref: element,
		// The element writes attributes of its own, such as the code of a place as it spells it.
		suppressHydrationWarning: true,
	});
});
