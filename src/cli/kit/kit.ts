import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import { directionOf } from "../../i18n/direction.ts";
import { figureStringsFor } from "../../i18n/figure.ts";
import type { Core } from "../../model/edition.ts";
import { figureScene, figureWords } from "../../scene/figure/figure-scene.ts";
import { LAYOUT_IDS, LAYOUTS } from "../../scene/figure/layouts.ts";
import type { FigureData } from "../../scene/figure/state.ts";
import {
	type FigureOptions,
	PROFILES,
	readOptions,
} from "../../svg/options.ts";
import { painter } from "../../svg/paint.ts";
import { renderSVG, stateOf } from "../../svg/render.ts";
import { type Command, Failure, say, UsageError } from "../command.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { writeFolder } from "../output.ts";
import { rendererWith, warnOf } from "../png.ts";
import { type Faces, findFaces } from "./fonts.ts";
import { pdfOf } from "./pdf.ts";
import { Progress } from "./progress.ts";
import { ase, gpl } from "./swatches.ts";
import { placesCsv, textsOf } from "./texts.ts";

const OPTIONS = {
	data: { type: "string" },
	output: { type: "string", short: "o" },
	font: { type: "string", multiple: true },
	force: { type: "boolean" },
} as const;

/** Pixels of a PNG per pixel of the SVG. */
const SCALE = 2;

type Content = string | Uint8Array;

interface File {
	readonly path: string;
	/** Null where it can't be made. */
	readonly make: () => Content | Promise<Content | null>;
}

export const kit: Command = {
	help: `tier-map kit: everything a graphics desk needs, in one folder

  -o, --output DIR   the folder; it is made if it isn't there
  --data PATH        a data folder or a bundle of your own, instead of the built-in data
  --font FILE        font for PNG and PDF, instead of the system's fonts;
                     may be given more than once (a bold one, one for Chinese)
  --force            write into a folder that has something in it

In it: the figure in every language, layout and profile as SVG, as PNG and as PDF
of one page each, the data as CSV, alt text, caption and credits, swatches
(.ase, .gpl), and the SHA-256 sums of all of them. The same fonts give the same bytes.`,

	async run(args) {
		const { data, output, font = [], force = false } = read(args);
		const figures = await figuresOf(data);
		const sums: string[] = [];
		const advice = force
			? null
			: "name another folder, or add --force to write into it";
		await writeFolder(output, advice, async (put) => {
			const files = await filesOf(figures, font);
			const progress = new Progress(files.length);
			for (const { path, make } of files) {
				// Whoever interrupts needn't wait for all of them.
				await setImmediate();
				progress.step(path);
				const content = await make();
				if (content === null) continue;
				put(path, content);
				const sum = createHash("sha256").update(content).digest("hex");
				sums.push(`${sum}  ${path}\n`);
			}
			put("SHA256SUMS", sums.join(""));
			progress.clear();
		});
		say(`Written: ${sums.length + 1} files in ${output}`);
	},
};

function read(args: readonly string[]) {
	try {
		const { output, ...rest } = parseArgs({
			args: [...args],
			options: OPTIONS,
			strict: true,
		}).values;
		if (!output)
			throw new UsageError("--output: it needs the name of a folder");
		return { output, ...rest };
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(
			error instanceof Error ? error.message : String(error),
		);
	}
}

async function filesOf(
	figures: Figures,
	fonts: readonly string[],
): Promise<File[]> {
	const faces = await findFaces(fonts);
	const cores: Core[] = [];
	const files: File[] = [];
	const renderer = await rendererWith(fonts);
	const checked = new Set<string>();
	const warned = new Set<string>();
	for (const lang of figures.languages) {
		const [web, print] = [
			await dataOf(figures, { lang, profile: "web" }),
			await dataOf(figures, { lang, profile: "print" }),
		];
		const { core } = print;
		cores.push(core);
		const start = `tier-map_${core.round}_${lang}`;
		for (const profile of PROFILES)
			for (const layout of profile === "wikipedia" ? [null] : LAYOUT_IDS)
				files.push({
					path: `svg/${[start, layout, profile].filter(Boolean).join("_")}.svg`,
					make: () =>
						renderSVG(profile === "web" ? web : print, {
							lang,
							profile,
							...(layout && { layout }),
						}),
				});
		for (const layout of LAYOUT_IDS) {
			const options = { lang, layout, profile: "print" } as const;
			files.push({
				path: `png/${start}_${layout}@${SCALE}x.png`,
				make: () => {
					const svg = renderSVG(print, options);
					// All layouts say the same.
					const missing = checked.has(lang) ? [] : renderer.missing(svg);
					checked.add(lang);
					if (missing.length) warnOf(missing, fonts);
					return renderer.png(svg, SCALE);
				},
			});
			files.push({
				path: `pdf/${start}_${layout}.pdf`,
				make: () => pdf(print, options, faces, warned),
			});
		}
		const figure = readOptions(core, {});
		if (!figure.ok) continue;
		for (const [path, text] of Object.entries(
			textsOf(print, stateOf(print, figure.value)),
		))
			files.push({ path, make: () => text });
	}
	const tiers = cores[0]?.tiers ?? [];
	return [
		...files,
		{ path: "data/places.csv", make: () => placesCsv(cores) },
		{ path: "swatches/tier-map.ase", make: () => ase(tiers) },
		{ path: "swatches/tier-map.gpl", make: () => gpl(tiers) },
	];
}

async function dataOf(
	figures: Figures,
	options: FigureOptions,
): Promise<FigureData> {
	const data = await figures.of(options);
	if (data.ok) return data.value;
	throw new Failure(data.problems.map(({ message }) => message).join("\n"));
}

/** A figure as PDF; null where no font has its characters, or they would stand in the wrong order. */
async function pdf(
	data: FigureData,
	options: FigureOptions,
	faces: Faces,
	warned: Set<string>,
): Promise<Uint8Array | null> {
	const read = readOptions(data.core, options);
	if (!read.ok) return null;
	const state = stateOf(data, read.value);
	const { lang } = data.core;
	const { title, description } = figureWords(data, state);
	const why =
		directionOf(figureStringsFor(data.core).tag) === "rtl"
			? "text from right to left can't be set in it. Make it from the SVG, in Inkscape for example."
			: /\p{Script=Han}/u.test(title) && !faces.han
				? "no font for Chinese was found. Name one with --font FILE, such as NotoSansCJK-Regular.ttc."
				: null;
	if (why) {
		if (!warned.has(lang)) say(`No PDF in ${lang}: ${why}`);
		warned.add(lang);
		return null;
	}
	const { weight, pixels } = LAYOUTS[state.layout];
	return pdfOf(
		figureScene(data, state),
		pixels,
		painter("light", data.core.tiers, weight, false),
		faces,
		{
			title,
			description,
			lang: figureStringsFor({ lang }).tag,
			date: new Date(`${data.core.version}T00:00:00Z`),
		},
	);
}
