import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import {
	beforeAll,
	describe,
	expect,
	inject,
	it,
	onTestFinished,
} from "vitest";
import { openPage } from "../browser/harness.ts";
import { serve } from "../browser/serve.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
let tarball: string;

/** Runs a command; its output, or an error with it. */
function run(folder: string, command: string, ...args: string[]): string {
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd: folder,
		encoding: "utf8",
		env: {
			...process.env,
			CI: "true",
			npm_config_fund: "false",
			npm_config_audit: "false",
		},
	});
	if (status !== 0)
		throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`);
	return stdout;
}

beforeAll(() => {
	const folder = mkdtempSync(join(tmpdir(), "tier-map-pack-"));
	const [packed] = JSON.parse(
		run(
			root,
			"npm",
			"pack",
			"--json",
			"--ignore-scripts",
			"--pack-destination",
			folder,
		),
	);
	tarball = join(folder, packed.filename);
});

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><div id="app"></div><script type="module" src="/src/main.tsx"></script></body></html>`;
const TSCONFIG = {
	compilerOptions: {
		target: "es2022",
		module: "esnext",
		moduleResolution: "bundler",
		lib: ["ES2023", "DOM", "DOM.Iterable"],
		jsx: "react-jsx",
		strict: true,
		noEmit: true,
		// Our own declarations are checked too.
		skipLibCheck: false,
		types: [],
	},
	include: ["src"],
};

interface App {
	readonly packages: readonly string[];
	readonly files: Readonly<Record<string, string>>;
	/** Checks the types. */
	readonly check: readonly string[];
	/** Writes the page on a server: a module that exports its markup. */
	readonly server?: string;
}

const react = (version: number) => [
	"vite@8",
	"typescript@5",
	`react@${version}`,
	`react-dom@${version}`,
	`@types/react@${version}`,
	`@types/react-dom@${version}`,
	"@vitejs/plugin-react",
];
/** A page that a server has written, and React takes over. */
const hydrated = (version: number): App => ({
	packages: react(version),
	files: {
		"vite.config.js": `import react from "@vitejs/plugin-react"; export default { plugins: [react()] };`,
		"src/app.tsx": `import { type SelectDetail, type TierMap as Element } from "tier-map";
			import { TierMap } from "tier-map/react";
			import { useRef, useState } from "react";
			export function App() {
				const [id, setId] = useState<string | null>("KEN");
				const map = useRef<Element>(null);
				const picked = ({ detail }: CustomEvent<SelectDetail>) => { setId(detail.id); document.title = \`\${map.current?.selected}\`; };
				const loaded = () => { document.documentElement.dataset.loaded = ""; };
				return <TierMap ref={map} selected={id} view="map" lang="en" className="map" onTierMapSelect={picked} onTierMapLoad={loaded}><p>Without a script.</p></TierMap>;
			}`,
		"src/main.tsx": `import { hydrateRoot } from "react-dom/client";
			import { App } from "./app.js";
			const app = document.querySelector("#app");
			if (app) hydrateRoot(app, <App />, { onRecoverableError: (error) => { console.error("not as on the server", error); } });`,
		"src/server.tsx": `import { renderToString } from "react-dom/server";
			import { App } from "./app.js";
			export const html = renderToString(<App />);`,
	},
	check: ["tsc", "-p", "."],
	server: "src/server.tsx",
});

