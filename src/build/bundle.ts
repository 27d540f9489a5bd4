import packageJson from "../../package.json" with { type: "json" };
import { neighbours, pack } from "../geo/neighbours.ts";
import { project } from "../geo/project.ts";
import type { World } from "../geo/world.ts";
import { type Bundle, type BundleEdition, SCHEMA } from "../model/bundle.ts";
import { edition } from "../model/edition.ts";
import { namesIn } from "../model/names.ts";
import type { Dataset } from "../model/types.ts";
import { figureAtlas } from "../scene/figure/atlas.ts";
import { pinyinOf } from "./pinyin.ts";

/**
 * One file of a data set, as `src` of `<tier-map>` loads it.
 *
 * @param dataset everything in all languages
 * @param world its places in degrees
 * @param languages those to take; all by default
 */
export function bundle(
	dataset: Dataset,
	world: World,
	languages = dataset.manifest.languages,
): Bundle {
	const { version } = dataset.manifest;
	return {
		schema: SCHEMA,
		program: packageJson.version,
		version,
		editions: Object.fromEntries(
			languages.map((lang) => [lang, bundleEdition(dataset, world, lang)]),
		),
	};
}

function bundleEdition(
	dataset: Dataset,
	world: World,
	lang: string,
): BundleEdition {
	const { core, argument } = edition(dataset, lang);
	const atlas = project(world, core.center);
	const { sphere, graticule, shapes, markers } = atlas;
	const { borders, placed, anchors } = figureAtlas(world, core.center, "print");
	return {
		core,
		argument,
		picture: { sphere, graticule, shapes, markers },
		figure: { borders, placed, anchors },
		neighbours: pack(neighbours(world, atlas)),
		names: namesIn(dataset, lang, pinyinOf),
	};
}
