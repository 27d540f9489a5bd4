// `npm run docs`: docs/api.md, out of the custom elements manifest.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifest } from "./manifest.mjs";

/** Files whose declarations are listed as types; `manifest.config.mjs` analyses them. */
const TYPES = "src/components/tier-map/events.ts";

/**
 * The API reference as Markdown.
 *
 * @param {string} root folder of the project
 * @returns {Promise<string>}
 */
export async function apiDocs(root) {
	const { modules } = await manifest(root);
	const element = modules
		.flatMap((/** @type {any} */ { declarations }) => declarations)
		.find((/** @type {any} */ { tagName }) => tagName);
	const fields = element.members.filter(
		(/** @type {any} */ { kind, attribute }) => kind === "field" && !attribute,
	);
	const methods = element.members.filter(
		(/** @type {any} */ { kind }) => kind === "method",
	);
	return `# API of \`<tier-map>\`

<!-- Made by \`npm run docs\` out of the comments in src/components/tier-map/; change those. -->

${line(element.description)}

\`tier-map.js\` from a build, or \`tier-map/define\` from the package, registers the element; \`tier-map\` exports the class
without registering it. How to put it on a page: [Embedding](embedding.md).

## Attributes, which are properties too

${table(
	["name", "type", "default", ""],
	element.attributes.map((/** @type {any} */ a) => [
		code(a.name),
		code(a.type?.text),
		code(a.default),
		a.description,
	]),
)}

## Other properties

${table(
	["name", "type", ""],
	fields.map((/** @type {any} */ f) => [
		code(f.static ? `TierMap.${f.name}` : f.name),
		code(f.type?.text),
		f.description,
	]),
)}

## Methods

${table(
	["method", ""],
	methods.map((/** @type {any} */ m) => [code(signature(m)), m.description]),
)}

## Events

All bubble and cross shadow boundaries. They tell only what the reader or the loading did, never what the host page set.

${table(
	["event", "type", "when"],
	element.events.map((/** @type {any} */ e) => [
		code(e.name),
		code(e.type?.text),
		e.description,
	]),
)}

\`\`\`ts
${interfaces(readFileSync(join(root, TYPES), "utf8"))}
\`\`\`

## Slots

${table(
	["slot", ""],
	element.slots.map((/** @type {any} */ s) => [
		s.name ? code(s.name) : "(default)",
		s.description,
	]),
)}

## Parts

${table(["part", ""], named(element.cssParts))}

## Custom properties

${table(["property", ""], named(element.cssProperties))}
`;
}

/** @param {any[]} items */
function named(items) {
	return items.map(({ name, description }) => [code(name), description]);
}

/** @param {any} method */
function signature({ name, parameters = [], return: result }) {
	const list = parameters.map(
		(/** @type {any} */ p) =>
			`${p.name}${p.default ? "?" : ""}: ${p.type?.text ?? (Number(p.default) ? "number" : "unknown")}`,
	);
	const type = result?.type.text;
	return `${name}(${list.join(", ")})${type ? `: ${type}` : ""}`;
}

/**
 * The details of the events, as they stand in the source.
 * @param {string} source
 */
function interfaces(source) {
	return [
		...source.matchAll(
			/^export (type Via = .*;|interface \w+Detail \{[\s\S]*?^\})/gm,
		),
	]
		.map(([, text]) => text)
		.join("\n\n");
}

/** @param {string | undefined} text */
function code(text) {
	return text ? `\`${text.replace(/\s+/g, " ")}\`` : "";
}

/** @param {string | undefined} text */
function line(text) {
	return (text ?? "").replace(/\s+/g, " ");
}

/**
 * @param {string[]} heads
 * @param {(string | undefined)[][]} rows
 */
function table(heads, rows) {
	const cells = [heads, ...rows.map((row) => row.map((c) => cell(line(c))))];
	const widths = heads.map((_, i) =>
		Math.max(3, ...cells.map((row) => (row[i] ?? "").length)),
	);
	const [head, ...body] = cells.map(
		(row) =>
			`| ${widths.map((width, i) => (row[i] ?? "").padEnd(width)).join(" | ")} |`,
	);
	return [
		head,
		`| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
		...body,
	].join("\n");
}

/** @param {string} text */
function cell(text) {
	return text.replaceAll("|", "\\|");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const root = fileURLToPath(new URL("../..", import.meta.url));
	writeFileSync(join(root, "docs/api.md"), await apiDocs(root));
}
