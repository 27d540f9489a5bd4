import { html, noChange, nothing, render } from "lit";
import { sizeFrames } from "../../embed/host.ts";
import {
	type EmbedKind,
	type EmbedStrings,
	embedStringsFor,
} from "../../i18n/embed.ts";
import {
	type Choice,
	codeFor,
	frameAddress,
	frozenName,
	mapAttributes,
	pictureName,
	type Site,
} from "./codes.ts";

const KINDS: readonly EmbedKind[] = [
	"script",
	"iframe",
	"plain-iframe",
	"picture",
	"frozen",
];

/** What `embed.json` says of this version. */
interface Release {
	readonly files: Site["files"];
	readonly pictures: Readonly<Record<string, Site["picture"]>>;
}

/** A place or region, as the editor may name it. */
interface Named {
	readonly id: string;
	readonly name: string;
}

/** How wide the preview is shown. */
type Width = keyof EmbedStrings["previewWidths"];

/** What the builder shows. */
interface View {
	readonly choice: Choice;
	readonly width: Width;
	/** Whether what was typed as a place is none. */
	readonly isUnknown: boolean;
	/** What came of the last press on a button. */
	readonly said: string;
}

/** Gives the places and regions in a language. */
type NamesLoader = (lang: string) => Promise<readonly Named[]>;

let release: Release | undefined;
let namesIn: NamesLoader = async () => [];
/** Language of the page: key of the data's languages. */
let page = "en";
/** Ends the sizing of frames. */
let sizing: (() => void) | undefined;

/**
 * Shows the embed builder in a place of the page.
 *
 * @param root where
 * @param lang language of the page
 * @param selected the place or region that the page shows
 * @param names gives the places and regions that can be chosen
 */
export async function showBuilder(
	root: HTMLElement,
	lang: string,
	selected: string | null,
	names: NamesLoader,
): Promise<void> {
	namesIn = names;
	page = lang;
	release ??= await thisRelease();
	const choice: Choice = {
		kind: "script",
		lang,
		tag: embedStringsFor(lang).tag,
		place: selected ?? "",
		theme: "auto",
		panel: "auto",
		pinned: true,
	};
	await show(root, release, {
		choice,
		width: "full",
		isUnknown: false,
		said: "",
	});
}

async function thisRelease(): Promise<Release> {
	const response = await fetch("./embed.json");
	if (!response.ok) throw new Error(`embed.json: ${response.status}`);
	return response.json();
}

async function show(
	root: HTMLElement,
	release: Release,
	view: View,
): Promise<void> {
	const { choice, width, isUnknown, said } = view;
	const strings = embedStringsFor(page);
	const named = await namesIn(choice.lang);
	// Only the kind that comes with the host script is sized here as well.
	if (choice.kind === "iframe") sizing ??= sizeFrames();
	else {
		sizing?.();
		sizing = undefined;
	}
	const site = siteFor(choice, release);
	const code = codeFor(choice, site);
	const update = (more: Partial<View>) =>
		void show(root, release, { ...view, isUnknown: false, said: "", ...more });
	const change = (more: Partial<Choice>) =>
		update({ choice: { ...choice, ...more } });
	const copy = async () => {
		const copied = await navigator.clipboard.writeText(code).then(
			() => true,
			() => false,
		);
		if (!copied) root.querySelector("textarea")?.select();
		update({ said: copied ? strings.copied : strings.copyFailed });
	};
	const hasFields = choice.kind !== "picture" && choice.kind !== "frozen";
	const canPin = choice.kind === "script" || choice.kind === "iframe";
	render(
		html`
			<p>${strings.intro}</p>
			<div class="columns">
			<form @submit=${(event: Event) => event.preventDefault()}>
				<fieldset>
					<legend>${strings.kind}</legend>
					${KINDS.map(
						(kind) => html`
							<label>
								<input
									type="radio"
									name="kind"
									value=${kind}
									.checked=${kind === choice.kind}
									@change=${() => change({ kind })}
								/>
								<span>
									<b>${strings.kinds[kind]}</b>
									<span class="note">${strings.kindNotes[kind]}</span>
								</span>
							</label>
						`,
					)}
				</fieldset>
				<div class="fields">
					${select(strings.language, languages(), choice.lang, (lang) =>
						change({ lang, tag: embedStringsFor(lang).tag }),
					)}
					${
						hasFields
							? fields(strings, choice, named, isUnknown, change, () =>
									update({ isUnknown: true }),
								)
							: nothing
					}
				</div>
				${
					canPin
						? html`
							<label class="pin">
								<input
									type="checkbox"
									.checked=${choice.pinned}
									@change=${() => change({ pinned: !choice.pinned })}
								/>
								<span>
									<b>${strings.pinned}</b>
									<span class="note">${strings.pinnedNote}</span>
								</span>
							</label>
						`
						: nothing
				}
			</form>
			<div class="result">
				<label class="code">
					<span class="title">${strings.code}</span>
					<textarea data-kind=${choice.kind} readonly rows="8" spellcheck="false" .value=${code}></textarea>
				</label>
				<p class="actions">
					<button type="button" @click=${copy}>${strings.copy}</button>
					${choice.kind === "frozen" ? html`<a href=${frozenName(choice)} download>${strings.download}</a>` : nothing}
					<span role="status">${said}</span>
				</p>
				<div class="shown">
					<h3>${strings.preview}</h3>
					${select(
						strings.previewWidth,
						Object.entries(strings.previewWidths),
						width,
						(width) => update({ width: width as Width }),
					)}
				</div>
				<div class="preview" role="group" aria-label=${strings.preview} tabindex="0">
					<div data-width=${width}>${preview(choice, site)}</div>
				</div>
			</div>
			</div>
		`,
		root,
	);
}

