/** The programs that figures and pages are opened in and served by, and the Debian packages they come in. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
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

export const fonts = ["fonts-noto-cjk", "fonts-liberation"];

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

/** Runs a program; its stdout, or an error with what it said. */
export function call(program: string, args: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}
