// A small static server for tests: strict types, no caching, nothing outside its folder.
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder that a build leaves; `TIER_MAP_DIST` names another one, as it is. */
export const dist = process.env.TIER_MAP_DIST ?? join(root, "dist");

/** @type {Record<string, string>} */
const types = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".ico": "image/x-icon",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".map": "application/json; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8",
	".png": "image/png",
	".svg": "image/svg+xml; charset=utf-8",
	".txt": "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json; charset=utf-8",
	".woff2": "font/woff2",
	".xml": "application/xml; charset=utf-8",
};

/**
 * Serves a folder on a free port of this machine.
 *
 * `under` is the path it is found at (`/some/folder/`), `headers` go with every answer (a content
 * security policy, say), `charset: false` leaves out how text is encoded, as many servers do. `url` has no slash at its end.
 * @param {string} folder
 * @param {{ under?: string, headers?: Record<string, string>, charset?: boolean }} [options]
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve(
	folder,
	{ under = "/", headers = {}, charset = true } = {},
) {
	const server = createServer((request, response) => {
		/**
		 * @param {number} status
		 * @param {Record<string, string>} [more]
		 */
		const answer = (status, more) =>
			response.writeHead(status, {
				"Cache-Control": "no-store",
				"X-Content-Type-Options": "nosniff",
				...headers,
				...more,
			});
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		if (request.method !== "GET" && request.method !== "HEAD") {
			answer(405).end();
			return;
		}
		// Browsers ask for it unbidden; a page without one is no fault.
		if (pathname === "/favicon.ico") {
			answer(204).end();
			return;
		}
		let file = pathname.startsWith(under)
			? fileIn(folder, pathname.slice(under.length))
			: null;
		if (file && isFolder(file)) {
			if (!pathname.endsWith("/")) {
				answer(301, { Location: `${pathname}/` }).end();
				return;
			}
			file = join(file, "index.html");
		}
		const type = file && types[extname(file)];
		if (!file || !type || !existsSync(file)) {
			answer(404, { "Content-Type": "text/plain" }).end("Not found\n");
			return;
		}
		answer(200, {
			"Content-Type": charset ? type : type.replace(/;.*/, ""),
			"Content-Length": String(statSync(file).size),
		});
		if (request.method === "HEAD") response.end();
		else createReadStream(file).pipe(response);
	});
	await new Promise((done, failed) => {
		server.once("error", failed);
		server.listen(0, "127.0.0.1", () => done(undefined));
	});
	const address = server.address();
	if (address === null || typeof address === "string") {
		throw new Error("The test server has no port.");
	}
	return {
		url: `http://127.0.0.1:${address.port}${under.replace(/\/$/, "")}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/**
 * @param {string} folder
 * @param {string} path as in a URL
 */
function fileIn(folder, path) {
	try {
		const file = normalize(join(folder, decodeURIComponent(path)));
		return file === normalize(folder) ||
			file.startsWith(join(normalize(folder), sep))
			? file
			: null;
	} catch {
		return null;
	}
}

/** @param {string} path */
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Builds dist/ where it is absent or older than what it is made of. */
export function ensureBuilt() {
	if (process.env.TIER_MAP_DIST) return;
	const built = newest(join(dist, "index.html"));
	const sources = [
		"src",
		"data",
		"public",
		"index.html",
		"embed.html",
		"404.html",
		"NOTICE.md",
		"vite.config.ts",
	];
	if (built > Math.max(...sources.map((path) => newest(join(root, path))))) {
		return;
	}
	console.log("Building dist/ …");
	const { status } = spawnSync(
		process.execPath,
		["node_modules/vite/bin/vite.js", "build", "--logLevel=warn"],
		{
			cwd: root,
			stdio: "inherit",
			// Vitest's own would give the build lit's development edition.
			env: { ...process.env, NODE_ENV: "production" },
		},
	);
	if (status !== 0) throw new Error("The build failed.");
}

/**
 * Time of the last change in a file or folder.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	return Math.max(
		found.mtimeMs,
		...readdirSync(path).map((name) => newest(join(path, name))),
	);
}
