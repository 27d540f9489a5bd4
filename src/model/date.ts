/** Of the time zone where a day begins first, in milliseconds. */
const FIRST_ZONE = 14 * 60 * 60 * 1000;

/** Whether a day of the calendar, `2025-01-13`, hasn't begun anywhere yet. */
export function isFuture(day: string): boolean {
	return day > new Date(Date.now() + FIRST_ZONE).toISOString().slice(0, 10);
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
