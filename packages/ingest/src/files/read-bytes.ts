import type { Stats } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasCode, sha256Bytes } from "@likewise/engine";
import { closest, Failure } from "@likewise/schema";

/** The text of one file must fit one string; a table may list several files. */
export const largestBytes = 400 * 2 ** 20;

/** A file's bytes and their hash. */
export interface FileBytes {
  readonly bytes: Buffer;
  /** Bytes of the file as it stands, compressed or not. */
  readonly size: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Reads a file the user named.
 *
 * @param path  where it is
 * @param shown as the user wrote it, for messages
 * @throws Failure `usage` when there is no such file or it is a folder, `data` when it is empty or too large
 */
export async function readBytes(path: string, shown: string): Promise<FileBytes> {
  await requireFile(path, shown);
  if ((await stat(path)).size > largestBytes) {
    throw new Failure("data", `${shown} is larger than 400 MB; split it, a table may list several files`);
  }
  const bytes = await readFile(path).catch((error: unknown) => {
    throw asReadFailure(error, shown);
  });
  return { bytes, size: bytes.length, sha256: sha256Bytes(bytes) };
}

/** Whether a file can be read at all, without reading it, so that a plan's mistakes come before its data's. */
export async function requireFile(path: string, shown: string): Promise<void> {
  const found = await statOf(path).catch((error: unknown) => {
    throw asReadFailure(error, shown);
  });
  if (found === null) {
    throw new Failure("usage", `${shown} does not exist${await suggestion(path, shown)}`, { file: shown });
  }
  if (shown.trim() === "") throw new Failure("usage", "data.tables: the name of a file is blank; name a file");
  if (found.isDirectory()) throw new Failure("usage", `${shown} is a folder; name a file in it`);
  if (found.size === 0) throw new Failure("data", `${shown} is empty`);
}

/** What a user can do about an error of the file system while reading; anything else is passed on as it is. */
export function asReadFailure(error: unknown, shown: string): unknown {
  if (hasCode(error, "ENOENT", "ENOTDIR")) return new Failure("data", `${shown} was removed while it was being read`);
  if (hasCode(error, "EISDIR")) return new Failure("usage", `${shown} is a folder; name a file in it`);
  if (hasCode(error, "EACCES", "EPERM")) return new Failure("usage", `${shown} cannot be read: no permission`);
  if (hasCode(error, "EIO", "ESTALE", "EBUSY", "ENXIO")) {
    return new Failure("data", `${shown} cannot be read: the disk or the network drive it is on reports a fault`);
  }
  return error;
}

async function suggestion(path: string, shown: string): Promise<string> {
  const folder = dirname(path);
  if (!(await statOf(folder))?.isDirectory()) return `: there is no folder ${dirname(shown)}`;
  const near = closest(basename(path), (await readdir(folder)).sort());
  return near === null ? "" : `; did you mean ${join(dirname(shown), near)}?`;
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    // A name that no file can have is that of a file which is not there.
    const absent = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EINVAL", "ERR_INVALID_ARG_VALUE"];
    if (hasCode(error, ...absent)) return null;
    throw error;
  }
}
