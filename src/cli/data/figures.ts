import { readFileSync, statSync } from "node:fs";
import { figureIn } from "../../figures/own.ts";
import { type Bundle, parseBundle } from "../../model/bundle.ts";
import { MOST_BUNDLE } from "../../model/limits.ts";
import { messagesEn } from "../../model/parse/messages.ts";
import { figureAtlas } from "../../scene/figure/atlas.ts";
import { Failure } from "../command.ts";
import type { Figures } from "../figures.ts";
import { reasonOf } from "../output.ts";
import { check, reported } from "./folder.ts";

/**
 * What figures are drawn from: a data folder, or a bundle.
 *
 * @throws {Failure} that lists every problem of the folder or bundle
 */
export function ownFigures(path: string): Figures {
	const there = statSync(path, { throwIfNoEntry: false });
	if (!there) throw new Failure(`There is no data folder or bundle ${path}.`);
	if (there.isDirectory()) return inFolder(path);
	if (there.size > MOST_BUNDLE)
		throw new Failure(
			`${path} is bigger than ${MOST_BUNDLE / 1e6} MB: name a data folder, or a bundle made by tier-map build`,
		);
	return inBundle(path);
}

/** The same pictures as of the bundle that is built from it; about any meridian. */
function inFolder(folder: string): Figures {
	const checked = check(folder, undefined, messagesEn);
	if (!checked.made.ok) throw new Failure(reported(checked, messagesEn));
	const { bundle: own, world } = checked.made.value;
	return {
		languages: Object.keys(own.editions),
		of: async ({ center, ...options }) => {
			const made = figureIn(own, options);
			// The options' own check says what is wrong with one that is no number.
			if (!made.ok || center == null || !Number.isFinite(center)) return made;
			const atlas = figureAtlas(world, center, "print");
			return { ok: true, value: { ...made.value, atlas } };
		},
	};
}

function inBundle(path: string): Figures {
	const own = readBundle(path);
	return {
		languages: Object.keys(own.editions),
		of: async (options) => figureIn(own, options),
	};
}

function readBundle(path: string): Bundle {
	let json: unknown;
	try {
		json = JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		throw new Failure(
			error instanceof SyntaxError
				? `${path} is no JSON, or is cut short: name a data folder, or a bundle made by tier-map build`
				: `${path} could not be read: ${reasonOf(error)}`,
		);
	}
	const parsed = parseBundle(json);
	if (parsed.ok) return parsed.value;
	throw new Failure(
		parsed.problems
			.map(({ path: at, message }) => `${path}: ${at && `${at}: `}${message}`)
			.join("\n"),
	);
}
