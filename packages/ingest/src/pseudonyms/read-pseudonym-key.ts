import { readFile, realpath, stat } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { isAbsolute, relative, resolve } from "node:path";
import { Failure } from "@likewise/schema";

/** Shorter keys could be tried out. */
const leastBytes = 32;

/**
 * Reads the secret key of pseudonyms. Its bytes are used as they are, and never shown.
 *
 * @param file     as the plan names it; `~` is the home folder, anything else is relative to the study folder
 * @param folder   of the study
 * @param keptFrom further folders it must not lie in, such as where results are written
 * @throws Failure usage: no such file, inside one of the folders, too short, or open to everybody (POSIX)
 */
export async function readPseudonymKey(
  file: string,
  folder: string,
  keptFrom: readonly string[] = [],
): Promise<Uint8Array> {
  const path = resolve(folder, file.replace(/^~(?=[/\\]|$)/, homedir()));
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new Failure("usage", `${where}: expected a file at ${file}, found none; likewise key FILE makes one`);
  }
  for (const kept of [folder, ...keptFrom]) {
    if (await liesIn(path, kept)) {
      throw new Failure(
        "usage",
        `${where}: expected a file outside the study folder and its results, found one inside; whoever receives the folder would receive the key`,
      );
    }
  }
  if (platform() !== "win32" && (found.mode & 0o007) !== 0) {
    throw new Failure(
      "usage",
      `${where}: expected a file that only its owner can read (mode 0600), found one open to every user of this computer`,
    );
  }
  const key = await readFile(path).catch(() => {
    throw new Failure("usage", `${where}: expected a file that can be read at ${file}, found one that cannot`);
  });
  if (key.length < leastBytes) {
    throw new Failure(
      "usage",
      `${where}: expected at least ${leastBytes} bytes, found fewer; likewise key FILE makes one`,
    );
  }
  return key;
}

const where = "data.protection.pseudonymKey";

/** By real paths, so that a link does not lead around it. */
async function liesIn(path: string, folder: string): Promise<boolean> {
  const [real, inside] = await Promise.all([realpath(path), realpath(folder).catch(() => resolve(folder))]);
  const way = relative(inside, real);
  return !way.startsWith("..") && !isAbsolute(way);
}
