/** Browsers of other makers, behind the few things that a reader does. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { chromium as launcher } from "playwright-core";
import puppeteer from "puppeteer-core";
import { findChromium } from "../../.ci/install.mjs";
import { hasOldChromium, oldChromium } from "./old-chromium.ts";
import { has } from "./tools.ts";

export interface Engine {
	goto(url: string): Promise<void>;
	/** The value of an expression in the page, which may be a promise. */
	value<T>(expression: string): Promise<T>;
	/** Presses the mouse, in pixels from the window's left and top. */
	click(x: number, y: number): Promise<void>;
	/** Types a text, or presses `Enter`, `ArrowUp` or `ArrowDown`. */
	type(keys: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * A Chromium, over its own protocol.
 *
 * @param executablePath the machine's own, or an old one
 */
export async function chromium(
	executablePath: string | null = findChromium(),
): Promise<Engine> {
	if (!executablePath) throw new Error("There is no Chromium.");
	const browser = await launcher.launch({
		executablePath,
		args: ["--disable-gpu", "--disable-dev-shm-usage"],
	});
	const page = await browser.newPage({
		viewport: { width: 1280, height: 900 },
		colorScheme: "light",
	});
	return {
		goto: async (url) => {
			await page.goto(url);
		},
		value: (expression) => page.evaluate(expression) as Promise<never>,
		click: (x, y) => page.mouse.click(x, y),
		type: async (keys) => {
			if (keys in KEYS) await page.keyboard.press(keys);
			else await page.keyboard.type(keys);
		},
		close: () => browser.close(),
	};
}

/** Debian's Firefox ESR, over WebDriver BiDi. */
export async function firefox(): Promise<Engine> {
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath: "/usr/bin/firefox-esr",
		headless: true,
	});
	const page = await browser.newPage();
	await page.setViewport({ width: 1280, height: 900 });
	return {
		goto: async (url) => {
			await page.goto(url);
		},
		value: (expression) => page.evaluate(expression) as Promise<never>,
		click: (x, y) => page.mouse.click(x, y),
		type: async (keys) => {
			if (keys in KEYS) await page.keyboard.press(keys as "Enter");
			else await page.keyboard.type(keys);
		},
		close: () => browser.close(),
	};
}

/** Keys as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
	Enter: "\uE007",
	ArrowUp: "\uE013",
	ArrowDown: "\uE015",
};

/** Debian's WebKitGTK, over WebDriver. */
export async function webkit(): Promise<Engine> {
	const binary = readdirSync("/usr/lib")
		.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
		.find((path) => existsSync(path));
	if (!binary) throw new Error("There is no MiniBrowser.");
	const port = await freePort();
	const driver = spawn(
		"xvfb-run",
		["-a", "-s", "-screen 0 1400x1100x24", "WebKitWebDriver", `--port=${port}`],
		{ stdio: "ignore", detached: true },
	);
	const base = `http://127.0.0.1:${port}`;
	const ask = async (method: string, path: string, body?: unknown) => {
		const response = await fetch(`${base}${path}`, {
			method,
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(JSON.stringify(value));
		return value;
	};
	for (let i = 0; ; i++)
		try {
			await ask("GET", "/status");
			break;
		} catch (error) {
			if (i > 100) throw error;
			await new Promise((done) => setTimeout(done, 100));
		}
	const { sessionId } = await ask("POST", "/session", {
		capabilities: {
			alwaysMatch: {
				"webkitgtk:browserOptions": { binary, args: ["--automation"] },
			},
		},
	});
	const session = `/session/${sessionId}`;
	await ask("POST", `${session}/timeouts`, { script: 30_000 });
	await ask("POST", `${session}/window/rect`, { width: 1280, height: 1000 });
	const act = (type: string, actions: unknown[], more = {}) =>
		ask("POST", `${session}/actions`, {
			actions: [{ type, id: type, actions, ...more }],
		});
	return {
		goto: (url) => ask("POST", `${session}/url`, { url }),
		value: (expression) =>
			ask("POST", `${session}/execute/async`, {
				script: `const done = arguments[0]; Promise.resolve(${expression}).then(done, (error) => done(String(error)));`,
				args: [],
			}),
		click: (x, y) =>
			act(
				"pointer",
				[
					{
						type: "pointerMove",
						duration: 0,
						x: Math.round(x),
						y: Math.round(y),
					},
					{ type: "pointerDown", button: 0 },
					{ type: "pointerUp", button: 0 },
				],
				{ parameters: { pointerType: "mouse" } },
			),
		type: (keys) =>
			act(
				"key",
				(keys in KEYS ? [KEYS[keys]] : [...keys]).flatMap((value) => [
					{ type: "keyDown", value },
					{ type: "keyUp", value },
				]),
			),
		close: async () => {
			await ask("DELETE", session).catch(() => {});
			if (driver.pid) process.kill(-driver.pid);
		},
	};
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** A browser as tests name it. */
export interface Browser {
	readonly name: string;
	/** Whether it is on this machine. */
	readonly there: boolean;
	launch(): Promise<Engine>;
}

/** Those in which everything has to work. */
export const browsers: readonly Browser[] = [
	{ name: "Chromium", there: true, launch: () => chromium() },
	...([119, 109] as const).map((version) => ({
		name: `Chromium ${version}`,
		there: hasOldChromium(version),
		launch: () => chromium(oldChromium(version)),
	})),
	{ name: "Firefox ESR", there: has("firefox-esr"), launch: firefox },
	{
		name: "WebKitGTK",
		there: has("WebKitWebDriver") && has("xvfb-run"),
		launch: webkit,
	},
];
