import {
	type FSWatcher,
	type Stats,
	unwatchFile,
	watch,
	watchFile,
} from "node:fs";

/** How often a folder is looked for, in milliseconds: one that is moved away tells nobody, nor one that is put there. */
const INTERVAL = 500;

/**
 * Tells of changes of the files in a folder, also after it was moved away and it, or another, was put in its place.
 *
 * @param changed is given the name of what changed, or null where there is no telling
 * @returns ends it
 */
export function watchFolder(
	path: string,
	changed: (name: string | null) => void,
): () => void {
	let watcher: FSWatcher | undefined;
	const begin = () => {
		watcher?.close();
		watcher = undefined;
		try {
			watcher = watch(path, (_, name) => changed(name));
			// Looking for the folder tells when it is back.
			watcher.on("error", () => {});
		} catch {
			// The same.
		}
	};
	let wasThere = true;
	const look = (now: Stats, before: Stats) => {
		// A folder that is back is compared with what it was before it went, not with its absence.
		const isThere = now.ino !== 0;
		const isSame =
			isThere === wasThere &&
			now.ino === before.ino &&
			now.birthtimeMs === before.birthtimeMs;
		wasThere = isThere;
		if (isSame) return;
		begin();
		changed(null);
	};
	watchFile(path, { interval: INTERVAL }, look);
	begin();
	return () => {
		watcher?.close();
		unwatchFile(path, look);
	};
}
