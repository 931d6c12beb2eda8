import { stat } from "node:fs/promises";
import { Failure } from "@likewise/schema";

/**
 * Stops when a database keeps changes beside its file that are not yet in it: what is read would not be what it holds.
 *
 * @param endings of the names of such files
 */
export async function requireSettled(path: string, shown: string, endings: readonly string[]): Promise<void> {
  for (const ending of endings) {
    const size = await stat(path + ending).then(
      (found) => found.size,
      () => 0,
    );
    if (size === 0) continue;
    throw new Failure(
      "data",
      `${shown} has changes that are not yet in it (${shown}${ending}); close the program that writes to it`,
    );
  }
}
