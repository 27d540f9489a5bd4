/** Whether a text is a day of the calendar, `2025-01-13`. */
export function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
}
