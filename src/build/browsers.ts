import { readFileSync } from "node:fs";

const { browserslist }: { readonly browserslist: readonly string[] } =
	JSON.parse(
		readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
	);

/** The oldest browsers in which everything works (`chrome 105`); package.json says which. */
export const oldest = browserslist.map((query) => query.replace(">= ", ""));

/** The same as the bundler writes them (`chrome105`). */
export const targets = oldest.map((browser) => browser.replace(" ", ""));
