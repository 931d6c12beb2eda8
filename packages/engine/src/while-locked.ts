import { resolve } from "node:path";
import { lockFolder } from "./lock-folder.ts";

/**
 * Does something to a file while no other process does. Whoever comes second is refused rather than kept waiting, and
 * a lock whose process has ended is taken over.
 *
 * @param file as the user wrote it; it need not be there yet, its folder must
 * @returns what `work` gives
 * @throws Failure `usage` when another process is at it; whatever `work` throws
 * @example
 * await whileLocked(`${folder}/allocations.csv`, async () => "written"); // "written"
 */
export async function whileLocked<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const unlock = await lockFolder(file, resolve(file));
  try {
    return await work();
  } finally {
    await unlock();
  }
}
