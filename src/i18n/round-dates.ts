import type { CoreRound } from "../model/edition.ts";
import type { Strings } from "./strings.ts";

/** When a round was announced and when it came into force; nothing where both were on the day that it goes by. */
export function datesOf(
	{ id, announced, inForce }: CoreRound,
	strings: Strings,
): string[] {
	const days = [announced, inForce].filter((day) => day !== undefined);
	if (days.every((day) => day === id)) return [];
	return [
		...(announced ? [strings.announcedOn(strings.day(announced))] : []),
		...(inForce ? [strings.inForceOn(strings.day(inForce))] : []),
	];
}
