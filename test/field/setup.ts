import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../lib.mjs";
import { install } from "./install.ts";
import { hasRegistry } from "./tools.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Whether packages can be had from npm's registry. */
		registry: boolean;
	}
}

/** Installs other people's programs, and builds everything once: the tests run side by side. */
export default function setup(project: TestProject): void {
	install();
	ensureBuilt();
	project.provide("registry", hasRegistry());
}
