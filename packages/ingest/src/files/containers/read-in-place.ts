import { stat } from "node:fs/promises";
import { closeEngine, type Engine, openEngine, sha256File } from "@likewise/engine";
import { Failure } from "@likewise/schema";
import type { FileSource } from "../file-reader.ts";

/**
 * Reads a file where it lies, by a database of its own that is closed afterwards.
 *
 * One thread, so that rows come in the order of the file. The hash is of what was read: a file that changes meanwhile
 * stops the run.
 *
 * @param broken what the user is told when the database cannot read it
 */
export async function readInPlace<T>(
  { path, shown, compressed }: FileSource,
  broken: (error: unknown) => string,
  read: (engine: Engine) => Promise<T>,
): Promise<{ readonly sha256: string; readonly table: T }> {
  if (compressed) throw new Failure("data", `${shown} is compressed; expand it first`);
  const before = await stat(path);
  const sha256 = await sha256File(path);
  const engine = await openEngine({ threads: 1 });
  let table: T;
  try {
    table = await read(engine);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof RangeError) throw new Failure("data", `${shown} holds more than can be read; split it`);
    throw new Failure("data", `${shown} ${broken(error)}`);
  } finally {
    await closeEngine(engine);
  }
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new Failure("data", `${shown} was changed while it was read; run again when nobody writes to it`);
  }
  return { sha256, table };
}
