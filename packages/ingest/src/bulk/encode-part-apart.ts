import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FilePart, LineFile, PackedPart } from "./encode-part.ts";
import type { PartTask, Question } from "./encode-worker.ts";
import type { CodeMove } from "./move-codes.ts";

/** A part that another thread is encoding. What it is asked it answers in turn: null where something is in the way. */
export interface PartApart {
  readonly encoded: Promise<PackedPart | null>;
  readonly moveCodes: (move: CodeMove) => Promise<true | null>;
  /** SHA-256 of the whole file. */
  readonly hashFile: () => Promise<string | null>;
  readonly stop: () => Promise<unknown>;
}

/** Encodes a part of a file on a thread of its own; null where none can be started. */
export function encodePartApart(file: LineFile, positions: readonly number[], part: FilePart): PartApart | null {
  const url = builtWorker();
  if (url === null) return null;
  const task: PartTask = { file, positions, part };
  // Options of the process, such as a loader of TypeScript, are nothing to the built file.
  const worker = new Worker(url, { workerData: task, execArgv: [] });
  const asked: ((answer: unknown) => void)[] = [];
  let ended = false;
  const answered = <Answer>() =>
    new Promise<Answer | null>((resolve) => {
      if (ended) resolve(null);
      else asked.push((answer) => resolve(answer as Answer | null));
    });
  const end = (): void => {
    ended = true;
    for (const resolve of asked.splice(0)) resolve(null);
  };
  worker.on("message", (answer) => asked.shift()!(answer));
  // What went wrong comes up again, in the words of one pass, when the file is read on the calling thread.
  worker.on("error", end);
  worker.on("exit", end);
  const ask = <Answer>(question: Question): Promise<Answer | null> => {
    worker.postMessage(question);
    return answered();
  };
  return {
    encoded: answered(),
    moveCodes: (move) => ask(move),
    hashFile: () => ask("hash"),
    stop: () => worker.terminate(),
  };
}

/** What the thread runs. */
const modules = [
  "encode-worker",
  "encode-part",
  "split-cells",
  "text-dictionary",
  "cell-words",
  "id-pattern",
  "shared-codes",
  "count-rows",
  "move-codes",
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
