import { Failure } from "@likewise/schema";

/** What a user can do about an error of the file system while writing; anything else is passed on as it is. */
export function asFailure(directory: string, error: unknown): unknown {
  if (hasCode(error, "EACCES", "EPERM", "EROFS")) {
    return new Failure("usage", `${directory} cannot be written: no permission, or the disk is read-only`);
  }
  if (hasCode(error, "ENOSPC", "EDQUOT") || isFullDiskOfDuckDb(error))
    return new Failure("usage", `${directory} cannot be written: the disk is full`);
  if (hasCode(error, "EFBIG"))
    return new Failure("usage", `${directory} cannot be written: a file would be larger than is allowed here`);
  if (hasCode(error, "ENOTDIR", "EEXIST")) {
    return new Failure("usage", `${directory} cannot be written: a part of the path is a file, not a folder`);
  }
  return error;
}

/**
 * Whether an error is one of the system with one of these codes.
 *
 * @example
 * await readFile(`${folder}/nowhere`).catch((error) => hasCode(error, "ENOENT")); // true
 */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

/** The database has no error codes; it passes on the words of the system, in English in every locale it is built for. */
function isFullDiskOfDuckDb(error: unknown): boolean {
  return error instanceof Error && /no space left on device|disk quota exceeded/i.test(error.message);
}
