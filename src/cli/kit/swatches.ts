import type { CoreTier } from "../../model/edition.ts";
import { channels } from "../../svg/colour.ts";
import { PALETTE, THEMES, type Theme } from "../../svg/paint.ts";

/** Cyan, magenta, yellow and black, 0 to 100. */
export type Cmyk = readonly [number, number, number, number];

interface Swatch {
	readonly name: string;
	/** `#rrggbb` */
	readonly colour: string;
}

/** The colours of the tiers, the sea, the borders and the ink, in both themes. */
function swatches(tiers: readonly CoreTier[]): [Theme, Swatch[]][] {
	return THEMES.map((theme) => [
		theme,
		[
			...tiers.map((tier) => ({ name: tier.name, colour: tier[theme] })),
			{ name: "Sea", colour: PALETTE[theme].ocean },
			{ name: "Borders", colour: PALETTE[theme].border },
			{ name: "Hatching", colour: PALETTE[theme].ink },
			{ name: "Selection", colour: PALETTE[theme].accent },
			{ name: "Text", colour: PALETTE[theme].text },
		],
	]);
}

/** The plain arithmetic conversion, without a colour profile: a starting point for a printer's own. */
export function cmykOf(colour: string): Cmyk {
	const [red, green, blue] = channels(colour).map((value) => value / 255);
	const most = Math.max(red ?? 0, green ?? 0, blue ?? 0);
	const share = (value = 0) =>
		most ? Math.round(((most - value) / most) * 100) : 0;
	return [share(red), share(green), share(blue), Math.round((1 - most) * 100)];
}

/** A palette for GIMP, Inkscape and Krita; the CMYK values stand in the names. */
export function gpl(tiers: readonly CoreTier[]): string {
	const lines = swatches(tiers).flatMap(([theme, list]) =>
		list.map(({ name, colour }) => {
			const rgb = channels(colour)
				.map((value) => String(value).padStart(3))
				.join(" ");
			return `${rgb}\t${name}, ${theme} (CMYK ${cmykOf(colour).join(" ")})`;
		}),
	);
	return `GIMP Palette\nName: tier-map\nColumns: 5\n# CMYK by plain arithmetic, without a colour profile\n${lines.join("\n")}\n`;
}

const GROUP_START = 0xc001;
const GROUP_END = 0xc002;
const COLOUR = 0x0001;
const PROCESS = 0;

/** Adobe Swatch Exchange: a group in CMYK and one in RGB for each theme. */
export function ase(tiers: readonly CoreTier[]): Uint8Array {
	const blocks = swatches(tiers).flatMap(([theme, list]) => [
		block(GROUP_START, text(`tier-map ${theme}, CMYK`)),
		...list.map(({ name, colour }) =>
			block(
				COLOUR,
				text(name),
				Buffer.from("CMYK"),
				floats(cmykOf(colour).map((value) => value / 100)),
				short(PROCESS),
			),
		),
		block(GROUP_END),
		block(GROUP_START, text(`tier-map ${theme}, RGB`)),
		...list.map(({ name, colour }) =>
			block(
				COLOUR,
				text(name),
				Buffer.from("RGB "),
				floats(channels(colour).map((value) => value / 255)),
				short(PROCESS),
			),
		),
		block(GROUP_END),
	]);
	return Buffer.concat([
		Buffer.from("ASEF"),
		short(1),
		short(0),
		long(blocks.length),
		...blocks,
	]);
}

function block(type: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([short(type), long(content.length), content]);
}

/** Length in characters with the closing zero, then UTF-16, big end first. */
function text(name: string): Buffer {
	return Buffer.concat([
		short(name.length + 1),
		Buffer.from(`${name}\0`, "utf16le").swap16(),
	]);
}

function short(value: number): Buffer {
	const buffer = Buffer.alloc(2);
	buffer.writeUInt16BE(value);
	return buffer;
}

function long(value: number): Buffer {
	const buffer = Buffer.alloc(4);
	buffer.writeUInt32BE(value);
	return buffer;
}

function floats(values: readonly number[]): Buffer {
	const buffer = Buffer.alloc(4 * values.length);
	values.forEach((value, i) => {
		buffer.writeFloatBE(value, 4 * i);
	});
	return buffer;
}
