/**
 * Writes dates out: a day, a month or a year, as exact as it is known.
 *
 * @param tag BCP 47 tag
 */
export function someDateIn(tag: string): (iso: string) => string {
	const formats = [
		{ year: "numeric" },
		{ year: "numeric", month: "long" },
		{ dateStyle: "long" },
	] as const;
	const [year, month, day] = formats.map(
		(parts) => new Intl.DateTimeFormat(tag, { ...parts, timeZone: "UTC" }),
	);
	return (iso) => {
		const [, hasMonth, hasDay] = iso.split("-");
		const format = hasDay ? day : hasMonth ? month : year;
		return format?.format(new Date(iso)) ?? iso;
	};
}
