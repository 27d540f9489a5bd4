import { expect, it } from "vitest";
import { packPicture, unpackPicture } from "../../src/svg/packed-picture.ts";

it.each([
	["one ring", '<path d="M1 2l3-4 5 6z"/>'],
	[
		"several rings in several paths",
		'<path d="M10 9l1 1-2 0zm-8 7 1 0 0 1z"/><path d="M3 3l0 1 1 0z"/>',
	],
	[
		"far steps both ways",
		'<path d="M3840 1876l-3840-1876 0 1876zm-3840 0 30-30-31 61z"/>',
	],
	[
		"an empty path between",
		'<path d=""/><path d="M1 1l1 0 0 1z"/><path d=""/>',
	],
	[
		"decimals, which stay as they are",
		'<path d="M1.5 2l.5 0z"/><path d="M1 1l1 0 0 1z"/>',
	],
	["none", "<g></g>"],
])("a picture with %s comes back to the letter", (_, markup) => {
	expect(unpackPicture(JSON.parse(JSON.stringify(packPicture(markup))))).toBe(
		markup,
	);
});
