/**
 * What a screen reader says, as files to be read by people: a simulated reader runs in the page itself, within
 * the component's shadow tree, while the keys are real. It doesn't follow `aria-activedescendant`; what that
 * points to is noted as `→`.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openMap } from "./harness.ts";
import { openReady } from "./reach.ts";
import { panelOn, part, patient } from "./reading.ts";

const library = readFileSync(
	createRequire(import.meta.url).resolve(
		"@guidepup/virtual-screen-reader/browser.js",
	),
	"utf8",
);

interface Virtual {
	start(options: { container: Node }): Promise<void>;
	next(): Promise<void>;
	spokenPhraseLog(): Promise<string[]>;
	clearSpokenPhraseLog(): Promise<void>;
}

/** A reader on a page; it notes what it says under what was done. */
class Reader {
	readonly #page: Page;
	readonly #lines: string[] = [];
	#active = "";

	constructor(page: Page) {
		this.#page = page;
	}

	async start(): Promise<void> {
		// As a text, since the tests' bundler would take the import for one of its own.
		await this.#page.evaluate(`
			import(URL.createObjectURL(new Blob([${JSON.stringify(library)}], { type: "text/javascript" })))
				.then(({ Virtual }) => { window.reader = new Virtual(); })
		`);
		await this.#page.evaluate(async () => {
			const { reader } = window as unknown as { reader: Virtual };
			const layout = document
				.querySelector("tier-map")
				?.shadowRoot?.querySelector(".layout");
			if (layout) await reader.start({ container: layout });
		});
		await this.#spoken();
	}

	/** Does something, and notes what is said until `last` has been. */
	async note(
		what: string,
		act: () => Promise<unknown>,
		last?: RegExp,
	): Promise<void> {
		this.#lines.push("", `[${what}]`);
		await act();
		const said: string[] = [];
		await expect
			.poll(async () => {
				said.push(...(await this.#spoken()));
				return !last || said.some((line) => last.test(line));
			}, patient)
			.toBe(true);
		this.#lines.push(...said);
	}

	/** Presses a key. */
	press(key: string, last?: RegExp): Promise<void> {
		return this.note(key, () => this.#page.keyboard.press(key), last);
	}

	/** Reads on from where it is until it has said `last`. */
	async read(last: RegExp, most = 120): Promise<void> {
		await this.note("reads on", async () => {
			await this.#page.evaluate(
				async ({ last, most }) => {
					const { reader } = window as unknown as { reader: Virtual };
					for (let i = 0; i < most; i++) {
						await reader.next();
						const said = (await reader.spokenPhraseLog()).at(-1) ?? "";
						if (new RegExp(last).test(said)) return;
					}
				},
				{ last: last.source, most },
			);
		});
	}

	get transcript(): string {
		return `${this.#lines.join("\n").trim()}\n`;
	}

	/** What has been said since the last time, and where the active descendant went. */
	async #spoken(): Promise<string[]> {
		const { said, active } = await this.#page.evaluate(async () => {
			const { reader } = window as unknown as { reader: Virtual };
			const said = await reader.spokenPhraseLog();
			await reader.clearSpokenPhraseLog();
			const root = document.querySelector("tier-map")?.shadowRoot;
			const id = root?.activeElement?.getAttribute("aria-activedescendant");
			const option = id ? root?.getElementById(id) : null;
			const group = option?.closest("[role=group]")?.getAttribute("aria-label");
			const selected = option?.getAttribute("aria-selected") === "true";
			const text = option?.textContent?.trim().replace(/\s+/g, " ");
			return {
				said,
				active: option
					? [text, group && `in ${group}`, selected && "selected"]
							.filter(Boolean)
							.join(", ")
					: "",
			};
		});
		const lines = said.filter((line) => line !== "polite: ");
		if (active !== this.#active && active) lines.push(`→ ${active}`);
		this.#active = active;
		return lines;
	}
}

async function readerOn(page: Page): Promise<Reader> {
	const reader = new Reader(page);
	await reader.start();
	return reader;
}

