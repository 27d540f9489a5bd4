import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "./command.ts";

/** What the system's words for a failed write mean. */
const REASONS: Readonly<Record<string, string>> = {
	EACCES: "writing there isn't allowed",
	EPERM: "writing there isn't allowed",
	EROFS: "the disk is read-only",
	ENOENT: "the folder doesn't exist",
	ENOTDIR: "a part of the path is a file, not a folder",
	EISDIR: "it is a folder",
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	ENAMETOOLONG: "the name is too long",
};

/**
 * Writes a file as a whole or not at all: under another name in the same folder first.
 *
 * @param path `-` for stdout
 * @throws {Failure} that says why it could not be written
 */
export async function write(
	path: string,
	data: string | Uint8Array,
): Promise<void> {
	if (path === "-") return writeOut(data);
	const there = statAt(path);
	if (there?.isDirectory())
		throw new Failure(`${path} could not be written: it is a folder`);
	const temporary = join(dirname(path), `.tier-map-${process.pid}.part`);
	try {
		// A device or a pipe is written to, not replaced.
		if (there && !there.isFile()) writeFileSync(path, data);
		else {
			writeFileSync(temporary, data);
			renameSync(temporary, path);
		}
	} catch (error) {
		discard(temporary);
		throw new Failure(`${path} could not be written: ${reasonOf(error)}`);
	}
}

function discard(path: string): void {
	try {
		rmSync(path, { force: true });
	} catch {
		// It could not even be made.
	}
}

function statAt(path: string) {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		// Writing will say what is wrong with the path.
		return undefined;
	}
}

/**
 * Why a call to the file system failed, for a person.
 *
 * @param absent what it means that something isn't there
 */
export function reasonOf(error: unknown, absent = REASONS.ENOENT): string {
	const code =
		error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOENT" && absent) return absent;
	return REASONS[code] ?? (error instanceof Error ? error.message : code);
}

function writeOut(data: string | Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.once("error", (error) =>
			// Whoever read stdout has seen enough.
			"code" in error && error.code === "EPIPE"
				? resolve()
				: reject(
						new Failure(`stdout could not be written: ${reasonOf(error)}`),
					),
		);
		process.stdout.write(data, () => resolve());
	});
}
