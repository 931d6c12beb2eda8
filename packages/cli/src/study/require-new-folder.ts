import { readdir } from "node:fs/promises";
import { Failure } from "@likewise/schema";

/**
 * Nobody's files are written over: the folder is not there yet, or empty.
 *
 * @throws Failure usage when it holds something, is a file, or cannot be read
 */
export async function requireNewFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Failure(
      "usage",
      error.code === "ENOTDIR"
        ? `${folder} is a file: name a new folder`
        : `${folder} cannot be read: name a new folder`,
    );
  });
  if (entries.length > 0) throw new Failure("usage", `the folder ${folder} is not empty: name a new one`);
}
