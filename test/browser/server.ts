import type { TestProject } from "vitest/node";
import { launchServer } from "./chromium.mjs";
import { dist, ensureBuilt, serve } from "./serve.mjs";

declare module "vitest" {
	interface ProvidedContext {
		/** Where dist/ is served, without a slash at the end. */
		baseURL: string;
		/** Address of the Chromium that all tests drive. */
		chromium: string;
	}
}

/**
 * Serves dist/, and keeps one Chromium, for as long as the browser tests run. `TIER_MAP_URL` names a server
 * that runs already, such as the one of `npm start`.
 */
export default async function setup(
	project: TestProject,
): Promise<() => Promise<void>> {
	const running = process.env.TIER_MAP_URL?.replace(/\/$/, "");
	if (!running) ensureBuilt();
	const server = running ? null : await serve(dist);
	project.provide("baseURL", running ?? server?.url ?? "");
	const browser = await launchServer();
	project.provide("chromium", browser.wsEndpoint());
	return async () => {
		await browser.close();
		await server?.close();
	};
}
