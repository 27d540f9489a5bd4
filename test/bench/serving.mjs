// `npm run bench:serve`: the built files behind nginx as docs/serving.md configures it: headers, requests per second, and
// the bytes that a story's cost is reckoned from, which it writes into that page. `-- --seconds=1` for a try.
// All requests go to this machine, for a few seconds.
import { spawn, spawnSync } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compress } from "../../src/build/compress.mjs";
import { launch } from "../browser/chromium.mjs";
import { ensureBuilt } from "../browser/serve.mjs";
import { copyDist, html, output } from "./html.mjs";
import { machine, publish, table } from "./write.mjs";

const READERS = 1000;
const SECONDS = 15;
/** What a story's cost is reckoned with. */
const STORY = { readers: 10_000_000, locations: 200, days: 7 };
const PATH = "/graphics/tier-map";
const PACKAGES = ["nginx-light", "libnginx-mod-http-brotli-static", "wrk"];
const MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const { values: options } = parseArgs({
	options: { seconds: { type: "string", default: String(SECONDS) } },
});
const seconds = Number(options.seconds);

install();
ensureBuilt();
const site = join(output, "site");
rmSync(site, { recursive: true, force: true });
copyDist(site);
console.log("Compressing …");
compress(site, { cache: join(output, "brotli") });
writeFileSync(
	join(site, "bench-script.html"),
	html(
		"script",
		"",
		'<script type="module" src="tier-map.js"></script><tier-map lang="en"></tier-map>',
	),
);
const folder = mkdtempSync(join(tmpdir(), "tier-map-serving-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}${PATH}`;
writeFileSync(join(folder, "nginx.conf"), configuration());
const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], {
	stdio: "inherit",
});
const browser = await launch();
try {
	await answering();
	const checks = await headers();
	const loads = await weigh();
	const embed = loads.iframe?.files ?? [];
	const page = measure("the iframe’s files in turn", embed);
	const alone = measure("`embed.html` alone", embed.slice(0, 1));
	const faults = checks.filter(({ ok }) => !ok);
	const files = embed.length;
	publish(
		"serving",
		{
			markdown: `${READERS} connections, ${seconds} s each; ${machine()}.

${table(
	["", "requests / s", "p50 ms", "p99 ms", "MB / s", "errors"],
	[page, alone].map(({ name, perSecond, p50, p99, bytesPerSecond, errors }) => [
		name,
		Math.round(perSecond).toLocaleString("en"),
		p50.toFixed(1),
		p99.toFixed(1),
		(bytesPerSecond / 1e6).toFixed(0),
		String(errors),
	]),
)}

An iframe loads ${files} files: that is ${Math.round(page.perSecond / files).toLocaleString("en")} maps a second.

${table(
	["asked for", "answer"],
	checks.map(({ what, answer, ok }) => [what, ok ? answer : `**${answer}**`]),
)}`,
			json: { machine: machine(), seconds, page, alone, checks },
		},
		{ whole: seconds >= SECONDS, page: "serving.md" },
	);
	publish("cost", cost(loads), {
		whole: seconds >= SECONDS,
		page: "serving.md",
	});
	for (const { what, answer } of faults) console.error(`${what}: ${answer}`);
	if (faults.length) process.exitCode = 1;
} finally {
	await browser.close();
	nginx.kill();
	rmSync(folder, { recursive: true, force: true });
}

/** What a reader loads, by kind, as a browser asks for it. */
async function weigh() {
	/** @type {Record<string, { name: string, files: string[], bytes: number }>} */
	const loads = {};
	for (const [kind, name, path] of /** @type {const} */ ([
		["iframe", "iframe", "embed.html?lang=en"],
		["script", "script tag", "bench-script.html"],
		["page", "the page", "index.html?lang=en"],
		["picture", "static picture", "tier-map.en.svg"],
	])) {
		const page = await browser.newPage({ locale: "en-GB" });
		/** @type {Map<string, number>} */
		const bytes = new Map();
		page.on("response", async (response) => {
			const { pathname } = new URL(response.url());
			if (pathname === "/favicon.ico" || pathname.includes("bench-script"))
				return;
			const { responseBodySize } = await response.request().sizes();
			bytes.set(pathname.slice(PATH.length + 1), responseBodySize);
		});
		await page.goto(`${url}/${path}`, { waitUntil: "networkidle" });
		await page.waitForTimeout(1500);
		await page.close();
		loads[kind] = {
			name,
			files: [...bytes.keys()],
			bytes: [...bytes.values()].reduce((a, b) => a + b, 0),
		};
	}
	return loads;
}

/** @param {Record<string, { name: string, files: string[], bytes: number }>} loads */
function cost(loads) {
	const { readers, locations, days } = STORY;
	const rows = Object.values(loads).map(({ name, files, bytes }) => {
		const sent = readers * bytes;
		const pages = files.filter((file) => !file.startsWith("assets/")).length;
		const asked = locations * (files.length + 1440 * days * pages);
		const requests = readers * files.length;
		// Bytes of each file are taken as alike: an upper limit for what the origin sends.
		const hits = 1 - Math.min(1, asked / requests);
		return { name, files: files.length, bytes, sent, requests, hits };
	});
	return {
		markdown: table(
			[
				"kind",
				"kB a load (`b`)",
				"requests (`q`)",
				"TB to readers (`B`)",
				"million requests (`Q`)",
				"from the CDN’s cache (`h`) at least",
				"$ for each cent a GB costs",
			],
			rows.map(({ name, files, bytes, sent, requests, hits }) => [
				name,
				(bytes / 1000).toFixed(0),
				String(files),
				(sent / 1e12).toFixed(2),
				(requests / 1e6).toFixed(0),
				`${(Math.floor(hits * 1000) / 10).toFixed(1)} %`,
				`${Math.round(sent / 1e9 / 100).toLocaleString("en")}`,
			]),
		),
		json: { ...STORY, rows },
	};
}

