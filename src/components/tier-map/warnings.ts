import type { Problem } from "../../model/types.ts";

/** What has been said on this page; nobody needs it twice. */
const said = new Set<string>();

/** Tells the developer of the host page something, once. */
export function warn(text: string, problems: readonly Problem[] = []): void {
	const message = [
		`tier-map: ${text}`,
		...problems.map(({ path, message }) => `${path}: ${message}`),
	].join("\n");
	if (said.has(message)) return;
	said.add(message);
	console.warn(message);
}
