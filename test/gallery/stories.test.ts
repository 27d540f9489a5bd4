/** The pictures of the gallery and its stories belong together. */
import { readdirSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { stories } from "./stories.mjs";

const kept = "test/snapshots/gallery";
/** All pictures together, in bytes: everybody who clones the project loads them. */
const MOST = 5_000_000;

test("every story has a picture, every picture a story, and all are light", () => {
	const pictures = readdirSync(kept, {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => file.endsWith(".png"));
	expect(pictures.sort()).toEqual(
		stories.map(({ name }) => `${name}.png`).sort(),
	);
	const bytes = pictures.map((file) => statSync(`${kept}/${file}`).size);
	expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
});
