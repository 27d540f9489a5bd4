import type { TestProject } from "vitest/node";
import { findChromium } from "../../.ci/install.mjs";
import { dist, ensureBuilt, serve } from "./serve.mjs";

declare module "vitest" {
	interface ProvidedContext {
		/** Where dist/ is served, without a slash at the end. */
		baseURL: string;
		/** Path of the Chromium that the tests drive. */
		chromium: string | null;
	}
}

/** Serves dist/ for as long as the browser tests run. */
export default async function setup(
	project: TestProject,
): Promise<() => Promise<void>> {
	ensureBuilt();
	const server = await serve(dist);
	project.provide("baseURL", server.url);
	project.provide("chromium", findChromium());
	return server.close;
}
