/** The programs that figures and pages are opened in and served by, and the Debian packages they come in. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export const tools = {
	"rsvg-convert": "librsvg2-bin",
	inkscape: "inkscape",
	xmllint: "libxml2-utils",
	pdftotext: "poppler-utils",
	"firefox-esr": "firefox-esr",
	WebKitWebDriver: "webkit2gtk-driver",
	"xvfb-run": "xvfb",
	nginx: "nginx-light libnginx-mod-http-brotli-static",
} as const;
/** Debian's packages of fonts, and where each puts one. */
export const fonts = {
	"fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
	"fonts-liberation":
		"/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
};

/** A font for Chinese. */
export const noto = fonts["fonts-noto-cjk"];
export const hasNoto = existsSync(noto);

export type Tool = keyof typeof tools;

/** Whether a program is on this machine. */
export function has(tool: Tool): boolean {
	return (process.env.PATH ?? "").split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, tool), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

/** Whether packages can be had from npm's registry, or its stand-in. */
export function hasRegistry(): boolean {
	const { status } = spawnSync(
		"npm",
		["view", "vite", "version", "--fetch-retries=1"],
		{ timeout: 60_000, shell: process.platform === "win32" },
	);
	return status === 0;
}

/** Runs a program; its stdout, or an error with what it said. */
export function call(program: string, args: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}
