import { chromium } from "playwright-core";
import { findChromium } from "../../.ci/install.mjs";

/**
 * Starts the machine's own Chromium, which can reach nothing but this machine.
 * @param {string | null} [executablePath]
 */
export function launch(executablePath = findChromium()) {
	if (!executablePath) {
		throw new Error(
			"No Chromium was found: run `node .ci/install.mjs --browser`.",
		);
	}
	return chromium.launch({
		executablePath,
		args: [
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
		],
	});
}