const apps: Readonly<Record<string, App>> = {
	Vite: {
		packages: ["vite@8", "typescript@5"],
		files: {
			"src/main.ts": `import "tier-map/define";
				import { type SelectDetail, parseBundle } from "tier-map";
				import { sizeFrames } from "tier-map/embed";
				const map = document.createElement("tier-map");
				map.selected = "KEN";
				map.addEventListener("tier-map-select", ({ detail }) => { const d: SelectDetail = detail; document.title = d.id ?? ""; });
				document.querySelector("#app")?.append(map);
				sizeFrames();
				console.info(parseBundle({}).ok);`,
		},
		check: ["tsc", "-p", "."],
	},
	"React 19": {
		packages: react(19),
		files: {
			"vite.config.js": `import react from "@vitejs/plugin-react"; export default { plugins: [react()] };`,
			"src/main.tsx": `import "tier-map/define";
				import type {} from "tier-map/react";
				import { useState } from "react";
				import { createRoot } from "react-dom/client";
				function App() {
					const [id, setId] = useState<string | null>("KEN");
					return <tier-map selected={id} view="map" ontier-map-select={({ detail }) => { setId(detail.id); document.title = detail.id ?? ""; }} />;
				}
				const app = document.querySelector("#app");
				if (app) createRoot(app).render(<App />);`,
		},
		check: ["tsc", "-p", "."],
	},
	"React 19, written on a server": hydrated(19),
	"React 18, written on a server": hydrated(18),
	"Vue 3": {
		packages: [
			"vite@8",
			"typescript@5",
			"vue@3",
			"@vitejs/plugin-vue",
			"vue-tsc",
		],
		files: {
			"vite.config.js": `import vue from "@vitejs/plugin-vue"; export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "tier-map" } } })] };`,
			"src/main.ts": `import "tier-map/define"; import { createApp } from "vue"; import App from "./App.vue"; createApp(App).mount("#app");`,
			"src/shim.d.ts": `import type {} from "tier-map/vue";`,
			"src/App.vue": `<script setup lang="ts">
				import { ref } from "vue";
				import type { SelectDetail } from "tier-map";
				const id = ref<string | null>("KEN");
				function picked(event: CustomEvent<SelectDetail>) { id.value = event.detail.id; document.title = event.detail.id ?? ""; }
				</script><template><tier-map :selected="id" view="map" @tier-map-select="picked" /></template>`,
		},
		check: ["vue-tsc", "--noEmit", "-p", "."],
	},
	"Svelte 5": {
		packages: [
			"vite@8",
			"typescript@5",
			"svelte@5",
			"@sveltejs/vite-plugin-svelte",
			"svelte-check",
		],
		files: {
			"vite.config.js": `import { svelte } from "@sveltejs/vite-plugin-svelte"; export default { plugins: [svelte()] };`,
			"svelte.config.js": `import { vitePreprocess } from "@sveltejs/vite-plugin-svelte"; export default { preprocess: vitePreprocess() };`,
			"src/main.ts": `import "tier-map/define"; import { mount } from "svelte"; import App from "./App.svelte"; mount(App, { target: document.querySelector("#app") as Element });`,
			"src/shim.d.ts": `import type {} from "tier-map/svelte"; import type {} from "svelte";`,
			"src/App.svelte": `<script lang="ts">
				let id = $state<string | null>("KEN");
				</script><tier-map selected={id} view="map" ontier-map-select={({ detail }) => { id = detail.id; document.title = detail.id ?? ""; }}></tier-map>`,
		},
		check: ["svelte-check", "--tsconfig", "tsconfig.json"],
	},
};

describe.skipIf(!inject("registry")).each(Object.entries(apps))(
	"npm pack in a fresh %s page, with packages from the registry",
	(name, app) => {
		it("installs, type-checks, builds and works", async () => {
			const folder = mkdtempSync(join(tmpdir(), "tier-map-app-"));
			const files = {
				"package.json": JSON.stringify({
					name: "app",
					private: true,
					type: "module",
				}),
				"tsconfig.json": JSON.stringify(TSCONFIG),
				"index.html": HTML.replace(
					"main.tsx",
					name.startsWith("React") ? "main.tsx" : "main.ts",
				),
				...app.files,
			};
			mkdirSync(join(folder, "src"));
			for (const [path, text] of Object.entries(files))
				writeFileSync(join(folder, path), text);
			run(
				folder,
				"npm",
				"install",
				"--ignore-scripts",
				tarball,
				...app.packages,
			);
			run(folder, "npx", "--no-install", ...app.check);
			if (app.server) {
				run(
					folder,
					"npx",
					"--no-install",
					...["vite", "build", "--logLevel=warn"],
					...["--ssr", app.server, "--outDir", "server"],
				);
				const html = run(
					folder,
					process.execPath,
					"--input-type=module",
					"-e",
					`import { html } from "./server/server.js"; process.stdout.write(html);`,
				);
				expect(html).toMatch(/^<tier-map [^>]*selected="KEN"/);
				writeFileSync(
					join(folder, "index.html"),
					files["index.html"].replace(
						'<div id="app"></div>',
						() => `<div id="app">${html}</div>`,
					),
				);
			}
			run(folder, "npx", "--no-install", "vite", "build", "--logLevel=warn");
			const server = await serve(join(folder, "dist"));
			onTestFinished(server.close);
			const page = await openPage({ path: server.url });
			const heading = page.locator("tier-map tier-map-panel h2");
			await heading.filter({ hasText: "Kenya" }).waitFor();
			if (app.server) await page.locator("html[data-loaded]").waitFor();
			await page.locator('tier-map path[data-place="BRA"]').first().click();
			await heading.filter({ hasText: "Brazil" }).waitFor();
			await expect.poll(() => page.title()).toBe("BRA");
		});
	},
);

