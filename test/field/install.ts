import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fonts, has, type Tool, tools } from "./tools.ts";

/** Installs what is missing, on Debian as root; elsewhere the tests that need it are reported as skipped. */
export default function install(): void {
	const missing = (Object.keys(tools) as Tool[]).filter((tool) => !has(tool));
	if (!missing.length && existsSync("/usr/share/fonts/opentype/noto")) return;
	if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
		console.log(`Not here, and not installed: ${missing.join(", ")}`);
		return;
	}
	const packages = [
		...missing.flatMap((tool) => tools[tool].split(" ")),
		...fonts,
	];
	console.log(`Installing ${packages.join(", ")} …`);
	const apt = (args: readonly string[]) =>
		spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...args], {
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
			stdio: "inherit",
		});
	apt(["update"]);
	apt(["install", "-y", "--no-install-recommends", ...packages]);
}
