/** Bundles from servers that are slow, broken or sly: what is read of them is bounded, and what isn't wanted is let go. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle.ts";
import { ensureLib, run } from "../lib.mjs";
import { openPage, type TestPage } from "./harness.ts";
import { type HostServer, put, serveHosts } from "./hosts.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers each address as a test says, and knows which answers are still open. */
interface Odd {
	readonly url: string;
	readonly answers: Map<string, Answer>;
	/** Requests so far, by path. */
	readonly asked: Map<string, number>;
	/** Paths of the answers that are neither at their end nor let go. */
	readonly open: Set<ServerResponse>;
	close(): void;
}

let hosts: HostServer;
let odd: Odd;
let other: Odd;
let made: string;

beforeAll(async () => {
	ensureLib();
	hosts = await serveHosts();
	[odd, other] = [await serveOdd(), await serveOdd()];
	const work = mkdtempSync(join(tmpdir(), "tier-map-faults-"));
	const [folder, output] = [join(work, "own"), join(work, "own.json")];
	expect(run(["init", folder]).status).toBe(0);
	expect(run(["build", folder, "-o", output]).status).toBe(0);
	made = readFileSync(output, "utf8");
	rmSync(work, { recursive: true });
}, 120_000);

afterAll(async () => {
	odd.close();
	other.close();
	await hosts.close();
});

beforeEach(() => {
	for (const server of [odd, other]) {
		server.answers.clear();
		server.asked.clear();
	}
});