describe.skipIf(!inject("registry"))("the package, with the registry’s", () => {
	it("passes publint and @arethetypeswrong/cli", () => {
		const folder = mkdtempSync(join(tmpdir(), "tier-map-lint-"));
		writeFileSync(join(folder, "package.json"), "{}");
		run(
			folder,
			"npm",
			"install",
			"--ignore-scripts",
			"publint",
			"@arethetypeswrong/cli",
		);
		run(folder, "npx", "--no-install", "publint", "run", tarball, "--strict");
		run(
			folder,
			"npx",
			"--no-install",
			"attw",
			tarball,
			"--profile",
			"esm-only",
			"--exclude-entrypoints",
			"custom-elements.json",
		);
	});

	it.each([
		["node10", "commonjs"],
		["nodenext", "nodenext"],
		["bundler", "esnext"],
	])(
		"has types for every entry under moduleResolution %s",
		(moduleResolution, module) => {
			const folder = mkdtempSync(join(tmpdir(), "tier-map-types-"));
			const { compilerOptions } = TSCONFIG;
			const files = {
				"package.json": JSON.stringify({ type: "module" }),
				"tsconfig.json": JSON.stringify({
					...TSCONFIG,
					compilerOptions: {
						...compilerOptions,
						module,
						moduleResolution,
						// Svelte's own types aren't for it.
						skipLibCheck: moduleResolution === "node10",
						resolveJsonModule: true,
						esModuleInterop: true,
					},
				}),
				"src/entries.tsx": `import { type TierMap as Element, parseBundle, register } from "tier-map";
				import "tier-map/define";
				import { sizeFrames } from "tier-map/embed";
				import { toSVG } from "tier-map/svg";
				import { TierMap } from "tier-map/react";
				import type { TierMapAttributes } from "tier-map/vue";
				import type { TierMapListeners } from "tier-map/svelte";
				import manifest from "tier-map/custom-elements.json"${moduleResolution === "nodenext" ? ' with { type: "json" }' : ""};
				register(); sizeFrames(); parseBundle(manifest);
				const layout: Promise<string> = toSVG({ layout: "square" });
				// @ts-expect-error
				toSVG({ layout: "tall" });
				declare const map: Element;
				// @ts-expect-error
				map.toSVG({ layout: "tall" });
				export const attributes: TierMapAttributes = { view: "table" };
				export const listeners: TierMapListeners = { "ontier-map-select": ({ detail }) => { void detail.id; } };
				export const node = <TierMap selected="KEN" onTierMapSelect={({ detail }) => { void detail.kind; void layout; }} />;`,
			};
			mkdirSync(join(folder, "src"));
			for (const [path, text] of Object.entries(files))
				writeFileSync(join(folder, path), text);
			run(
				folder,
				"npm",
				"install",
				"--ignore-scripts",
				tarball,
				...["typescript@5", "react@19", "@types/react@19", "vue@3", "svelte@5"],
			);
			run(folder, "npx", "--no-install", "tsc", "-p", ".");
		},
	);

	it("draws without a DOM through ./svg, and registers nothing through .", async () => {
		const folder = mkdtempSync(join(tmpdir(), "tier-map-node-"));
		writeFileSync(
			join(folder, "package.json"),
			JSON.stringify({ type: "module" }),
		);
		run(
			folder,
			"npm",
			"install",
			"--ignore-scripts",
			"--omit=optional",
			tarball,
		);
		const svg = run(
			folder,
			process.execPath,
			"--input-type=module",
			"-e",
			`import { toSVG } from "tier-map/svg"; process.stdout.write(await toSVG({ lang: "zh" }));`,
		);
		expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
		writeFileSync(
			join(folder, "entry.js"),
			`import { parseBundle } from "tier-map"; document.title = String(parseBundle({}).ok);`,
		);
		writeFileSync(
			join(folder, "index.html"),
			HTML.replace("/src/main.tsx", "/entry.js"),
		);
		await build({ root: folder, configFile: false, logLevel: "error" });
		const server = await serve(join(folder, "dist"));
		const page = await openPage({ path: server.url });
		await expect.poll(() => page.title()).toBe("false");
		expect(
			await page.evaluate(() => customElements.get("tier-map") === undefined),
		).toBe(true);
		onTestFinished(() => server.close());
	});
});
