/** `tier-map preview` as a server: whom it answers, and what becomes of its folder. */
import { type ChildProcess, spawn } from "node:child_process";
import {
	cpSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { type RequestOptions, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, ensureBuilt, run } from "../lib.mjs";

const work = mkdtempSync(join(tmpdir(), "tier-map-preview-"));
const folder = join(work, "own");
let server: ChildProcess;
let port = 0;

beforeAll(async () => {
	ensureBuilt();
	expect(run(["init", folder]).status).toBe(0);
	server = spawn(process.execPath, [cli, "preview", folder, "--port", "0"]);
	port = await new Promise((resolve) => {
		let said = "";
		server.stderr?.on("data", (data) => {
			said += String(data);
			const [, told] = /127\.0\.0\.1:(\d+)/.exec(said) ?? [];
			if (told) resolve(Number(told));
		});
	});
}, 300_000);
afterAll(() => {
	server?.kill();
	rmSync(work, { recursive: true });
});

/** Asks the server. */
function ask(path: string, options: RequestOptions = {}) {
	return new Promise<{ status: number; allow: string; body: string }>(
		(resolve, reject) => {
			request({ host: "127.0.0.1", port, path, ...options }, async (answer) => {
				let body = "";
				for await (const chunk of answer) body += String(chunk);
				resolve({
					status: answer.statusCode ?? 0,
					allow: String(answer.headers.allow ?? ""),
					body,
				});
			})
				.on("error", reject)
				.end();
		},
	);
}

describe("whom it answers", () => {
	test.each([
		"localhost",
		"LocalHost:4173",
		"127.0.0.1",
		"127.0.0.1:80",
		"[::1]:4173",
		"my-map.localhost:4173",
	])("a page opened as %s", async (host) => {
		expect((await ask("/", { headers: { host } })).status).toBe(200);
	});

	test.each([
		"evil.example",
		"evil.example:4173",
		"localhost.evil.example",
		"evil-localhost",
		"127.0.0.1.evil.example",
		"127.0.0.2",
		"0.0.0.0",
		"localhost@evil.example",
		"localhost:80:80",
	])("nobody who came as %s", async (host) => {
		for (const path of ["/", "/bundle.json", "/changes", "/tier-map.js"]) {
			const { status, body } = await ask(path, { headers: { host } });
			expect(status, path).toBe(403);
			expect(body).toContain(`http://localhost:${port}/`);
			expect(body).not.toContain("schema");
		}
	});

	test.each(["DELETE", "POST", "PUT", "OPTIONS", "PATCH"])(
		"%s is refused",
		async (method) => {
			for (const path of ["/", "/bundle.json", "/changes"]) {
				const { status, allow } = await ask(path, { method });
				expect([status, allow], path).toEqual([405, "GET, HEAD"]);
			}
		},
	);

	test("HEAD is GET without a body", async () => {
		for (const path of ["/", "/bundle.json", "/tier-map.js", "/changes"]) {
			const { status, body } = await ask(path, { method: "HEAD" });
			expect([status, body], path).toEqual([200, ""]);
		}
	});
});

describe("its folder", () => {
	const named = async () => (await ask("/bundle.json")).body;
	const rename = (fresh: string) => {
		const file = join(folder, "tiers.csv");
		const text = readFileSync(file, "utf8");
		writeFileSync(file, text.replace(/(?<=^free,)[^,]+/m, fresh));
	};

	test.each([
		["the same", (away: string) => renameSync(away, folder)],
		[
			"a copy",
			(away: string) => {
				cpSync(away, folder, { recursive: true });
				rmSync(away, { recursive: true });
			},
		],
	])(
		"is missed while it is away, and served again: %s",
		async (_, back) => {
			const away = join(work, "away");
			renameSync(folder, away);
			await expect.poll(named, { timeout: 20_000 }).toBe("null");
			expect((await ask("/")).status).toBe(200);
			back(away);
			await expect.poll(named, { timeout: 20_000 }).toContain("editions");
			const fresh = `Open ${_}`;
			rename(fresh);
			await expect.poll(named, { timeout: 20_000 }).toContain(fresh);
		},
		90_000,
	);
});
