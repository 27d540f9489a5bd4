import { chromium } from "playwright-core";
import { findChromium } from "../../.ci/install.mjs";

/** Reaches nothing but this machine. */
const args = [
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/** Path of the machine's own Chromium. */
function executable() {
	const path = findChromium();
	if (path) return path;
	throw new Error(
		"No Chromium was found: run `node .ci/install.mjs --browser`.",
	);
}

/** Starts the machine's own Chromium. */
export function launch() {
	return chromium.launch({ executablePath: executable(), args });
}

/** Starts it as a server that several processes connect to, each with contexts of its own. */
export function launchServer() {
	return chromium.launchServer({ executablePath: executable(), args });
}
