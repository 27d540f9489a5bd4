import { expect, test } from "vitest";
import { looks, tierRules, variables } from "../../src/svg/looks.ts";
import { plainly } from "../../src/svg/plain.ts";

test("what the map is painted by becomes plain without a rest", () => {
	const tiers = [
		{
			id: "1",
			name: "",
			level: "",
			light: "#ffffff",
			dark: "rgb(0 0 0)",
		},
	];
	const css = plainly(`:host{${variables}}${looks}${tierRules(tiers)}`);
	expect(css).not.toMatch(/light-dark\(|color-mix\(/);
	expect(css).toContain(
		"--tier: var(--tier-map-tier-1, var(--lightningcss-light, #ffffff) var(--lightningcss-dark, rgb(0 0 0)));",
	);
	expect(css).toContain(
		"--_muted: var(--tier-map-text, var(--lightningcss-light, #1c2127b8) var(--lightningcss-dark, #e6e8eab8));",
	);
});

test("a mixture is seen through, and keeps its ground out", () => {
	expect(
		plainly("fill: color-mix(in oklab, var(--_text) 5%, transparent);"),
	).toBe(
		"fill: var(--lightningcss-light, #1c21270d) var(--lightningcss-dark, #e6e8ea0d);",
	);
	expect(
		plainly(
			"stroke: color-mix(in oklab, var(--_accent) 45%, var(--_surface));",
		),
	).toMatch(/#8a3d0073\).*#f0b46a73\)/);
});