async function expectTranscript(reader: Reader, name: string): Promise<void> {
	await expect(reader.transcript).toMatchFileSnapshot(
		`../snapshots/reader-${name}.txt`,
	);
}

describe("a screen reader", () => {
	it("arrives", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await part(page, "panel").locator("h2").waitFor();
		const reader = await readerOn(page);
		await reader.read(/^listbox, World map/);
		await reader.read(/Australia/);
		await expectTranscript(reader, "arrive");
	});

	it("searches", async () => {
		const page = await openReady({ path: "/?lang=en" });
		const reader = await readerOn(page);
		const field = page.locator("tier-map [role=combobox]");
		await reader.note("focus on the search", () => field.focus(), /combobox/);
		await reader.note(
			"types “xinj”, for 新加坡",
			() => page.keyboard.insertText("xinj"),
			/match/,
		);
		await reader.press("ArrowDown", /→/);
		await reader.press("Enter", /argument/);
		await reader.note("types “zzzz”", () => field.fill("zzzz"), /No match/);
		await expectTranscript(reader, "search");
	});

	it("goes over the map", async () => {
		const page = await openReady({ path: "/?lang=en&selected=KEN" });
		const reader = await readerOn(page);
		await part(page, "legend").locator("button").first().focus();
		await reader.press("Tab", /→/);
		await expect
			.poll(async () => {
				await page.keyboard.press("ArrowLeft");
				return page
					.locator("tier-map .proxy")
					.getAttribute("aria-activedescendant");
			}, patient)
			.not.toBe("option-KEN");
		await page.keyboard.type("Kenya");
		for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"])
			await reader.press(key, /→/);
		for (const key of ["]", "[", "Home", "End"]) await reader.press(key, /→/);
		await expectTranscript(reader, "arrows");
	});

	it("picks a place, reads its argument, and goes back", async () => {
		const page = await openReady({ path: "/?lang=en" });
		await part(page, "panel").locator("h2").waitFor();
		const reader = await readerOn(page);
		await part(page, "legend").locator("button").first().focus();
		await reader.press("Tab", /→/);
		await reader.note("types “Malta”", () => page.keyboard.type("Malta"), /→/);
		await reader.press("Enter", /argument/);
		await panelOn(page, "Malta");
		await reader.note(
			"presses “To the argument”",
			() => page.locator("tier-map .to-panel").press("Enter"),
			/The argument/,
		);
		await reader.read(/What the column argues/, 60);
		await reader.press("Escape", /Nothing is picked/);
		await expectTranscript(reader, "select");
	});

	it("reads the table", async () => {
		const page = await openMap({ path: "/?lang=en&view=table" });
		const table = page.locator("tier-map [part~=table]");
		await table.locator("tbody tr").first().waitFor();
		await table.locator(".table-claims").first().waitFor();
		const reader = await readerOn(page);
		await reader.note(
			"focus on the filter",
			() => table.locator("input").focus(),
			/searchbox/,
		);
		await reader.note(
			"types “gibr”",
			() => page.keyboard.insertText("gibr"),
			/1 of/,
		);
		for (const stop of [/CSV/, /Place/, /Tier/, /Regions/, /Claims/])
			await reader.press("Tab", stop);
		await reader.press("Tab", /Gibraltar/);
		await reader.read(/^end of table/, 16);
		await reader.press("Enter", /argument/);
		await expectTranscript(reader, "table");
	});

	it("switches the language", async () => {
		const page = await openReady({ path: "/?lang=en&selected=MLT" });
		await panelOn(page, "Malta");
		await page.locator("nav a", { hasText: "中文" }).click();
		await panelOn(page, "马耳他");
		await page
			.locator("tier-map .proxy[aria-label=各级别世界地图] #option-ZWE")
			.waitFor({ state: "attached" });
		const reader = await readerOn(page);
		await reader.read(/^listbox/);
		await part(page, "legend").locator("button").first().focus();
		await reader.press("Tab", /→/);
		await reader.press("]", /→/);
		await reader.press("Enter", /论述/);
		await expectTranscript(reader, "language");
	});
});
