import type { EmbedKind } from "../../i18n/embed.ts";
import { escapeXml } from "../../svg/markup.ts";

/** What an editor has chosen. */
export interface Choice {
	readonly kind: EmbedKind;
	/** Key of the data's languages, and its BCP 47 tag. */
	readonly lang: string;
	readonly tag: string;
	/** Id of a place or region; empty for none. */
	readonly place: string;
	readonly theme: "auto" | "light" | "dark";
	readonly panel: "auto" | "side" | "below" | "none";
	readonly pinned: boolean;
}

/** A file of this version under a name of its own. */
export interface PinnedFile {
	readonly path: string;
	readonly integrity: string;
}

/** What the codes are written with. */
export interface Site {
	/** Address of the folder of the build, with a slash at its end. */
	readonly base: string;
	/** What `embed.json` says. */
	readonly files: Readonly<Record<"tier-map.js" | "embed.js", PinnedFile>>;
	readonly title: string;
	/** Text of the link to the full page. */
	readonly link: string;
	/** Markup of the map as text, for readers without a script. */
	readonly fallback: string;
	/** Size of the static picture in pixels. */
	readonly picture: { readonly width: number; readonly height: number };
}

/** Height of a frame in pixels where nothing sizes it. */
const HEIGHT = 720;
/** Links and saved files leave the sandbox; nothing else does. */
const SANDBOX =
	"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The code that an editor pastes into a page. */
export function codeFor(choice: Choice, site: Site): string {
	switch (choice.kind) {
		case "script":
			return `${script(choice, site, "tier-map.js")}
<tier-map${attributes(mapAttributes(choice))}>
${sizedPicture(choice, site)}
${site.fallback}
</tier-map>`;
		case "iframe":
			return `${frame(frameAddress(choice, site), site, { "data-tier-map": "" })}
${script(choice, site, "embed.js")}`;
		case "plain-iframe":
			return frame(frameAddress(choice, site), site);
		case "picture":
			return `${picture(choice, site)}
<p><a href="${escapeXml(fullAddress(choice, site))}">${escapeXml(site.link)}</a></p>`;
		case "frozen":
			return frame(frozenName(choice), site);
	}
}

/** The attributes of `<tier-map>` that a choice comes to. */
export function mapAttributes({
	tag,
	place,
	theme,
	panel,
}: Choice): Record<string, string> {
	return {
		lang: tag,
		...(place && { selected: place }),
		...(theme !== "auto" && { theme }),
		...(panel !== "auto" && { panel }),
	};
}

/** Address of the iframe page. */
export function frameAddress(choice: Choice, { base }: Site): string {
	const { lang: _, ...rest } = mapAttributes(choice);
	const query = new URLSearchParams({ lang: choice.lang, ...rest });
	return `${base}embed.html?${query}`;
}

/** File name of the frozen edition. */
export function frozenName({ lang }: Choice): string {
	return `frozen.${lang}.html`;
}

/** File name of the static picture. */
export function pictureName({ lang }: Choice): string {
	return `tier-map.${lang}.svg`;
}

function fullAddress({ lang, place }: Choice, { base }: Site): string {
	const query = new URLSearchParams({
		lang,
		...(place && { selected: place }),
	});
	return `${base}index.html?${query}`;
}

/** What is pinned is a script of the old kind, which checks its own pieces: a checksum doesn't reach what a module imports. */
function script(
	{ pinned }: Choice,
	{ base, files }: Site,
	name: "tier-map.js" | "embed.js",
): string {
	const { path, integrity } = files[name];
	const isModule = name === "tier-map.js" && !pinned;
	return `<script${attributes({
		...(isModule && { type: "module" }),
		src: `${base}${pinned ? path : name}`,
		...(pinned && { integrity, crossorigin: "anonymous" }),
	})}${isModule ? "" : " defer"}></script>`;
}

function frame(
	src: string,
	{ title }: Site,
	more: Readonly<Record<string, string>> = {},
): string {
	return `<iframe${attributes({
		src,
		title,
		width: "100%",
		height: String(HEIGHT),
		loading: "lazy",
		frameborder: "0",
		sandbox: SANDBOX,
		...more,
	})}></iframe>`;
}

function picture(choice: Choice, site: Site): string {
	const { width, height } = site.picture;
	return `<img${attributes({
		src: `${site.base}${pictureName(choice)}`,
		alt: site.title,
		width: String(width),
		height: String(height),
		style: "max-width: 100%; height: auto",
	})}>`;
}

/** The picture as wide as its place and never higher than it turns out, on pages that allow no style but their own. */
function sizedPicture(choice: Choice, site: Site): string {
	const { width, height } = site.picture;
	const image = attributes({
		href: `${site.base}${pictureName(choice)}`,
		width: String(width),
		height: String(height),
	});
	return `<svg${attributes({
		viewBox: `0 0 ${width} ${height}`,
		width: "100%",
		role: "img",
		"aria-label": site.title,
	})}><image${image}/></svg>`;
}

function attributes(all: Readonly<Record<string, string>>): string {
	return Object.entries(all)
		.map(([name, value]) =>
			// As people write it.
			value
				? ` ${name}="${escapeXml(value).replaceAll("&#38;", "&amp;")}"`
				: ` ${name}`,
		)
		.join("");
}
