import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMap, openPage } from "../browser/harness.ts";
import { dist } from "../browser/serve.mjs";
import { freePort } from "./engines.ts";
import { has } from "./tools.ts";

const docs = fileURLToPath(new URL("../../docs/embedding.md", import.meta.url));
const there = has("nginx");
let nginx: ChildProcess | undefined;
let url = "";

/** The snippet that the documentation gives, with this machine's folder. */
function snippet(): string {
	const [, conf = ""] =
		/```nginx\n([\s\S]*?)```/.exec(readFileSync(docs, "utf8")) ?? [];
	return conf.replaceAll("/srv/tier-map/dist/", `${dist}/`);
}

beforeAll(async () => {
	if (!there) return;
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), "tier-map-nginx-"));
	writeFileSync(
		join(folder, "nginx.conf"),
		`daemon off; user root; pid ${folder}/pid; error_log ${folder}/error.log;
		events {}
		http {
			include /etc/nginx/mime.types;
			access_log off;
			client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
			fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
			server {
				listen 127.0.0.1:${port};
				location = /favicon.ico { return 204; }
				${snippet()}
			}
		}`,
	);
	nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], {
		stdio: "inherit",
	});
	url = `http://127.0.0.1:${port}/graphics/tier-map`;
	for (let tries = 0; tries < 50; tries++) {
		const answers = await fetch(`${url}/embed.json`).then(
			(response) => response.ok,
			() => false,
		);
		if (answers) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error("nginx doesn't answer.");
});
afterAll(() => {
	nginx?.kill();
});

describe.skipIf(!there)(
	"nginx with the documented snippet, under a sub-path",
	() => {
		it("compresses, caches what is hashed for a year, and lets every origin load the module", async () => {
			const { files } = await (await fetch(`${url}/embed.json`)).json();
			const pinned = await fetch(`${url}/${files["tier-map.js"].path}`);
			expect(pinned.headers.get("content-encoding")).toBe("gzip");
			expect(pinned.headers.get("cache-control")).toBe(
				"public, max-age=31536000, immutable",
			);
			expect(pinned.headers.get("access-control-allow-origin")).toBe("*");
			const page = await fetch(`${url}/embed.html`);
			expect(page.headers.get("content-security-policy")).toContain(
				"require-trusted-types-for 'script'",
			);
			expect(page.headers.get("cache-control")).toBe("no-cache");
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
