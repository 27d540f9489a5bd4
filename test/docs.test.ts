/** The documentation: what it links to is there, and the API reference says what the elements say. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { expect, test } from "vitest";
import { apiDocs } from "../src/build/api-docs.mjs";

const files = spawnSync("git", ["ls-files", "*.md"], { encoding: "utf8" })
	.stdout.split("\n")
	.filter((file) => existsSync(file));

/** A file's text without what is code. */
function prose(file: string): string {
	return readFileSync(file, "utf8")
		.replace(/^(```|~~~)[\s\S]*?^\1/gm, "")
		.replace(/<!--[\s\S]*?-->/g, "");
}

/** The anchors of a file, as GitHub makes them out of its headings. */
function anchors(file: string): Set<string> {
	const found = new Set<string>();
	for (const [, heading = ""] of prose(file).matchAll(/^#{1,6} +(.+)$/gm)) {
		const slug = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
			.replaceAll(" ", "-");
		let unique = slug;
		for (let n = 1; found.has(unique); n++) unique = `${slug}-${n}`;
		found.add(unique);
	}
	return found;
}

test("there is documentation", () => {
	expect(files).toContain("README.md");
	expect(files).toContain("docs/README.md");
});

test.each(files)("%s links to what there is", (file) => {
	const text = prose(file).replace(/`[^`\n]*`/g, "");
	const targets = [
		...text.matchAll(/\]\(([^)\s]+)\)/g),
		...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g),
	]
		.map(([, target = ""]) => target)
		.filter((target) => !/^(https?|mailto):/.test(target));
	const broken = targets.filter((target) => {
		const [path = "", anchor] = target.split("#");
		const to = path ? normalize(join(dirname(file), path)) : file;
		if (!existsSync(to)) return true;
		return anchor !== undefined && !anchors(to).has(decodeURI(anchor));
	});
	expect(broken).toEqual([]);
});

test("every page of docs/ is reached from its index", () => {
	const reached = new Set<string>();
	const visit = (file: string) => {
		if (reached.has(file) || !existsSync(file)) return;
		reached.add(file);
		for (const [, target = ""] of prose(file).matchAll(/\]\(([^)#\s]+\.md)/g))
			visit(normalize(join(dirname(file), target)));
	};
	visit("docs/README.md");
	const lost = files.filter(
		(file) => file.startsWith("docs/") && !reached.has(file),
	);
	expect(lost).toEqual([]);
});

test("docs/api.md is what `npm run docs` makes of the elements' comments", async () => {
	expect(readFileSync("docs/api.md", "utf8")).toBe(await apiDocs("."));
});

test("NOTICE names every package that a build contains", () => {
	const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
	const contained = new Set<string>();
	const visit = (name: string) => {
		const entry = packages[`node_modules/${name}`];
		if (contained.has(name) || !entry) return;
		contained.add(name);
		for (const next of Object.keys(entry.dependencies ?? {})) visit(next);
	};
	for (const name of Object.keys(packages[""].dependencies)) visit(name);
	// Types, topojson's own command line, and what Lit needs on a server.
	const left = /^(@types\/|commander$|@lit-labs\/ssr-dom-shim$)/;
	const notice = readFileSync("NOTICE.md", "utf8");
	const lacking = [...contained].filter(
		(name) => !left.test(name) && !notice.includes(name),
	);
	expect(lacking).toEqual([]);
	expect(contained.size).toBeGreaterThan(10);
});

test.each(["README.md", "README.zh.md", "docs/embedding.md"])(
	"%s says from which browsers on the map works",
	(file) => {
		const { browserslist } = JSON.parse(readFileSync("package.json", "utf8"));
		const text = readFileSync(file, "utf8");
		for (const query of browserslist) {
			const [browser = "", version = ""] = query.split(" >= ");
			expect(text).toMatch(
				new RegExp(`${browser}(?: from)? ${version}(?!\\d|\\.\\d)`, "i"),
			);
		}
	},
);
