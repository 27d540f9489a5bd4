import { join } from "node:path";
import { loadDataset } from "../../src/build/dataset.ts";
import { edition } from "../../src/model/edition.ts";
import type { Dataset } from "../../src/model/types.ts";
import { textPage } from "../../src/page/argument/page.ts";

/** The built-in data. */
export const dataset = load();

/** The text-first pages as the build writes them, by language of the data. */
export const pages = { en: page("en"), zh: page("zh") };

function load(): Dataset {
	const result = loadDataset(join(import.meta.dirname, "../../data"));
	if (!result.ok) throw new Error("The data has problems.");
	return result.value;
}

function page(lang: string): string {
	const { languages } = dataset.manifest;
	return textPage(edition(dataset, lang), languages, "./assets/argument.css");
}

/** The values of an attribute, in the page's order, with what HTML escapes written out. */
export function attribute(name: string, html: string): string[] {
	return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(
		([, value = ""]) => unescaped(value),
	);
}

/** The part of a page from an anchor to the next anchor of the same tag. */
export function partAt(id: string, html: string): string {
	const start = html.search(new RegExp(`<\\w+ id="${id}"`));
	if (start < 0) return "";
	const tag = /<(\w+)/.exec(html.slice(start))?.[1];
	const end = html.indexOf(`<${tag} id="`, start + 1);
	return html.slice(start, end < 0 ? undefined : end);
}

/** The text between the tags. */
export function textOf(html: string): string {
	return unescaped(html.replace(/<[^>]*>/g, ""))
		.replace(/\s+/g, " ")
		.trim();
}

function unescaped(text: string): string {
	return text.replace(/&#(\d+);/g, (_, code) =>
		String.fromCharCode(Number(code)),
	);
}
