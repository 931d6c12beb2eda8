import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { longestMilliseconds, type Verdict } from "./try-input.ts";

const worker = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** By the clock: an input that takes this long hangs, however busy the machine is. */
const patienceMilliseconds = 6 * longestMilliseconds;

/** A verdict with the number of its input. `code` is null where the process hung or died. */
export type NumberedVerdict = Omit<Verdict, "code"> & { readonly index: number; readonly code: number | null };

/**
 * Tries inputs in several processes. One that hangs or dies costs its process and is a finding; the others go on.
 *
 * @param indexes  numbers of the inputs
 * @param finished called once for each, in the order in which they end
 */
export async function withWatchdog(
  seed: number,
  indexes: readonly number[],
  processes: number,
  finished: (verdict: NumberedVerdict) => void,
): Promise<void> {
  const waiting = indexes[Symbol.iterator]();
  await Promise.all(Array.from({ length: processes }, () => lane(seed, waiting, finished)));
}

/** One process after another, each for as long as it answers. */
async function lane(seed: number, waiting: Iterator<number>, finished: (verdict: NumberedVerdict) => void) {
  let child: ChildProcess | null = null;
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    child ??= await ready(seed);
    const verdict = await answer(child, next.value);
    if (verdict.code === null) {
      child.kill("SIGKILL");
      child = null;
    }
    finished(verdict);
  }
  child?.kill();
}

async function ready(seed: number): Promise<ChildProcess> {
  const execArgv = ["--import", "tsx", "--conditions", "source"];
  const child = fork(worker, [String(seed)], { execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("a fuzzing process ended before it began")));
  });
  return child;
}

function answer(child: ChildProcess, index: number): Promise<NumberedVerdict> {
  return new Promise((resolve) => {
    const end = (verdict: NumberedVerdict) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(verdict);
    };
    const lost = (kind: "hang" | "code", what: string, milliseconds: number) =>
      end({ index, code: null, milliseconds, findings: [{ kind, what }] });
    const timer = setTimeout(
      () => lost("hang", `no answer after ${patienceMilliseconds} ms`, patienceMilliseconds),
      patienceMilliseconds,
    );
    child.once("message", (verdict: NumberedVerdict) => end(verdict));
    child.once("exit", (code, signal) => lost("code", `the process died (${signal ?? code})`, 0));
    child.send(index);
  });
}
