import { spawn } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compress } from "../../src/build/compress.mjs";
import { openMap, openPage } from "../browser/harness.ts";
import { dist } from "../browser/serve.mjs";
import { freePort } from "./engines.ts";
import { has } from "./tools.ts";

const there = has("nginx");
/** Debian's way to load a module that nginx has been given. */
const modules = "/etc/nginx/modules-enabled";
const hasBrotli =
	existsSync(modules) &&
	readdirSync(modules).some((file) => file.includes("brotli-static"));

/** The snippet that a page of the documentation gives, with this machine's folder. */
function snippet(page: string, folder: string): string {
	const docs = fileURLToPath(new URL(`../../docs/${page}`, import.meta.url));
	const [, conf = ""] =
		/```nginx\n([\s\S]*?)```/.exec(readFileSync(docs, "utf8")) ?? [];
	return conf
		.replaceAll("/srv/tier-map/dist/", `${folder}/`)
		.replace(/^.*brotli_static.*$/m, (line) => (hasBrotli ? line : ""));
}

async function start(page: string, site: string) {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), "tier-map-nginx-"));
	writeFileSync(
		join(folder, "nginx.conf"),
		`${existsSync(modules) ? `include ${modules}/*.conf;` : ""}
		daemon off; user root; pid ${folder}/pid; error_log ${folder}/error.log;
		events {}
		http {
			include /etc/nginx/mime.types;
			access_log off;
			client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
			fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
			server {
				listen 127.0.0.1:${port};
				location = /favicon.ico { return 204; }
				${snippet(page, site)}
			}
		}`,
	);
	// Its own prefix is where its modules are.
	const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf")], {
		stdio: "inherit",
	});
	const url = `http://127.0.0.1:${port}/graphics/tier-map`;
	for (let tries = 0; tries < 50; tries++) {
		const answers = await fetch(`${url}/embed.json`).then(
			(response) => response.ok,
			() => false,
		);
		if (answers) return { url, stop: () => nginx.kill() };
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error("nginx doesn't answer.");
}

/** The built folder, with what `npm run compress` leaves beside each file. */
function compressed(): string {
	const folder = mkdtempSync(join(tmpdir(), "tier-map-compressed-"));
	cpSync(dist, folder, { recursive: true });
	compress(folder, { cache: join(tmpdir(), "tier-map-brotli") });
	return folder;
}

const kinds: [page: string, encoding: string, site: () => string][] = [
	["embedding.md", "gzip", () => dist],
	["serving.md", hasBrotli ? "br" : "gzip", compressed],
];

describe.skipIf(!there).each(kinds)(
	"nginx with the snippet of %s, under a sub-path",
	(page, encoding, site) => {
		let url = "";
		let stop = () => {};
		beforeAll(async () => {
			const server = await start(page, site());
			url = server.url;
			stop = () => server.stop();
		});
		afterAll(() => stop());

		it("compresses, caches what is hashed for a year, and lets every origin load the module", async () => {
			const { files } = await (await fetch(`${url}/embed.json`)).json();
			const pinned = await fetch(`${url}/${files["tier-map.js"].path}`, {
				headers: { "Accept-Encoding": "br, gzip" },
			});
			expect(pinned.headers.get("content-encoding")).toBe(encoding);
			expect(pinned.headers.get("vary")).toMatch(/accept-encoding/i);
			expect(pinned.headers.get("cache-control")).toBe(
				"public, max-age=31536000, immutable",
			);
			expect(pinned.headers.get("access-control-allow-origin")).toBe("*");
			const page = await fetch(`${url}/embed.html`);
			expect(page.headers.get("content-security-policy")).toContain(
				"require-trusted-types-for 'script'",
			);
			expect(page.headers.get("content-security-policy")).not.toContain(
				"frame-ancestors",
			);
			const front = await fetch(`${url}/`);
			expect(front.headers.get("content-security-policy")).toContain(
				"base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
			);
			// Corrections are seen within a minute.
			expect(page.headers.get("cache-control")).toMatch(
				/^(no-cache|public, max-age=60, stale-while-revalidate=600)$/,
			);
		});

		it("serves the page, and a sandboxed frame of it", async () => {
			const page = await openMap({
				path: `${url}/index.html?lang=zh&selected=KEN`,
			});
			await page
				.locator("tier-map tier-map-panel h2", { hasText: "肯尼亚" })
				.waitFor();
			const host = await openPage({ path: `${url}/favicon.svg` });
			await host.goto(`${url}/oembed.en.json`);
			await host.setContent(
				`<iframe title="Map" src="${url}/embed.html?lang=en&selected=KEN" sandbox="allow-scripts"></iframe>`,
			);
			await host
				.frameLocator("iframe")
				.locator("tier-map-panel h2", { hasText: "Kenya" })
				.waitFor();
		});
	},
);
