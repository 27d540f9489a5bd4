// Builds every page into test/output/bench/pages/, minified, each file with its brotli-11 and gzip beside it.
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { brotliLength, compress } from "../../src/build/compress.mjs";
import { atlasPath } from "./atlas.mjs";
import { floor } from "./floor.mjs";
import { copyDist, html, output } from "./html.mjs";
import { PAGES } from "./pages.mjs";
import { tiersPlugin } from "./tiers.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

export const pages = join(output, "pages");

const OUTPUT = '<output id="picked"></output>';
const SIZE = "width:960px;height:480px";
const STYLE = `body{margin:0}#map{${SIZE}}.tip{position:fixed;inset:0 auto auto 0;padding:4px 8px;background:#fff;pointer-events:none}.tip:empty{display:none}`;
const FLOOR_STYLE = `path{stroke:#fff;stroke-width:.5}.tus{fill:#d0a968}.t1{fill:#f5eed4}.t2{fill:#8fb3c9}.t3{fill:#2f4b6e}.tna{fill:#ccc}`;
const LISTENER = `<script type="module">addEventListener("tier-map-select",({detail})=>{document.getElementById("picked").textContent=detail.id})</script>`;

/**
 * @typedef {{ geometry: number, shapes: number }} Known bytes (brotli) of a page's geometry; shapes it draws
 * @returns {Promise<Record<string, Known>>} by page
 */
export async function buildPages() {
	rmSync(pages, { recursive: true, force: true });
	mkdirSync(pages, { recursive: true });
	/** @type {Record<string, Known>} */
	const known = {};
	for (const page of PAGES.filter(({ ours }) => !ours)) {
		console.log(`Building ${page.id} …`);
		known[page.id] = await buildPeer(page);
	}
	Object.assign(known, takeOurs());
	console.log("Compressing …");
	compress(pages, { cache: join(output, "brotli") });
	return known;
}

/** @param {import("./pages.mjs").BenchPage} page */
async function buildPeer({ id, file, geometry, shapes }) {
	const folder = join(pages, id);
	await build({
		root: here,
		configFile: false,
		logLevel: "warn",
		publicDir: false,
		plugins: [tiersPlugin()],
		build: {
			outDir: folder,
			emptyOutDir: true,
			target: "es2023",
			modulePreload: false,
			reportCompressedSize: false,
			chunkSizeWarningLimit: 10_000,
			rolldownOptions: {
				input: join(here, `pages/${id}.js`),
				output: {
					codeSplitting: false,
					entryFileNames: "main.js",
					assetFileNames: "[name][extname]",
				},
			},
		},
	});
	const css = readdirSync(folder).find((name) => name.endsWith(".css"));
	const head = [
		`<style>${STYLE}${id === "floor" ? FLOOR_STYLE : ""}</style>`,
		css && `<link rel="stylesheet" href="${css}">`,
		file &&
			`<link rel="preload" as="fetch" href="${file}" crossorigin="anonymous">`,
	];
	let markup = '<div id="map"></div>';
	let script = '<script type="module" src="main.js"></script>';
	let bytes = 0;
	if (id === "floor") {
		markup = floor();
		bytes = brotliLength(markup);
		script = `<script type="module">${readFileSync(join(folder, "main.js"), "utf8")}</script>`;
	}
	if (file) {
		copyFileSync(atlasPath(file), join(folder, file));
		bytes = brotliLength(readFileSync(join(folder, file)));
	}
	if (geometry)
		bytes = brotliLength(readFileSync(join(here, "node_modules", geometry)));
	writeFileSync(
		join(folder, "index.html"),
		html(id, head.filter(Boolean).join(""), `${markup}${OUTPUT}${script}`),
	);
	return { geometry: bytes, shapes: shapes ?? 0 };
}

/** The product as it was built, and pages around it. */
function takeOurs() {
	const folder = join(pages, "ours");
	copyDist(folder);
	const page = readFileSync(join(folder, "index.html"), "utf8");
	writeFileSync(
		join(folder, "bench-still.html"),
		page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ""),
	);
	writeFileSync(
		join(folder, "bench-script.html"),
		html(
			"script",
			"<style>body{margin:0}</style>",
			`<script type="module" src="tier-map.js"></script><tier-map lang="en"></tier-map>${OUTPUT}${LISTENER}`,
		),
	);
	writeFileSync(
		join(folder, "bench-embed.html"),
		html(
			"embed",
			"<style>body{margin:0}</style>",
			`<iframe src="embed.html?lang=en" title="Map" width="1280" height="800" style="border:0"></iframe><script src="embed.js" defer></script>${OUTPUT}${LISTENER}`,
		),
	);
	const picture = /<svg data-picture="en"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? "";
	const shapes = new Set(
		[...picture.matchAll(/data-place="(\w+)"/g)].map(([, id]) => id),
	).size;
	const known = { geometry: brotliLength(picture), shapes };
	return { page: known, still: known, script: known, embed: known };
}