/** That the headers are what docs/serving.md says. */
async function headers() {
	const { files } = await (await fetch(`${url}/embed.json`)).json();
	const hashed = files["tier-map.js"].path;
	/** @type {[path: string, accept: string, encoding: string | null, cache: RegExp][]} */
	const wanted = [
		["embed.html", "br, gzip", "br", /^public, max-age=60,/],
		["embed.html", "gzip", "gzip", /^public, max-age=60,/],
		["embed.html", "identity", null, /^public, max-age=60,/],
		[hashed, "br, gzip", "br", /max-age=31536000, immutable/],
		["tier-map.en.svg", "br, gzip", "br", /^public, max-age=300$/],
		["embed.js", "br, gzip", "br", /^public, max-age=300$/],
	];
	const made = [];
	for (const [path, accept, encoding, cache] of wanted) {
		const response = await fetch(`${url}/${path}`, {
			headers: { "Accept-Encoding": accept },
		});
		const got = {
			status: response.status,
			encoding: response.headers.get("content-encoding"),
			cache: response.headers.get("cache-control") ?? "",
		};
		made.push({
			what: `\`${path.replace(/-[\w-]{8}\./, "-….")}\` by a reader who takes ${accept}`,
			answer: `${got.status}, ${got.encoding ?? "uncompressed"}, \`${got.cache}\``,
			ok:
				got.status === 200 &&
				got.encoding === encoding &&
				cache.test(got.cache),
		});
	}
	const etag = (await fetch(`${url}/embed.html`)).headers.get("etag") ?? "";
	const again = await fetch(`${url}/embed.html`, {
		headers: { "If-None-Match": etag, "Cache-Control": "no-cache" },
	});
	made.push({
		what: "`embed.html` again, unchanged",
		answer: String(again.status),
		ok: again.status === 304,
	});
	return made;
}

/**
 * As many readers as can be, one request after the other each.
 * @param {string} name
 * @param {readonly string[]} files
 */
function measure(name, files) {
	console.log(`${READERS} readers for ${seconds} s: ${name} …`);
	const script = join(folder, "readers.lua");
	writeFileSync(
		script,
		`local paths = {${files.map((file) => JSON.stringify(`${PATH}/${file}`)).join(", ")}}
local i = 0
request = function()
	i = i % #paths + 1
	return wrk.format("GET", paths[i], {["Accept-Encoding"] = "br, gzip"})
end
done = function(summary, latency)
	local e = summary.errors
	io.write(string.format("\\nFIGURES %d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes,
		latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`,
	);
	const { stdout, stderr } = spawnSync(
		"wrk",
		[
			"-t2",
			`-c${READERS}`,
			`-d${seconds}s`,
			"-s",
			script,
			`http://127.0.0.1:${port}`,
		],
		{ encoding: "utf8" },
	);
	const [, ...numbers] =
		/FIGURES (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)/.exec(stdout) ?? [];
	if (!numbers.length) throw new Error(`wrk: ${stdout}${stderr}`);
	const [requests = 0, micros = 1, bytes = 0, p50 = 0, p99 = 0, errors = 0] =
		numbers.map(Number);
	return {
		name,
		perSecond: (requests / micros) * 1e6,
		bytesPerSecond: (bytes / micros) * 1e6,
		p50: p50 / 1000,
		p99: p99 / 1000,
		errors,
	};
}

/** The configuration that the documentation gives, with this machine's folder. */
function configuration() {
	const docs = fileURLToPath(new URL("../../docs/serving.md", import.meta.url));
	const [, snippet = ""] =
		/```nginx\n([\s\S]*?)```/.exec(readFileSync(docs, "utf8")) ?? [];
	const enabled = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";
	const load = existsSync(enabled) && existsSync(MODULE);
	return `${load ? `load_module ${MODULE};` : ""}
		daemon off; user root; worker_processes auto; worker_rlimit_nofile 8192;
		pid ${folder}/pid; error_log ${folder}/error.log;
		events { worker_connections 4096; }
		http {
			include /etc/nginx/mime.types;
			access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000; open_file_cache max=1000;
			client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
			fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
			server {
				listen 127.0.0.1:${port} backlog=4096;
				location = /favicon.ico { return 204; }
				${snippet.replaceAll("/srv/tier-map/dist/", `${site}/`).replace(load ? /^$/ : /brotli_static on;/, "")}
			}
		}`;
}

/** On Debian as root, what is missing is installed. */
function install() {
	const there = (/** @type {string} */ name) =>
		spawnSync("dpkg", ["-s", name], {
			encoding: "utf8",
		}).stdout?.includes("install ok installed");
	const missing = PACKAGES.filter((name) => !there(name));
	if (!missing.length) return;
	console.log(`Installing ${missing.join(", ")} …`);
	for (const args of [
		["update"],
		["install", "-y", "--no-install-recommends", ...missing],
	])
		spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...args], {
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
			stdio: "inherit",
		});
	for (const program of ["nginx", "wrk"])
		if (spawnSync(program, ["-v"]).error)
			throw new Error(
				`${program} is missing. On Debian as root this command installs it; elsewhere install ${PACKAGES.join(", ")}.`,
			);
}

async function answering() {
	for (let tries = 0; tries < 100; tries++) {
		const ok = await fetch(`${url}/embed.json`).then(
			(response) => response.ok,
			() => false,
		);
		if (ok) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error("nginx doesn't answer.");
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() =>
				resolve(typeof address === "object" && address ? address.port : 0),
			);
		});
	});
}
