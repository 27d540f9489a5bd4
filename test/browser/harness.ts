/**
 * Real pages for browser tests.
 *
 * Every page opened here is closed after its test. A test fails if a page it opened logged an error,
 * threw, or asked another origin for anything, unless the test looked at `page.problems()` itself.
 */
import { fileURLToPath } from "node:url";
import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page,
} from "playwright-core";
import { afterAll, afterEach, inject } from "vitest";

export { serve } from "./serve.mjs";

export interface PageOptions {
	/** Path under dist/ (`/?lang=zh`), or a whole URL. */
	path?: string;
	width?: number;
	height?: number;
	locale?: string;
	colorScheme?: "light" | "dark";
	javaScript?: boolean;
	forcedColors?: boolean;
	reducedMotion?: boolean;
	hasTouch?: boolean;
	/** Pixels of the device per CSS pixel, as where the reader zooms the page. */
	deviceScaleFactor?: number;
	/** Other origins that the page may ask, for a host page with an embed from elsewhere. */
	origins?: readonly string[];
}

export type TestPage = Page & {
	/** Errors logged and thrown, and requests to other origins, in the order they came. */
	problems(): string[];
};

/** Where dist/ is served, without a slash at the end. */
export const baseURL = inject("baseURL");

interface Opened {
	context: BrowserContext;
	problems: string[];
	read: boolean;
}

let browser: Promise<Browser> | undefined;
let opened: Opened[] = [];

afterEach(async () => {
	const all = opened;
	opened = [];
	await Promise.all(all.map(({ context }) => context.close()));
	const unread = all.flatMap(({ read, problems }) => (read ? [] : problems));
	if (unread.length > 0) {
		throw new Error(`The page had problems:\n${unread.join("\n")}`);
	}
});

afterAll(async () => (await browser)?.close());

/** Opens a page in a context of its own and waits until it has loaded. */
export async function openPage(options: PageOptions = {}): Promise<TestPage> {
	browser ??= chromium.connect(inject("chromium"));
	const url = new URL(options.path ?? "/", `${baseURL}/`);
	const context = await (await browser).newContext(contextOptions(options));
	const entry: Opened = { context, problems: [], read: false };
	opened.push(entry);
	watch(context, [url.origin, ...(options.origins ?? [])], entry.problems);
	const page = await context.newPage();
	await page.goto(url.href);
	return Object.assign(page, {
		problems() {
			entry.read = true;
			return [...entry.problems];
		},
	});
}

/** Opens a page with a `<tier-map>` and waits until the map is ready. */
export async function openMap(options: PageOptions = {}): Promise<TestPage> {
	const page = await openPage(options);
	await page.evaluate(async () => {
		await customElements.whenDefined("tier-map");
		const map = document.querySelector<HTMLElement & { ready?: unknown }>(
			"tier-map",
		);
		if (!map) throw new Error("There is no <tier-map> on the page.");
		await map.ready;
	});
	return page;
}

/** Takes a picture into test/output/; returns its path. */
export async function screenshot(
	page: Page,
	name: string,
	{ fullPage = true } = {},
): Promise<string> {
	const path = fileURLToPath(new URL(`../output/${name}.png`, import.meta.url));
	await page.screenshot({ path, fullPage, animations: "disabled" });
	return path;
}

function contextOptions(options: PageOptions): BrowserContextOptions {
	return {
		viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
		locale: options.locale ?? "en-US",
		timezoneId: "UTC",
		colorScheme: options.colorScheme ?? "light",
		javaScriptEnabled: options.javaScript ?? true,
		forcedColors: options.forcedColors ? "active" : "none",
		reducedMotion: options.reducedMotion ? "reduce" : "no-preference",
		hasTouch: options.hasTouch ?? false,
		deviceScaleFactor: options.deviceScaleFactor ?? 1,
	};
}

/** Gathers what goes wrong on every page and frame of a context. */
function watch(
	context: BrowserContext,
	origins: readonly string[],
	problems: string[],
): void {
	context.on("console", (message) => {
		if (message.type() !== "error") return;
		const { url, lineNumber } = message.location();
		problems.push(`console: ${message.text()} (${url}:${lineNumber + 1})`);
	});
	context.on("weberror", (error) => {
		const { name, message, stack } = error.error();
		// A fault of syntax has no stack.
		problems.push(`error: ${stack || `${name}: ${message}`}`);
	});
	context.on("request", (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol === "data:" || protocol === "blob:") return;
		if (!origins.includes(origin)) {
			problems.push(`request to another origin: ${request.url()}`);
		}
	});
	context.on("requestfailed", (request) => {
		const why = request.failure()?.errorText;
		// Left off by the browser itself: a download, a page that was left.
		if (why === "net::ERR_ABORTED") return;
		problems.push(`request failed: ${request.url()} (${why})`);
	});
}
