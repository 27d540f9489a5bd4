/** Old Chromiums. They come inside npm packages, made for servers without a screen. */
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

/** The package that each version comes in. */
const PACKAGES = {
	80: "chrome-aws-lambda@2.1.1",
	103: "@sparticuz/chromium@103.0.0",
	109: "@sparticuz/chromium@109.0.6",
	119: "@sparticuz/chromium@119.0.2",
} as const;
export type OldVersion = keyof typeof PACKAGES;

const cache = fileURLToPath(
	new URL("../../node_modules/.cache/old-chromium/", import.meta.url),
);

/** Path of the program, whether it is there or not. */
export function oldChromium(version: OldVersion): string {
	return join(cache, String(version), "chromium");
}

export function hasOldChromium(version: OldVersion): boolean {
	return existsSync(oldChromium(version));
}

/** Takes those that are missing out of their packages; one that can't be had stays away. */
export function fetchOldChromiums(): void {
	// There is a program for one system only.
	if (process.platform !== "linux" || process.arch !== "x64") return;
	for (const [version, name] of Object.entries(PACKAGES)) {
		const path = oldChromium(Number(version) as OldVersion);
		if (existsSync(path)) continue;
		console.log(`Fetching Chromium ${version} …`);
		const folder = join(path, "..");
		mkdirSync(folder, { recursive: true });
		const packed = run(folder, "npm", "pack", "--silent", name);
		const file = packed?.trim().split("\n").at(-1);
		const inside = "package/bin/chromium.br";
		if (file && run(folder, "tar", "-xzf", file, inside) !== null) {
			const half = `${path}.half`;
			writeFileSync(
				half,
				brotliDecompressSync(readFileSync(join(folder, inside))),
				{ mode: 0o755 },
			);
			renameSync(half, path);
		}
		rmSync(join(folder, "package"), { recursive: true, force: true });
		if (file) rmSync(join(folder, file), { force: true });
	}
}

/** What a program says that is run in a folder; null where it failed. */
function run(
	folder: string,
	program: string,
	...args: readonly string[]
): string | null {
	const { status, stdout } = spawnSync(program, args, {
		cwd: folder,
		encoding: "utf8",
		timeout: 300_000,
	});
	return status === 0 ? stdout : null;
}
