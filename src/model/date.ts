/** Of the time zone where a day begins first, in milliseconds. */
const FIRST_ZONE = 14 * 60 * 60 * 1000;

/** Whether a day of the calendar, `2025-01-13`, hasn't begun anywhere yet. */
export function isFuture(day: string): boolean {
	return day > new Date(Date.now() + FIRST_ZONE).toISOString().slice(0, 10);
}

/** Whether a text is a day, a month or a year of the calendar: `2025-01-13`, `2025-01`, `2025`. */
export function isSomeDate(text: string): boolean {
	// What is missing is completed, so that one check does for all three.
	return isDate(text + "-01-01".slice(Math.max(0, text.length - 4)));
}

/** The earlier and the later of two dates, each as exact as it is: negative where the first is earlier, 0 where they can't be told apart. */
export function compareDates(one: string, other: string): number {
	const exact = Math.min(one.length, other.length);
	const [a, b] = [one.slice(0, exact), other.slice(0, exact)];
	return a < b ? -1 : Number(a > b);
}

/** Whether a text is a day of the calendar, `2025-01-13`. */
export function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
}
