/** The README in both languages, followed as it is written, in a copy of the project. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import { openPage, serve } from "./harness.ts";

/** Commands that aren't run here, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
	"npm test": "it is what runs this test",
	"npm ci": "the copy has the packages of the lock file",
	"npx tier-map kit": "it takes a minute, and test/cli/files.test.ts runs it",
	"git clone": "the copy stands for the clone",
	cd: "every command runs in the copy",
};
/** Commands that run until they are stopped: their page is fetched. */
const SERVERS = /^npm start|\bpreview\b|^npm run gallery/;

interface Block {
	readonly language: string;
	readonly lines: readonly string[];
}

const SHELL = ["sh", "bash"];

/** Commands that have been run, so that a build isn't made twice. */
const done = new Set<string>();
let folder = "";

/** The fenced blocks of a text, without comments. */
function blocksOf(path: string): Block[] {
	return [
		...readFileSync(path, "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms),
	].map(([, language = "", text = ""]) => ({
		language,
		lines: text
			.split("\n")
			.map((line) =>
				SHELL.includes(language) ? line.replace(/(^|\s)#.*/, "").trim() : line,
			)
			.filter(Boolean),
	}));
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "tier-map-readme-"));
	const { stdout } = spawnSync(
		"git",
		["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
		{ encoding: "utf8" },
	);
	for (const file of stdout.split("\0")) {
		if (!file || !existsSync(file)) continue;
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		cpSync(file, join(folder, file));
	}
	const packages = join(folder, "node_modules");
	if (spawnSync("cp", ["-al", "node_modules", packages]).status !== 0)
		cpSync("node_modules", packages, { recursive: true });
	// npm writes into it.
	const lock = join(packages, ".package-lock.json");
	rmSync(lock, { force: true });
	copyFileSync("node_modules/.package-lock.json", lock);
	// "npm run build leaves everything in dist/".
	call("npm run build");
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function environment() {
	const { NODE_ENV, ...rest } = process.env;
	return rest;
}

/** Runs a command, once. */
function call(command: string): void {
	if (done.has(command)) return;
	done.add(command);
	const { status, stdout, stderr } = spawnSync(command, {
		cwd: folder,
		shell: true,
		encoding: "utf8",
		env: environment(),
	});
	if (status !== 0) throw new Error(`${command}\n${stdout}\n${stderr}`);
}

/** Starts a server, fetches the page at the address it prints, and stops it; once. */
async function fetchFrom(command: string): Promise<void> {
	if (done.has(command)) return;
	done.add(command);
	const server = spawn(command, {
		cwd: folder,
		shell: true,
		detached: true,
		env: environment(),
	});
	try {
		const response = await fetch(await addressOf(server, command));
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("<tier-map");
	} finally {
		const ended = new Promise((resolve) => server.once("exit", resolve));
		if (server.pid && server.exitCode === null) {
			// The shell and what it started.
			process.kill(-server.pid);
			await ended;
		}
	}
}

function addressOf(server: ChildProcess, command: string): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = "";
		const read = (chunk: unknown) => {
			said += stripVTControlCharacters(String(chunk));
			const [address] = /http:\/\/\S+(?=\s)/.exec(said) ?? [];
			if (address) resolve(address);
		};
		server.stdout?.on("data", read);
		server.stderr?.on("data", read);
		server.once("exit", () =>
			reject(new Error(`${command} printed no address:\n${said}`)),
		);
	});
}

/** A font that a command names stands in the folder, as the README supposes. */
function provideFont(command: string): boolean {
	const [, font] = /--font (\S+)/.exec(command) ?? [];
	if (!font) return true;
	const { stdout } = spawnSync("fc-list", ["--format=%{file}\n"], {
		encoding: "utf8",
	});
	const path = stdout?.split("\n").find((each) => basename(each) === font);
	if (path) copyFileSync(path, join(folder, font));
	return path !== undefined;
}

/** The file that a command is to write is there, and is what its name says. */
function checkFile(command: string): void {
	const [, file] = /\s-o (\S+)/.exec(command) ?? [];
	if (!file) return;
	const bytes = readFileSync(join(folder, file));
	if (file.endsWith(".svg")) expect(bytes.toString()).toMatch(/^<svg[\s>]/);
	if (file.endsWith(".png")) expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
	if (file.endsWith(".json")) JSON.parse(bytes.toString());
}

describe.each(["README.md", "README.zh.md"].filter(existsSync))(
	"%s",
	(readme) => {
		const blocks = blocksOf(readme);
		const commands = blocks.flatMap(({ language, lines }, index) =>
			SHELL.includes(language) ? [{ name: `block ${index + 1}`, lines }] : [],
		);
		const pages = blocks.flatMap(({ language, lines }, index) =>
			language === "html"
				? [{ name: `block ${index + 1}`, html: lines.join("\n"), index }]
				: [],
		);

		it("has commands and markup", () => {
			expect(commands.length).toBeGreaterThan(1);
			expect(pages.length).toBeGreaterThan(1);
		});

		describe.each(commands)("$name", ({ lines }) => {
			const run = lines.filter(
				(line) =>
					!Object.keys(LEFT_OUT).some((start) =>
						`${line} `.startsWith(`${start} `),
					),
			);
			it.each(run)("%s", async (line) => {
				if (!provideFont(line)) return console.warn(`No font for: ${line}`);
				if (SERVERS.test(line)) await fetchFrom(line);
				else for (const command of line.split(" && ")) call(command);
				checkFile(line);
			});
		});

		it.each(pages)("$name shows a map", async ({ html, index }) => {
			const file = `readme-${index}.html`;
			const head = html.startsWith("<!doctype")
				? ""
				: '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>';
			writeFileSync(join(folder, "dist", file), `${head}\n${html}\n`);
			const server = await serve(join(folder, "dist"));
			try {
				const page = await openPage({ path: `${server.url}/${file}` });
				const map = html.includes("<iframe")
					? page.frameLocator("iframe").first()
					: page;
				await expect
					.poll(() => map.locator("tier-map [data-place]").count(), {
						timeout: 60_000,
					})
					.toBeGreaterThan(20);
				if (html.includes("selected="))
					await map.locator("tier-map tier-map-panel h2").first().waitFor();
				await page.close();
			} finally {
				onTestFinished(() => server.close());
			}
		});
	},
);
