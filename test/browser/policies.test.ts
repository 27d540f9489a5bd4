/** The policies that `_headers` gives: each page works under its own, and only the iframe page may be framed by others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openMap, openPage, serve } from "./harness.ts";
import { put, serveHosts } from "./hosts.ts";
import { dist } from "./serve.mjs";

const policies = new Map(
	[
		...readFileSync(join(dist, "_headers"), "utf8").matchAll(
			/^(\/\S*)\n +Content-Security-Policy: (.*)$/gm,
		),
	].map(([, path = "", policy = ""]) => [path, policy]),
);

/** Serves the build under the policy of one of its pages. */
async function under(path: string) {
	const policy = policies.get(path) ?? "";
	expect(policy, path).toContain("default-src 'none'");
	return serve(dist, { headers: { "Content-Security-Policy": policy } });
}

test("nothing can move a page's addresses or send what is typed there", () => {
	expect([...policies.keys()]).toContain("/404.html");
	for (const [path, policy] of policies) {
		expect(policy, path).toContain("base-uri 'none'");
		expect(policy, path).toContain("form-action 'none'");
		expect(policy.includes("frame-ancestors 'self'"), path).toBe(
			path !== "/embed.html",
		);
	}
});

test("the page works under its policy", async () => {
	const server = await under("/index.html");
	try {
		const page = await openMap({ path: `${server.url}/?selected=KEN` });
		await page
			.locator("tier-map tier-map-panel h2", { hasText: "Kenya" })
			.waitFor();
		expect(page.problems()).toEqual([]);
	} finally {
		onTestFinished(() => server.close());
	}
});

test("the text page works under its policy", async () => {
	const server = await under("/argument.en.html");
	try {
		const page = await openPage({ path: `${server.url}/argument.en.html` });
		await page.locator("h1").waitFor();
		expect(page.problems()).toEqual([]);
	} finally {
		onTestFinished(() => server.close());
	}
});

test("any page may frame the iframe page", async () => {
	const [server, hosts] = [await under("/embed.html"), await serveHosts()];
	try {
		put(
			hosts,
			"framing.html",
			`<!doctype html><html lang="en"><title>Framing</title><link rel="icon" href="data:,"><iframe title="Map" width="800" height="600" src="${server.url}/embed.html?selected=KEN"></iframe>`,
		);
		const page = await openPage({
			path: `${hosts.url}/framing.html`,
			origins: [server.url],
		});
		await page
			.frameLocator("iframe")
			.locator("tier-map-panel h2", { hasText: "Kenya" })
			.waitFor();
		expect(page.problems()).toEqual([]);
	} finally {
		onTestFinished(() => server.close());
		await hosts.close();
	}
});

test("no other site frames the page itself", async () => {
	const [server, hosts] = [await under("/index.html"), await serveHosts()];
	try {
		put(
			hosts,
			"framing.html",
			`<!doctype html><html lang="en"><title>Framing</title><link rel="icon" href="data:,"><iframe title="Map" src="${server.url}/index.html"></iframe>`,
		);
		const page = await openPage({
			path: `${hosts.url}/framing.html`,
			origins: [server.url],
		});
		await expect
			.poll(() => page.problems().join())
			.toContain("frame-ancestors 'self'");
		expect(await page.frameLocator("iframe").locator("tier-map").count()).toBe(
			0,
		);
	} finally {
		onTestFinished(() => server.close());
		await hosts.close();
	}
});
