import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeXml } from "../../svg/markup.ts";
import { type Command, Failure, say as print, UsageError } from "../command.ts";
import { reasonOf } from "../output.ts";
import { check, read, reported } from "./folder.ts";
import { watchFolder } from "./watch-folder.ts";

const PORT = 4173;
/** An editor writes a file in several steps. Milliseconds. */
const SETTLE = 100;
const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
};
/** What this computer is called in an address, whatever the port. */
const LOCAL = /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

export const preview: Command = {
	help: `tier-map preview DIR: shows a data folder in the browser, and again after every change

  --port NUMBER     port on this computer (default: ${PORT}; 0 for any that is free)
  --lang LANG       language of the messages, en or zh (default: en)
  --geometry FILE   base map of your own (TopoJSON or GeoJSON)

The page is at /, the iframe page at /embed.html?src=bundle.json. Stop it with Ctrl+C.`,

	async run(args) {
		const { folders, geometry, port, say } = read(
			args,
			["port", "lang", "geometry"],
			1,
		);
		const [folder = ""] = folders;
		const number = port === undefined ? PORT : Number(port);
		if (!(Number.isInteger(number) && number >= 0 && number < 65536))
			throw new UsageError("--port: it must be a number from 0 to 65535");
		if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
		const dist = builtPage();
		let timer: NodeJS.Timeout | undefined;
		const changed = () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				shown = made();
				for (const listener of listeners)
					listener.write("event: change\ndata: \n\n");
			}, SETTLE);
		};
		let map: string | null = null;
		let leaveMap = () => {};
		/** The base map may lie anywhere; its folder is watched, since editors put a new file in place of the old one. */
		const watchMap = (path: string | null) => {
			if (path === null || path === map) return;
			leaveMap();
			map = path;
			leaveMap = watchFolder(dirname(path), (name) => {
				if (name === null || name === basename(path)) changed();
			});
		};
		const made = () => {
			const checked = check(folder, geometry, say);
			const report = reported(checked, say);
			if (report) print(report);
			watchMap(checked.map);
			return checked.made.ok
				? {
						report,
						languages: Object.keys(checked.made.value.bundle.editions),
						json: JSON.stringify(checked.made.value.bundle),
					}
				: { report, languages: [], json: null };
		};
		const listeners = new Set<ServerResponse>();
		let open = number;

		let shown = made();
		watchFolder(folder, changed);

		const server = createServer(({ url = "/", method, headers }, response) => {
			const send = (
				status: number,
				type: string,
				body: string | Uint8Array,
				more: Readonly<Record<string, string>> = {},
			) => {
				response.writeHead(status, {
					"content-type": TYPES[type] ?? "application/octet-stream",
					"cache-control": "no-store",
					"x-content-type-options": "nosniff",
					...more,
				});
				response.end(method === "HEAD" ? undefined : body);
			};
			// A page elsewhere whose name was made to lead to this computer reads no drafts.
			if (!LOCAL.test(headers.host ?? ""))
				return send(403, ".txt", `Open http://localhost:${open}/ instead.`);
			if (method !== "GET" && method !== "HEAD")
				return send(405, ".txt", "Only GET and HEAD.", { allow: "GET, HEAD" });
			const [pathname = ""] = url.split("?");
			if (pathname === "/") return send(200, ".html", page(shown));
			if (pathname === "/bundle.json")
				return shown.json
					? send(200, ".json", shown.json)
					: send(404, ".json", "null");
			if (pathname === "/changes") {
				response.writeHead(200, { "content-type": "text/event-stream" });
				if (method === "HEAD") return response.end();
				response.write(": \n\n");
				listeners.add(response);
				response.on("close", () => listeners.delete(response));
				return;
			}
			// Only names that stand in the folder as they are: no way leads out of it.
			const name = /^\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/.exec(pathname)?.[1];
			try {
				if (!name) throw new Error("no such file");
				send(200, extname(name), readFileSync(join(dist, name)));
			} catch {
				send(404, ".html", "There is no such file.");
			}
		});
		await new Promise<void>((resolve, reject) => {
			server.on("error", (error) =>
				reject(
					new Failure(
						"code" in error && error.code === "EADDRINUSE"
							? `Port ${number} is in use: name another one with --port.`
							: `The server could not be started: ${reasonOf(error)}`,
					),
				),
			);
			// Only this computer: drafts are nobody else's business.
			server.listen(number, "127.0.0.1", resolve);
		});
		const address = server.address();
		if (address && typeof address === "object") open = address.port;
		print(`http://127.0.0.1:${open}/ (stop with Ctrl+C)`);
	},
};

/** The folder with the page as `npm run build` made it. */
function builtPage(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "package.json"))) {
		const up = dirname(folder);
		if (up === folder) break;
		folder = up;
	}
	const dist = join(folder, "dist");
	if (existsSync(join(dist, "tier-map.js"))) return dist;
	throw new Failure(
		`There is no built page in ${dist}: run npm run build first.`,
	);
}

function page({
	report,
	languages,
	json,
}: {
	readonly report: string;
	readonly languages: readonly string[];
	readonly json: string | null;
}): string {
	const links = languages.map(
		(lang) => `<a href="?lang=${lang}">${escapeXml(lang)}</a>`,
	);
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>tier-map preview</title>
<link rel="icon" href="/favicon.svg">
<style>
body { margin: 0 auto; max-width: 1280px; padding: 12px; font: 16px/1.5 system-ui, sans-serif; }
nav a { margin-inline-end: 1em; }
pre { white-space: pre-wrap; font-size: 13px; border-block: 1px solid; padding-block: 8px; }
</style>
<script type="module">
	document.documentElement.lang = new URLSearchParams(location.search).get("lang") ?? ${JSON.stringify(languages[0] ?? "en")};
	new EventSource("/changes").addEventListener("change", () => location.reload());
</script>
${json ? '<script type="module" src="/tier-map.js"></script>' : ""}
<nav>${links.join(" ")} <a href="/embed.html?src=bundle.json">iframe</a></nav>
${json ? '<tier-map src="/bundle.json"></tier-map>' : ""}
${report ? `<pre>${escapeXml(report)}</pre>` : ""}
</html>
`;
}
