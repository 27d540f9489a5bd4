/** A language is added to a copy of the project by following CONTRIBUTING.md, and read in the browser. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	buildPage,
	copyProject,
	filesWithTypeErrors,
	KEY,
	listLanguage,
	translateData,
	translateStrings,
} from "../pseudo-language/add-language.ts";
import { openMap, openPage, serve } from "./harness.ts";

const folder = fileURLToPath(new URL("../output/language/", import.meta.url));

/** What is the same in every language: the project's name, the letters that claims are counted by, and the choice of languages. */
const SAME = [/^tier-map$/, /^\(?[a-z]{1,2}\)?$/, /^Language · 语言$/];

let url = "";
let close: (() => Promise<void>) | undefined;
let named: string[] = [];
let left: string[] = [];

beforeAll(async () => {
	copyProject(folder);
	translateData(folder);
	listLanguage(folder);
	named = filesWithTypeErrors(folder);
	translateStrings(folder, named);
	left = filesWithTypeErrors(folder);
	const server = await serve(buildPage(folder));
	url = server.url;
	close = server.close;
}, 600_000);
afterAll(() => close?.());

it("needs strings only where the type checker says so", () => {
	expect(named).toContain("src/i18n/strings.ts");
	expect(named.filter((file) => !file.startsWith("src/i18n/"))).toEqual([]);
	expect(left).toEqual([]);
});

describe.each([1280, 375])("at %i px", (width) => {
	/** The page as the reader goes through it. */
	async function visit(look: (page: Page, where: string) => Promise<void>) {
		for (const query of [
			"",
			"selected=KEN",
			"selected=TWN&round=2023-10-17",
			"selected=eu&tier=2",
			"selected=QQQ&tier=9&round=1999-12-31",
			"view=table",
		]) {
			const page = await openMap({
				path: `${url}/?lang=${KEY}&${query}`,
				width,
			});
			await page.locator("tier-map tier-map-panel").waitFor();
			await look(page, query || "start");
		}
		const page = await openMap({ path: `${url}/?lang=${KEY}`, width });
		const search = page.getByRole("combobox").first();
		await search.fill("ñóò");
		await page.getByRole("option").first().waitFor();
		await look(page, "search");
		await search.fill("zzzzz");
		await look(page, "no match");
		await page.locator("details.embed summary").click();
		await page.locator("details.embed form").waitFor();
		await look(page, "embed builder");
		await look(
			await openPage({ path: `${url}/argument.${KEY}.html`, width }),
			"text page",
		);
	}

	it("says nothing that can't be translated, and breaks no box", async () => {
		const strings: string[] = [];
		const boxes: string[] = [];
		await visit(async (page, where) => {
			const found = await page.evaluate(inspect);
			strings.push(
				...found.texts
					.filter((text) => !SAME.some((same) => same.test(text)))
					.map((text) => `${where}: ${text}`),
			);
			boxes.push(...found.boxes.map((box) => `${where}: ${box}`));
		});
		expect.soft([...new Set(strings)]).toEqual([]);
		expect.soft([...new Set(boxes)]).toEqual([]);
	});
});

/** Runs in the page: what is said without an accent, and which boxes are too small for what they hold. */
function inspect(): { texts: string[]; boxes: string[] } {
	const texts: string[] = [];
	const boxes: string[] = [];
	const { lang } = document.documentElement;
	/** Pixels that the thumb of a slider may reach out at the ends of its track. */
	const slack = 3;
	const said = [
		"aria-label",
		"aria-roledescription",
		"title",
		"placeholder",
		"alt",
	];
	const note = (text: string | null) => {
		const trimmed = text?.trim() ?? "";
		// A tag that is read has been through a translation.
		if (/[A-Za-z<]/.test(trimmed)) texts.push(trimmed);
	};
	const nameOf = (element: Element) =>
		`${element.localName}${element.id ? `#${element.id}` : ""}${[...element.classList].map((name) => `.${name}`).join("")} “${(element.textContent ?? "").trim().slice(0, 40)}”`;
	const scrolls = (
		element: Element | null,
		axis: "overflowX" | "overflowY",
	): boolean => {
		for (let at = element; at; at = up(at))
			if (
				/auto|scroll/.test(getComputedStyle(at)[axis]) &&
				at !== document.documentElement
			)
				return true;
		return false;
	};
	const up = (element: Element): Element | null => {
		if (element.assignedSlot) return element.assignedSlot;
		if (element.parentElement) return element.parentElement;
		const root = element.getRootNode();
		return root instanceof ShadowRoot ? root.host : null;
	};
	const walk = (node: Element | ShadowRoot, shown: boolean) => {
		for (const child of node.childNodes) {
			if (child instanceof Text) {
				const parent = child.parentElement;
				if (parent && !/^(style|script|textarea|code)$/.test(parent.localName))
					note(child.data);
			}
			if (!(child instanceof Element)) continue;
			if (!child.checkVisibility({ visibilityProperty: true })) continue;
			// A name in another language says which one.
			if ((child.getAttribute("lang") || lang) !== lang) continue;
			for (const name of said) note(child.getAttribute(name));
			// What only screen readers read has no box to break.
			const seen = shown && getComputedStyle(child).clipPath === "none";
			if (seen) measure(child);
			if (child.shadowRoot) walk(child.shadowRoot, seen);
			walk(child, seen);
		}
	};
	const measure = (element: Element) => {
		if (!(element instanceof HTMLElement)) return;
		const style = getComputedStyle(element);
		if (style.display === "inline" || style.display === "contents") return;
		const { right, left, width } = element.getBoundingClientRect();
		if (width === 0) return;
		if (!scrolls(element, "overflowX")) {
			if (element.scrollWidth > element.clientWidth + slack)
				boxes.push(
					`${nameOf(element)} is ${element.scrollWidth - element.clientWidth} px too narrow`,
				);
			if (right > innerWidth + slack || left < -slack)
				boxes.push(`${nameOf(element)} reaches out of the page`);
		}
		if (
			/hidden|clip/.test(style.overflowY) &&
			element.scrollHeight > element.clientHeight + slack
		)
			boxes.push(
				`${nameOf(element)} cuts ${element.scrollHeight - element.clientHeight} px off below`,
			);
	};
	walk(document.body, true);
	return { texts, boxes };
}
