import { parentPort, workerData } from "node:worker_threads";
import { encodePart, type FilePart, type LineFile, type PackedPart } from "./encode-part.ts";
import { hashFile } from "./hash-file.ts";
import { type CodeMove, moveCodes } from "./move-codes.ts";

/** What the thread that is started on this file is given; it gives the part encoded, and then answers. */
export interface PartTask {
  readonly file: LineFile;
  readonly positions: readonly number[];
  readonly part: FilePart;
}

/** Codes to be moved, or the hash of the whole file wanted. */
export type Question = CodeMove | "hash";

const { file, positions, part } = workerData as PartTask;
parentPort!.on("message", (question: Question) => parentPort!.postMessage(answerTo(question)));
giveEncoded();

function answerTo(question: Question): string | true {
  if (question === "hash") return hashFile(file.path);
  moveCodes(question);
  return true;
}

function giveEncoded(): void {
  const { part: encoded } = encodePart(file, positions, part, null);
  if (encoded === null) {
    parentPort!.postMessage(null);
    return;
  }
  const { dictionaries, codes: _, ...rest } = encoded;
  const packed: PackedPart = { ...rest, texts: dictionaries.map(({ pack }) => pack()) };
  const counts = packed.rowsOf.filter((rows) => rows !== null);
  const buffers = [...counts, ...packed.texts.flatMap(({ words, longBytes }) => [words, longBytes])];
  parentPort!.postMessage(
    packed,
    buffers.map(({ buffer }) => buffer),
  );
}
