/** What of the map's state the address bar holds, by parameter. */
export const PARAMETERS = ["selected", "tier", "round", "view"] as const;

/** The address with the map's state and the language in its query; other parameters stay. */
export function addressWith(
	address: URL,
	state: Readonly<Record<string, string | null>>,
): URL {
	const url = new URL(address);
	for (const [name, value] of Object.entries(state))
		if (value) url.searchParams.set(name, value);
		else url.searchParams.delete(name);
	return url;
}
