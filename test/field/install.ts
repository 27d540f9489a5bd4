import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fetchOldChromiums } from "./old-chromium.ts";
import { fonts, has, type Tool, tools } from "./tools.ts";

/** Installs what is missing, on Debian as root; elsewhere, or without a network, the tests that need it are skipped. */
export function install(): void {
	fetchOldChromiums();
	const missing = (Object.keys(tools) as Tool[]).filter((tool) => !has(tool));
	const packages = [
		...missing.flatMap((tool) => tools[tool].split(" ")),
		...Object.entries(fonts).flatMap(([name, path]) =>
			existsSync(path) ? [] : name,
		),
	];
	if (!packages.length) return;
	if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
		console.log(`Installing ${packages.join(", ")} …`);
		// One that there isn't for this release or machine mustn't keep the others away.
		if (apt("update") && !added(packages))
			for (const name of packages) added([name]);
	}
	const absent = missing.filter((tool) => !has(tool));
	if (absent.length) console.log(`Not here: ${absent.join(", ")}`);
}

function added(packages: readonly string[]): boolean {
	return apt("install", "-y", "--no-install-recommends", ...packages);
}

function apt(...args: readonly string[]): boolean {
	const { status } = spawnSync(
		"apt-get",
		[
			"-qq",
			"-o",
			"DPkg::Lock::Timeout=300",
			"-o",
			"Acquire::Retries=2",
			"-o",
			"Acquire::http::Timeout=20",
			...args,
		],
		{
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
			stdio: ["ignore", "ignore", "inherit"],
			timeout: 600_000,
		},
	);
	return status === 0;
}
