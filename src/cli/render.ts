import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { Core } from "../model/edition.ts";
import type { Problem } from "../model/types.ts";
import type { FigureOptions } from "../svg/options.ts";
import { drawSVG } from "../svg/render.ts";
import { type Command, say, UsageError } from "./command.ts";
import { figuresOf } from "./figures.ts";
import { write } from "./output.ts";

const OPTIONS = {
	data: { type: "string" },
	lang: { type: "string" },
	round: { type: "string" },
	selected: { type: "string" },
	tier: { type: "string" },
	layout: { type: "string" },
	theme: { type: "string" },
	profile: { type: "string" },
	labels: { type: "boolean" },
	center: { type: "string" },
	format: { type: "string" },
	scale: { type: "string" },
	font: { type: "string", multiple: true },
	output: { type: "string", short: "o" },
} as const;

const FORMATS = ["svg", "png"];
/** Pixels of a PNG per pixel of the SVG. */
const SCALE = 2;

export const render: Command = {
	help: `tier-map render: one figure as SVG or PNG

  -o, --output FILE   where to write it; - for stdout
                      (default: a name that says what it shows, in this folder)
  --data PATH         a data folder or a bundle of your own, instead of the built-in
                      data; its languages, rounds, places and tiers are what the
                      other options take
  --lang LANG         a language of the data (default: en, or the first there is)
  --round DATE        a round (default: the one that the data names)
  --selected ID       a place (its code of three letters, or of two) or region
                      to pick out
  --tier TIER         the one tier at full strength
  --layout LAYOUT     wide, square or narrow (default: wide)
  --theme THEME       light or dark (default: light)
  --profile PROFILE   web (small), print (for drawing programs)
                      or wikipedia (default: web; print for a PNG)
  --labels            names places on the map
  --center DEGREES    longitude at the middle of the map
  --format FORMAT     svg or png (default: by the name of the file, else svg)
  --scale NUMBER      pixels of a PNG per pixel of the SVG (default: ${SCALE})
  --font FILE         font file for a PNG, instead of the system's fonts;
                      may be given more than once`,

	async run(args) {
		const { data, format, scale, font, output, ...named } = read(args);
		const made = await (await figuresOf(data)).of(named);
		const result = made.ok ? drawSVG(made.value, named) : made;
		if (!made.ok || !result.ok)
			throw new UsageError(listed(result.ok ? [] : result.problems));
		const path = output ?? nameOf(made.value.core, named, format);
		if (format === "svg") await write(path, result.value);
		else {
			const { rendererWith, warnOf } = await import("./png.ts");
			const renderer = await rendererWith(font);
			const missing = renderer.missing(result.value);
			if (missing.length) warnOf(missing, font);
			await write(path, renderer.png(result.value, scale));
		}
		if (output === undefined) say(`Written: ${path}`);
	},
};

function read(args: readonly string[]) {
	const {
		data,
		labels,
		center,
		format,
		scale,
		font = [],
		output,
		...named
	} = parsed(args);
	const ending =
		output === undefined ? "" : extname(output).slice(1).toLowerCase();
	const chosen = format ?? (ending || "svg");
	const problems: Problem[] = [];
	if (!FORMATS.includes(chosen))
		problems.push(
			format === undefined
				? {
						path: "output",
						message: `a file that ends in .${ending} can't be written: it must be one of ${FORMATS.map((each) => `.${each}`).join(", ")}`,
					}
				: {
						path: "format",
						message: `${JSON.stringify(chosen)} isn't allowed: it must be one of ${FORMATS.join(", ")}`,
					},
		);
	else if (ending && ending !== chosen)
		problems.push({
			path: "output",
			message: `a file that ends in .${ending} isn't ${chosen}: let it end in .${chosen}, or leave --format out`,
		});
	const size = scale === undefined ? SCALE : Number(scale);
	if (!(size > 0 && size <= 10))
		problems.push({
			path: "scale",
			message: `${JSON.stringify(scale)} isn't allowed: it must be a number up to 10`,
		});
	if (output === "")
		problems.push({
			path: "output",
			message: "it needs the name of a file, or - for stdout",
		});
	if (problems.length) throw new UsageError(listed(problems));
	// Of any text, until it is drawn from.
	const options = {
		...named,
		profile: named.profile ?? (chosen === "png" ? "print" : "web"),
		labels: labels ?? false,
		...(center !== undefined && {
			center: center.trim() ? Number(center) : Number.NaN,
		}),
	} as FigureOptions;
	return { ...options, data, format: chosen, scale: size, font, output };
}

function parsed(args: readonly string[]) {
	// West is negative, and no option.
	const joined = args.flatMap((arg, i) =>
		/^-\d/.test(arg) && args[i - 1] === "--center"
			? []
			: arg === "--center" && /^-\d/.test(args[i + 1] ?? "")
				? [`${arg}=${args[i + 1]}`]
				: [arg],
	);
	try {
		return parseArgs({ args: joined, options: OPTIONS, strict: true }).values;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new UsageError(
			`${message}\nThe options are ${Object.keys(OPTIONS)
				.map((name) => `--${name}`)
				.join(", ")}.`,
		);
	}
}

function listed(problems: readonly Problem[]): string {
	return problems
		.map(({ path, message }) => `--${path}: ${message}`)
		.join("\n");
}

/** "tier-map_2025-01-13_zh_KEN.svg" */
function nameOf(
	{ lang }: Core,
	{ round, selected }: FigureOptions,
	format: string,
) {
	return `${["tier-map", round, lang, selected].filter(Boolean).join("_")}.${format}`;
}
