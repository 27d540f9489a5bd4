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
