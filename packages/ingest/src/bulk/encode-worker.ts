import { parentPort, workerData } from "node:worker_threads";
import { encodePart, type FilePart, type LineFile, type PackedPart } from "./encode-part.ts";
import { hashFile } from "./hash-file.ts";

/** What the thread that is started on this file is given; it gives the part, and then the hash of the whole file. */
export interface PartTask {
  readonly file: LineFile;
  readonly positions: readonly number[];
  readonly part: FilePart;
}

const { file, positions, part } = workerData as PartTask;
const { part: encoded } = encodePart(file, positions, part, null);
if (encoded === null) {
  parentPort!.postMessage(null);
} else {
  const { dictionaries, ...rest } = encoded;
  const packed: PackedPart = { ...rest, texts: dictionaries.map(({ pack }) => pack()) };
  const buffers = [...packed.rowsOf, ...packed.texts.flatMap(({ words, longBytes }) => [words, longBytes])];
  parentPort!.postMessage(
    packed,
    buffers.map(({ buffer }) => buffer),
  );
  parentPort!.postMessage(hashFile(file.path));
}