/** The languages that the page offers, and what each calls itself. */
function languages(): [key: string, name: string][] {
	return [...document.querySelectorAll<HTMLElement>("nav [data-lang]")].map(
		({ dataset, textContent }) => [dataset.lang ?? "", textContent ?? ""],
	);
}

function fields(
	strings: EmbedStrings,
	choice: Choice,
	named: readonly Named[],
	isUnknown: boolean,
	change: (more: Partial<Choice>) => void,
	refuse: () => void,
) {
	/** An editor may type a name or an id. */
	const set = (text: string): void => {
		const wanted = text.trim().toLowerCase();
		const found = named.find(
			({ id, name }) =>
				id.toLowerCase() === wanted || name.toLowerCase() === wanted,
		);
		if (wanted && !found) refuse();
		else change({ place: found?.id ?? "" });
	};
	const shown = named.find(({ id }) => id === choice.place)?.name;
	return html`
		<label>
			${strings.place}
			<input
				list="embed-places"
				placeholder=${strings.placeHint}
				aria-invalid=${isUnknown}
				aria-describedby="embed-unknown"
				.value=${isUnknown ? noChange : (shown ?? choice.place)}
				@change=${({ target }: Event) => {
					if (target instanceof HTMLInputElement) set(target.value);
				}}
			/>
			<span id="embed-unknown" class="note" role="status">${isUnknown ? strings.placeUnknown : nothing}</span>
			<datalist id="embed-places">
				${named.map(({ id, name }) => html`<option value=${name}>${id}</option>`)}
			</datalist>
		</label>
		${select(
			strings.theme,
			Object.entries(strings.themes),
			choice.theme,
			(theme) => change({ theme: theme as Choice["theme"] }),
		)}
		${select(
			strings.panel,
			Object.entries(strings.panels),
			choice.panel,
			(panel) => change({ panel: panel as Choice["panel"] }),
		)}
	`;
}

function select(
	label: string,
	options: readonly (readonly [value: string, name: string])[],
	value: string,
	change: (value: string) => void,
) {
	return html`
		<label>
			${label}
			<select
				@change=${({ target }: Event) => {
					if (target instanceof HTMLSelectElement) change(target.value);
				}}
			>
				${options.map(
					([id, name]) =>
						html`<option value=${id} .selected=${id === value}>${name}</option>`,
				)}
			</select>
		</label>
	`;
}

/** The same as the code shows, made without markup. */
function preview(choice: Choice, site: Site) {
	switch (choice.kind) {
		case "script": {
			const { lang, selected, theme, panel } = mapAttributes(choice);
			return html`<tier-map
				lang=${lang ?? nothing}
				selected=${selected ?? nothing}
				theme=${theme ?? "auto"}
				panel=${panel ?? "auto"}
			></tier-map>`;
		}
		case "iframe":
			return html`<iframe title=${site.title} src=${frameAddress(choice, site)} sandbox="allow-scripts allow-popups"></iframe>`;
		case "plain-iframe":
			return html`<iframe class="plain" title=${site.title} src=${frameAddress(choice, site)} sandbox="allow-scripts allow-popups"></iframe>`;
		case "picture":
			return html`<img src=${pictureName(choice)} alt=${site.title} />`;
		case "frozen":
			return html`<iframe title=${site.title} src=${frozenName(choice)} sandbox="allow-scripts"></iframe>`;
	}
}

function siteFor({ lang }: Choice, { files, pictures }: Release): Site {
	const title =
		document
			.querySelector(`.intro[data-language="${lang}"] h1`)
			?.textContent?.trim() ?? "";
	const base = new URL(".", location.href).href;
	return {
		base,
		files,
		title,
		link: embedStringsFor(lang).fullMap,
		fallback: fallbackIn(lang, base),
		picture: pictures[lang] ?? { width: 960, height: 720 },
	};
}

/** The page's own text for readers without a script, with addresses that hold anywhere. */
function fallbackIn(lang: string, base: string): string {
	const own = document.querySelector(
		`tier-map > .fallback[data-language="${lang}"]`,
	);
	const copy = own?.cloneNode(true);
	if (!(copy instanceof Element)) return "";
	for (const name of ["class", "data-language"]) copy.removeAttribute(name);
	for (const link of copy.querySelectorAll("a"))
		link.setAttribute(
			"href",
			new URL(link.getAttribute("href") ?? "", base).href,
		);
	return copy.outerHTML.replace(/\s*\n\s*/g, "\n");
}
