/// <reference path="../../src/builtin.d.ts" />
/** Host pages of `test/hosts/` with the built map under `/tier-map/`, on an origin of their own. */
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame, Locator } from "playwright-core";
import { bundle } from "../../src/build/bundle.ts";
import { loadDataset } from "../../src/build/dataset.ts";
import { orThrow } from "../../src/build/or-throw.ts";
import { buildWorld, readCountries } from "../../src/build/world.ts";
import type {} from "../../src/components/tier-map/tier-map.ts";
import { dist, serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The policy under which everything has to work. */
export const STRICT =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; require-trusted-types-for 'script'";

export interface HostServer {
	/** Without a slash at its end. */
	readonly url: string;
	/** The folder that is served; files may be added. */
	readonly folder: string;
	close(): Promise<void>;
}

/** Serves the host pages; `headers` go with every answer, `charset: false` leaves out how text is encoded. */
export async function serveHosts(
	headers: Record<string, string> = {},
	{ charset = true } = {},
): Promise<HostServer> {
	const folder = mkdtempSync(join(tmpdir(), "tier-map-hosts-"));
	cpSync(join(root, "test/hosts"), folder, { recursive: true });
	cpSync(
		join(root, "node_modules/pym.js/dist/pym.v1.js"),
		join(folder, "pym.js"),
	);
	symlinkSync(dist, join(folder, "tier-map"));
	const { url, close } = await serve(folder, { headers, charset });
	return { url, folder, close };
}

/** Writes a bundle of the project's own data, as JSON that a test may spoil. */
export function makeBundle() {
	const dataset = orThrow(loadDataset(join(root, "data")));
	const world = orThrow(buildWorld(dataset, readCountries(), 0.75));
	return bundle(dataset, world);
}

export function put(
	server: HostServer,
	name: string,
	text: string | Uint8Array,
): void {
	writeFileSync(join(server.folder, name), text);
}

/** What an iframe shows. */
export async function frameIn(iframe: Locator): Promise<Frame> {
	const frame = await (await iframe.elementHandle())?.contentFrame();
	if (!frame) throw new Error("There is no frame.");
	return frame;
}
