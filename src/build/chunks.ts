/** Name of a file of the program: `core-en`, `i18n-en`, where the language alone would name them all. */
export function chunkName({
	facadeModuleId,
}: {
	readonly facadeModuleId?: string | null;
}): string {
	const [, piece] =
		/(?:virtual:tier-map\/|src\/(?=i18n\/))([\w/-]+)/.exec(
			facadeModuleId ?? "",
		) ?? [];
	return piece?.replaceAll("/", "-") ?? "[name]";
}

/** The program with what it needs at once is one file, whatever of it others need as well: each file more is a way to the server and back. */
export const program = {
	name: "program",
	test: /\/src\/(define|embed\/frame|i18n\/plain-number)\.ts$/,
};
