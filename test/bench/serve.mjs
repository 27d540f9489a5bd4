// Serves the pages as a good host does: ready-made brotli, kept connections, right types.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml; charset=utf-8",
	".png": "image/png",
};

/**
 * @param {string} folder whose files are read into memory
 * @returns {Promise<{ url: string, close(): Promise<void> }>} the address has no slash at its end
 */
export async function serve(folder) {
	/** @type {Map<string, { type: string, body: Buffer, encoding: string | null }>} */
	const files = new Map();
	for (const name of readdirSync(folder, {
		recursive: true,
		encoding: "utf8",
	})) {
		const path = join(folder, name);
		const type = TYPES[extname(name)];
		if (!type || !statSync(path).isFile()) continue;
		const small = existsSync(`${path}.br`);
		files.set(`/${name}`, {
			type,
			body: readFileSync(small ? `${path}.br` : path),
			encoding: small ? "br" : null,
		});
	}
	const server = createServer(
		{ keepAliveTimeout: 60_000 },
		(request, response) => {
			const { pathname } = new URL(request.url ?? "/", "http://localhost");
			const file = files.get(pathname);
			if (!file) {
				response.writeHead(404, { "Content-Length": 0 }).end();
				return;
			}
			response
				.writeHead(200, {
					"Content-Type": file.type,
					"Content-Length": file.body.length,
					"Cache-Control": "public, max-age=300",
					...(file.encoding && { "Content-Encoding": file.encoding }),
				})
				.end(file.body);
		},
	);
	await new Promise((done, failed) => {
		server.once("error", failed);
		server.listen(0, "127.0.0.1", () => done(undefined));
	});
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("The server has no port.");
	return {
		url: `http://127.0.0.1:${address.port}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