async function serveOdd(): Promise<Odd> {
	const answers = new Map<string, Answer>();
	const asked = new Map<string, number>();
	const open = new Set<ServerResponse>();
	const server: Server = createServer((request, response) => {
		const path = request.url ?? "";
		asked.set(path, (asked.get(path) ?? 0) + 1);
		open.add(response);
		response.on("close", () => open.delete(response));
		response.setHeader("Access-Control-Allow-Origin", "*");
		response.setHeader("Cache-Control", "no-store");
		const answer = answers.get(path);
		if (answer) answer(response, request);
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	const port = typeof address === "object" ? address?.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		answers,
		asked,
		open,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

const whole: Answer = (response) => response.end(made);

/** Opens a page of maps with these bundles; what becomes of each is in `heard`, by `src`. */
async function open(...sources: string[]): Promise<TestPage> {
	put(
		hosts,
		"faults.html",
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Faults</title>
		<script>
			window.heard = {};
			for (const type of ["load", "error"])
				addEventListener("tier-map-" + type, ({ target, detail }) => {
					(heard[target.getAttribute("src")] ??= []).push(type === "load" ? "loaded" : detail.problems.map(({ path, message }) => path + ": " + message).join());
				});
		</script>
		<script type="module" src="/tier-map/tier-map.js"></script>
		${sources.map((src) => `<tier-map src="${src}"></tier-map>`).join("")}`,
	);
	const page = await openPage({
		path: `${hosts.url}/faults.html`,
		origins: [odd.url, other.url],
	});
	await page.evaluate(() => customElements.whenDefined("tier-map"));
	return page;
}

/** What became of a map so far. */
function heard(page: TestPage, src: string): Promise<string[]> {
	return page.evaluate(
		(src) =>
			(window as unknown as { heard: Record<string, string[]> }).heard[src] ??
			[],
		src,
	);
}

/** Waits until a map has loaded or failed. */
async function outcome(page: TestPage, src: string): Promise<string> {
	await expect
		.poll(async () => (await heard(page, src)).length, { timeout: 60_000 })
		.toBeGreaterThan(0);
	return (await heard(page, src)).join("; ");
}

/** Waits until no answer of a server is open any more. */
async function letGo(server: Odd): Promise<void> {
	await expect.poll(() => server.open.size, { timeout: 10_000 }).toBe(0);
}

test("nothing more for 20 seconds ends it, and can be tried again", async () => {
	odd.answers.set("/begun.json", (response) => response.write("{"));
	odd.answers.set("/headers.json", (response) => response.flushHeaders());
	odd.answers.set("/silent.json", () => {});
	const sources = ["begun", "headers", "silent"].map(
		(name) => `${odd.url}/${name}.json`,
	);
	const page = await open(...sources);
	for (const src of sources)
		expect(await outcome(page, src)).toBe(
			`${src}: nothing more came for 20 seconds: check the server, and try again`,
		);
	await letGo(odd);
	odd.answers.set("/begun.json", whole);
	await page.getByRole("button", { name: "Try again" }).first().click();
	await expect
		.poll(() => heard(page, `${odd.url}/begun.json`))
		.toContain("loaded");
	page.problems();
});

test("what never ends is refused once it is too big", async () => {
	const spaces = Buffer.alloc(1 << 20, " ");
	odd.answers.set("/spaces.json", (response) => {
		const more = () => {
			while (!response.destroyed && response.write(spaces));
		};
		response.on("drain", more);
		more();
	});
	const src = `${odd.url}/spaces.json`;
	const page = await open(src);
	expect(await outcome(page, src)).toContain("is bigger than 24 MB, unpacked");
	await letGo(odd);
	page.problems();
});

test("what is small until it is unpacked is refused on the way", async () => {
	const gzip = createGzip({ level: 9 });
	const packed: Buffer[] = [];
	gzip.on("data", (chunk) => packed.push(chunk));
	const spaces = Buffer.alloc(4_000_000, " ");
	for (let i = 0; i < 100; i++)
		await new Promise<void>((resolve) => gzip.write(spaces, () => resolve()));
	await new Promise<void>((resolve) => gzip.end(() => resolve()));
	const bomb = Buffer.concat(packed);
	expect(bomb.length).toBeLessThan(450_000);
	odd.answers.set("/bomb.json", (response) => {
		response.setHeader("Content-Encoding", "gzip");
		response.end(bomb);
	});
	const src = `${odd.url}/bomb.json`;
	const page = await open(src);
	expect(await outcome(page, src)).toContain("is bigger than 24 MB, unpacked");
	page.problems();
});

test("another origin's answer is let go before its body, the same one's is taken", async () => {
	other.answers.set("/own.json", (response) => response.write(made));
	odd.answers.set("/own.json", whole);
	odd.answers.set("/away.json", (response) =>
		response.writeHead(302, { Location: `${other.url}/own.json` }).end(),
	);
	odd.answers.set("/moved.json", (response) =>
		response.writeHead(301, { Location: "/own.json" }).end(),
	);
	const [away, moved] = [`${odd.url}/away.json`, `${odd.url}/moved.json`];
	const page = await open(away, moved);
	expect(await outcome(page, away)).toBe(
		`${away}: leads to another origin, ${other.url}/own.json: name that address in src, if you trust it`,
	);
	expect(await outcome(page, moved)).toBe("loaded");
	await letGo(other);
	page.problems();
});

test("a user name in the address is refused, and nobody is asked", async () => {
	odd.answers.set("/own.json", whole);
	const src = `${odd.url.replace("//", "//user:word@")}/own.json`;
	const page = await open(src);
	expect(await outcome(page, src)).toContain("has a user name");
	expect(odd.asked.size).toBe(0);
	page.problems();
});

test("removed while it loads, it lets go; put back, it asks again", async () => {
	odd.answers.set("/slow.json", (response) => response.write("{"));
	const src = `${odd.url}/slow.json`;
	const page = await open(src);
	await expect.poll(() => odd.open.size).toBe(1);
	await page.evaluate(() => {
		const map = document.querySelector("tier-map");
		Object.assign(window, { map });
		map?.remove();
	});
	await letGo(odd);
	odd.answers.set("/slow.json", whole);
	expect(odd.asked.get("/slow.json")).toBe(1);
	await page.evaluate(() =>
		document.body.append((window as unknown as { map: Element }).map),
	);
	expect(await outcome(page, src)).toBe("loaded");
	expect(odd.asked.get("/slow.json")).toBe(2);
});

test("given another bundle while it loads one, it lets the first go", async () => {
	odd.answers.set("/slow.json", (response) => response.write("{"));
	odd.answers.set("/own.json", whole);
	const page = await open(`${odd.url}/slow.json`);
	await expect.poll(() => odd.open.size).toBe(1);
	const src = `${odd.url}/own.json`;
	await page.evaluate(
		(src) => document.querySelector("tier-map")?.setAttribute("src", src),
		src,
	);
	expect(await outcome(page, src)).toBe("loaded");
	await letGo(odd);
	expect(await heard(page, `${odd.url}/slow.json`)).toEqual([]);
});

test("many removed at once leave nothing behind", async () => {
	odd.answers.set("/slow.json", (response) => response.write("{"));
	const src = `${odd.url}/slow.json`;
	const page = await open(...Array.from({ length: 12 }, () => src));
	await expect.poll(() => odd.open.size).toBeGreaterThan(0);
	await page.evaluate(() => {
		for (const map of document.querySelectorAll("tier-map")) map.remove();
	});
	await letGo(odd);
	// Whatever had been asked for since would be open by the time another map has loaded.
	odd.answers.set("/own.json", whole);
	await page.evaluate((src) => {
		const map = document.createElement("tier-map");
		map.setAttribute("src", src);
		document.body.append(map);
	}, `${odd.url}/own.json`);
	expect(await outcome(page, `${odd.url}/own.json`)).toBe("loaded");
	expect(odd.open.size).toBe(0);
	expect(await heard(page, src)).toEqual([]);
});

test("two maps of one bundle ask once", async () => {
	odd.answers.set("/own.json", whole);
	const src = `${odd.url}/own.json`;
	const page = await open(src, src);
	await expect.poll(() => heard(page, src)).toEqual(["loaded", "loaded"]);
	expect(odd.asked.get("/own.json")).toBe(1);
});

test("a request that hangs is nobody else's", async () => {
	let first = true;
	odd.answers.set("/own.json", (response, request) => {
		if (first) response.write("{");
		else whole(response, request);
		first = false;
	});
	const src = `${odd.url}/own.json`;
	const page = await open(src, src);
	expect(await outcome(page, src)).toBe("loaded");
	expect(odd.open.size).toBe(1);
});

test("nor is one that fails", async () => {
	let first = true;
	odd.answers.set("/own.json", (response, request) => {
		if (first) response.writeHead(503).end();
		else whole(response, request);
		first = false;
	});
	const src = `${odd.url}/own.json`;
	const page = await open(src, src);
	await expect.poll(async () => (await heard(page, src)).length).toBe(2);
	expect((await heard(page, src)).sort()).toEqual([
		`${src}: the server answered 503`,
		"loaded",
	]);
	await page.getByRole("button", { name: "Try again" }).click();
	await expect
		.poll(async () => (await heard(page, src)).filter((w) => w === "loaded"))
		.toHaveLength(2);
	// It takes what the other one has.
	expect(odd.asked.get("/own.json")).toBe(2);
	page.problems();
});

test("bundles that no map shows any more are let go", async () => {
	const SIZE = 4_000_000;
	const big = JSON.parse(made) as Bundle;
	for (const { argument } of Object.values(big.editions).slice(0, 1))
		Object.assign(argument, {
			essays: Object.fromEntries(
				Array.from({ length: SIZE / 20_000 }, (_, i) => [
					`e${i}`,
					"word ".repeat(4000),
				]),
			),
		});
	const text = JSON.stringify(big);
	const page = await open(`${odd.url}/0.json`);
	const client = await page.context().newCDPSession(page);
	await client.send("HeapProfiler.enable");
	await client.send("Performance.enable");
	const used = async () => {
		await client.send("HeapProfiler.collectGarbage");
		const { metrics } = await client.send("Performance.getMetrics");
		return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
	};
	const sizes: number[] = [];
	for (let i = 1; i <= 8; i++) {
		odd.answers.set(`/${i}.json`, (response) => response.end(text));
		const src = `${odd.url}/${i}.json`;
		await page.evaluate(
			(src) => document.querySelector("tier-map")?.setAttribute("src", src),
			src,
		);
		expect(await outcome(page, src)).toBe("loaded");
		sizes.push(await used());
	}
	const [first = 0] = sizes;
	// One may still be held by what was shown last.
	expect((sizes.at(-1) ?? 0) - first, sizes.join()).toBeLessThan(2 * SIZE);
	page.problems();
});
