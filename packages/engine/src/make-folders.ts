import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "@likewise/schema";
import { hasCode } from "./file-failures.ts";

/**
 * Makes a folder and those above it that are not there. Where a folder is there and nothing can be made in it, as below
 * /proc, the system says that there is no such folder, and the recursive call of Node asks again for ever.
 *
 * @throws Failure usage where nothing can be made; other errors of the file system as they are
 */
export async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (!hasCode(error, "ENOENT")) throw error;
    const above = dirname(folder);
    if (above === folder || (await isFolder(above)))
      throw new Failure("usage", `${folder} cannot be written: no folder can be made there`);
    await makeFolders(above);
    await makeFolders(folder);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
