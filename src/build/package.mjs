// Last step of `npm run build`: declarations, typings for frameworks and the manifest, into lib/.
import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types = join(root, "lib/types");

rmSync(types, { recursive: true, force: true });
const { status } = spawnSync(
	process.execPath,
	[join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"],
	{ cwd: root, stdio: "inherit" },
);
if (status !== 0) process.exit(1);

// Whoever installs the package has neither the sources nor the build's own modules.
for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
	if (!name.endsWith(".d.ts")) continue;
	const path = join(types, name);
	const text = readFileSync(path, "utf8")
		.replace(/((?:from|import)\s*\(?\s*"\.{1,2}\/[^"]+)\.ts"/g, '$1.js"')
		.replace(
			/import \{ languages \} from "virtual:[^"]+";/,
			"declare const languages: readonly string[];",
		);
	writeFileSync(path, text);
}

// As the page's build has made it.
const made = JSON.parse(
	readFileSync(join(root, "dist/custom-elements.json"), "utf8"),
);
const element = made.modules
	.flatMap((/** @type {any} */ file) => file.declarations)
	.find((/** @type {any} */ declaration) => declaration.tagName);
writeFileSync(
	join(root, "lib/custom-elements.json"),
	JSON.stringify(made, null, "\t"),
);

/** @type {string} */
const attributes = element.members
	.filter((/** @type {any} */ member) => member.attribute)
	.map(
		(/** @type {any} */ { attribute, name, description }) =>
			`\t/** ${description ?? ""} */\n\t${attribute}?: TierMapElement["${name}"] | undefined;\n`,
	)
	.join("");
const common = `import type { TierMap as TierMapElement, TierMapEvents } from "./index.js";

/** The attributes of \`<tier-map>\`, which are its properties as well. */
export interface TierMapAttributes {
${attributes}}
`;
/** @param {(type: string) => string} listener */
const listeners = (listener) =>
	element.events
		.map(
			(/** @type {any} */ { name, description }) =>
				`\t/** ${description ?? ""} */\n\t${listener(name)}?: ((event: TierMapEvents["${name}"]) => void) | undefined;\n`,
		)
		.join("");
/** @param {string} type */
const pascal = (type) =>
	type.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
mkdirSync(types, { recursive: true });
writeFileSync(
	join(types, "react.d.ts"),
	`${common}
import type {
	DetailedHTMLProps,
	ForwardRefExoticComponent,
	HTMLAttributes,
	RefAttributes,
} from "react";

export interface TierMapProps
	extends TierMapAttributes,
		Omit<HTMLAttributes<TierMapElement>, keyof TierMapAttributes> {
${listeners((type) => `on${pascal(type)}`)}}

/** The map, on pages from a server too. It registers the element by itself; \`ref\` is the element. */
export declare const TierMap: ForwardRefExoticComponent<
	TierMapProps & RefAttributes<TierMapElement | null>
>;

/** Listeners as React 19 passes them to the bare element, where it makes it in the browser. */
export interface TierMapListeners {
${listeners((type) => `"on${type}"`)}}

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"tier-map": DetailedHTMLProps<HTMLAttributes<TierMapElement>, TierMapElement> &
				TierMapAttributes &
				TierMapListeners;
		}
	}
}
`,
);
writeFileSync(
	join(types, "vue.d.ts"),
	`${common}
import type { DefineComponent, HTMLAttributes } from "vue";

export interface TierMapListeners {
${listeners((type) => `on${pascal(type)}`)}}

declare module "vue" {
	interface GlobalComponents {
		"tier-map": DefineComponent<
			TierMapAttributes & TierMapListeners & HTMLAttributes
		>;
	}
}
`,
);
writeFileSync(
	join(types, "svelte.d.ts"),
	`${common}
import type { HTMLAttributes } from "svelte/elements";

export interface TierMapListeners {
${listeners((type) => `"on${type}"`)}}

declare module "svelte/elements" {
	interface SvelteHTMLElements {
		"tier-map": HTMLAttributes<TierMapElement> &
			TierMapAttributes &
			TierMapListeners;
	}
}
`,
);
