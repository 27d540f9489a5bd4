// Pictures as they are kept, and what differs between two.
import { createHash } from "node:crypto";
import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** As few colours as a picture can do with: enough to see every change, and half of the bytes. */
const PALETTE = { palette: true, quality: 60, dither: 0, effort: 10 };

/** Share of the way from black to white that a pixel may be off: the few colours shift by less from one drawing to the next. */
const THRESHOLD = 0.15;

/**
 * @typedef {object} Pixels
 * @property {Buffer} data RGBA
 * @property {number} width
 * @property {number} height
 */

/**
 * A screenshot as it is kept.
 * @param {Buffer} screenshot
 * @param {boolean} half at half its size
 */
export async function packed(screenshot, half) {
	const picture = sharp(screenshot);
	const { width } = await picture.metadata();
	if (half) picture.resize({ width: width >> 1 });
	return picture.png(PALETTE).toBuffer();
}

/**
 * What differs: how many pixels beyond smoothed edges, and a picture of them.
 * @param {Buffer} before
 * @param {Buffer} after
 */
export async function difference(before, after) {
	if (before.equals(after)) return null;
	const one = await pixelsOf(before);
	const other = await pixelsOf(after);
	const width = Math.max(one.width, other.width);
	const height = Math.max(one.height, other.height);
	const data = Buffer.alloc(width * height * 4);
	const pixels = pixelmatch(
		padded(one, width, height),
		padded(other, width, height),
		data,
		width,
		height,
		{ threshold: THRESHOLD },
	);
	const sameSize = one.width === other.width && one.height === other.height;
	if (sameSize && pixels === 0) return null;
	const raw = { width, height, channels: /** @type {const} */ (4) };
	return { pixels, picture: await sharp(data, { raw }).png().toBuffer() };
}

/**
 * A number for how a picture looks.
 * @param {Buffer} screenshot
 */
export async function fingerprint(screenshot) {
	const { data } = await pixelsOf(screenshot);
	return createHash("sha256").update(data).digest("hex");
}

/**
 * @param {Buffer} picture
 * @returns {Promise<Pixels>}
 */
async function pixelsOf(picture) {
	const { data, info } = await sharp(picture)
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

/**
 * @param {Pixels} pixels
 * @param {number} width
 * @param {number} height
 */
function padded(pixels, width, height) {
	const larger = Buffer.alloc(width * height * 4);
	for (let y = 0; y < pixels.height; y++)
		pixels.data.copy(
			larger,
			y * width * 4,
			y * pixels.width * 4,
			(y + 1) * pixels.width * 4,
		);
	return larger;
}
