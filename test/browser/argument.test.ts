import axe from "axe-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { baseURL, openPage } from "./harness.ts";
import { dist, serve } from "./serve.mjs";

const languages = [
	{ lang: "en", tag: "en", other: "zh", otherTag: "zh-Hans" },
	{ lang: "zh", tag: "zh-Hans", other: "en", otherTag: "en" },
] as const;

describe.each(languages)(
	"the text-first page in $lang",
	({ lang, tag, other, otherTag }) => {
		const path = `/argument.${lang}.html`;

		it("is read without a script, and leads to its other language and the map", async () => {
			const page = await openPage({ path, javaScript: false });
			expect(await page.locator("html").getAttribute("lang")).toBe(tag);
			expect(await page.locator("h1").count()).toBe(1);
			await page.locator("#KEN").scrollIntoViewIfNeeded();
			expect(await page.locator("#KEN").isVisible()).toBe(true);
			expect(await page.locator("[id^=claim-]").count()).toBe(50);
			await page.locator(`header a[hreflang="${otherTag}"]`).click();
			expect(new URL(page.url()).pathname).toBe(`/argument.${other}.html`);
			expect(await page.locator("html").getAttribute("lang")).toBe(otherTag);
			await page.locator(`a[href$="lang=${other}&selected=KEN"]`).click();
			expect(new URL(page.url()).search).toBe(`?lang=${other}&selected=KEN`);
			// Without a script the map's page leads back.
			await page.locator(`tier-map a[href$="argument.${lang}.html"]`).click();
			expect(new URL(page.url()).pathname).toBe(path);
		});

		it("finds every anchor and file it links to", async () => {
			const page = await openPage({ path });
			const { dead, files } = await page.evaluate(() => {
				const links = [
					...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>(
						"[href]",
					),
				].map(({ href }) => new URL(href));
				const here = links.filter(
					({ origin, pathname }) =>
						origin === location.origin && pathname === location.pathname,
				);
				return {
					dead: here
						.map(({ hash }) => hash.slice(1))
						.filter((id) => id && !document.getElementById(id)),
					files: [
						...new Set(
							links
								.filter(({ origin }) => origin === location.origin)
								.map(({ pathname }) => pathname),
						),
					],
				};
			});
			expect(dead).toEqual([]);
			expect(files).toContain(`/argument.${other}.html`);
			for (const file of files) {
				const response = await fetch(`${baseURL}${file}`);
				expect(response.status, file).toBe(200);
			}
		});

		it("reads in order without its style sheet", async () => {
			const page = await openPage({ path });
			const levels = await page.evaluate(() => {
				for (const sheet of document.styleSheets) sheet.disabled = true;
				return [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) =>
					Number(heading.tagName.slice(1)),
				);
			});
			expect(levels[0]).toBe(1);
			const jumps = levels.filter(
				(level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1,
			);
			expect(jumps).toEqual([]);
			// The lists count by themselves what the references call it.
			const letter = await page.locator("#claim-taiwan").evaluate((item) => {
				const list = item.parentElement;
				if (!(list instanceof HTMLOListElement)) return "no list";
				const index = [...list.children].indexOf(item);
				return `${list.type} ${list.start + index}`;
			});
			expect(letter).toBe("a 34");
			await page.emulateMedia({ media: "print" });
			expect(await page.locator("#claims").isVisible()).toBe(true);
		});

		it.each(["light", "dark"] as const)(
			"has nothing that axe-core finds fault with, %s",
			{
				timeout: 120_000,
			},
			async (colorScheme) => {
				const page = await openPage({ path, colorScheme });
				await page.evaluate(axe.source);
				const violations = await page.evaluate(async () => {
					// 254 places are set alike: the first ones stand for all.
					const places = document.querySelectorAll("#places > *");
					for (const element of [...places].slice(120)) element.remove();
					const { violations } = await window.axe.run(document, {
						resultTypes: ["violations"],
					});
					return violations.map(({ id, nodes }) => [
						id,
						nodes.slice(0, 3).map(({ html }) => html),
					]);
				});
				expect(violations).toEqual([]);
			},
		);

		it("fits a phone", async () => {
			const page = await openPage({ path, width: 320 });
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth),
			).toBe(320);
		});
	},
);

it("works under a strict content security policy", async () => {
	const server = await serve(dist, {
		under: "/some/folder/",
		headers: {
			"Content-Security-Policy":
				"default-src 'none'; style-src 'self'; img-src 'self'",
		},
	});
	try {
		const page = await openPage({ path: `${server.url}/argument.zh.html` });
		const font = await page
			.locator("h1")
			.evaluate((heading) => getComputedStyle(heading).fontFamily);
		expect(font).toContain("Songti SC");
	} finally {
		onTestFinished(() => server.close());
	}
});

declare global {
	interface Window {
		axe: typeof axe;
	}
}
