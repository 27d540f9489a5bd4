import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import { expect, test } from "vitest";

/** What each folder of src/ may import from, beside itself. */
const below: Readonly<Record<string, readonly string[]>> = {
	model: [],
	i18n: ["model"],
	geo: ["model"],
	scene: ["model", "i18n", "geo"],
	svg: ["model", "i18n", "geo", "scene"],
	figures: ["model", "scene", "svg"],
	components: ["model", "i18n", "geo", "scene", "svg", "figures"],
	embed: ["model", "i18n", "components"],
	page: ["model", "i18n", "geo", "scene", "svg", "components", "embed"],
	build: ["model", "i18n", "geo", "scene", "svg", "page"],
	cli: ["model", "i18n", "geo", "scene", "svg", "figures", "build"],
};
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts") && file.includes("/"))
	.map((file) => `src/${file}`);

test.each(Object.entries(below))(
	"src/%s imports only from what stands below it",
	(folder, allowed) => {
		const own = files.filter((file) => file.startsWith(`src/${folder}/`));
		const upward = own.flatMap((file) =>
			[
				...readFileSync(file, "utf8").matchAll(
					/from "(\.{1,2}\/[^"]+)"|import\("(\.{1,2}\/[^"]+)"\)/g,
				),
			]
				.map(([, from, lazily]) => join(dirname(file), from ?? lazily ?? ""))
				.filter((target) => {
					const [, to = ""] = relative(".", target).split("/");
					// package.json is no program text.
					if (!target.startsWith("src/")) return false;
					return to !== folder && !allowed.includes(to);
				})
				.map((target) => `${file} imports ${target}`),
		);
		expect(upward).toEqual([]);
	},
);

test("every folder of src/ has its place in that order", () => {
	const folders = new Set(files.map((file) => file.split("/")[1] ?? ""));
	expect([...folders].filter((folder) => !(folder in below))).toEqual([]);
});
