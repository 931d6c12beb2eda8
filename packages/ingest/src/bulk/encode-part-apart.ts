import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FilePart, LineFile, PackedPart } from "./encode-part.ts";
import type { PartTask } from "./encode-worker.ts";

/** A part that another thread is encoding. */
export interface PartApart {
  /** Null where something is in the way. */
  readonly encoded: Promise<PackedPart | null>;
  /** SHA-256 of the whole file, which the thread works out when it has encoded its part; null where it cannot. */
  readonly sha256: Promise<string | null>;
  readonly stop: () => Promise<unknown>;
}

/** Encodes a part of a file on a thread of its own; null where none can be started. */
export function encodePartApart(file: LineFile, positions: readonly number[], part: FilePart): PartApart | null {
  const url = builtWorker();
  if (url === null) return null;
  const task: PartTask = { file, positions, part };
  // Options of the process, such as a loader of TypeScript, are nothing to the built file.
  const worker = new Worker(url, { workerData: task, execArgv: [] });
  // What went wrong comes up again, in the words of one pass, when the file is read on the calling thread.
  const ended = (resolve: (nothing: null) => void): void => {
    worker.once("error", () => resolve(null));
    worker.once("exit", () => resolve(null));
  };
  const encoded = new Promise<PackedPart | null>((resolve) => {
    worker.once("message", resolve);
    ended(resolve);
  });
  const sha256 = new Promise<string | null>((resolve) => {
    worker.on("message", (message: PackedPart | string | null) => {
      if (typeof message === "string") resolve(message);
    });
    ended(resolve);
  });
  return { encoded, sha256, stop: () => worker.terminate() };
}

/** What the thread runs. */
const modules = [
  "encode-worker",
  "encode-part",
  "split-cells",
  "text-dictionary",
  "cell-words",
  "count-rows",
  "hash-file",
];

/** A thread cannot load TypeScript: from sources the built file is used, where none it is made of is newer. */
function builtWorker(): URL | null {
  if (!import.meta.url.endsWith(".ts")) return existing(new URL("./encode-worker.js", import.meta.url));
  const built = (name: string) => new URL(`../../dist/bulk/${name}.js`, import.meta.url);
  const isBuilt = modules.every((name) => {
    const file = statSync(built(name), { throwIfNoEntry: false });
    return file !== undefined && file.mtimeMs >= statSync(new URL(`./${name}.ts`, import.meta.url)).mtimeMs;
  });
  return isBuilt ? built("encode-worker") : null;
}

/** Whoever packs everything into one file leaves the worker out. */
function existing(url: URL): URL | null {
  return existsSync(fileURLToPath(url)) ? url : null;
}
