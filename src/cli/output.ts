import { randomUUID } from "node:crypto";
import {
	chmodSync,
	fstatSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	readSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isatty } from "node:tty";
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
	EFBIG: "the file is larger than is allowed there",
	ELOOP: "its symbolic links lead round in a circle",
	EXDEV: "a symbolic link leads to another disk",
	ENAMETOOLONG: "the name is too long",
};

/** What isn't finished, and goes when the command is interrupted. */
const unfinished = new Set<string>();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
	process.once(signal, () => {
		for (const path of unfinished) discard(path);
		// Whoever called learns that it was a signal.
		process.kill(process.pid, signal);
	});

/** Begins the names of what isn't finished; nobody can guess the rest and put a link there beforehand. */
const BEGINNING = ".tier-map-";
const unfinishedIn = (folder: string) =>
	join(folder, `${BEGINNING}${randomUUID()}.part`);

/**
 * Writes a file as a whole or not at all: under another name in the same folder first. One that is there keeps its
 * permissions, and a symbolic link goes on leading to it.
 *
 * @param path `-` for stdout
 * @throws {Failure} that says why it could not be written
 */
export async function write(
	path: string,
	data: string | Uint8Array,
): Promise<void> {
	if (path === "-") return writeOut(data);
	orFail(`${path} could not be written`, () => writeWhole(endOf(path), data));
}

function writeWhole(path: string, data: string | Uint8Array): void {
	const there = statSync(path, { throwIfNoEntry: false });
	// A device or a pipe is written to, not replaced; a folder refuses.
	if (there && !there.isFile()) {
		writeFileSync(path, data);
		return;
	}
	const temporary = unfinishedIn(dirname(path));
	try {
		// What only some may read isn't open to all meanwhile.
		const mode = there ? 0o600 : 0o666;
		writeFileSync(temporary, data, { flag: "wx", mode });
		replace(temporary, path);
	} catch (error) {
		discard(temporary);
		throw error;
	}
}

/** Puts a finished file where it belongs, with the permissions of the one that was there. */
function replace(finished: string, path: string): void {
	const there = statSync(path, { throwIfNoEntry: false });
	if (there) chmodSync(finished, there.mode);
	renameSync(finished, path);
}

/** What a path leads to in the end, which need not be there. */
function endOf(path: string): string {
	try {
		return realpathSync(path);
	} catch (error) {
		const link = lstatSync(path, { throwIfNoEntry: false });
		if (!link?.isSymbolicLink() || codeOf(error) !== "ENOENT") return path;
		return endOf(resolve(dirname(path), readlinkSync(path)));
	}
}

/** Writes a file of a folder by its path in it. */
export type Put = (path: string, data: string | Uint8Array) => void;

/**
 * Makes a folder's files as a whole or not at all. They are written into a folder within it whose name says that it
 * isn't finished, and moved once all are there; one that a killed command left stands in nobody's way.
 *
 * @param folder is made where it isn't there
 * @param advice what to do where it has something in it; null where that doesn't matter
 * @param fill makes the files; the one without which the others don't look whole comes last
 * @throws {Failure} that says why it could not be made
 */
export async function writeFolder(
	folder: string,
	advice: string | null,
	fill: (put: Put) => void | Promise<void>,
): Promise<void> {
	const into = unfinishedIn(folder);
	const written: string[] = [];
	const writing = (path: string, act: () => void) =>
		orFail(`${join(folder, path)} could not be written`, act);
	orFail(`${folder} could not be made`, () => {
		const there = statSync(folder, { throwIfNoEntry: false });
		if (there && !there.isDirectory())
			throw new Failure(`${folder} is a file: name a folder`);
		if (there && advice !== null && readdirSync(folder).some(isFinished))
			throw new Failure(`${folder} has something in it: ${advice}`);
		unfinished.add(into);
		mkdirSync(into, { recursive: true });
	});
	try {
		await fill((path, data) =>
			writing(path, () => {
				mkdirSync(dirname(join(into, path)), { recursive: true });
				writeFileSync(join(into, path), data, { flag: "wx" });
				written.push(path);
			}),
		);
		for (const path of written)
			writing(path, () => {
				const to = join(folder, path);
				mkdirSync(dirname(to), { recursive: true });
				replace(join(into, path), endOf(to));
			});
	} finally {
		discard(into);
		unfinished.delete(into);
	}
}

function orFail(what: string, act: () => void): void {
	try {
		act();
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure(`${what}: ${reasonOf(error)}`);
	}
}

function isFinished(name: string): boolean {
	return !(name.startsWith(BEGINNING) && name.endsWith(".part"));
}

function discard(path: string): void {
	try {
		rmSync(path, { recursive: true, force: true });
	} catch {
		// It could not even be made.
	}
}

/**
 * Why a call to the file system failed, for a person.
 *
 * @param absent what it means that something isn't there
 */
export function reasonOf(error: unknown, absent = REASONS.ENOENT): string {
	const code = codeOf(error);
	if (code === "ENOENT" && absent) return absent;
	return REASONS[code] ?? (error instanceof Error ? error.message : code);
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}

function writeOut(data: string | Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		const fail = (error: unknown) =>
			reject(
				new Failure(
					codeOf(error) === "EPIPE"
						? "stdout could not be written: it was closed before all had been read"
						: `stdout could not be written: ${reasonOf(error)}`,
				),
			);
		// To a file Node writes once, and passes over what the disk didn't take.
		const { fd } = process.stdout;
		if (!isStream(fd)) {
			try {
				if (isClosed(fd)) throw new Error("it is closed");
				writeFileSync(fd, data);
				resolve();
			} catch (error) {
				fail(error);
			}
			return;
		}
		process.stdout.on("error", fail);
		process.stdout.write(data, (error) => (error ? fail(error) : resolve()));
	});
}

/** Whether a descriptor is a pipe, a socket or a terminal. */
function isStream(descriptor: number): boolean {
	const stat = fstatSync(descriptor);
	return stat.isFIFO() || stat.isSocket() || isatty(descriptor);
}

/** Whether Node has put something in place of a descriptor that was closed: it can be read, which one that a shell redirects can't. */
function isClosed(descriptor: number): boolean {
	try {
		return (
			fstatSync(descriptor).isCharacterDevice() &&
			readSync(descriptor, Buffer.alloc(1)) === 0
		);
	} catch {
		return false;
	}
}
